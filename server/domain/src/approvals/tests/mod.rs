//! Approvals in the words of contract managers.

mod access;
mod assigning;
mod by_rule;
mod changing_plans;
mod conditions;
mod deciding;
mod deciding_on_own;
mod earlier_trials;
mod history;
mod inquiring;
mod notes;
mod queueing;
mod reviewing;
mod searching;
mod several;
mod telling;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use crate::{
    Role, Scope,
    applications::ApplicationState,
    audit::Action,
    catalogue::Plan,
    groups::{self, NewGroup},
    ids::{ApplicationId, RequestId},
    jobs::Mail,
    requests::{
        RequestState, Status, find, find_application, request_plan_change,
        tests::{
            CNPJ, asks, asks_for, files, group, is_rejected, joins, keys, mails, manager,
            new_group, people, portal, reason, times, trial, writes,
        },
    },
    testing::TestPortal,
};

/// What a contract manager sees of a request.
async fn seen(manager: &Scope, id: RequestId) -> Review {
    review(manager, &manager.services().catalogue, id)
        .await
        .unwrap()
        .unwrap()
}
