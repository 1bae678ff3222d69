//! The current and the former plans of an application.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Set,
};

use super::{Application, ApplicationState};
use crate::{
    Scope,
    catalogue::Plan,
    clock::Timestamp,
    db::Transaction,
    entities::{application, application_plan},
    ids::{AccountId, ApiId, ApplicationId, GroupId, RequestId},
};

/// Locks the application until the transaction ends, if it is an approved Trial; tells whether it
/// is.
pub(crate) async fn lock_trial(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<bool, DbErr> {
    let touched = application::Entity::update_many()
        .set(application::ActiveModel {
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(trial_in(&[ApplicationState::Approved], id))
        .exec(transaction)
        .await?;
    Ok(touched.rows_affected == 1)
}

/// Changes the plan of an approved Trial to Pay Per Use by one conditional UPDATE; tells whether it
/// did.
pub(crate) async fn change_plan(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    request: RequestId,
) -> Result<bool, DbErr> {
    let in_use = [ApplicationState::Approved, ApplicationState::Suspended];
    let changed = application::Entity::update_many()
        .set(application::ActiveModel {
            plan: Set(Plan::PayPerUse),
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(trial_in(&in_use, id))
        .exec(transaction)
        .await?;
    if changed.rows_affected != 1 {
        return Ok(false);
    }
    application_plan::ActiveModel {
        request_id: Set(request),
        application_id: Set(id),
        plan: Set(Plan::PayPerUse),
        since: Set(scope.now()),
    }
    .insert(transaction)
    .await?;
    Ok(true)
}

fn trial_in(states: &[ApplicationState], id: ApplicationId) -> Condition {
    Condition::all()
        .add(application::Column::Id.eq(id))
        .add(application::Column::Plan.eq(Plan::Trial))
        .add(application::Column::State.is_in(states.iter().copied()))
}

/// Since when an application is on its plan.
pub(crate) async fn plan_since(
    db: &impl ConnectionTrait,
    application: &Application,
) -> Result<Timestamp, DbErr> {
    if application.plan == Plan::Trial {
        // Nobody changes to Trial.
        return Ok(application.approved_at);
    }
    let since = plans_since(db, &[application.id]).await?;
    let since = since.get(&application.id).copied();
    Ok(since.unwrap_or(application.approved_at))
}

/// Since when each of these applications is on its plan.
pub(crate) async fn plans_since(
    db: &impl ConnectionTrait,
    ids: &[ApplicationId],
) -> Result<HashMap<ApplicationId, Timestamp>, DbErr> {
    let mut since = HashMap::new();
    if ids.is_empty() {
        return Ok(since);
    }
    let plans = application_plan::Entity::find()
        .filter(application_plan::Column::ApplicationId.is_in(ids.iter().copied()))
        .order_by_asc(application_plan::Column::Since)
        .all(db)
        .await?;
    // The last one of each is the one that it is on.
    since.extend(plans.into_iter().map(|it| (it.application_id, it.since)));
    Ok(since)
}

/// The requests that changed the plan of an application after its approval, the latest first.
pub(crate) async fn plan_changes(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Vec<RequestId>, DbErr> {
    application_plan::Entity::find()
        .select_only()
        .column(application_plan::Column::RequestId)
        .filter(application_plan::Column::ApplicationId.eq(id))
        .filter(application_plan::Column::RequestId.ne(id.request()))
        .order_by_desc(application_plan::Column::Since)
        .into_tuple()
        .all(db)
        .await
}

/// Whether any of these groups, or this person for any group, has or had an application of this API
/// on Trial.
pub(crate) async fn had_trial(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    applicant: AccountId,
    api: ApiId,
) -> Result<bool, DbErr> {
    let of_groups = application::Column::GroupId.is_in(groups.iter().copied());
    let theirs = Condition::any()
        .add(of_groups)
        .add(application::Column::ApplicantId.eq(applicant));
    let found = application::Entity::find()
        .inner_join(application_plan::Entity)
        .filter(theirs)
        .filter(application::Column::ApiId.eq(api))
        .filter(application_plan::Column::Plan.eq(Plan::Trial))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// The last application of this API that the group had on Trial, in any state; if a time is given,
/// only of those requested before it.
pub(crate) async fn earlier_trial(
    db: &impl ConnectionTrait,
    group: GroupId,
    api: ApiId,
    before: Option<Timestamp>,
) -> Result<Option<Application>, DbErr> {
    let earlier = before.map(|at| application::Column::RequestedAt.lt(at));
    application::Entity::find()
        .inner_join(application_plan::Entity)
        .filter(application::Column::GroupId.eq(group))
        .filter(application::Column::ApiId.eq(api))
        .filter(application_plan::Column::Plan.eq(Plan::Trial))
        .filter(Condition::all().add_option(earlier))
        .order_by_desc(application::Column::RequestedAt)
        .one(db)
        .await
}
