//! One request and its answer, as they would go over the wire, but for the secrets.

use std::time::Duration;

use leptos::prelude::*;
use locales::{Locale, number, try_it as t};

use super::multipart;
use crate::components::{Heading, Json};

/// What an exchange says, and how long it took.
pub struct Exchange<'a> {
    pub title: &'static str,
    pub elapsed: Duration,
    /// The request's line and headers.
    pub request: Vec<String>,
    pub sent: Text<'a>,
    pub status: u16,
    /// Each with its name.
    pub headers: Vec<String>,
    pub body: Text<'a>,
}

/// A body, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text<'a> {
    Nothing,
    Plain(&'a str),
    Json(&'a str),
    /// What is no text.
    Bytes(Bytes<'a>),
    /// A form with files: the head of each part, and what it holds.
    Parts(Vec<(&'a str, Text<'a>)>),
}

/// What is no text: of it only this is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes<'a> {
    /// The name of the file that it is.
    pub name: Option<&'a str>,
    pub media_type: &'a str,
    pub count: usize,
}

/// The type of what nobody told the type of.
const UNKNOWN_TYPE: &str = "application/octet-stream";

impl<'a> Text<'a> {
    pub fn of(bytes: &'a [u8], headers: &'a [(String, String)]) -> Self {
        let media_type = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let media_type = media_type.map_or("", |(_, value)| value);
        if let Some(boundary) = multipart::boundary(media_type) {
            return Self::Parts(parts(bytes, boundary));
        }
        Self::typed(bytes, media_type)
    }

    /// The same of a call whose body is a file of this name.
    pub fn of_file(name: &'a str, bytes: &'a [u8], headers: &'a [(String, String)]) -> Self {
        match Self::of(bytes, headers) {
            Self::Bytes(bytes) => Self::Bytes(Bytes {
                name: Some(name),
                ..bytes
            }),
            text => text,
        }
    }

    fn typed(bytes: &'a [u8], media_type: &'a str) -> Self {
        let as_bytes = || {
            let media_type = Some(media_type).filter(|it| !it.is_empty());
            Self::Bytes(Bytes {
                name: None,
                media_type: media_type.unwrap_or(UNKNOWN_TYPE),
                count: bytes.len(),
            })
        };
        match str::from_utf8(bytes) {
            Ok("") => Self::Nothing,
            Ok(text) if !is_readable(text) => as_bytes(),
            Ok(text) if media_type.contains("json") => Self::Json(text),
            Ok(text) => Self::Plain(text),
            // The last character of what was cut off.
            Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
                match Self::typed(&bytes[..error.valid_up_to()], media_type) {
                    Self::Bytes(_) => as_bytes(),
                    text => text,
                }
            }
            Err(_) => as_bytes(),
        }
    }

    fn view(self, locale: Locale) -> AnyView {
        match self {
            Self::Nothing => ().into_any(),
            Self::Plain(text) => view! { "\n\n" {text.to_owned()} }.into_any(),
            Self::Json(text) => view! { "\n\n" <Json text/> }.into_any(),
            Self::Bytes(bytes) => {
                let said = bytes.said(locale);
                view! { "\n\n" <span class="hl-comment">{said}</span> }.into_any()
            }
            Self::Parts(parts) => {
                let parts = parts.into_iter().map(|(head, content)| {
                    let head = head.replace("\r\n", "\n");
                    view! { "\n\n" {head} {content.view(locale)} }
                });
                parts.collect_view().into_any()
            }
        }
    }
}

/// Texts have no other controls than those that set them apart.
fn is_readable(text: &str) -> bool {
    let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    !text.contains(is_odd)
}

fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<(&'a str, Text<'a>)> {
    let parts = multipart::read(body, boundary).into_iter();
    let parts = parts.map(|part| {
        let content = match part.file() {
            Some(name) => Text::Bytes(Bytes {
                name: Some(name),
                media_type: part.media_type().unwrap_or(UNKNOWN_TYPE),
                count: part.content.len(),
            }),
            None => Text::typed(part.content, part.media_type().unwrap_or_default()),
        };
        (part.head, content)
    });
    parts.collect()
}

impl Bytes<'_> {
    fn said(&self, locale: Locale) -> String {
        let count = number::count(self.count as u64, locale);
        match self.name {
            Some(name) => t::file_sent(locale, name, self.media_type, count),
            None => t::bytes(locale, self.media_type, count),
        }
    }
}

