//! Mail addresses.

use std::{fmt, str::FromStr};

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use lettre::Address;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use validator::ValidateEmail;
use values::tidy;

/// A mail address in lower case, with its domain as A-labels (RFC 5890 §2.3.2.1), so that all
/// spellings of a mailbox are equal.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
)]
#[serde(try_from = "String")]
pub struct Email(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    #[error("the mail address is missing")]
    Empty,
    #[error("the mail address has more than {} characters", Email::MAX_CHARS)]
    TooLong,
    #[error("the mail address is none")]
    Invalid,
}

impl Email {
    /// The largest length of an address that can be mailed to (RFC 5321 §4.5.3.1.3).
    pub const MAX_CHARS: usize = 254;

    /// Tidies an address, puts it into lower case, and its domain into A-labels.
    ///
    /// # Errors
    /// The first of [`EmailError`] that applies, in the order given there.
    pub fn parse(raw: &str) -> Result<Self, EmailError> {
        let typed = tidy::code(raw);
        if typed.is_empty() {
            return Err(EmailError::Empty);
        }
        if typed.chars().count() > Self::MAX_CHARS {
            return Err(EmailError::TooLong);
        }
        let text = with_ascii_domain(&typed).ok_or(EmailError::Invalid)?;
        if text.len() > Self::MAX_CHARS {
            Err(EmailError::TooLong)
        } else if is_address(&text) && has_domain_name(&text) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(EmailError::Invalid)
        }
    }

    /// The address with an international domain in its own letters, for pages and searches.
    #[must_use]
    pub fn shown(&self) -> String {
        let (local, domain) = split(&self.0);
        if !has_a_label(domain) {
            return self.0.clone();
        }
        match idna::domain_to_unicode(domain) {
            (shown, Ok(())) => format!("{local}@{shown}"),
            (_, Err(_)) => self.0.clone(),
        }
    }

    /// The address in every spelling that people may search for.
    #[must_use]
    pub fn search_forms(&self) -> String {
        let shown = self.shown();
        if shown == self.0 {
            shown
        } else {
            format!("{} {shown}", self.0)
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn local_part(&self) -> &str {
        split(&self.0).0
    }

    #[must_use]
    pub fn domain(&self) -> &str {
        split(&self.0).1
    }
}

/// Whether the HTML form and the mailer take the address. Literals like `[192.0.2.1]` are refused
/// first, since the form allows anything before one.
fn is_address(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'[' | b']');
    text.bytes().all(is_plain) && text.validate_email() && text.parse::<Address>().is_ok()
}

/// The address with its domain as A-labels; `None` where there is no such domain.
fn with_ascii_domain(address: &str) -> Option<String> {
    let (local, domain) = split(address);
    if domain.is_ascii() && !has_a_label(domain) {
        return Some(address.to_owned());
    }
    let rules = (AsciiDenyList::STD3, Hyphens::Check, DnsLength::Verify);
    let ascii = Uts46::new().to_ascii(domain.as_bytes(), rules.0, rules.1, rules.2);
    ascii.ok().map(|domain| format!("{local}@{domain}"))
}

/// Whether a label of the domain is an A-label.
fn has_a_label(domain: &str) -> bool {
    let prefix = |label: &str| {
        label
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    };
    domain.split('.').any(prefix)
}

/// Whether the domain has a dot, unlike `localhost`.
fn has_domain_name(address: &str) -> bool {
    split(address).1.contains('.')
}

fn split(address: &str) -> (&str, &str) {
    address.rsplit_once('@').unwrap_or((address, ""))
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(raw: &str) -> Result<Self, EmailError> {
        Self::parse(raw)
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(raw: String) -> Result<Self, EmailError> {
        Self::parse(&raw)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_trimmed_and_lower_cased() {
        let email = Email::parse("  Ana.Souza@Empresa.COM.BR ").unwrap();
        assert_eq!(email.as_str(), "ana.souza@empresa.com.br");
        assert_eq!(email.local_part(), "ana.souza");
        assert_eq!(email.domain(), "empresa.com.br");
    }

    #[test]
    fn a_domain_in_other_letters_is_the_one_that_mail_servers_know() {
        let known = Email::parse("ana@xn--caf-dma.com.br").unwrap();
        for typed in [
            "ana@café.com.br",
            "Ana@CAFÉ.com.br",
            "ana@cafe\u{301}.com.br",
            "\u{200b}ana@café.com.br\u{a0}",
            "ana@XN--CAF-DMA.com.br",
            "ana@café。com。br",
        ] {
            assert_eq!(Email::parse(typed).as_ref(), Ok(&known), "{typed}");
        }
        assert_eq!(known.as_str(), "ana@xn--caf-dma.com.br");
        assert_eq!(known.shown(), "ana@café.com.br");
        assert_eq!(
            Email::parse("ana@empresa.com.br").unwrap().shown(),
            "ana@empresa.com.br"
        );
        // UTS #46 maps the Kelvin sign to the letter k.
        assert_eq!(
            Email::parse("ana@\u{212a}empresa.com.br").unwrap().as_str(),
            "ana@kempresa.com.br"
        );
    }

    #[test]
    fn what_came_along_with_a_paste_does_not_matter() {
        for typed in [
            "ana@empresa.com.br\u{200b}",
            "\u{feff}ana@empresa.com.br\u{a0}",
            "ana@em\u{ad}presa.com.br",
        ] {
            let email = Email::parse(typed).unwrap();
            assert_eq!(email.as_str(), "ana@empresa.com.br", "{typed:?}");
        }
        let dash = Email::parse("ana@minha\u{2011}empresa.com.br").unwrap();
        assert_eq!(dash.as_str(), "ana@minha-empresa.com.br");
    }

    #[test]
    fn what_is_no_address_on_the_net_is_refused() {
        for raw in [
            "ana",
            "@empresa.com.br",
            "ana@",
            "ana@localhost",
            "ana@[192.0.2.1]",
            "ana@empresa..br",
            "ana souza@empresa.com.br",
            "ana@empresa.com.br\r\nBcc: b@c.com",
            "júlia@empresa.com.br",
            "ana@xn--.com.br",
            "ana@xn--a.com.br",
            "ana@café",
            "ana@ca fé.com.br",
            "ana@café..br",
            "ana@-café.com.br",
            "ana@caf\u{e9}@empresa.com.br",
            "ana@empresa.com.br, bia@empresa.com.br",
            "a@evil.com\r\nBcc: foo.com[127.0.0.1]",
            "a@evil.com\0.foo.com[127.0.0.1]",
            "a@evil.com foo.com[127.0.0.1]",
            ".ana@x.com",
            "a..b@x.com",
        ] {
            assert_eq!(Email::parse(raw), Err(EmailError::Invalid), "{raw}");
        }
    }

    #[test]
    fn nothing_and_too_much_are_told_apart() {
        assert_eq!(Email::parse("  "), Err(EmailError::Empty));
        let long = format!("ana@{}.com", "a".repeat(Email::MAX_CHARS));
        assert_eq!(Email::parse(&long), Err(EmailError::TooLong));
    }
}
