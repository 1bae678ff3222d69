//! JSON on one line without quotation marks within texts, at which shell scripts cut it.

use std::io;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};

/// RFC 6749 §5.1 requires it.
pub const NO_STORE: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
pub const NO_CACHE: (HeaderName, HeaderValue) =
    (header::PRAGMA, HeaderValue::from_static("no-cache"));

const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// A body of JSON, on one line.
pub struct Compact<T>(pub T);

impl<T: Serialize> IntoResponse for Compact<T> {
    fn into_response(self) -> Response {
        let mut body = Vec::with_capacity(1024);
        let mut serializer = serde_json::Serializer::with_formatter(&mut body, EscapedQuotes);
        match self.0.serialize(&mut serializer) {
            Ok(()) => ([(header::CONTENT_TYPE, JSON)], body).into_response(),
            Err(error) => {
                tracing::error!(%error, "an answer cannot be written");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// Writes a quotation mark within a text as its code point (RFC 8259 §7).
struct EscapedQuotes;

impl Formatter for EscapedQuotes {
    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        match escape {
            CharEscape::Quote => writer.write_all(br"\u0022"),
            CharEscape::ReverseSolidus => writer.write_all(br"\u005c"),
            CharEscape::Solidus => writer.write_all(b"/"),
            CharEscape::Backspace => writer.write_all(br"\b"),
            CharEscape::FormFeed => writer.write_all(br"\f"),
            CharEscape::LineFeed => writer.write_all(br"\n"),
            CharEscape::CarriageReturn => writer.write_all(br"\r"),
            CharEscape::Tab => writer.write_all(br"\t"),
            CharEscape::AsciiControl(byte) => write!(writer, "\\u{byte:04x}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_no_quotation_mark_and_reads_back() {
        let text = "A \"B\" \\ C\n\u{1}/é";
        let mut line = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut line, EscapedQuotes);
        text.serialize(&mut serializer).unwrap();
        let line = String::from_utf8(line).unwrap();
        assert_eq!(line.matches('"').count(), 2);
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }
}
