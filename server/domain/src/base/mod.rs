//! What all other modules use: time, randomness, identifiers, pages, and comparisons of texts.

pub mod business_hours;
pub mod clock;
pub mod dates;
pub(crate) mod derived_key;
pub(crate) mod folding;
pub mod ids;
pub mod networks;
pub mod page;
mod password_hasher;
pub mod random;
pub(crate) mod text_enum;
pub(crate) mod text_form;
pub mod tls;
pub mod token;
pub mod translated;
pub mod two_way_page;
pub mod upstreams;

pub use password_hasher::{HashCost, Overloaded, PasswordHasher};
