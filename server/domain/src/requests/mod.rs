//! Requests for access to an API, or for another plan of an application, from the draft to the
//! decision. The module `approvals` decides on them.

mod cancel;
mod choice;
mod correct;
mod counts;
mod decision;
mod draft;
mod earlier_trial;
mod edit;
mod find;
mod history;
mod inquiries;
mod inquiry;
mod listing;
mod notices;
mod number;
mod overview;
mod plan_change;
mod queue;
mod reader;
mod submit;
mod target;
#[cfg(any(test, feature = "testing"))]
#[expect(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::unwrap_used,
    reason = "for tests alone"
)]
pub mod tests;
mod view;

pub use crate::entities::request::Model as Request;
pub use crate::vocabulary::{AnswerValue, GivenAnswer, LegalBasis, RequestAnswers};
pub use crate::vocabulary::{InquiryOutcome, RequestEvent, RequestKind, RequestState, Status};
pub use cancel::{CancelError, cancel};
pub use choice::{ChoiceOutcome, ChooseError, GroupChoice};
pub use correct::correct;
pub use counts::{StatusCounts, counts};
pub use decision::{Decision, decision_of};
pub use draft::{Draft, RejectedRequest, Step, draft, draft_for, drafts};
pub use earlier_trial::{EarlierTrial, earlier_trial};
pub use edit::{DraftText, WriteOutcome, choose_group, describe, start, write};
pub use inquiries::{Inquiry, InquiryView, WaitingInterval, inquiries, inquiry, waiting_intervals};
pub use inquiry::{AnswerError, answer};
pub use listing::{RequestFilter, page, page_with_decisions, visible_one};
pub use overview::{latest_of, named};
pub use plan_change::{OpenPlanChange, PlanChangeError, plan_changeable, request_plan_change};
pub use queue::RequestOrder;
pub use reader::{reader, visible};
pub use submit::{Rule, SubmitError, SubmittedRequest};
pub(crate) use target::pauses;
pub use target::{Pace, WaitingTime, set_missing_targets};
pub use view::{RequestView, find, find_application, of_group, page_of_group};

pub(crate) use crate::entities::request::Column::{
    ApiId as API, ApplicantId as APPLICANT, GroupId as GROUP, Plan as PLAN, State as STATE,
    SubmittedAt as SUBMITTED_AT,
};
pub(crate) use cancel::cancel_plan_changes;
pub(crate) use decision::{close, decisions_of, mark_by_party};
pub(crate) use earlier_trial::last_trial;
pub(crate) use find::{
    NamedStatus, asked_for_trial, before, by_ids, groups_that_asked, ids_of_group, known, numbers,
    of_groups_of, status_for, wait_for,
};
pub use find::{load, wait_since};
pub(crate) use history::{DecidedRequest, decided_since, received_since};
pub(crate) use inquiries::inquiries_of;
pub(crate) use inquiry::{ask, withdraw};
pub(crate) use number::{next as next_number, take as take_numbers, written, year};
pub(crate) use plan_change::{file_plan_change, open_plan_changes};
pub(crate) use queue::{
    assign, assigned_to, assigned_to_none_of, company_has, count_of_state, key, part_of_state,
};
pub(crate) use reader::{known_groups, mail_domain, visible_to_account};
pub(crate) use submit::submit;
use view::visible_to;
pub(crate) use view::{application_ids_visible_to, may_see, status};
