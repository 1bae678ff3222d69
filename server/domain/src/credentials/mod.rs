//! The credential of an approved application.

pub struct Vault;
