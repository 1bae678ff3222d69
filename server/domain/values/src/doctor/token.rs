//! An access token, read without its key: whether it is whole, ours, and good now.

use super::{
    Finding, Question,
    characters::{is_placeholder, without_spaces},
    claims, decoding,
    finding::Findings,
    keys,
};

/// What every base64 of a JSON object starts with.
const START: &str = "eyJ";
/// How far clocks may be apart, in seconds.
const LEEWAY: u64 = 60;
/// Enough of an address to know it by.
const LONGEST_ISSUER: usize = 100;

/// Whether a value is meant to be a token.
pub fn looks_like(value: &str) -> bool {
    let (_, value) = without_spaces(value);
    value.starts_with(START) && !value.contains(':')
}

/// The token itself; none when it is not a good one.
pub fn judge(value: &str, question: &Question<'_>, findings: &mut Findings) -> Option<String> {
    if is_placeholder(value) {
        findings.add(Finding::Placeholder);
        return None;
    }
    let (space, token) = without_spaces(value);
    if let Some(at) = space {
        findings.add(Finding::WhiteSpace { at });
    }
    let Some((payload, expires)) = payload(&token) else {
        findings.add(Finding::NotAToken);
        return None;
    };
    let issuer = claims::text(&payload, "iss");
    if issuer.as_deref() != Some(question.issuer) {
        let issuer = issuer.filter(|issuer| is_address(issuer));
        findings.add(Finding::ForeignToken { issuer });
        return None;
    }
    time(&payload, expires, question.now, findings)?;
    let client = claims::text(&payload, "client_id");
    let own = client.and_then(|client| keys::whose(&client, question, findings));
    if findings.is_empty() {
        let seconds = expires - question.now;
        findings.add(Finding::TokenFine { seconds, own });
    }
    Some(token)
}

/// What a token says, and when it ends; none where it is no whole JWT.
fn payload(token: &str) -> Option<(String, u64)> {
    let mut parts = token.split('.');
    let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
    if signature.is_empty() || parts.next().is_some() {
        return None;
    }
    claims::text(&decoding::of_token(header)?, "alg")?;
    let payload = decoding::of_token(payload)?;
    let expires = claims::number(&payload, "exp")?;
    Some((payload, expires))
}

/// Only an address is shown: whatever else stands there may not be for other eyes.
fn is_address(issuer: &str) -> bool {
    issuer.len() <= LONGEST_ISSUER
        && (issuer.starts_with("https://") || issuer.starts_with("http://"))
}

/// Something where the token is good at this time.
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
