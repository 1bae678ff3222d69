//! OAuth 2.0 clients: programs of other systems that an administrator registers, or that register
//! themselves for a person who lets them, and that call APIs for an account. A client of the kind
//! *credentials* acts for the account that it is associated with, one of the kind *password* for
//! whoever gives address and password, one of the kind *authorization* for whoever agrees to that on
//! a page of the portal; if it registered itself, for the person alone who let it.
//!
//! What a client may is what its account may, and no more. Each use of a token asks the database, so
//! that what ends a token ends it everywhere at once: the token or its family was revoked, the
//! client disabled or deleted, the password changed.

mod access;
mod acting;
mod acts;
mod authenticate;
mod authorization;
mod check;
mod code;
mod consent;
mod family;
mod grant;
mod introspect;
mod issue;
mod list;
mod own;
mod permit;
mod pkce;
mod programs;
mod redirect;
mod refresh;
mod register;
mod resource;
mod revoke;
mod secret;
mod self_register;
mod stale;
#[cfg(test)]
pub(crate) mod tests;
mod token_writer;
mod tokens;
mod uses;

pub use access::ClientAccess;
pub(crate) use access::access;
pub use acting::acting;
pub use acts::{approve, change_secret, delete, disable, enable};
pub use authenticate::{AuthenticatedClient, ClientKeys, authenticate};
pub use authorization::{
    AnswerAddress, AuthorizationError, AuthorizationFault, AuthorizationParameters,
    AuthorizationRequest, authorization_request,
};
pub use check::{ACCESS_SECONDS, ClientError, ClientMistake, MAX_NAME, REFRESH_DAYS, mistakes};
pub use consent::{ConsentError, consent, seal_request};
pub use grant::{Asked, CodeProof, Grant, TokenAnswer, TokenDoor, TokenRefusal, grant};
pub use introspect::introspect;
pub use list::{Client, NamedClient, by_id, list, named};
pub use own::{MAX_OWN, OwnProgram, delete_own, own_programs};
pub use permit::{
    PERMIT_LIFETIME, RegistrationPermit, RegistrationTokenError, make_registration_token, permit,
};
pub use programs::{ActingProgram, acting_program, acting_programs, end_program};
pub use redirect::{MAX_REDIRECTS, RedirectMistake};
pub use register::{NewClient, register};
pub(crate) use resource::opens_others;
pub use resource::{OWN_APIS, resource};
pub use revoke::{Holder, revoke, revoke_all, revoke_own, revoke_tokens};
pub use secret::{ClientSecret, SecretMistake};
pub use self_register::{ProgramMetadata, ProgramRefusal, RegisteredProgram, register_program};
pub use stale::delete_stale;
pub use token_writer::TokenWriter;
pub use tokens::{IssuedToken, TokenFilter, own_tokens, tokens};
pub use uses::ClientUses;

pub use crate::{
    credentials::Grace,
    vocabulary::{ClientAct, ClientKind, ClientState, GrantType, PortalScope},
};
