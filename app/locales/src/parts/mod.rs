//! The texts that stand on every page or in any form.

pub mod article;
pub mod common;
pub mod errors;
pub mod fields;
pub mod flash;
pub mod layout;
