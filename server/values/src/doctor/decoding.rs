//! Decodes base64 (RFC 4648) and reports what is wrong with its form.

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use super::{Finding, characters::without_spaces, finding::Findings};

/// The caller checks and removes the padding. Trailing bits do not matter.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// The decoded text, or `None` with a finding that says why there is none.
pub fn text_of(value: &str, findings: &mut Findings) -> Option<String> {
    let text = text_of_once(value, findings)?;
    let twice = once_more(&text);
    if twice.is_some() {
        findings.add(Finding::EncodedTwice);
    }
    Some(twice.unwrap_or(text))
}

/// The text in the complete bytes of a base64 that was cut, when all its characters are printable.
pub fn glance(value: &str) -> Option<String> {
    let digits = standard(value);
    let whole = digits.get(..digits.len() - digits.len() % 4)?;
    let bytes = LENIENT.decode(whole).ok()?;
    let plain = bytes
        .iter()
        .all(|byte| matches!(byte, 0 | b'\t'..=b'\r' | b' '..=b'~'));
    plain.then(|| bytes.into_iter().map(char::from).collect())
}

/// Decodes a part of a JWT.
pub fn of_token(part: &str) -> Option<String> {
    String::from_utf8(LENIENT.decode(standard(part)).ok()?).ok()
}

fn text_of_once(value: &str, findings: &mut Findings) -> Option<String> {
    let (space, value) = without_spaces(value);
    if let Some(at) = space {
        findings.add(Finding::WhiteSpace { at });
    }
    let digits = value.trim_end_matches('=');
    if let Some((at, character)) = digits.chars().enumerate().find(|(_, c)| !is_digit(*c)) {
        let at = at + 1;
        findings.add(Finding::NotBase64 { character, at });
        return None;
    }
    if digits.contains(['-', '_']) {
        findings.add(Finding::UrlAlphabet);
    }
    if digits.len() % 4 == 1 {
        let length = digits.len();
        findings.add(Finding::Cut { length });
        return None;
    }
    if !value.len().is_multiple_of(4) || value.len() - digits.len() > 2 {
        findings.add(Finding::Padding);
    }
    let text = LENIENT
        .decode(standard(digits))
        .ok()
        .and_then(|bytes| text(bytes, findings));
    if text.is_none() {
        findings.add(Finding::NotText);
    }
    text
}

const fn is_digit(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '-' | '_')
}

/// Converts a value to the alphabet of RFC 4648 §4.
fn standard(digits: &str) -> String {
    let digit = |digit| match digit {
        '-' => '+',
        '_' => '/',
        other => other,
    };
    digits.trim_end_matches('=').chars().map(digit).collect()
}

fn text(bytes: Vec<u8>, findings: &mut Findings) -> Option<String> {
    let wide =
        |(pair, _): (&[[u8; 2]], _)| !pair.is_empty() && pair.iter().all(|[_, high]| *high == 0);
    if !wide(bytes.as_chunks()) {
        return String::from_utf8(bytes).ok();
    }
    findings.add(Finding::Utf16);
    let narrow = bytes.iter().step_by(2).map(|byte| char::from(*byte));
    Some(narrow.collect())
}

/// Decodes a text that was encoded twice: it has no colon, and its own base64 has one.
fn once_more(text: &str) -> Option<String> {
    if text.contains(':') {
        return None;
    }
    let text = text_of_once(text, &mut Findings::default())?;
    text.contains(':').then_some(text)
}
