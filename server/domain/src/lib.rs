//! The product without the web: who may do what, and what then happens.
//!
//! Every function that reads or changes something belonging to somebody takes the [`Scope`] of
//! who is asking first. A change, its audit event and its mail commit in one transaction.
//!
//! No module uses one above it in the order of `floors.rs`, which is a test that names each line
//! that does.

pub mod base;
mod store;
pub mod vocabulary;

pub mod accounts;
pub mod applications;
pub mod approvals;
pub mod audit;
pub mod catalogue;
pub mod changes;
pub mod clients;
pub mod configuration;
pub mod credentials;
pub mod demo;
mod error;
#[cfg(test)]
mod floors;
mod future;
pub mod gateway;
pub mod groups;
pub mod idempotency;
pub mod jobs;
pub mod managers;
pub mod messages;
pub mod notes;
pub mod oauth;
#[cfg(test)]
mod plans;
pub mod portal;
pub mod requests;
pub mod scope;
pub mod security;
mod services;
pub mod settings;
pub mod status;
pub mod subscriptions;
pub mod teams;
#[cfg(any(test, feature = "testing"))]
#[expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::unwrap_used,
    reason = "for tests alone"
)]
pub mod testing;
pub mod usage;
pub mod webhooks;

pub use base::text_enum::UnknownText;
pub use base::{
    business_hours, clock, dates, ids, networks, page, random, tls, token, translated,
    two_way_page, upstreams,
};
pub use error::Error;
pub use future::correct_future_times;
pub use page::{Cursor, Page, PageRequest};
pub use portal::{ChangeListener, Portal};
pub use store::{counter::try_to_write, db};
pub use two_way_page::{Place, TwoWayPage};
pub use vocabulary::Role;

pub(crate) use base::{derived_key, folding, text_enum::text_enum};
pub(crate) use error::from_common;
pub(crate) use store::{cleanup, counter, entities, search};

pub use sandbox;
pub use scope::{
    ActingClient, Actor, CurrentSession, Forbidden, Origin, OwnFactors, Person, Scope,
};
pub use sea_orm::DbErr;
pub use services::{Health, Services};
pub use values;
