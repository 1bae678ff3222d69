//! The incidents as a feed, for those who follow them.

use axum::response::Response;
use chrono::DateTime;
use domain::{dates, status::Incident};
use locales::status as t;

use super::report::Report;
use crate::{
    components::{incident_anchor, incident_times, kind_name, stage_name},
    routes,
    web::{AtomEntry, AtomFeed, Visit, text_only},
};

pub(super) async fn show(visit: Visit) -> Response {
    let report = Report::of(&visit).await;
    let entries = report.told().into_iter().map(|it| entry(it, &visit));
    let entries: Vec<_> = entries.collect();
    let updated = entries.first().map(|entry| entry.updated);
    let feed = AtomFeed {
        own: routes::STATUS_FEED,
        page: routes::STATUS,
        title: format!("{} · {}", visit.app.brand.name, t::title(visit.locale)),
        updated: updated.unwrap_or(DateTime::UNIX_EPOCH),
        entries,
    };
    feed.respond(&visit)
}

fn entry(incident: &Incident, visit: &Visit) -> AtomEntry {
    let locale = visit.locale;
    let kind = kind_name(incident.kind, locale);
    let notes = incident.notes.iter().rev().map(|note| {
        let stage = stage_name(note.stage, locale);
        let time = dates::date_time(note.written_at, visit.time_zone(), locale);
        let text = text_only(note.text.text_for(locale)).replace('\n', "<br/>");
        format!("<p><strong>{stage}</strong> ({time})<br/>{text}</p>")
    });
    let times = incident_times(incident, visit);
    AtomEntry {
        anchor: incident_anchor(incident),
        title: format!("{kind}: {}", incident.title.text_for(locale)),
        updated: incident.updated_at(),
        html: format!("<p>{times}</p>{}", notes.collect::<String>()),
    }
}
