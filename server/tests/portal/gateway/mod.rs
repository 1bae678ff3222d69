//! Calls of the APIs, as the programs of companies make them.

mod authorize;
mod ending;
mod kept;
mod preflight;
mod quota;
mod sandbox;
pub mod upstream;
mod usage;
mod verbatim;
