//! A mail address.

use std::{fmt, str::FromStr};

use lettre::Address;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use validator::ValidateEmail;

/// A mail address in lower case: two spellings of one mailbox are one account.
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
    /// The longest address that a mail can be sent to (RFC 5321 §4.5.3.1.3).
    pub const MAX_CHARS: usize = 254;

    /// Trims and lower-cases; the domain must be in ASCII and have a dot.
    ///
    /// # Errors
    /// The first of [`EmailError`] that applies, in the order given there.
    pub fn parse(raw: &str) -> Result<Self, EmailError> {
        let text = raw.trim();
        if text.is_empty() {
            Err(EmailError::Empty)
        } else if text.chars().count() > Self::MAX_CHARS {
            Err(EmailError::TooLong)
        } else if is_address(text) && has_domain_name(text) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(EmailError::Invalid)
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

/// Both the form and the mailer must take it. Literals like `[192.0.2.1]` are refused before
/// either sees them: the form lets anything stand in front of one.
fn is_address(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'[' | b']');
    text.bytes().all(is_plain) && text.validate_email() && text.parse::<Address>().is_ok()
}

/// A name with a dot, not `localhost`.
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
            "ana@\u{212a}empresa.com.br",
            "júlia@empresa.com.br",
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
