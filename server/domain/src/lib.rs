//! The product without the web: who may do what, and what then happens.
//!
//! Every function that reads or changes something belonging to somebody takes the [`Scope`] of
//! who is asking first. A change, its audit event and its mail commit in one transaction.

mod text_enum;

pub mod accounts;
pub mod applications;
pub mod audit;
pub mod catalogue;
pub mod changes;
mod cleanup;
pub mod clock;
mod counter;
pub mod credentials;
pub mod dates;
pub mod db;
pub mod demo;
mod derived_key;
mod entities;
mod folding;
mod future;
pub mod gateway;
pub mod groups;
pub mod ids;
pub mod jobs;
pub mod mail;
pub mod notes;
pub mod oauth;
pub mod page;
#[cfg(test)]
mod plans;
pub mod portal;
pub mod random;
pub mod roles;
pub mod sandbox;
pub mod scope;
mod search;
pub mod security;
pub mod settings;
#[cfg(test)]
mod testing;
pub mod tls;
pub mod token;
pub mod usage;

pub use counter::try_to_write;
pub use future::recall as recall_future;
pub use page::{Cursor, Page};
pub use portal::Portal;
pub use roles::Role;
pub use text_enum::UnknownText;
pub(crate) use text_enum::text_enum;

pub use scope::{Actor, Forbidden, Origin, Person, Scope};
pub use sea_orm::DbErr;
pub use values;
