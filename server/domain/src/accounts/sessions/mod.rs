//! Sessions: a sign-in or a link opens one, the database keeps the hash of its token.

mod authenticate;
mod manage;
mod open;

pub use authenticate::{AuthenticatedSession, authenticate};
pub use manage::{Session, address_of, end, end_others, list, sign_out};
pub(super) use manage::{alive, end_all, end_by_token};
pub use open::OpenedSession;

pub use crate::vocabulary::SessionKind;
pub(super) use open::{SessionOpening, open};
