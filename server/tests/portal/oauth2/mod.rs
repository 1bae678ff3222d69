//! The authorization server, as the programs of companies see it.

mod attacks;
mod authentication;
mod endings;
mod guessing;
mod introspect;
mod keys;
mod metadata;
pub mod register;
mod revoke;
mod token;
