//! Lists that are given in pages.

use serde_json::Value;

use super::{Moment, request::Request};

/// How many items a page has unless the request or the document says another number.
const DEFAULT_LIMIT: usize = 10;

/// All items of a list, each written out.
#[derive(Debug)]
pub(super) struct Pages {
    items: Vec<String>,
    /// Where the list is found, on the portal.
    path: String,
}

/// The items that a request asked for.
pub(super) struct Page<'a> {
    items: &'a [String],
    /// The address of the page after it.
    pub(super) next: Option<String>,
}

impl Pages {
    pub(super) fn new(items: &[Value], path: String) -> Self {
        let items = items.iter().map(Value::to_string).collect();
        Self { items, path }
    }

    /// Parameters were held against their schemas before.
    pub(super) fn page(&self, request: &Request<'_>, moment: &Moment<'_>) -> Page<'_> {
        let limit = request
            .query
            .get("limit")
            .and_then(number)
            .unwrap_or(DEFAULT_LIMIT)
            .max(1);
        let start = request.query.get("cursor").and_then(number).unwrap_or(0);
        let start = start.min(self.items.len());
        let end = start.saturating_add(limit).min(self.items.len());
        let next = (end < self.items.len()).then(|| {
            let (url, path) = (moment.public_url, &self.path);
            format!("{url}{path}?limit={limit}&cursor={end}")
        });
        Page {
            items: &self.items[start..end],
            next,
        }
    }
}

fn number(value: &Value) -> Option<usize> {
    match value {
        Value::String(text) => text.parse().ok(),
        // An integer may be written with a fraction of nothing.
        number => number.to_string().trim_end_matches(".0").parse().ok(),
    }
}

impl Page<'_> {
    pub(super) fn json(&self) -> String {
        format!("[{}]", self.items.join(","))
    }
}
