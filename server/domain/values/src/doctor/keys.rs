//! The two keys of a credential.

use super::{Finding, Question, finding::Findings};
use crate::credential::{PUBLIC_KEY_LENGTH, SECRET_KEY_LENGTH};

/// The keys in their right order; none when one of them is no key.
pub fn judge(
    public_key: &str,
    secret_key: &str,
    question: &Question<'_>,
    findings: &mut Findings,
) -> Option<(String, String)> {
    let swapped = is_key(public_key, SECRET_KEY_LENGTH) && is_key(secret_key, PUBLIC_KEY_LENGTH);
    let (public_key, secret_key) = if swapped {
        findings.add(Finding::Swapped);
        (secret_key, public_key)
    } else {
        form(public_key, secret_key, findings);
        (public_key, secret_key)
    };
    if !is_key(public_key, PUBLIC_KEY_LENGTH) || !is_key(secret_key, SECRET_KEY_LENGTH) {
        return None;
    }
    let own = whose(public_key, question, findings);
    if findings.is_empty() {
        findings.add(Finding::CredentialFine { own });
    }
    Some((public_key.to_owned(), secret_key.to_owned()))
}

/// Which of the asker's public keys it is; that it is none, where they are known.
pub fn whose(public_key: &str, question: &Question<'_>, findings: &mut Findings) -> Option<usize> {
    let keys = question.public_keys;
    let own = keys.iter().position(|key| key == public_key);
    if own.is_none() && !keys.is_empty() {
        findings.add(Finding::AnotherApplication);
    }
    own
}

/// Whether it is of this length, and of letters and digits alone.
pub fn is_key(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn form(public_key: &str, secret_key: &str, findings: &mut Findings) {
    let strange = |c: &char| !c.is_ascii_alphanumeric();
    let mut characters = public_key.chars().chain(secret_key.chars());
    if let Some(character) = characters.find(strange) {
        findings.add(Finding::KeyCharacter { character });
    }
    match public_key.chars().count() {
        PUBLIC_KEY_LENGTH => {}
        0 => findings.add(Finding::EmptyPublicKey),
        length => findings.add(Finding::PublicKeyLength { length }),
    }
    match secret_key.chars().count() {
        SECRET_KEY_LENGTH => {}
        0 => findings.add(Finding::EmptySecretKey),
        length => findings.add(Finding::SecretKeyLength { length }),
    }
}
