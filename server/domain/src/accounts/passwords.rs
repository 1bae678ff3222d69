//! What is needed to hash and to check passwords.

use std::sync::Arc;

use super::{PasswordHasher, throttle::SlotQueue};
use crate::security::Incidents;

pub struct Passwords {
    pub hasher: PasswordHasher,
    /// The order in which waiting attempts check again for a free slot.
    pub slot_queue: SlotQueue,
    /// Records wrong passwords and throttled attempts.
    pub incidents: Arc<Incidents>,
}

impl Passwords {
    #[must_use]
    pub fn new(hasher: PasswordHasher, incidents: Arc<Incidents>) -> Self {
        Self {
            hasher,
            slot_queue: SlotQueue::default(),
            incidents,
        }
    }
}
