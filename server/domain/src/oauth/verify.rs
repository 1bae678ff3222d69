//! Verifies tokens: signature, type and expiry.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::{Validation, decode};
use serde::{Deserialize, de::IgnoredAny};
use sha2::{Digest, Sha256};

use super::{Algorithm, Authority, Claims, ClientClaims, KeyError, TOKEN_TYPE, keys::KeyRing};
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

/// The claims of a token of this portal, by whose it is.
#[derive(Clone, Debug)]
pub(super) enum AnyClaims {
    Application(Arc<Claims>),
    Client(Arc<ClientClaims>),
}

/// The same as they stand in the token: that of an application alone names a secret.
#[derive(Deserialize)]
#[serde(untagged)]
enum SignedClaims {
    Application(Claims),
    Client(ClientClaims),
}

impl From<SignedClaims> for AnyClaims {
    fn from(claims: SignedClaims) -> Self {
        match claims {
            SignedClaims::Application(claims) => Self::Application(Arc::new(claims)),
            SignedClaims::Client(claims) => Self::Client(Arc::new(claims)),
        }
    }
}

/// The claims of a token of an application.
pub(super) async fn verify(
    portal: &Portal,
    authority: &Authority,
    token: &str,
) -> Result<Arc<Claims>, TokenError> {
    match any(portal, authority, token).await? {
        Some(AnyClaims::Application(claims)) if claims.has_expired(portal.now()) => {
            Err(TokenError::Expired(claims))
        }
        Some(AnyClaims::Application(claims)) => Ok(claims),
        Some(AnyClaims::Client(_)) | None => Err(TokenError::Invalid),
    }
}

/// The claims of a token of a client, which may have expired; `None` for any other text.
pub(crate) async fn client_claims(
    portal: &Portal,
    authority: &Authority,
    token: &str,
) -> Result<Option<Arc<ClientClaims>>, KeyError> {
    Ok(match any(portal, authority, token).await? {
        Some(AnyClaims::Client(claims)) => Some(claims),
        Some(AnyClaims::Application(_)) | None => None,
    })
}

/// The claims of a token of this portal. The signature of a token is verified once.
async fn any(
    portal: &Portal,
    authority: &Authority,
    token: &str,
) -> Result<Option<AnyClaims>, KeyError> {
    if token.len() > MAX_BYTES {
        return Ok(None);
    }
    let last_change = authority.last_change();
    let keys = authority.keys(portal).await?;
    let digest: [u8; 32] = Sha256::digest(token).into();
    if let Some(claims) = authority.verified.get(&digest) {
        return Ok(Some(claims));
    }
    let claims = check(portal, &keys, token);
    if let Some(claims) = &claims {
        authority.keep_verified(last_change, digest, claims);
    }
    Ok(claims)
}

fn check(portal: &Portal, keys: &KeyRing, token: &str) -> Option<AnyClaims> {
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
    let token = decode::<SignedClaims>(token, &key.verifies, &validation);
    Some(token.ok()?.claims.into())
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
