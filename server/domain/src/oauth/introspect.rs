//! Introspection of tokens (RFC 7662).

use serde::Serialize;

use super::{
    Access, AuthenticatedClient, Authority, Caller, ClientClaims, KeyError, TokenError,
    access::access,
};
use crate::Portal;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Introspection {
    Active(Box<ActiveToken>),
    /// The token is expired, revoked, made up, or not for the asker; the answer does not tell which
    /// (§4).
    Inactive {
        active: bool,
    },
}

/// The members of RFC 7662 §2.2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActiveToken {
    active: bool,
    scope: String,
    client_id: String,
    token_type: &'static str,
    exp: i64,
    iat: i64,
    nbf: i64,
    sub: String,
    aud: String,
    iss: String,
    jti: String,
}

impl Introspection {
    pub const INACTIVE: Self = Self::Inactive { active: false };

    /// What is told of a token of a client: an access token, or a refresh token as if it were one.
    pub(crate) fn of_client(claims: &ClientClaims, token_type: &'static str) -> Self {
        Self::Active(Box::new(ActiveToken {
            active: true,
            scope: claims.scope.clone(),
            client_id: claims.client_id.to_string(),
            token_type,
            exp: claims.exp,
            iat: claims.iat,
            nbf: claims.nbf,
            sub: claims.sub.to_string(),
            aud: claims.aud.clone(),
            iss: claims.iss.clone(),
            jti: claims.jti.to_string(),
        }))
    }
}

/// # Errors
/// When the keys or the database cannot be read.
pub async fn introspect(
    portal: &Portal,
    authority: &Authority,
    caller: &Caller,
    token: &str,
) -> Result<Introspection, KeyError> {
    match access(portal, authority, token).await {
        Ok(access) if may_know(caller, &access) => Ok(active(&access)),
        Ok(_) | Err(TokenError::Invalid | TokenError::Expired(_) | TokenError::Revoked(_)) => {
            Ok(Introspection::INACTIVE)
        }
        Err(TokenError::Fault(error)) => Err(error),
    }
}

fn may_know(caller: &Caller, access: &Access) -> bool {
    match caller {
        Caller::ResourceServer(_) => true,
        Caller::Client(AuthenticatedClient { client, .. }) => {
            client.public_key == access.client.public_key
        }
    }
}

fn active(access: &Access) -> Introspection {
    let claims = access.claims.as_ref().clone();
    Introspection::Active(Box::new(ActiveToken {
        active: true,
        scope: claims.scope,
        client_id: claims.client_id,
        token_type: "Bearer",
        exp: claims.exp,
        iat: claims.iat,
        nbf: claims.iat,
        sub: claims.sub,
        aud: claims.aud,
        iss: claims.iss,
        jti: claims.jti.to_string(),
    }))
}
