//! Finds what is wrong with a pasted header, credential or token, and repairs it.
//!
//! It runs in the browser, which sends the text to nobody. A finding says what is wrong and where,
//! but never holds a secret.

mod address;
mod characters;
mod claims;
mod command;
mod credential;
mod decoding;
mod finding;
mod header;
mod keys;
mod pasted;
mod token;

use std::fmt;

pub use finding::{Finding, Kind};

use self::{
    finding::Findings,
    header::Scheme,
    pasted::{PastedText, Value},
};
use crate::credential::basic;

/// No command with a token is longer. A longer text would only slow the browser down.
const MAX_BYTES: usize = 20_000;

/// The text and what the doctor needs to know for it.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub text: &'a str,
    pub purpose: Purpose,
    /// The public keys of the asker's applications, or none when they are unknown.
    pub public_keys: &'a [String],
    /// The issuer of the portal's access tokens, their `iss`.
    pub issuer: &'a str,
    /// The time, in seconds since 1970.
    pub now: u64,
}

/// The use of the text. When a command has several addresses, the last one counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The text itself tells its use.
    #[default]
    Unsaid,
    /// Calling an API with the access token.
    Call,
    /// Getting an access token with the credential.
    Token,
}

/// The result of the examination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// In reading order. An empty text has none.
    pub findings: Vec<Finding>,
    /// The corrected header, when only its form was wrong.
    pub mended: Option<MendedHeader>,
}

/// A header that carries a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct MendedHeader(String);

impl MendedHeader {
    /// The header itself. Only the person who pasted it may see it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for MendedHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mended(…)")
    }
}

/// Examines a pasted text.
#[must_use]
pub fn examine(question: &Question<'_>) -> Diagnosis {
    let (findings, meant) = look(question);
    // No header corrects a request without `grant_type`.
    let header_alone =
        !findings.iter().any(Finding::is_fine) && !findings.contains(&Finding::GrantMissing);
    let mended = meant
        .filter(|meant| header_alone && works(meant, question))
        .map(|meant| MendedHeader(meant.header));
    Diagnosis { findings, mended }
}

/// The header that the text stands for.
struct IntendedHeader {
    header: String,
    purpose: Purpose,
}

/// The findings, and the credential or the token in the text.
fn look(question: &Question<'_>) -> (Vec<Finding>, Option<IntendedHeader>) {
    let mut findings = Findings::default();
    if question.text.len() > MAX_BYTES {
        findings.add(Finding::TooLong);
        return (findings.into(), None);
    }
    let meant = PastedText::read(question.text, &mut findings)
        .and_then(|pasted| judge(&pasted, question, &mut findings));
    (findings.into(), meant)
}

/// Whether the corrected header has no findings for the same use, even when only the text told it.
fn works(meant: &IntendedHeader, question: &Question<'_>) -> bool {
    let (findings, _) = look(&Question {
        text: &meant.header,
        purpose: meant.purpose,
        ..*question
    });
    findings.iter().all(Finding::is_fine)
}

fn judge(
    pasted: &PastedText,
    question: &Question<'_>,
    findings: &mut Findings,
) -> Option<IntendedHeader> {
    let (text, is_token) = match &pasted.value {
        Value::Text(text) => (text.as_str(), is_token(text, pasted.scheme)),
        Value::Keys(text) => (text.as_str(), false),
    };
    let purpose = purpose(question.purpose, pasted.purpose, is_token);
    let expects_token = purpose == Purpose::Call && pasted.scheme != Some(Scheme::Basic);
    let is_token = is_token || (expects_token && matches!(pasted.value, Value::Text(_)));
    mismatch(pasted, purpose, is_token, findings);
    let name = pasted.header_name();
    let header = if is_token {
        let token = token::judge(text, question, findings)?;
        format!("{name}: Bearer {token}")
    } else {
        let (public_key, secret_key) = credential::judge(&pasted.value, question, findings)?;
        format!("{name}: Basic {}", basic(&public_key, &secret_key))
    };
    Some(IntendedHeader { header, purpose })
}

/// Whether a value is a token: by its form, or because it follows `Bearer` and is no credential.
fn is_token(text: &str, scheme: Option<Scheme>) -> bool {
    token::looks_like(text) || (scheme == Some(Scheme::Bearer) && !credential::looks_like(text))
}

/// The use that was chosen counts first, then the address of the command, then the form of the
/// text.
fn purpose(said: Purpose, addressed: Purpose, is_token: bool) -> Purpose {
    match (said, addressed) {
        (Purpose::Unsaid, Purpose::Unsaid) if is_token => Purpose::Call,
        (Purpose::Unsaid, Purpose::Unsaid) => Purpose::Token,
        (Purpose::Unsaid, addressed) => addressed,
        (said, _) => said,
    }
}

/// Reports a scheme or a value that does not fit this use.
fn mismatch(pasted: &PastedText, purpose: Purpose, is_token: bool, findings: &mut Findings) {
    let for_token = purpose == Purpose::Token;
    match pasted.scheme {
        Some(Scheme::Bearer) if for_token => findings.add(Finding::BearerForToken),
        Some(Scheme::Basic) if !for_token => findings.add(Finding::BasicForCall),
        _ if for_token && is_token => findings.add(Finding::NotACredential),
        Some(Scheme::Other) => findings.add(Finding::Scheme),
        None if pasted.header.is_some() => findings.add(Finding::Scheme),
        _ => {}
    }
}
