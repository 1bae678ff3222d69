//! Two revisions of an API side by side: what differs, part by part, and what of it can break
//! programs.

use std::time::Duration;

use axum::extract::{Path, Query};
use domain::{
    catalogue::{self, ApiContent, ApiDetails, Comparison, Part},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, api_compare as t, languages, number};
use openapi::{Break, BreakKind};
use serde::Deserialize;
use similar::{ChangeTag, TextDiff};

use super::{
    ADMINISTRATOR,
    editor::frame::{self, Place},
    problems::part_name,
};
use crate::{
    components::{Notice, NoticeKind},
    routes,
    web::{Page, PageError, Site, Visit},
};

/// The longest that a comparison of one text may take; it is coarser then.
const PATIENCE: Duration = Duration::from_millis(300);
/// How many lines of one text are shown.
const MAX_LINES: usize = 600;
/// How many lines around a difference are shown.
const AROUND: usize = 3;

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_COMPARE, show)
}

/// What the address asks for; by themselves, the latest two.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Choice {
    de: Option<i32>,
    para: Option<i32>,
}

async fn show(
    visit: Visit,
    Path(slug): Path<String>,
    Query(choice): Query<Choice>,
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let api = catalogue::details(&visit.scope, &slug).await?;
    let latest = api.revisions.first().map_or(1, |it| it.number);
    let after = choice.para.unwrap_or(latest);
    let before = choice.de.unwrap_or(after.saturating_sub(1)).max(1);
    let comparison = catalogue::compare(&visit.scope, &slug, before, after).await?;
    Ok(frame::draw(&visit, &api, Place::Comparison, || {
        let parts = comparison.after.differences(&comparison.before);
        let content = if parts.is_empty() {
            view! { <p class="soft">{t::same(locale)}</p> }.into_any()
        } else {
            let parts = parts
                .into_iter()
                .map(|part| view! { <Difference comparison=&comparison part locale/> });
            parts.collect_view().into_any()
        };
        view! {
            <ChoiceForm api=&api before after locale/>
            <Breaking found=&comparison.breaking locale/>
            {content}
        }
    }))
}

#[component]
fn ChoiceForm<'a>(
    api: &'a ApiDetails,
    before: i32,
    after: i32,
    locale: Locale,
) -> impl IntoView + use<> {
    let select = |name: &'static str, label: &'static str, chosen: i32| {
        let numbers = api.revisions.iter().map(|it| it.number);
        let options = numbers.map(|number| {
            view! { <option value=number.to_string() selected=number == chosen>{number}</option> }
        });
        let options = options.collect_view();
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <select id=name name=name>{options}</select>
            </div>
        }
    };
    view! {
        <form class="filters">
            {select("de", t::before(locale), before)}
            {select("para", t::after(locale), after)}
            <button class="btn btn--quiet">{t::compare(locale)}</button>
        </form>
    }
}

/// What can break programs that call the API.
#[component]
fn Breaking<'a>(found: &'a [Break], locale: Locale) -> impl IntoView + use<> {
    let lines = found.iter().map(|found| {
        let place = (!found.place.is_empty()).then(|| {
            let place = found.place.clone();
            view! { " " <code translate="no">{place}</code> }
        });
        view! {
            <li><code translate="no">{found.operation.clone()}</code> {place} ": " {words(&found.kind, locale)}</li>
        }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        let content = view! { <ul class="places">{lines}</ul> };
        view! { <Notice kind=NoticeKind::Bad title=t::breaking(locale) content/> }
    })
}

fn words(kind: &BreakKind, locale: Locale) -> String {
    match kind {
        BreakKind::OperationRemoved => t::operation_removed(locale).into(),
        BreakKind::Required => t::required(locale).into(),
        BreakKind::BodyRequired => t::body_required(locale).into(),
        BreakKind::MediaTypeRemoved => t::media_type_removed(locale).into(),
        BreakKind::ResponseRemoved => t::response_removed(locale).into(),
        BreakKind::PropertyRemoved => t::property_removed(locale).into(),
        BreakKind::PropertyOptional => t::property_optional(locale).into(),
        BreakKind::TypeChanged { before, after } => t::type_changed(locale, before, after),
        BreakKind::ValueRemoved(value) => t::value_removed(locale, value),
    }
}

