//! The two keys of a credential.

use super::{Finding, Question, finding::Findings};
use crate::credential::{
    SECRET_KEY_LENGTH, SECRET_PREFIX, checksum_holds, is_public_key, is_secret_key,
};

/// The place of the underscore in the prefix of a secret key.
const LINE_AT: usize = SECRET_PREFIX.len() - 1;

/// The keys in their right order, or `None` when one of them is no key.
pub fn judge(
    public_key: &str,
    secret_key: &str,
    question: &Question<'_>,
    findings: &mut Findings,
) -> Option<(String, String)> {
    let swapped = is_secret_key(public_key) && is_public_key(secret_key);
    let (public_key, secret_key) = if swapped {
        findings.add(Finding::Swapped);
        (secret_key, public_key)
    } else {
        public_form(public_key, findings);
        (public_key, secret_key)
    };
    secret_form(secret_key, findings);
    if !is_public_key(public_key) || !is_whole(secret_key) {
        return None;
    }
    let own = whose(public_key, question, findings);
    if findings.is_empty() {
        findings.add(Finding::CredentialFine { own });
    }
    Some((public_key.to_owned(), secret_key.to_owned()))
}

/// The place of the public key among those of the asker. Reports a key that is not among them,
/// unless they are unknown.
pub fn whose(public_key: &str, question: &Question<'_>, findings: &mut Findings) -> Option<usize> {
    let keys = question.public_keys;
    let own = keys.iter().position(|key| key == public_key);
    if own.is_none() && !keys.is_empty() {
        findings.add(Finding::AnotherApplication);
    }
    own
}

/// Whether a text looks like a secret key, even a damaged one.
pub fn is_meant_as_secret(text: &str) -> bool {
    text.starts_with(SECRET_PREFIX) || is_secret_key(text)
}

/// Reports what is wrong with a secret key alone.
pub fn secret_form(secret_key: &str, findings: &mut Findings) {
    let length = secret_key.chars().count();
    let line = secret_key.as_bytes().get(LINE_AT) == Some(&b'_');
    let characters = secret_key.chars().enumerate();
    let mut strange =
        characters.filter(|(at, c)| !(c.is_ascii_alphanumeric() || line && *at == LINE_AT));
    if secret_key.is_empty() {
        findings.add(Finding::EmptySecretKey);
    } else if is_public_key(secret_key) {
        findings.add(Finding::PublicForSecret);
    } else if let Some((_, character)) = strange.next() {
        findings.add(Finding::KeyCharacter { character });
    } else if length != SECRET_KEY_LENGTH && !is_secret_key(secret_key) {
        findings.add(Finding::SecretKeyLength { length });
    } else if !is_whole(secret_key) {
        findings.add(Finding::WrongCharacter);
    }
}

fn public_form(public_key: &str, findings: &mut Findings) {
    let mut characters = public_key.chars();
    if public_key.is_empty() {
        findings.add(Finding::EmptyPublicKey);
    } else if is_meant_as_secret(public_key) {
        findings.add(Finding::SecretForPublic);
    } else if let Some(character) = characters.find(|c| !c.is_ascii_alphanumeric()) {
        findings.add(Finding::KeyCharacter { character });
    } else if !is_public_key(public_key) {
        let length = public_key.len();
        findings.add(Finding::PublicKeyLength { length });
    }
}

fn is_whole(secret_key: &str) -> bool {
    is_secret_key(secret_key) && checksum_holds(secret_key)
}
