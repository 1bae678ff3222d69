//! The authorization server: access tokens for the credentials of applications (RFC 6749 §4.4).
//!
//! Everything that is checked at every call is in memory, and never older than [`FRESH_FOR`]: later
//! calls first read what changed since, or are refused.

mod access;
mod authenticate;
mod authority;
mod claims;
mod client;
mod clients;
mod freshness;
mod grant;
mod guesses;
mod introspect;
mod keys;
mod resource_server;
mod revoke;
mod stale;
mod verify;

pub use crate::vocabulary::Algorithm;
pub use access::{Access, access};
pub(crate) use authenticate::guard;
pub use authenticate::{
    AuthenticateError, AuthenticatedClient, Caller, ClientSecret, authenticate,
};
pub use authority::Authority;
pub use claims::{Claims, ClientClaims};
pub use client::{Client, ClientKind};
pub use freshness::FRESH_FOR;
pub use grant::{GrantError, Issuer, TokenAnswer, grant};
pub(crate) use grant::{Signer, audience, grant_unrecorded, signer};
pub use introspect::{Introspection, introspect};
pub use keys::{
    KeyError, SigningKeyView, key_set, keys_of, newest_key_opens, rotate_keys, withdraw_key,
};
pub use resource_server::{
    ActiveResourceServer, NewResourceServer, ResourceServer, ResourceServerError,
    add_resource_server, resource_servers, revoke_resource_server,
};
pub use revoke::revoke;
pub use stale::delete_stale;
pub use verify::TokenError;
pub(crate) use verify::client_claims;

/// The `typ` of an access token (RFC 9068 §2.1).
const TOKEN_TYPE: &str = "at+jwt";
