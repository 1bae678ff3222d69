//! Where a client may be answered by way of a person's browser: addresses that an administrator
//! registered, compared letter by letter (RFC 9700 §2.1). Of programs on the person's own machine the
//! port alone may differ, as they take whichever is free (RFC 8252 §7.3).

use url::Url;

use super::{ClientKind, ClientMistake, NewClient};

/// How many a client may have.
pub const MAX_REDIRECTS: usize = 20;
const MAX_BYTES: usize = 500;
/// What leads to the machine of the browser. Its name is taken as well, though numbers are better
/// (RFC 8252 §8.3): many programs use it.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "[::1]", "localhost"];

/// Why a text is no redirect address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectMistake {
    /// It is no address with a host.
    NoAddress,
    /// It is neither https nor of the machine of the browser.
    Insecure,
    /// It has a fragment, even an empty one (RFC 6749 §3.1.2).
    Fragment,
    /// It holds a user's name or password.
    Credentials,
    TooLong,
    /// It can be written otherwise, as browsers would; this is how.
    Unusual(String),
}

/// Where a client of the kind authorization may be answered; others are answered nowhere.
pub(super) fn addresses(new: &NewClient, found: &mut Vec<ClientMistake>) -> String {
    if new.kind != ClientKind::Authorization {
        return String::new();
    }
    listed(new.redirect_addresses.split_whitespace(), found)
}

/// The same of addresses that stand one by one, as a row has them.
pub(super) fn listed<'a>(
    typed: impl IntoIterator<Item = &'a str>,
    found: &mut Vec<ClientMistake>,
) -> String {
    match parse(typed) {
        Ok(addresses) if addresses.is_empty() => found.push(ClientMistake::NoRedirect),
        Ok(addresses) if addresses.len() > MAX_REDIRECTS => {
            found.push(ClientMistake::ManyRedirects);
        }
        Ok(addresses) => return addresses.join(" "),
        Err(wrong) => {
            let mistakes = wrong.into_iter();
            found.extend(mistakes.map(|(text, why)| ClientMistake::Redirect(text, why)));
        }
    }
    String::new()
}

/// Checks the addresses that were typed; those that are none come with the reason.
fn parse<'a>(
    typed: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<String>, Vec<(String, RedirectMistake)>> {
    let mut addresses: Vec<String> = Vec::new();
    let mut wrong = Vec::new();
    for word in typed {
        match check(word) {
            Ok(()) if addresses.iter().any(|it| it == word) => {}
            Ok(()) => addresses.push(word.to_owned()),
            Err(mistake) => wrong.push((word.to_owned(), mistake)),
        }
    }
    if wrong.is_empty() {
        Ok(addresses)
    } else {
        Err(wrong)
    }
}

fn check(text: &str) -> Result<(), RedirectMistake> {
    if text.len() > MAX_BYTES {
        return Err(RedirectMistake::TooLong);
    }
    let url = Url::parse(text).map_err(|_| RedirectMistake::NoAddress)?;
    let host = url.host_str().filter(|host| !host.contains('*'));
    let host = host.ok_or(RedirectMistake::NoAddress)?;
    if url.fragment().is_some() {
        return Err(RedirectMistake::Fragment);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(RedirectMistake::Credentials);
    }
    let is_secure = match url.scheme() {
        "https" => true,
        "http" => LOOPBACK.contains(&host),
        _ => false,
    };
    if !is_secure {
        return Err(RedirectMistake::Insecure);
    }
    let usual = url.as_str();
    if usual != text && usual.strip_suffix('/') != Some(text) {
        return Err(RedirectMistake::Unusual(usual.to_owned()));
    }
    Ok(())
}

/// Whether a client with these addresses, as a row has them, may be answered at this one.
pub(super) fn allows(registered: &str, asked: &str) -> bool {
    let local = without_port(asked);
    registered
        .split(' ')
        .filter(|address| !address.is_empty())
        .any(|it| it == asked || local.is_some() && without_port(it) == local)
}

/// The host of an address on the machine of the browser, and what comes after the port.
fn without_port(address: &str) -> Option<(&'static str, &str)> {
    let rest = address.strip_prefix("http://")?;
    let host = *LOOPBACK.iter().find(|host| rest.starts_with(**host))?;
    let rest = &rest[host.len()..];
    let Some(port) = rest.strip_prefix(':') else {
        return Some((host, rest));
    };
    let end = port.find(|c: char| !c.is_ascii_digit());
    let (port, rest) = port.split_at(end.unwrap_or(port.len()));
    let is_port = port.parse::<u16>().is_ok_and(|port| port != 0);
    is_port.then_some((host, rest))
}

/// The host of an address, with the port where it names one, for people.
pub(super) fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
    let port = url.as_ref().and_then(Url::port);
    port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether an address leads to the machine of the browser.
