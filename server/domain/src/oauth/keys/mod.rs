//! The keys that sign access tokens: made and replaced with an overlap, so that whoever holds an
//! older key set still knows the key of every token.

mod pair;
mod ring;
mod store;
#[cfg(test)]
mod tests;

pub(super) use pair::Pair;
pub(super) use ring::{KeyRing, SigningKey};
pub(super) use store::load_or_make;
pub use store::{
    KeyError, SigningKeyView, key_set, keys_of, newest_key_opens, rotate_keys, withdraw_key,
};
