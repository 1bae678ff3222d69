//! A credential: from its base64 to the two keys.

use super::{
    Finding, Question,
    characters::{is_placeholder, is_quote, is_space},
    decoding,
    finding::Findings,
    keys,
    pasted::Value,
};
use crate::credential::{PUBLIC_KEY_LENGTH, SECRET_KEY_LENGTH};

/// The two keys, the public one first. None when they cannot be told.
pub fn judge(
    value: &Value,
    question: &Question<'_>,
    findings: &mut Findings,
) -> Option<(String, String)> {
    let (Value::Text(text) | Value::Keys(text)) = value;
    if is_placeholder(text) {
        findings.add(Finding::Placeholder);
        return None;
    }
    let plain = match value {
        Value::Keys(keys) => keys.clone(),
        Value::Text(keys) if keys.contains(':') => {
            findings.add(Finding::NotEncoded);
            keys.clone()
        }
        Value::Text(key) if is_one_key(key) => {
            findings.add(Finding::OneKey);
            return None;
        }
        Value::Text(base64) => decoding::text_of(base64, findings)?,
    };
    let plain = clean(&plain, findings);
    let Some((public_key, secret_key)) = plain.split_once(':') else {
        findings.add(Finding::OneKey);
        return None;
    };
    keys::judge(public_key, secret_key, question, findings)
}

/// No credential is as short, and a base64 of this length would be of a wrong one.
fn is_one_key(text: &str) -> bool {
    keys::is_key(text, PUBLIC_KEY_LENGTH) || keys::is_key(text, SECRET_KEY_LENGTH)
}

/// The keys without what slipped in beside them.
fn clean(plain: &str, findings: &mut Findings) -> String {
    let kept = plain.trim_end_matches(['\n', '\r']);
    if kept.len() < plain.len() {
        findings.add(Finding::TrailingNewline);
    }
    if kept.contains(is_quote) {
        findings.add(Finding::Quotes);
    }
    if kept.contains(is_space) {
        findings.add(Finding::SpaceInKeys);
    }
    kept.chars()
        .filter(|c| !is_quote(*c) && !is_space(*c))
        .collect()
}
