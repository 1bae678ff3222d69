//! What a browser says it is, in words that its owner knows it by.
//!
//! Browsers name each other for compatibility, so the first mark found in each table counts.

use locales::{Locale, device as t};

/// What tells in a `User-Agent` that it is of a browser or a system.
struct Mark {
    token: &'static str,
    name: &'static str,
}

const fn mark(token: &'static str, name: &'static str) -> Mark {
    Mark { token, name }
}

const BROWSERS: &[Mark] = &[
    mark("Edg/", "Edge"),
    mark("EdgA/", "Edge"),
    mark("EdgiOS/", "Edge"),
    mark("OPR/", "Opera"),
    mark("SamsungBrowser/", "Samsung Internet"),
    mark("Vivaldi/", "Vivaldi"),
    mark("YaBrowser/", "Yandex"),
    mark("FxiOS/", "Firefox"),
    mark("Firefox/", "Firefox"),
    mark("CriOS/", "Chrome"),
    mark("Chrome/", "Chrome"),
    mark("Safari/", "Safari"),
    mark("curl/", "curl"),
];

const SYSTEMS: &[Mark] = &[
    mark("Android", "Android"),
    mark("iPhone", "iPhone"),
    mark("iPad", "iPad"),
    mark("CrOS", "ChromeOS"),
    mark("Windows", "Windows"),
    mark("Macintosh", "macOS"),
    mark("Linux", "Linux"),
];

/// "Firefox no Linux", from a `User-Agent`.
pub fn name(agent: &str, locale: Locale) -> String {
    match (find(BROWSERS, agent), find(SYSTEMS, agent)) {
        (Some(browser), Some(system)) => t::browser_on(locale, browser, system),
        (Some(browser), None) => browser.to_owned(),
        (None, Some(system)) => t::browser_on(locale, t::some_browser(locale), system),
        (None, None) => t::unknown(locale).to_owned(),
    }
}

fn find(table: &[Mark], agent: &str) -> Option<&'static str> {
    let mark = table.iter().find(|mark| agent.contains(mark.token));
    mark.map(|mark| mark.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_from_those_they_pretend_to_be() {
        let cases = [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Firefox no Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0",
                "Edge no Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/128.0.0.0 Mobile Safari/537.36",
                "Chrome no Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 \
                 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari no iPhone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.5 Safari/605.1.15",
                "Safari no macOS",
            ),
        ];
        for (agent, expected) in cases {
            assert_eq!(name(agent, Locale::PtBr), expected);
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        assert_eq!(name("curl/8.9.1", Locale::En), "curl");
        assert_eq!(name("Lynx (Linux)", Locale::En), "Browser on Linux");
        assert_eq!(name("", Locale::Es), "Dispositivo desconocido");
    }
}
