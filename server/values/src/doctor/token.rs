//! Reads an access token without its key: whether it is complete, the portal's own, and valid now.

use super::{
    Finding, Question,
    characters::{is_placeholder, without_spaces},
    claims, credential, decoding,
    finding::Findings,
    keys,
};

/// The base64 of every JSON object starts with these characters.
const START: &str = "eyJ";
/// Two clocks may differ by so many seconds.
const LEEWAY: u64 = 60;
const UUID_LENGTH: usize = 36;
/// 96 bits in base64.
const SHORTEST_OPAQUE: usize = 16;
/// An address is shown up to this length.
const LONGEST_ISSUER: usize = 100;

/// Whether a value looks like a token.
pub fn looks_like(value: &str) -> bool {
    let (_, value) = without_spaces(value);
    (value.starts_with(START) && !value.contains(':')) || is_uuid(&value)
}

/// The token itself, or `None` when something is wrong with it.
pub fn judge(value: &str, question: &Question<'_>, findings: &mut Findings) -> Option<String> {
    if is_placeholder(value) {
        findings.add(Finding::Placeholder);
        return None;
    }
    let (space, token) = without_spaces(value);
    if let Some(at) = space {
        findings.add(Finding::WhiteSpace { at });
    }
    if is_opaque(&token) {
        findings.add(Finding::ForeignToken { issuer: None });
        return None;
    }
    let Some(payload) = payload(&token) else {
        findings.add(Finding::NotAToken);
        return None;
    };
    let issuer = claims::text(&payload, "iss");
    if issuer.as_deref() != Some(question.issuer) {
        let issuer = issuer.filter(|issuer| is_address(issuer));
        findings.add(Finding::ForeignToken { issuer });
        return None;
    }
    let Some(expires) = claims::number(&payload, "exp") else {
        findings.add(Finding::NotAToken);
        return None;
    };
    time(&payload, expires, question.now, findings)?;
    let client = claims::text(&payload, "client_id");
    let own = client.and_then(|client| keys::whose(&client, question, findings));
    if findings.is_empty() {
        let seconds = expires - question.now;
        findings.add(Finding::TokenFine { seconds, own });
    }
    Some(token)
}

/// The claims of a token, or `None` when it is no complete JWT.
fn payload(token: &str) -> Option<String> {
    let mut parts = token.split('.');
    let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
    if signature.is_empty() || parts.next().is_some() {
        return None;
    }
    claims::text(&decoding::of_token(header)?, "alg")?;
    let payload = decoding::of_token(payload)?;
    payload.starts_with('{').then_some(payload)
}

/// Whether the token is of a form that only other issuers use. The portal's tokens are readable
/// JWTs.
fn is_opaque(token: &str) -> bool {
    is_uuid(token) || is_encrypted(token) || is_random(token)
}

/// Whether a text is a UUID in the form of RFC 9562 §4.
fn is_uuid(text: &str) -> bool {
    let is_dash = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == UUID_LENGTH && text.bytes().enumerate().all(is_dash)
}

/// Whether a text has five parts and the first names an encryption (RFC 7516 §7.1).
fn is_encrypted(token: &str) -> bool {
    let mut parts = token.split('.');
    let header = parts.next().and_then(decoding::of_token);
    parts.count() == 4 && header.is_some_and(|header| claims::text(&header, "enc").is_some())
}

/// Whether a text is long enough for a token and has only the characters of one (RFC 6750 §2.1).
/// A part of a JWT or of a credential does not count.
fn is_random(token: &str) -> bool {
    let of_tokens = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    token.len() >= SHORTEST_OPAQUE
        && token.bytes().all(of_tokens)
        && !token.split('.').any(|part| part.starts_with(START))
        && !credential::looks_like(token)
}

/// Whether an issuer is an address. Another text may be confidential and is not shown.
fn is_address(issuer: &str) -> bool {
    issuer.len() <= LONGEST_ISSUER
        && (issuer.starts_with("https://") || issuer.starts_with("http://"))
}

/// Returns `Some` when the token is valid at this time.
fn time(payload: &str, expires: u64, now: u64, findings: &mut Findings) -> Option<()> {
    if expires <= now {
        let seconds = now - expires;
        findings.add(Finding::Expired { seconds });
        return None;
    }
    let starts = ["nbf", "iat"].map(|claim| claims::number(payload, claim));
    let starts = starts.into_iter().flatten().max().unwrap_or_default();
    if starts > now.saturating_add(LEEWAY) {
        let seconds = starts - now;
        findings.add(Finding::NotYet { seconds });
        return None;
    }
    Some(())
}
