//! The address of a mail server, as the settings have it.

use std::net::IpAddr;

use lettre::transport::smtp::authentication::Credentials;
use percent_encoding::percent_decode_str;
use url::Url;

/// How the conversation is kept from others (RFC 3207, RFC 8314).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    None,
    /// `STARTTLS` where it is offered (RFC 7435).
    Opportunistic,
    /// `STARTTLS`, or no conversation.
    Required,
    /// TLS from the start.
    FromTheStart,
}

/// A setting that no mail can be sent with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMailSetting {
    #[error("not an SMTP URL such as smtp://user:password@host:587?tls=required or smtps://host")]
    Url,
    #[error(
        "on port 465 mail servers speak TLS from the start: write smtps:// in place of smtp://"
    )]
    TlsFromTheStart,
    #[error("not a mail address to send from")]
    Sender,
}

/// Where the server is and how it is spoken to.
#[derive(Clone)]
pub struct SmtpAddress {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub credentials: Option<Credentials>,
}

const PLAIN: u16 = 25;
const SUBMISSION: u16 = 587;
const SUBMISSIONS: u16 = 465;

impl SmtpAddress {
    /// `smtp://` or `smtps://`, with name and password where the server wants them. Without
    /// `?tls=none`, `opportunistic` or `required`, a password is sent over TLS only, unless the
    /// server is on this machine.
    pub fn parse(text: &str) -> Result<Self, InvalidMailSetting> {
        let url = Url::parse(text).map_err(|_| InvalidMailSetting::Url)?;
        let host = host(&url).ok_or(InvalidMailSetting::Url)?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(InvalidMailSetting::Url);
        }
        let credentials = credentials(&url)?;
        let requested_security = requested_security(&url)?;
        let from_the_start = url.scheme() == "smtps";
        if !from_the_start && url.port() == Some(SUBMISSIONS) && requested_security.is_none() {
            return Err(InvalidMailSetting::TlsFromTheStart);
        }
        let security = match requested_security {
            _ if from_the_start => Security::FromTheStart,
            Some(requested_security) => requested_security,
            None if is_loopback(&host) => Security::None,
            None if credentials.is_some() => Security::Required,
            None => Security::Opportunistic,
        };
        let submits = requested_security.is_some() || credentials.is_some();
        Ok(Self {
            port: url.port().unwrap_or(usual(security, submits)),
            host,
            security,
            credentials,
        })
    }

    /// Whoever sends no secret may go on with a server whose certificate nobody can check: without
    /// TLS everybody could read along.
    pub fn checks_certificate(&self) -> bool {
        self.security != Security::Opportunistic || self.credentials.is_some()
    }
}

/// The port that goes without saying (RFC 5321, RFC 6409, RFC 8314).
const fn usual(security: Security, submits: bool) -> u16 {
    match security {
        Security::FromTheStart => SUBMISSIONS,
        Security::Opportunistic | Security::Required if submits => SUBMISSION,
        Security::None | Security::Opportunistic | Security::Required => PLAIN,
    }
}

fn host(url: &Url) -> Option<String> {
    if !matches!(url.scheme(), "smtp" | "smtps") {
        return None;
    }
    let host = url.host_str().filter(|host| !host.is_empty())?;
    let bare = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    Some(bare.unwrap_or(host).to_owned())
}

fn is_loopback(host: &str) -> bool {
    let address = host.parse().is_ok_and(|it: IpAddr| it.is_loopback());
    address || host.eq_ignore_ascii_case("localhost")
}

fn credentials(url: &Url) -> Result<Option<Credentials>, InvalidMailSetting> {
    let plain = |text| {
        let decoded = percent_decode_str(text).decode_utf8();
        decoded.map_err(|_| InvalidMailSetting::Url)
    };
    let Some(password) = url.password() else {
        return Ok(None);
    };
    let (name, password) = (plain(url.username())?, plain(password)?);
    Ok(Some(Credentials::new(name.into(), password.into())))
}

/// What the address says of TLS; anything else it says is a mistake.
fn requested_security(url: &Url) -> Result<Option<Security>, InvalidMailSetting> {
    let mut requested_security = None;
    for (name, value) in url.query_pairs() {
        requested_security = Some(match (&*name, &*value) {
            ("tls", "none") => Security::None,
            ("tls", "opportunistic") => Security::Opportunistic,
            ("tls", "required") => Security::Required,
            _ => return Err(InvalidMailSetting::Url),
        });
    }
    Ok(requested_security)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, u16, Security, bool) {
        let address = SmtpAddress::parse(text).unwrap_or_else(|_| panic!("{text}"));
        let checks = address.checks_certificate();
        (address.host, address.port, address.security, checks)
    }

    #[test]
    fn a_password_travels_over_tls_unless_it_is_said_otherwise() {
        use Security::{FromTheStart, None, Opportunistic, Required};
        for (text, port, security, checks) in [
            ("smtp://mail.example", 25, Opportunistic, false),
            ("smtp://mail.example:2525", 2525, Opportunistic, false),
            ("smtp://b:s@mail.example", 587, Required, true),
            ("smtp://b:s@mail.example:25", 25, Required, true),
            ("smtp://b:s@mail.example?tls=none", 25, None, true),
            (
                "smtp://b:s@mail.example?tls=opportunistic",
                587,
                Opportunistic,
                true,
            ),
            ("smtp://mail.example?tls=required", 587, Required, true),
            ("smtps://b:s@mail.example", 465, FromTheStart, true),
            (
                "smtps://mail.example:10465/?tls=none",
                10465,
                FromTheStart,
                true,
            ),
            ("smtp://mail.example:465?tls=none", 465, None, true),
        ] {
            let wanted = ("mail.example".to_owned(), port, security, checks);
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn on_this_machine_nobody_reads_along() {
        for host in ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"] {
            let (_, port, security, _) = read(&format!("smtp://b:s@{host}"));
            assert_eq!((port, security), (25, Security::None), "{host}");
        }
        assert_eq!(read("smtp://[::1]:26").0, "::1");
    }

    #[test]
    fn what_cannot_work_is_named() {
        let wrong = |text| SmtpAddress::parse(text).err();
        for text in [
            "",
            "mail.example",
            "http://mail.example",
            "smtp://",
            "smtp://mail.example/way",
            "smtp://mail.example?tls=perhaps",
            "smtp://mail.example?timeout=5",
            "smtp://b:%ff@mail.example",
        ] {
            assert_eq!(wrong(text), Some(InvalidMailSetting::Url), "{text}");
        }
        let silent = wrong("smtp://b:s@mail.example:465");
        assert_eq!(silent, Some(InvalidMailSetting::TlsFromTheStart));
    }

    #[test]
    fn names_and_passwords_are_decoded() {
        let address = SmtpAddress::parse("smtps://bal%40cao:se%3Agredo@mail.example");
        let credentials = address.ok().and_then(|it| it.credentials).unwrap();
        let wanted = Credentials::new("bal@cao".to_owned(), "se:gredo".to_owned());
        assert_eq!(credentials, wanted);
    }
}
