//! Applications: from a draft through its decision to what a company has access with.

pub mod approvals;
mod cancel;
mod choice;
mod correct;
mod draft;
mod edit;
mod number;
mod own_key;
mod submit;
#[cfg(any(test, feature = "testing"))]
#[expect(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::unwrap_used,
    reason = "for tests alone"
)]
pub mod tests;
mod transition;
mod upgrade;
mod view;

pub use crate::entities::application::Model as Application;
pub use crate::vocabulary::{Event, InvalidTransition, State};
pub use cancel::{CancelError, cancel};
pub use choice::{ChoiceOutcome, ChooseError, GroupChoice};
pub use correct::{CorrectError, correct};
pub use draft::{Draft, Step, draft, draft_for, drafts};
pub use edit::{DescribeError, choose_group, describe, start};
pub use own_key::own_public_key;
pub use submit::{SubmitError, SubmittedRequest, submit};
pub use upgrade::{UpgradeError, UpgradeView, upgradable, upgrade};
pub use view::{ApplicationView, find, of_group, page_of_group};

pub(crate) use number::{next as next_number, take as take_numbers, written, year};
pub(crate) use view::{ids_visible_to, visible_to};
