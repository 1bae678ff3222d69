//! The claims of an access token (RFC 9068 §2.2).

use serde::{Deserialize, Serialize};

use crate::{
    clock::Timestamp,
    ids::{AccountId, ClientId, SecretId, TokenId},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The portal's public URL.
    pub iss: String,
    /// Seconds since 1970.
    pub exp: i64,
    /// The address of the API that the token is for.
    pub aud: String,
    /// The client itself, as no other party is involved.
    pub sub: String,
    pub client_id: String,
    pub iat: i64,
    pub jti: TokenId,
    pub scope: String,
    /// The secret that the token was granted for; the token ends with it.
    pub secret_id: SecretId,
}

impl Claims {
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.exp <= now.timestamp()
    }
}

/// The claims of a token of a registered client: those of RFC 9068, and the list of scopes by which
/// programs made for the CRM read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientClaims {
    /// The portal's public URL.
    pub iss: String,
    /// The same, or the address of the portal's own API that the token is for alone.
    pub aud: String,
    /// Whom the client acts for.
    pub sub: AccountId,
    pub client_id: ClientId,
    pub jti: TokenId,
    /// Seconds since 1970, as the next two.
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
    /// Separated by blanks.
    pub scope: String,
    pub scopes: Vec<String>,
}

impl ClientClaims {
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.exp <= now.timestamp()
    }
}
