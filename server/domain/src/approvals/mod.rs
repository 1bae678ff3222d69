//! Approvals: what contract managers see of requests and applications, and what they decide.

mod access;
mod by_rule;
mod decide;
mod evidence;
mod file;
mod history;
mod party;
mod plan_change;
mod queue;
mod review;
#[cfg(test)]
mod tests;
mod text_search;

pub use access::{AccessError, resume, revoke, suspend};
pub use by_rule::submit;
pub use decide::{DecisionError, approve, reject};
pub use evidence::{EarlierRequest, Evidence};
pub use file::{FileError, NewRequest, file};
pub use history::{HistoryEntry, HistoryEvent};
pub use party::ConflictOfInterest;
pub use plan_change::{PlanChange, TrialUse};
pub use queue::{QueueItem, Search, queue, search};
pub use review::{DecisionView, Review, review};

use crate::accounts::{Contact, Email};

/// The applicant of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    pub name: String,
    pub email: Email,
}

impl From<&Contact> for Applicant {
    fn from(contact: &Contact) -> Self {
        Self {
            name: contact.full_name(),
            email: contact.email.clone(),
        }
    }
}
