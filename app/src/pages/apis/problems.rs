//! What an API lacks, and why it cannot become what somebody asked for, in the reader's language.

use domain::{
    catalogue::{Missing, Part, Problem},
    upstreams::UpstreamRefusal,
};
use locales::{Locale, apis as t};

pub(super) fn lack(missing: &Missing, locale: Locale) -> String {
    match missing {
        Missing::Text {
            part,
            locale: language,
        } => t::lacks_text(locale, part_name(*part, locale), language.endonym()),
        Missing::Answers => t::lacks_answers(locale).to_owned(),
        Missing::Plan => t::lacks_plan(locale).to_owned(),
        Missing::Document => t::lacks_document(locale).to_owned(),
        Missing::Operations => t::lacks_operations(locale).to_owned(),
        Missing::Example(operation) => t::lacks_example(locale, operation),
    }
}

/// The parts that an API may lack.
const fn part_name(part: Part, locale: Locale) -> &'static str {
    match part {
        Part::Name => t::part_name(locale),
        Part::Summary => t::part_summary(locale),
        Part::Presentation => t::part_presentation(locale),
        _ => t::part_documentation(locale),
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
        other => t::wrong_content(locale, other),
    }
}
