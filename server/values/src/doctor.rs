//! What is wrong with a header, a credential or a token that somebody pasted, and its repair.
//!
//! It runs where the text was pasted: nothing of it goes anywhere. A finding says what is wrong
//! and where, never what a secret is.

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

/// Longer than any command with a token in it; the rest would only slow the browser down.
const MAX_BYTES: usize = 20_000;

/// What is asked.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub text: &'a str,
    pub purpose: Purpose,
    /// The public keys of the asker's own applications; none where they are not known.
    pub public_keys: &'a [String],
    /// Who issues the access tokens: their `iss`.
    pub issuer: &'a str,
    /// The time, in seconds since 1970.
    pub now: u64,
}

/// What the text is to be used for. Of several addresses in one command the last of these counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Whatever it looks like.
    #[default]
    Unsaid,
    /// Calling an API, with the access token.
    Call,
    /// Asking for an access token, with the credential.
    Token,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// In the order one reads them; none of no text.
    pub findings: Vec<Finding>,
    /// The header as it should be, where nothing but its form was wrong.
    pub mended: Option<MendedHeader>,
}

/// A header that carries a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct MendedHeader(String);

impl MendedHeader {
    /// The header itself: for whoever pasted it.
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

/// Looks at what was pasted.
#[must_use]
pub fn examine(question: &Question<'_>) -> Diagnosis {
    let (findings, meant) = look(question);
    // A request that asks for nothing is not mended by any header.
    let header_alone =
        !findings.iter().any(Finding::is_fine) && !findings.contains(&Finding::GrantMissing);
    let mended = meant
        .filter(|meant| header_alone && works(meant, question))
        .map(|meant| MendedHeader(meant.header));
    Diagnosis { findings, mended }
}

/// The header that a text is meant to be.
struct IntendedHeader {
    header: String,
    purpose: Purpose,
}

/// What was found, and what the text comes down to.
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

/// Whether the header would be found fine for the same purpose, also where the text alone told it.
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

/// Whether a value is meant to be a token: by its own form, or as what follows `Bearer` and is no
/// credential.
fn is_token(text: &str, scheme: Option<Scheme>) -> bool {
    token::looks_like(text) || (scheme == Some(Scheme::Bearer) && !credential::looks_like(text))
}

/// What was said counts most, then where a command goes, then what the text looks like.
fn purpose(said: Purpose, addressed: Purpose, is_token: bool) -> Purpose {
    match (said, addressed) {
        (Purpose::Unsaid, Purpose::Unsaid) if is_token => Purpose::Call,
        (Purpose::Unsaid, Purpose::Unsaid) => Purpose::Token,
        (Purpose::Unsaid, addressed) => addressed,
        (said, _) => said,
    }
}

/// Whether the scheme and the value are the ones for this purpose.
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
