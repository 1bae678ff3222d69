//! The database: connections, rows, counters, search, and sealed secrets.

pub(crate) mod bulk;
pub(crate) mod cleanup;
pub(crate) mod counter;
pub mod db;
pub mod entities;
pub(crate) mod search;
pub(crate) mod vault;

pub(crate) use vault::SealedSecret;
pub use vault::{Unsealable, Vault};
