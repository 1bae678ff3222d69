//! Decodes the base64 of a credential and splits it into its two keys.

use super::{
    Finding, Question,
    characters::{is_placeholder, is_quote, is_space, trim, without_spaces},
    decoding,
    finding::Findings,
    keys,
    pasted::Value,
};
use crate::credential::is_public_key;

/// The two keys, the public one first, or `None` when the value does not hold both.
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
        Value::Text(key) if is_public_key(key) => {
            findings.add(Finding::OneKey);
            return None;
        }
        Value::Text(key) if keys::is_meant_as_secret(key) => {
            findings.add(Finding::SecretAlone);
            keys::secret_form(key, findings);
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

/// Whether the base64 of a value holds a credential, even a damaged one.
pub fn looks_like(value: &str) -> bool {
    let (_, value) = without_spaces(value);
    value.contains(':') || decoding::glance(&value).is_some_and(|plain| plain.contains(':'))
}

/// The keys without the blanks and line breaks beside them.
fn clean(plain: &str, findings: &mut Findings) -> String {
    let kept = plain.trim_end_matches(['\n', '\r']);
    if kept.len() < plain.len() {
        findings.add(Finding::TrailingNewline);
    }
    if kept.contains(is_quote) {
        findings.add(Finding::Quotes);
    }
    if let Some((public_key, secret_key)) = kept.split_once(':')
        && (public_key.ends_with(is_space) || secret_key.starts_with(is_space))
    {
        findings.add(Finding::SpacedColon);
    }
    let mut keys = kept.splitn(2, ':').map(trim);
    if kept != trim(kept) || keys.any(|key| key.contains(is_space)) {
        findings.add(Finding::SpaceInKeys);
    }
    kept.chars()
        .filter(|c| !is_quote(*c) && !is_space(*c))
        .collect()
}
