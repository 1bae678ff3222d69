//! The language that an address names, as in `/catalogo?idioma=en`: by it search engines and links
//! lead to a page in each language. Whoever chose a language keeps it.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue};
use locales::Locale;

use super::cookies;

/// The cookie of a reader's language.
pub(super) const COOKIE: &str = "balcao-idioma";
const REMEMBERED: Duration = Duration::from_hours(365 * 24);

/// The parameter of the query.
const PARAMETER: &str = "idioma";

/// The language that a browser keeps.
#[must_use]
pub fn of_browser(headers: &HeaderMap) -> Option<Locale> {
    cookies::read(headers, COOKIE)?.parse().ok()
}

/// `Set-Cookie` by which a browser keeps a language.
#[must_use]
pub fn cookie(locale: Locale, https: bool) -> Option<HeaderValue> {
    cookies::set(COOKIE, locale.tag(), REMEMBERED, https)
}

/// The language that a query names.
#[must_use]
pub fn of_query(query: &str) -> Option<Locale> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let named = pairs.find_map(|(name, value)| (name == PARAMETER).then_some(value));
    named?.parse().ok()
}

/// The address of a page in a language. In the portal's own it is the page's address itself.
#[must_use]
pub fn address_in(address: &str, locale: Locale) -> String {
    if locale == Locale::default() {
        return address.to_owned();
    }
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{PARAMETER}={locale}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_language_that_it_was_made_for() {
        for locale in Locale::ALL {
            let address = address_in("/catalogo?pagina=2", locale);
            let (_, query) = address.split_once('?').unwrap();
            assert_eq!(of_query(query).unwrap_or_default(), locale);
        }
        assert_eq!(of_query("q=idioma&idioma=xx"), None);
        assert_eq!(of_query(""), None);
    }
}