pub(super) fn is_local(address: &str) -> bool {
    address.starts_with("http://")
}

/// An address with more parameters; its own are kept (RFC 6749 §4.1.2).
pub(super) fn with(address: &str, parameters: &[(&str, &str)]) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return address.to_owned();
    };
    url.query_pairs_mut().extend_pairs(parameters);
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_as_they_were_typed() {
        for good in [
            "https://app.example/volta",
            "https://app.example",
            "https://app.example:8443/volta?de=balcao",
            "http://127.0.0.1/volta",
            "http://127.0.0.1:8000/volta",
            "http://[::1]/volta",
            "http://localhost:8090/callback",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        let two = ["https://a.example/x", "https://b.example/y"];
        assert_eq!(parse([two[0], two[1], two[0]]).unwrap(), two);
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused_with_its_reason() {
        use RedirectMistake as M;
        let unusual = |text: &str| M::Unusual(text.to_owned());
        for (text, mistake) in [
            ("app.example/volta", M::NoAddress),
            ("https:///", M::NoAddress),
            ("https://*.app.example/", M::NoAddress),
            ("http://app.example/volta", M::Insecure),
            ("http://127.0.0.2/volta", M::Insecure),
            ("http://localhost.app.example/volta", M::Insecure),
            ("ftp://app.example/volta", M::Insecure),
            ("https://app.example/volta#", M::Fragment),
            ("https://app.example/#x", M::Fragment),
            ("https://app.example@evil.example/", M::Credentials),
            ("https://:x@evil.example/", M::Credentials),
            (
                "HTTPS://App.example/volta",
                unusual("https://app.example/volta"),
            ),
            (
                "https://app.example/a/../volta",
                unusual("https://app.example/volta"),
            ),
            (
                "https://app.example:443/volta",
                unusual("https://app.example/volta"),
            ),
            (
                "https:\\\\app.example\\volta",
                unusual("https://app.example/volta"),
            ),
            ("http://2130706433/volta", unusual("http://127.0.0.1/volta")),
            (" https://a.example/ ", unusual("https://a.example/")),
            ("https://a.example/ b", unusual("https://a.example/%20b")),
        ] {
            assert_eq!(check(text), Err(mistake), "{text}");
        }
        let long = format!("https://app.example/{}", "a".repeat(MAX_BYTES));
        assert_eq!(check(&long), Err(M::TooLong));
    }

    #[test]
    fn an_address_is_the_same_letter_by_letter() {
        let registered = "https://app.example/volta https://app.example:8443/volta";
        assert!(allows(registered, "https://app.example/volta"));
        for other in [
            "",
            "https://app.example/volta ",
            "https://app.example/volta/",
            "https://app.example/volta?x=1",
            "https://app.example/volta#x",
            "https://app.example/Volta",
            "https://APP.example/volta",
            "https://app.example/x/../volta",
            "https://app.example:443/volta",
            "https://app.example:9443/volta",
            "https://app.example.evil.example/volta",
            "https://app.example@evil.example/volta",
            "https://evil.example/volta",
            "http://app.example/volta",
            "//app.example/volta",
            "https://app.example/volta https://app.example:8443/volta",
        ] {
            assert!(!allows(registered, other), "{other}");
        }
        assert!(!allows("", ""));
    }

    #[test]
    fn a_program_on_the_machine_of_the_browser_chooses_its_port() {
        let registered = "http://127.0.0.1/volta http://[::1]:1/volta";
        for good in [
            "http://127.0.0.1/volta",
            "http://127.0.0.1:1/volta",
            "http://127.0.0.1:65535/volta",
            "http://[::1]/volta",
            "http://[::1]:50000/volta",
        ] {
            assert!(allows(registered, good), "{good}");
        }
        for bad in [
            "http://localhost/volta",
            "http://127.0.0.1:/volta",
            "http://127.0.0.1:0/volta",
            "http://127.0.0.1:65536/volta",
            "http://127.0.0.1:80@evil.example/volta",
            "http://127.0.0.1.evil.example/volta",
            "http://127.0.0.1:80/outra",
            "http://127.0.0.1:80/volta#x",
            "https://127.0.0.1:80/volta",
            "HTTP://127.0.0.1:80/volta",
        ] {
            assert!(!allows(registered, bad), "{bad}");
        }
    }

    #[test]
    fn an_answer_is_added_to_the_address_and_people_see_its_host() {
        let answered = with("https://app.example/volta?de=balcao", &[("code", "a b&c")]);
        assert_eq!(answered, "https://app.example/volta?de=balcao&code=a+b%26c");
        assert_eq!(host("https://app.example/volta"), "app.example");
        assert_eq!(host("http://[::1]:8000/volta"), "[::1]:8000");
        assert!(is_local("http://[::1]:8000/volta") && !is_local("https://app.example"));
    }
}
