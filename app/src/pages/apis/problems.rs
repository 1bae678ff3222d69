//! What an API lacks, and why it cannot become what somebody asked for, in the reader's language.

use domain::{
    catalogue::{Missing, Part, Problem, Section},
    upstreams::UpstreamRefusal,
};
use leptos::prelude::*;
use locales::{
    Locale, api_access as a, api_attachments as f, api_editor as e, api_problems as p, apis as t,
    languages, number,
};

use super::editor::frame::Place;
use crate::components::terms;

pub(super) fn lack(missing: &Missing, locale: Locale) -> String {
    match missing {
        Missing::Text {
            part,
            locale: language,
        } => t::lacks_text(
            locale,
            part_name(*part, locale),
            languages::name(*language, locale),
        ),
        Missing::Fact(part) => part_name(*part, locale).to_owned(),
        Missing::Answers => t::lacks_answers(locale).to_owned(),
        Missing::Plan => t::lacks_plan(locale).to_owned(),
        Missing::Document => t::lacks_document(locale).to_owned(),
        Missing::Operations => t::lacks_operations(locale).to_owned(),
        Missing::Example(operation) => t::lacks_example(locale, operation),
    }
}

/// What is missing, as a link to where it is written.
pub(super) fn lack_link(missing: &Missing, slug: &str, locale: Locale) -> AnyView {
    link(Some(missing.section()), lack(missing, locale), slug)
}

/// What is wrong, as a link to where it is corrected.
pub(super) fn problem_link(wrong: &Problem, slug: &str, locale: Locale) -> AnyView {
    link(wrong.section(), problem(wrong, locale), slug)
}

fn link(section: Option<Section>, words: String, slug: &str) -> AnyView {
    match section {
        Some(section) => {
            let href = Place::Section(section).address(slug);
            view! { <a href=href>{words}</a> }.into_any()
        }
        None => words.into_any(),
    }
}

/// What the parts of an API are called in a sentence.
pub(super) const fn part_name(part: Part, locale: Locale) -> &'static str {
    match part {
        Part::Name => t::part_name(locale),
        Part::Summary => t::part_summary(locale),
        Part::Presentation => t::part_presentation(locale),
        Part::Documentation => t::part_documentation(locale),
        Part::Version => p::part_version(locale),
        Part::Category => p::part_category(locale),
        Part::Tags | Part::Position => p::part_tags(locale),
        Part::BasePath => p::part_base_path(locale),
        Part::OpenedBy => p::part_opened_by(locale),
        Part::Plans => p::part_plans(locale),
        Part::Audience => a::part_audience(locale),
        Part::Trial => a::part_trial(locale),
        Part::RequestForm => a::part_form(locale),
        Part::Answers => p::part_answers(locale),
        Part::Changes => p::part_changes(locale),
        Part::Document | Part::Sandbox | Part::Upstream => e::document(locale),
        Part::Logo => f::part_logo(locale),
        Part::Tutorials => f::part_tutorials(locale),
    }
}

pub(super) fn problem(problem: &Problem, locale: Locale) -> String {
    match problem {
        Problem::Missing(missing) => lack(missing, locale),
        Problem::Transition { .. } => t::no_transition(locale).to_owned(),
        Problem::DraftPending => t::draft_pending(locale).to_owned(),
        Problem::Upstream(UpstreamRefusal::Host(host)) => t::host_not_allowed(locale, host),
        Problem::Upstream(UpstreamRefusal::Network(address)) => {
            t::network_not_allowed(locale, address)
        }
        Problem::Upstream(UpstreamRefusal::Malformed) => p::wrong_upstream(locale).to_owned(),
        Problem::UnknownSuccessor(slug) => p::unknown_successor(locale, slug),
        Problem::PastSunset => p::past_sunset(locale).to_owned(),
        Problem::TooManyRows { part, most } => {
            p::too_many_rows(locale, part_name(*part, locale), most)
        }
        Problem::NoSunset => t::sunset_hint(locale).to_owned(),
        wrong => content(wrong, locale),
    }
}

/// What is wrong in what somebody wrote.
fn content(problem: &Problem, locale: Locale) -> String {
    match problem {
        Problem::Slug => p::wrong_slug(locale).to_owned(),
        Problem::TakenSlug(_) => p::taken_slug(locale).to_owned(),
        Problem::Version => p::wrong_version(locale).to_owned(),
        Problem::BasePath => p::wrong_base_path(locale).to_owned(),
        Problem::ReservedPath(first) => p::reserved_path(locale, first),
        Problem::TakenPath(slug) => p::taken_path(locale, slug),
        Problem::UnknownCategory(category) => p::unknown_category(locale, category),
        Problem::Tags => p::wrong_tags(locale).to_owned(),
        Problem::TooLong { part, most } => {
            let most = number::count(*most as u64, locale);
            p::too_long(locale, part_name(*part, locale), most)
        }
        Problem::ControlCharacter(part) => p::control_character(locale, part_name(*part, locale)),
        Problem::Article { part, .. } => p::wrong_article(locale, part_name(*part, locale)),
        Problem::PortalTokens => p::wrong_way_in(locale).to_owned(),
        Problem::OfPortal => p::of_portal(locale).to_owned(),
        Problem::EmptyPlan(plan) => p::empty_plan(locale, terms::plan(*plan, locale)),
        Problem::RenewsNothing(plan) => p::renews_nothing(locale, terms::plan(*plan, locale)),
        Problem::NoCompany => a::no_company(locale).to_owned(),
        Problem::CompanyRoot(typed) => a::wrong_root(locale, typed),
        Problem::Domain { domain, .. } => a::wrong_domain(locale, domain),
        Problem::QuestionLabel(_) => a::unlabelled_question(locale).to_owned(),
        Problem::QuestionChoices(_) => a::wrong_choices(locale).to_owned(),
        Problem::Status(status) => p::wrong_status(locale, status),
        Problem::TwiceAnswered { status, code } => p::twice_answered(locale, status, code),
        Problem::Document(said) => p::wrong_document(locale, said),
        Problem::Sandbox(said) => p::wrong_sandbox(locale, said),
        other => t::wrong_content(locale, other),
    }
}
