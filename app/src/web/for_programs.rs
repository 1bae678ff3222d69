//! Answers without a page around them.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::{ForEverybody, OfCatalogue};

/// Said of what any page on any site may read: what describes APIs and how to use them, which is
/// the same for everybody.
pub const ANY_ORIGIN: (HeaderName, HeaderValue) = (
    header::ACCESS_CONTROL_ALLOW_ORIGIN,
    HeaderValue::from_static("*"),
);

/// A text that is the same for all readers of a language until the catalogue changes.
pub struct Plain {
    /// Its media type.
    pub kind: &'static str,
    pub text: String,
}

impl Plain {
    #[must_use]
    pub const fn markdown(text: String) -> Self {
        let kind = "text/markdown; charset=utf-8";
        Self { kind, text }
    }
}

impl Plain {
    /// The answer with a text that other things than the catalogue change as well, so that nobody
    /// keeps it.
    #[must_use]
    pub fn as_of_now(self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, self.kind),
            (header::CACHE_CONTROL, "private, no-cache"),
            (header::VARY, "Cookie, Accept-Language, Accept"),
        ];
        let mut response = (headers, self.text).into_response();
        response.extensions_mut().insert(ForEverybody);
        response
    }
}

impl IntoResponse for Plain {
    fn into_response(self) -> Response {
        let mut response = self.as_of_now();
        response.extensions_mut().insert(OfCatalogue);
        response
    }
}

/// Whether a client wants Markdown rather than a page (RFC 9110 §12.5.1).
#[must_use]
pub fn wants_markdown(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter();
    let accepted: Vec<_> = accepted.filter_map(|value| value.to_str().ok()).collect();
    let accepted = accepted.join(",");
    let weight = |wanted: &str| {
        let mut ranges = accepted
            .split(',')
            .map(|range| range.split(';').map(str::trim));
        ranges.find_map(|mut parts| {
            let kind = parts.next()?;
            if !kind.eq_ignore_ascii_case(wanted) {
                return None;
            }
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            weight.map_or(Some(1.0), |weight| weight.parse::<f32>().ok())
        })
    };
    let markdown = weight("text/markdown").unwrap_or(0.0);
    markdown > 0.0 && markdown >= weight("text/html").unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_for_whoever_would_rather_have_it() {
        for (accept, wants) in [
            ("text/markdown", true),
            ("text/markdown, text/html;q=0.9, */*;q=0.1", true),
            ("text/html, text/markdown;q=0.5", false),
            ("text/html,application/xhtml+xml,*/*;q=0.8", false),
            ("text/markdown;q=0", false),
            ("*/*", false),
        ] {
            let value = HeaderValue::from_static(accept);
            let headers = HeaderMap::from_iter([(header::ACCEPT, value)]);
            assert_eq!(wants_markdown(&headers), wants, "{accept}");
        }
    }
}
