//! One request and its answer, as they would go over the wire, but for the secrets.

use std::time::Duration;

use leptos::prelude::*;
use locales::{Locale, number, try_it as t};

use crate::components::Json;

pub struct Exchange<'a> {
    pub title: &'static str,
    pub elapsed: Duration,
    /// The request's line and headers.
    pub request: Vec<String>,
    pub sent: RequestBody<'a>,
    pub status: u16,
    /// Each with its name.
    pub headers: Vec<String>,
    /// JSON; empty for none.
    pub body: &'a str,
}

pub enum RequestBody<'a> {
    Nothing,
    Form(&'a str),
    Json(&'a str),
}

pub fn exchange(exchange: &Exchange<'_>, locale: Locale) -> impl IntoView + use<> {
    let sent = match exchange.sent {
        RequestBody::Nothing => ().into_any(),
        RequestBody::Form(fields) => view! { "\n\n" {fields.to_owned()} }.into_any(),
        RequestBody::Json(text) => view! { "\n\n" <Json text/> }.into_any(),
    };
    let body = if exchange.body.is_empty() {
        view! { "\n\n" <span class="hl-comment">{t::no_body(locale)}</span> }.into_any()
    } else {
        view! { "\n\n" <Json text=exchange.body/> }.into_any()
    };
    view! {
        <section class="stack">
            <div class="split">
                <h3>{exchange.title}</h3>
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
