//! What happened to an API, as its readers are told: what its operator wrote of each version, and
//! that it comes to an end.

use chrono::NaiveDate;
use domain::{
    catalogue::{Api, ApiState, ChangeNote},
    dates,
};
use locales::{Locale, api as of_api, versions as t};

use crate::{
    routes,
    web::{Visit, text_only},
};

const END: &str = "fim";

/// Something that happened to an API.
pub(super) struct Entry {
    /// The fragment of its address, which stays the same.
    pub anchor: String,
    pub title: String,
    pub day: NaiveDate,
    /// Safe to put into a page.
    pub html: String,
}

/// The latest first.
pub(super) fn entries(api: &Api, visit: &Visit) -> Vec<Entry> {
    let locale = visit.locale;
    let mut entries: Vec<_> = end(api, visit).into_iter().collect();
    let notes = api.changes.iter().enumerate();
    entries.extend(notes.map(|(at, note)| Entry {
        anchor: anchor(&api.changes, at),
        title: t::version(locale, &note.version),
        day: note.date,
        html: articles::note(note.text.text_for(locale), locale).unwrap_or_default(),
    }));
    if api.changes.is_empty()
        && let Some(published) = api.published_at
    {
        entries.push(Entry {
            anchor: format!("v-{}", api.version),
            title: t::version(locale, &api.version),
            day: published.with_timezone(&visit.time_zone()).date_naive(),
            html: paragraph(t::published(locale)),
        });
    }
    entries
}

/// The version. Where several notes are of one, the first that was written has it alone.
fn anchor(notes: &[ChangeNote], at: usize) -> String {
    let version = &notes[at].version;
    let earlier = notes[at + 1..].iter().filter(|it| it.version == *version);
    match earlier.count() {
        0 => format!("v-{version}"),
        count => format!("v-{version}-{}", count + 1),
    }
}

/// That it comes to an end.
fn end(api: &Api, visit: &Visit) -> Option<Entry> {
    let locale = visit.locale;
    if api.state != ApiState::Deprecated {
        return None;
    }
    let since = api.deprecated_at?.with_timezone(&visit.time_zone());
    let last = dates::day(api.sunset_on?, locale);
    let text = paragraph(of_api::deprecated_text(locale));
    Some(Entry {
        anchor: END.to_owned(),
        title: t::deprecated(locale, &last),
        day: since.date_naive(),
        html: text + &successor(api, visit, locale).unwrap_or_default(),
    })
}

fn successor(api: &Api, visit: &Visit, locale: Locale) -> Option<String> {
    let successor = visit.apis.by_slug(api.successor.as_deref()?)?;
    let href = routes::fill(routes::API, &[&successor.slug]);
    let name = text_only(&successor.text(locale).name);
    let words = of_api::replaced_by(locale);
    Some(format!("<p>{words} <a href=\"{href}\">{name}</a></p>"))
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", text_only(text))
}
