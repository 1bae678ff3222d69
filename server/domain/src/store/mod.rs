//! The database: how it is reached, its tables, its counters, its search, and what is sealed in it.

pub(crate) mod bulk;
pub(crate) mod cleanup;
pub(crate) mod counter;
pub mod db;
pub mod entities;
pub(crate) mod search;
pub(crate) mod vault;

pub(crate) use vault::SealedSecret;
pub use vault::{Unsealable, Vault};
