//! Feeds (Atom, RFC 4287), in the language of whoever asks.

use std::fmt::Write;

use axum::{
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use domain::clock::Timestamp;

use super::{ForEverybody, Visit};

/// The media type of a feed.
pub const ATOM: &str = "application/atom+xml";
const HEADERS: [(HeaderName, &str); 3] = [
    (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
    (header::CACHE_CONTROL, "private, no-cache"),
    (header::VARY, "Cookie, Accept-Language"),
];

pub struct AtomFeed<'a> {
    /// Its own address, and that of the page that tells the same; both below the portal's own.
    pub own: &'a str,
    pub page: &'a str,
    pub title: String,
    pub updated: Timestamp,
    pub entries: Vec<AtomEntry>,
}

pub struct AtomEntry {
    /// The fragment of the page where it stands, which stays the same.
    pub anchor: String,
    pub title: String,
    pub updated: Timestamp,
    /// What it tells, as HTML.
    pub html: String,
}

impl AtomFeed<'_> {
    #[must_use]
    pub fn respond(&self, visit: &Visit) -> Response {
        let mut response = (HEADERS, self.text(visit)).into_response();
        response.extensions_mut().insert(ForEverybody);
        response
    }

    fn text(&self, visit: &Visit) -> String {
        let public_url = &visit.app.services.portal.settings.public_url;
        let (page, own) = (
            format!("{public_url}{}", self.page),
            format!("{public_url}{}", self.own),
        );
        let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let _ = writeln!(
            feed,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\" xml:base=\"{}\">",
            visit.locale.tag(),
            xml(&page),
        );
        element(&mut feed, "id", &own);
        element(&mut feed, "title", &self.title);
        element(&mut feed, "updated", &rfc3339(self.updated));
        link(&mut feed, "self", ATOM, &own);
        link(&mut feed, "alternate", "text/html", &page);
        let author = xml(&visit.app.brand.name);
        let _ = writeln!(feed, "<author><name>{author}</name></author>");
        for entry in &self.entries {
            entry.write(&mut feed, &page);
        }
        feed.push_str("</feed>\n");
        feed
    }
}

impl AtomEntry {
    fn write(&self, feed: &mut String, page: &str) {
        let address = format!("{page}#{}", self.anchor);
        feed.push_str("<entry>\n");
        element(feed, "id", &address);
        element(feed, "title", &self.title);
        element(feed, "updated", &rfc3339(self.updated));
        link(feed, "alternate", "text/html", &address);
        let html = xml(&self.html);
        let _ = writeln!(feed, "<content type=\"html\">{html}</content>");
        feed.push_str("</entry>\n");
    }
}

fn rfc3339(time: Timestamp) -> String {
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
