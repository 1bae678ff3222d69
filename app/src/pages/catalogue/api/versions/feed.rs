//! The history as a feed (Atom, RFC 4287), in the language of whoever asks.

use std::fmt::Write;

use axum::{
    extract::Path,
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, NaiveTime, SecondsFormat, TimeZone, Utc};
use domain::catalogue::Api;
use locales::versions as t;

use super::{
    super::{ApiPage, find},
    FEED, feed_address,
    history::{self, Entry},
};
use crate::web::{ForEverybody, PageError, Visit};

const HEADERS: [(HeaderName, &str); 3] = [
    (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
    (header::CACHE_CONTROL, "private, no-cache"),
    (header::VARY, "Cookie, Accept-Language"),
];

pub(in super::super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    let mut response = (HEADERS, feed(&api, &visit)).into_response();
    response.extensions_mut().insert(ForEverybody);
    Ok(response)
}

fn feed(api: &Api, visit: &Visit) -> String {
    let locale = visit.locale;
    let public_url = &visit.app.services.portal.settings.public_url;
    let page = format!("{public_url}{}", ApiPage::Versions.address(api));
    let own = format!("{public_url}{}", feed_address(api));
    let entries = history::entries(api, visit);
    let times = entries.iter().map(|entry| time(entry, visit));
    let published = api.published_at.unwrap_or(DateTime::UNIX_EPOCH);
    let updated = times.max().unwrap_or(published);
    let title = format!("{} · {}", api.text(locale).name, t::title(locale));
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(
        feed,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\" xml:base=\"{}\">",
        locale.tag(),
        xml(&page),
    );
    element(&mut feed, "id", &own);
    element(&mut feed, "title", &title);
    element(&mut feed, "updated", &rfc3339(updated));
    link(&mut feed, "self", FEED, &own);
    link(&mut feed, "alternate", "text/html", &page);
    let author = xml(&visit.app.brand.name);
    let _ = writeln!(feed, "<author><name>{author}</name></author>");
    for entry in &entries {
        write_entry(&mut feed, entry, &page, visit);
    }
    feed.push_str("</feed>\n");
    feed
}

fn write_entry(feed: &mut String, entry: &Entry, page: &str, visit: &Visit) {
    let address = format!("{page}#{}", entry.anchor);
    feed.push_str("<entry>\n");
    element(feed, "id", &address);
    element(feed, "title", &entry.title);
    element(feed, "updated", &rfc3339(time(entry, visit)));
    link(feed, "alternate", "text/html", &address);
    let _ = writeln!(
        feed,
        "<content type=\"html\">{}</content>",
        xml(&entry.html)
    );
    feed.push_str("</entry>\n");
}

/// When the day of an entry began, where the portal is.
fn time(entry: &Entry, visit: &Visit) -> DateTime<Utc> {
    let begin = entry.day.and_time(NaiveTime::MIN);
    let local = visit.time_zone().from_local_datetime(&begin).earliest();
    local.map_or_else(|| begin.and_utc(), |local| local.to_utc())
}

fn rfc3339(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn element(feed: &mut String, name: &str, text: &str) {
    let _ = writeln!(feed, "<{name}>{}</{name}>", xml(text));
}

fn link(feed: &mut String, relation: &str, kind: &str, address: &str) {
    let address = xml(address);
    let _ = writeln!(
        feed,
        "<link rel=\"{relation}\" type=\"{kind}\" href=\"{address}\"/>"
    );
}

/// Text as XML: without the characters that it cannot have (XML 1.0, 2.2).
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
