//! The credentials of an application: one public key with up to three secret keys from its approval
//! on, and a pair for the sandbox from the day of its request.

mod activity;
mod add;
mod check;
mod expiry;
mod find;
mod issue;
mod lookup;
mod notices;
mod own;
mod own_key;
mod reveal;
mod revoke;
mod sandbox;
mod secrets;
#[cfg(test)]
mod tests;
mod uses;

pub use activity::is_active;
pub use add::{AddSecretError, NewSecret, UnseenSecret, add_secret, add_unseen_secret};
pub use check::newest_opens;
pub use expiry::{Days, Expiry, Grace, InvalidDate, RevocationTime};
pub use notices::{changed_since, notify_of_expiry};
pub use own::{OwnKey, own_keys};
pub use own_key::own_public_key;
pub use reveal::{RevealError, RevealedKeys, reveal};
pub use revoke::{RevokeChoice, RevokeSecretError, revoke_secret};
pub use sandbox::{sandbox_is_open, sandbox_keys};
pub use secrets::{
    ApplicationKeys, MAX_SECRETS, Secret, SecretStatus, Secrets, find_secret, keys_of, secrets_of,
};

pub use crate::{
    store::{Unsealable, Vault},
    vocabulary::{PublicKey, SecretKey},
};

pub(crate) use crate::store::SealedSecret;

pub(crate) use find::owner_of;
pub(crate) use issue::{issue, make, public_keys};
pub(crate) use lookup::{KeyOwner, SecretHash, find_key, owners_of};
pub(crate) use own_key::public_key_for;
pub(crate) use sandbox::ensure_public_key as ensure_sandbox_key;
pub(crate) use uses::{SecretUse, add_uses, delete_uses_before};
