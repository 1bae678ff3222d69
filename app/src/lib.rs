//! x
pub mod islands {}
