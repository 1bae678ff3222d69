//! Verifies tokens: signature, type and expiry.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::{Validation, decode};
use serde::{Deserialize, de::IgnoredAny};
use sha2::{Digest, Sha256};

use super::{Algorithm, Authority, Claims, KeyError, TOKEN_TYPE, keys::KeyRing};
use crate::{Portal, ids::SigningKeyId};

/// Far longer than any token of this portal.
const MAX_BYTES: usize = 4096;

#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The token is not from this portal, or for another purpose.
    #[error("no access token of this portal")]
    Invalid,
    #[error("the access token has expired")]
    Expired(Arc<Claims>),
    /// The token, its secret or its application was revoked.
    #[error("the access token was revoked")]
    Revoked(Arc<Claims>),
    #[error(transparent)]
    Fault(#[from] KeyError),
}

/// The part of a token's header that is used. Keys within a token (`jwk`, `jku`, `x5u`, `x5c`) are
/// not read.
#[derive(Deserialize)]
struct Header {
    alg: String,
    typ: Option<String>,
    kid: Option<SigningKeyId>,
    crit: Option<IgnoredAny>,
}

/// The claims of a token of this portal. The signature of a token is verified once.
pub(super) async fn verify(
    portal: &Portal,
    authority: &Authority,
    token: &str,
) -> Result<Arc<Claims>, TokenError> {
    if token.len() > MAX_BYTES {
        return Err(TokenError::Invalid);
    }
    let last_change = authority.last_change();
    let keys = authority.keys(portal).await?;
    let digest: [u8; 32] = Sha256::digest(token).into();
    let claims = if let Some(claims) = authority.verified.get(&digest) {
        claims
    } else {
        let claims = Arc::new(check(portal, &keys, token).ok_or(TokenError::Invalid)?);
        authority.keep_verified(last_change, digest, &claims);
        claims
    };
    if claims.has_expired(portal.now()) {
        return Err(TokenError::Expired(claims));
    }
    Ok(claims)
}

fn check(portal: &Portal, keys: &KeyRing, token: &str) -> Option<Claims> {
    let (header, _) = token.split_once('.')?;
    let header = BASE64_URL_SAFE_NO_PAD.decode(header).ok()?;
    let header: Header = serde_json::from_slice(&header).ok()?;
    // A key verifies its own algorithm only, whatever the token says (RFC 8725 §3.1).
    let key = keys.find(header.kid?)?;
    let fits = header.alg == key.algorithm.as_str()
        && header.typ.as_deref().is_some_and(is_access_token)
        && header.crit.is_none();
    if !fits {
        return None;
    }
    let mut validation = Validation::new(key.algorithm.into());
    validation.set_issuer(&[&portal.settings.public_url]);
    // Callers check time and audience, as they know the clock and the API.
    validation.validate_exp = false;
    validation.validate_aud = false;
    Some(decode(token, &key.verifies, &validation).ok()?.claims)
}

/// The types of RFC 9068 §4 and RFC 7515 §4.1.9.
fn is_access_token(typ: &str) -> bool {
    let short = typ
        .get(..12)
        .filter(|it| it.eq_ignore_ascii_case("application/"));
    let name = short.map_or(typ, |prefix| &typ[prefix.len()..]);
    name.eq_ignore_ascii_case(TOKEN_TYPE)
}

impl From<Algorithm> for jsonwebtoken::Algorithm {
    fn from(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Es256 => Self::ES256,
            Algorithm::EdDsa => Self::EdDSA,
            Algorithm::Rs256 => Self::RS256,
        }
    }
}