/// A part that differs, with its lines.
#[component]
fn Difference<'a>(comparison: &'a Comparison, part: Part, locale: Locale) -> impl IntoView + use<> {
    let texts = texts(comparison, part).into_iter();
    let texts = texts.filter(|it| it.before != it.after);
    let texts = texts.map(|text| {
        let language = text
            .language
            .map(|language| languages::name(language, locale));
        view! {
            {language.map(|language| view! { <h3>{language}</h3> })}
            {lines(&text.before, &text.after, locale)}
        }
    });
    let title = part_name(part, locale);
    view! {
        <section class="section diff">
            <h2>{title}</h2>
            {texts.collect_view()}
        </section>
    }
}

/// What two revisions say in one language, or in none.
struct Texts {
    language: Option<Locale>,
    before: String,
    after: String,
}

fn texts(comparison: &Comparison, part: Part) -> Vec<Texts> {
    let of = |text: fn(&ApiContent) -> &Translated| {
        let languages = Locale::ALL.into_iter();
        let texts = languages.map(|language| {
            let get = |content| text(content).get(language).unwrap_or_default().to_owned();
            Texts {
                language: Some(language),
                before: get(&comparison.before),
                after: get(&comparison.after),
            }
        });
        texts.collect()
    };
    match part {
        Part::Name => of(|content| &content.name),
        Part::Summary => of(|content| &content.summary),
        Part::Presentation => of(|content| &content.presentation),
        Part::Documentation => of(|content| &content.documentation),
        part => vec![Texts {
            language: None,
            before: written(&comparison.before, part),
            after: written(&comparison.after, part),
        }],
    }
}

/// A part that is no text, as lines.
fn written(content: &ApiContent, part: Part) -> String {
    match part {
        Part::Version => content.version.clone(),
        Part::Category => content.category.clone(),
        Part::Tags => content.tags.join("\n"),
        Part::Position => content.position.to_string(),
        Part::BasePath => content.base_path.clone(),
        Part::OpenedBy => content.opened_by.to_string(),
        Part::Plans => pretty(&content.plans),
        Part::Audience => pretty(&content.audience),
        Part::Trial => pretty(&content.trial),
        Part::RequestForm => pretty(&content.request_form),
        Part::Answers => pretty(&content.answers),
        Part::Changes => pretty(&content.changes),
        Part::Document => {
            let document = content.openapi.as_deref().unwrap_or_default();
            let document: Result<serde_json::Value, _> = serde_json::from_str(document);
            document.map(|it| pretty(&it)).unwrap_or_default()
        }
        Part::Sandbox => content.sandbox.to_string(),
        Part::Upstream => content.upstream.clone().unwrap_or_default(),
        Part::Logo => content.logo.as_ref().map(pretty).unwrap_or_default(),
        Part::Tutorials => pretty(&content.tutorials),
        // These are texts.
        Part::Name | Part::Summary | Part::Presentation | Part::Documentation => String::new(),
    }
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The lines that differ, with some around them. Each says by a word and a sign what it is.
fn lines(before: &str, after: &str, locale: Locale) -> impl IntoView + use<> {
    let mut settings = TextDiff::configure();
    let diff = settings.timeout(PATIENCE).diff_lines(before, after);
    let mut drawn = vec![];
    'groups: for (place, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if place > 0 {
            drawn.push(view! { <li class="diff__gap">"…"</li> }.into_any());
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            if drawn.len() >= MAX_LINES {
                let more = t::more(locale, number::count(MAX_LINES as u64, locale));
                drawn.push(view! { <li class="diff__gap">{more}</li> }.into_any());
                break 'groups;
            }
            let line = change.value().trim_end_matches(['\n', '\r']).to_owned();
            drawn.push(one_line(change.tag(), line, locale));
        }
    }
    view! { <ol class="diff__lines mono" role="list" translate="no">{drawn}</ol> }
}

fn one_line(tag: ChangeTag, line: String, locale: Locale) -> AnyView {
    match tag {
        ChangeTag::Equal => view! { <li>{line}</li> }.into_any(),
        ChangeTag::Delete => view! {
            <li class="diff__old"><del><span class="visually-hidden">{t::removed(locale)} ": "</span>{line}</del></li>
        }
        .into_any(),
        ChangeTag::Insert => view! {
            <li class="diff__new"><ins><span class="visually-hidden">{t::added(locale)} ": "</span>{line}</ins></li>
        }
        .into_any(),
    }
}
