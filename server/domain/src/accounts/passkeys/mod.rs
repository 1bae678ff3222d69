//! Passkeys (Web Authentication Level 3): a key pair in somebody's device or password manager, which
//! no other site can ask for. One is a second factor, and, as it always asks its owner to unlock the
//! device, enough to sign in by without a password.
//!
//! What is asked of the browser is JSON that its script hands on; what it answers comes back in a
//! field of a form.

mod answer;
mod challenge;
mod list;
mod party;
mod registration;
mod sign_in;

pub use answer::challenge_of_account;
pub use list::{Passkey, list, remove};
pub use party::are_offered;
pub use registration::{MAX_PASSKEYS, begin_registration, register};
pub use sign_in::{challenge_of_anybody, sign_in_by_passkey};

pub(super) use answer::{looks_like_answer, use_up};
pub(super) use challenge::delete_expired;
pub(super) use list::{forget_all, has_passkey, has_some};

use crate::{Error, from_common};

#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The portal's public URL is an IP address, which no passkey belongs to, or the account has
    /// no passkey to ask for.
    #[error("no passkey can be asked for")]
    NotOffered,
    /// The answer does not belong to its challenge, or not to this account.
    #[error("the answer is not good")]
    Refused,
    #[error("there are too many")]
    TooMany,
    /// The asker must give the password or a code again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(PasskeyError);
