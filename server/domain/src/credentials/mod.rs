//! The credential of an approved application: a public and a secret key.

mod check;
mod issue;
mod keys;
mod own;
mod reveal;
#[cfg(test)]
mod tests;
pub(crate) mod vault;

pub use check::{CheckError, newest_opens};
pub use keys::{PublicKey, SecretKey};
pub use own::{OwnKey, own_keys};
pub use reveal::{RevealError, Revealed, reveal};
pub use vault::{Unsealable, Vault};

pub(crate) use issue::{issue, public_keys};
pub(crate) use reveal::last_reveals;
