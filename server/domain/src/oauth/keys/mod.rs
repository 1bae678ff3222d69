//! The keys that sign access tokens. A new key overlaps with the one before, so that an older copy
//! of the key set holds the key of every token.

mod administration;
mod pair;
mod ring;
mod store;
#[cfg(test)]
mod tests;

pub use administration::{SigningKeyView, keys_of, newest_key_opens, rotate_keys, withdraw_key};
pub(super) use pair::Pair;
pub(super) use ring::{KeyRing, SigningKey};
pub(super) use store::load_or_make;
pub use store::{KeyError, key_set};
