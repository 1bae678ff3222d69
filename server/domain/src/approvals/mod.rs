//! Approvals: what contract managers see of requests and applications, and what they decide.

mod access;
mod assign;
mod by_rule;
mod counts;
mod decide;
mod digest;
mod evidence;
mod file;
mod history;
mod numbers;
mod party;
mod plan_change;
mod queue;
mod review;
mod search;
mod several;
#[cfg(test)]
mod tests;
mod views;

pub use access::{AccessError, resume, revoke, suspend};
pub use assign::{AssignError, Assignee, assign, colleagues};
pub use by_rule::submit;
pub use counts::{MAX_COUNTED, count_open, counts};
pub use decide::{DecisionError, approve, reject};
pub use digest::{Digest, MAX_TOLD, digest};
pub use evidence::{EarlierRequest, Evidence};
pub use file::{FileError, NewRequest, file};
pub use history::{HistoryEntry, HistoryEvent};
pub use numbers::{Figures, MAX_READ, Numbers, NumbersDay, Period, numbers};
pub use party::ConflictOfInterest;
pub use plan_change::{PlanChange, TrialUse};
pub use queue::{PAGE, QueueItem, first, next, page, queue, search};
pub use review::{DecisionView, Review, review};
pub use search::{AssignedTo, Search, SearchPart};
pub use several::{
    DecisionResult, MAX_AT_ONCE, NewDecision, Taken, chosen, decide, decide_several,
};
pub use views::{MAX_VIEWS, SaveViewError, SavedView, delete_view, save_view, views};

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
