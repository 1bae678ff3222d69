//! Approvals: what contract managers see of requests and applications, and what they decide.

mod access;
mod assign;
mod by_rule;
mod conditions;
mod contract_end;
mod counts;
mod decide;
mod digest;
mod evidence;
mod file;
mod history;
mod inquire;
mod next_request;
mod note;
mod numbers;
mod party;
mod plan_change;
mod queue;
mod review;
mod saved_reason;
mod search;
mod several;
#[cfg(test)]
mod tests;
mod views;

pub use access::{AccessError, resume, revoke, suspend};
pub use assign::{AssignError, Assignee, assign, colleagues};
pub use by_rule::submit;
pub use conditions::{ConditionsChangeError, change_conditions, move_to_pay_per_use};
pub use contract_end::end_contracts;
pub use counts::{MAX_COUNTED, count_open, counts};
pub use decide::{Approval, DecisionError, approve, approve_with, reject, reject_seen};
pub use digest::{Digest, MAX_TOLD, digest};
pub use evidence::{EarlierRequest, Evidence, SHOWN_MEMBERS};
pub use file::{FileError, NewRequest, file};
pub use history::{HistoryEntry, HistoryEvent};
pub use inquire::{InquiryError, ask, withdraw};
pub use next_request::{first, next};
pub use note::{Note, add_note, delete_note};
pub use numbers::{Figures, MAX_READ, Numbers, NumbersDay, Period, numbers};
pub use party::ConflictOfInterest;
pub use plan_change::{PlanChange, TrialUse};
pub use queue::{PAGE, QueueItem, page, queue, search};
pub use review::{DecisionView, Review, review};
pub use saved_reason::{
    NewSavedReason, SaveReasonError, SavedReason, change_reason, delete_reason, save_reason,
    saved_reason, saved_reasons,
};
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
