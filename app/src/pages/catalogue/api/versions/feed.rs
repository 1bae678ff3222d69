//! The history as a feed.

use axum::{extract::Path, response::Response};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use domain::catalogue::Api;
use locales::versions as t;

use super::{
    super::{ApiPage, find},
    feed_address,
    history::{self, Entry},
};
use crate::web::{AtomEntry, AtomFeed, PageError, Visit};

pub(in super::super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    let entries = entries(&api, &visit);
    let published = api.published_at.unwrap_or(DateTime::UNIX_EPOCH);
    let times = entries.iter().map(|entry| entry.updated);
    let feed = AtomFeed {
        own: &feed_address(&api),
        page: &ApiPage::Versions.address(&api),
        title: format!(
            "{} · {}",
            api.text(visit.locale).name,
            t::title(visit.locale)
        ),
        updated: times.max().unwrap_or(published),
        entries,
    };
    Ok(feed.respond(&visit))
}

fn entries(api: &Api, visit: &Visit) -> Vec<AtomEntry> {
    let entries = history::entries(api, visit).into_iter();
    let entries = entries.map(|entry| AtomEntry {
        updated: time(&entry, visit),
        anchor: entry.anchor,
        title: entry.title,
        html: entry.html,
    });
    entries.collect()
}

/// When the day of an entry began, where the portal is.
fn time(entry: &Entry, visit: &Visit) -> DateTime<Utc> {
    let begin = entry.day.and_time(NaiveTime::MIN);
    let local = visit.time_zone().from_local_datetime(&begin).earliest();
    local.map_or_else(|| begin.and_utc(), |local| local.to_utc())
}
