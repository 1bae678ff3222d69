//! What it takes to make and to check a password.

use std::sync::Arc;

use super::{PasswordHasher, throttle::Turns};
use crate::security::Incidents;

pub struct Passwords {
    pub hasher: PasswordHasher,
    /// Who looks next whether a password can be tried.
    pub turns: Turns,
    /// Where it is told that one was wrong, or one too many was tried.
    pub incidents: Arc<Incidents>,
}

impl Passwords {
    #[must_use]
    pub fn new(hasher: PasswordHasher, incidents: Arc<Incidents>) -> Self {
        Self {
            hasher,
            turns: Turns::default(),
            incidents,
        }
    }
}
