//! Applications: what a group calls an API with, from the approval of its request on.

mod conditions;
mod contract;
mod create;
mod events;
mod find;
mod listing;
mod plans;
mod stored_conditions;
mod transition;

pub use crate::entities::application::Model as Application;
pub use crate::vocabulary::{ApplicationEvent, ApplicationState, InvalidTransition, Status};
pub use conditions::{Conditions, ConditionsError, MAX_CALLS, StoredConditions, Validity};
pub use events::{HistoryEntry as ApplicationHistoryEntry, last_event};

pub(crate) use crate::entities::application::Column::{
    ApiId as API, ApplicantId as APPLICANT, GroupId as GROUP, Plan as PLAN,
};
pub(crate) use conditions::today;
pub(crate) use contract::{due_notices, ending_contracts, mark_notice, sent_notices};
pub(crate) use create::{NewApplication, create};
pub(crate) use events::{history, record};
pub use find::{MAX_OWN_APPROVED, find, own_approved};
pub(crate) use find::{
    apis_used_by, by_ids, count_of_state, counts, exist_for, ids_of_group, is_used_by,
    last_approved, not_revoked_of, part_of_state,
};
pub use listing::{ApplicationFilter, page, visible_one};
pub(crate) use plans::{
    change_plan, earlier_trial, had_trial, lock_trial, plan_changes, plan_since, plans_since,
};
pub use stored_conditions::{conditions, conditions_of};
pub(crate) use stored_conditions::{drop_calls, lock_in_use, replace_conditions, set_conditions};
pub(crate) use transition::advance;
