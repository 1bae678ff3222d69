//! What is needed to hash and to check passwords, and the codes of second factors.

use std::sync::Arc;

use super::{PasswordHasher, throttle::SlotQueue};
use crate::{security::Incidents, store::Vault};

pub struct Passwords {
    pub hasher: PasswordHasher,
    /// The order in which waiting attempts check again for a free slot.
    pub slot_queue: SlotQueue,
    /// Records wrong passwords and throttled attempts.
    pub incidents: Arc<Incidents>,
    /// Opens what the codes of an app are made of.
    pub(super) vault: Arc<Vault>,
}

impl Passwords {
    #[must_use]
    pub fn new(hasher: PasswordHasher, incidents: Arc<Incidents>, vault: Arc<Vault>) -> Self {
        Self {
            hasher,
            slot_queue: SlotQueue::default(),
            incidents,
            vault,
        }
    }
}