/// The level is that of its heading.
pub fn exchange(exchange: &Exchange<'_>, level: u8, locale: Locale) -> impl IntoView + use<> {
    let sent = exchange.sent.clone().view(locale);
    let body = match exchange.body.clone() {
        Text::Nothing => {
            view! { "\n\n" <span class="hl-comment">{t::no_body(locale)}</span> }.into_any()
        }
        body => body.view(locale),
    };
    view! {
        <section class="stack">
            <div class="split">
                <Heading level text=exchange.title/>
                <p class="soft small">{milliseconds(exchange.elapsed, locale)}</p>
            </div>
            <figure class="code">
                <figcaption class="code__head">{t::request(locale)}</figcaption>
                <pre tabindex="0" translate="no"><code>{exchange.request.join("\n")} {sent}</code></pre>
            </figure>
            <figure class="code">
                <figcaption class="code__head">{t::answer(locale)} <span class=stamp(exchange.status)>{exchange.status}</span></figcaption>
                <pre tabindex="0" translate="no"><code>{exchange.headers.join("\n")} {body}</code></pre>
            </figure>
        </section>
    }
}

/// The look of a status.
pub const fn stamp(status: u16) -> &'static str {
    match status {
        200..300 => "stamp stamp--good",
        500.. => "stamp stamp--bad",
        _ => "stamp stamp--wait",
    }
}

/// "0,4 ms", "12 ms".
pub fn milliseconds(elapsed: Duration, locale: Locale) -> String {
    let tenths = (elapsed.as_micros() + 50) / 100;
    match tenths {
        0 => format!("< {} ms", number::decimal(1, locale)),
        1..100 => format!("{} ms", number::decimal(tenths, locale)),
        _ => format!("{} ms", number::decimal(tenths / 10 * 10, locale)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_shown_as_what_it_is() {
        let json = [(
            "Content-Type".to_owned(),
            "application/problem+json".to_owned(),
        )];
        assert_eq!(Text::of(b"{}", &json), Text::Json("{}"));
        assert_eq!(Text::of(b"{}", &[]), Text::Plain("{}"));
        assert_eq!(Text::of(b"", &json), Text::Nothing);
        assert_eq!(Text::of(b"a\xc3", &[]), Text::Plain("a"));
    }

    #[test]
    fn what_is_no_text_is_told_by_its_type_and_size() {
        let image = [("content-type".to_owned(), "image/png".to_owned())];
        let told = |bytes: &'static [u8], headers| match Text::of(bytes, headers) {
            Text::Bytes(bytes) => bytes.said(Locale::En),
            text => panic!("{text:?}"),
        };
        let said = "image/png, 4 bytes that are no text.";
        assert_eq!(told(b"\x89PNG", &image), said);
        // UTF-8 by chance.
        assert_eq!(told(b"GIF\0", &image), said);
        assert!(told(b"\xff\xfe\xfd", &[]).starts_with("application/octet-stream, 3 "));
        let Text::Bytes(file) = Text::of_file("a.png", b"GIF\0", &image) else {
            panic!("a file is no text");
        };
        assert_eq!(file.said(Locale::En), "File a.png: image/png, 4 bytes.");
    }

    #[test]
    fn a_form_with_files_is_shown_part_by_part() {
        let headers = [(
            "Content-Type".to_owned(),
            "multipart/form-data; boundary=b".to_owned(),
        )];
        let body = b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
            --b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\
            Content-Type: image/png\r\n\r\n\0\r\n--b--\r\n";
        let Text::Parts(parts) = Text::of(body, &headers) else {
            panic!("it has parts");
        };
        assert_eq!(parts[0].1, Text::Plain("1"));
        assert!(parts[1].0.ends_with("Content-Type: image/png"));
        let file = Bytes {
            name: Some("x"),
            media_type: "image/png",
            count: 1,
        };
        assert_eq!(parts[1].1, Text::Bytes(file));
    }

    #[test]
    fn short_times_have_a_tenth() {
        let said = |micros| milliseconds(Duration::from_micros(micros), Locale::PtBr);
        assert_eq!(said(0), "< 0,1 ms");
        assert_eq!(said(440), "0,4 ms");
        assert_eq!(said(9_960), "10 ms");
        assert_eq!(said(12_340), "12 ms");
        assert_eq!(
            milliseconds(Duration::from_micros(1_500), Locale::En),
            "1.5 ms"
        );
    }
}
