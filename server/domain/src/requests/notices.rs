//! Who is told that a request was filed.

use sea_orm::DbErr;

use super::Request;
use crate::{
    Scope,
    accounts::throttle,
    db::Transaction,
    groups,
    ids::{AccountId, RequestId},
    jobs::{self, Job, Mail},
    managers::{self, RequestNotices, Roster},
};

/// Notifies the applicant, and the contract managers who may decide.
pub(super) async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
) -> Result<(), DbErr> {
    let id = request.id;
    let received = Job::Mail(Mail::RequestReceived { request: id });
    jobs::enqueue(transaction, scope, &received).await?;
    let deciders = deciders(transaction, scope, request).await?;
    tell_each(transaction, scope, id, deciders).await
}

/// Tells that a request waits for its decision again: whoever looks after it, if they decide on it,
/// or everybody who does.
pub(super) async fn tell_again(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
) -> Result<(), DbErr> {
    let deciders = deciders(transaction, scope, request).await?;
    let assignee = request.assignee_id.filter(|id| deciders.contains(id));
    let told = assignee.map_or(deciders, |id| vec![id]);
    tell_each(transaction, scope, request.id, told).await
}

/// Tells these managers of a request, each as they chose.
async fn tell_each(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    told: Vec<AccountId>,
) -> Result<(), DbErr> {
    let choices = managers::choices(transaction, &told).await?;
    for manager in told {
        let choice = choices.get(&manager).copied().unwrap_or_default();
        match choice.notices {
            RequestNotices::Each => notify_manager(transaction, scope, id, manager).await?,
            RequestNotices::Digest => {
                managers::queue_digest(transaction, scope, manager, choice).await?;
            }
            RequestNotices::Nothing => {}
        }
    }
    Ok(())
}

/// Tells a manager of a request by itself, or of many at once together.
async fn notify_manager(
    transaction: &Transaction,
    scope: &Scope,
    request: RequestId,
    manager: AccountId,
) -> Result<(), DbErr> {
    let what = format!("decision:{manager}");
    let awaited = Mail::DecisionAwaited { request, manager };
    let more = |since| Mail::DecisionsAwaited { manager, since };
    throttle::enqueue_or_sum_up(transaction, scope, &what, awaited, more).await
}

/// The contract managers who may decide on it.
async fn deciders(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
) -> Result<Vec<AccountId>, DbErr> {
    let mut groups = groups::by_ids(transaction, [request.group_id].into_iter()).await?;
    let Some(group) = groups.remove(&request.group_id) else {
        return Ok(Vec::new());
    };
    let roster = Roster::load(transaction, scope).await?;
    let mut managers = roster.deciders(request.api_id, &group.cnpj);
    if !scope.portal.settings.decide_own_requests {
        let members = groups::member_ids(transaction, request.group_id).await?;
        managers.retain(|id| *id != request.applicant_id && !members.contains(id));
    }
    Ok(managers)
}
