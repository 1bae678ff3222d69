//! One request and its answer, as they would go over the wire, but for the secrets.

use std::time::Duration;

use leptos::prelude::*;
use locales::{Locale, number, try_it as t};

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
#[derive(Clone, Copy)]
pub enum Text<'a> {
    Nothing,
    Plain(&'a str),
    Json(&'a str),
    /// So many bytes that are no text.
    Bytes(usize),
}

impl<'a> Text<'a> {
    pub fn of(bytes: &'a [u8], headers: &[(String, String)]) -> Self {
        let media_type = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let is_json = media_type.is_some_and(|(_, value)| value.contains("json"));
        match str::from_utf8(bytes) {
            Ok("") => Self::Nothing,
            Ok(text) if is_json => Self::Json(text),
            Ok(text) => Self::Plain(text),
            // The last character of what was cut off.
            Err(error) if error.error_len().is_none() => {
                Self::of(&bytes[..error.valid_up_to()], headers)
            }
            Err(_) => Self::Bytes(bytes.len()),
        }
    }

    fn view(self, locale: Locale) -> AnyView {
        match self {
            Self::Nothing => ().into_any(),
            Self::Plain(text) => view! { "\n\n" {text.to_owned()} }.into_any(),
            Self::Json(text) => view! { "\n\n" <Json text/> }.into_any(),
            Self::Bytes(count) => {
                let count = number::count(count as u64, locale);
                view! { "\n\n" <span class="hl-comment">{t::bytes(locale, count)}</span> }
                    .into_any()
            }
        }
    }
}

/// The level is that of its heading.
pub fn exchange(exchange: &Exchange<'_>, level: u8, locale: Locale) -> impl IntoView + use<> {
    let sent = exchange.sent.view(locale);
    let body = match exchange.body {
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
        assert!(matches!(Text::of(b"{}", &json), Text::Json("{}")));
        assert!(matches!(Text::of(b"{}", &[]), Text::Plain("{}")));
        assert!(matches!(Text::of(b"", &json), Text::Nothing));
        assert!(matches!(Text::of(b"a\xc3", &[]), Text::Plain("a")));
        assert!(matches!(Text::of(b"\xff\xfe\xfd", &[]), Text::Bytes(3)));
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
