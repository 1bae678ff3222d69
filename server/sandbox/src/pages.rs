//! Lists in pages.

use serde_json::Value;

use super::{Moment, request::Request};

/// The number of items on a page, unless the request or the document says otherwise.
const DEFAULT_LIMIT: usize = 10;

/// All items of a list as JSON.
#[derive(Debug)]
pub(super) struct Pages {
    items: Vec<String>,
    /// The path of the list on the portal.
    path: String,
}

/// The items of a page.
pub(super) struct Page<'a> {
    items: &'a [String],
    /// The address of the next page.
    pub(super) next: Option<String>,
}

impl Pages {
    pub(super) fn new(items: &[Value], path: String) -> Self {
        let items = items.iter().map(Value::to_string).collect();
        Self { items, path }
    }

    /// The page that a request asks for. Its parameters match their schemas already.
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
        // JSON allows an integer with a zero fraction.
        number => number.to_string().trim_end_matches(".0").parse().ok(),
    }
}

impl Page<'_> {
    pub(super) fn json(&self) -> String {
        format!("[{}]", self.items.join(","))
    }
}
