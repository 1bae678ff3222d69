//! Who looks after a request, so that two managers do not do the same work.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};
use values::Cnpj;

use super::party::{self, Owners};
use crate::{
    Error, Role, Scope, accounts,
    audit::{self, Action, Subject},
    db::Transaction,
    from_common,
    ids::{AccountId, ApiId, RequestId},
    jobs::{self, Job, Mail},
    managers::{self, Roster},
    requests::{self, Request},
};

/// A contract manager who looks after a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    pub id: AccountId,
    pub name: String,
}

#[derive(Debug, thiserror::Error)]
pub enum AssignError {
    /// Somebody assigned it meanwhile, or it was decided.
    #[error("the request was changed meanwhile")]
    Changed,
    /// Whoever is to look after it is no contract manager, or none who decides on it.
    #[error("the request is not theirs to decide")]
    NotTheirs,
    /// Other managers decide on this company and this API.
    #[error("the request is not the asker's to decide")]
    NotCovered,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AssignError);

/// Gives a request that is not over to a contract manager, or to nobody. `seen` is who had it when
/// the asker looked.
///
/// # Errors
/// [`AssignError::Changed`] when somebody else has it by now, or it was decided,
/// [`AssignError::NotTheirs`] when `to` does not decide on it, [`AssignError::NotCovered`] when the
/// asker does not, [`Error::NotFound`] when there is no such request.
pub async fn assign(
    scope: &Scope,
    id: RequestId,
    seen: Option<AccountId>,
    to: Option<AccountId>,
) -> Result<(), AssignError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    if let Some(to) = to
        && !decides(&transaction, scope, &request, to).await?
    {
        return Err(AssignError::NotTheirs);
    }
    let coverage = managers::coverage(&transaction, scope).await?;
    let allowed = coverage.condition(requests::API, requests::GROUP);
    if !requests::assign(&transaction, id, (seen, to), allowed).await? {
        return why_not(&transaction, scope, &request, to).await;
    }
    record(&transaction, scope, id, to).await?;
    if let Some(manager) = to.filter(|to| scope.account_id() != Some(*to)) {
        let mail = Mail::RequestAssigned {
            request: id,
            manager,
            by: scope.account_id(),
        };
        jobs::enqueue(&transaction, scope, &Job::Mail(mail)).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Whether somebody is a contract manager who decides on a request.
async fn decides(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
    account: AccountId,
) -> Result<bool, DbErr> {
    if !accounts::has_role(transaction, account, Role::ContractManager).await? {
        return Ok(false);
    }
    managers::covers(
        transaction,
        scope,
        account,
        (request.api_id, request.group_id),
    )
    .await
}

/// The same that was done before is done.
async fn why_not(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
    to: Option<AccountId>,
) -> Result<(), AssignError> {
    let owners = Owners::from(request);
    if !party::is_covered(transaction, scope, request.api_id, owners).await? {
        return Err(AssignError::NotCovered);
    }
    if request.assignee_id == to && request.state.is_open() {
        return Ok(());
    }
    Err(AssignError::Changed)
}

/// The details name the account, whose name the trail does not keep.
async fn record(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    to: Option<AccountId>,
) -> Result<(), DbErr> {
    let action = match to {
        Some(_) => Action::RequestAssigned,
        None => Action::RequestReleased,
    };
    let to = to.map(|to| to.to_string());
    audit::record_with(transaction, scope, action, Subject::Request(id), to).await
}

/// Who looks after a request.
pub(super) async fn assignee_of(
    db: &impl ConnectionTrait,
    request: &Request,
) -> Result<Option<Assignee>, DbErr> {
    let mut found = assignees(db, std::slice::from_ref(request)).await?;
    Ok(request.assignee_id.and_then(|id| found.remove(&id)))
}

/// Those who look after these requests.
pub(super) async fn assignees(
    db: &impl ConnectionTrait,
    requests: &[Request],
) -> Result<HashMap<AccountId, Assignee>, DbErr> {
    let ids: Vec<_> = requests.iter().filter_map(|it| it.assignee_id).collect();
    let names = accounts::names(db, ids.into_iter()).await?;
    let assignee = |(id, name)| (id, Assignee { id, name });
    Ok(names.into_iter().map(assignee).collect())
}

/// All contract managers, by their names, for whoever looks for what somebody has.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn colleagues(scope: &Scope) -> Result<Vec<Assignee>, Error> {
    scope.require(Role::ContractManager)?;
    let db = scope.portal.db.reader();
    let ids = accounts::with_role(db, Role::ContractManager).await?;
    Ok(named(db, ids).await?)
}

/// The contract managers who decide on requests for an API by a company, by their names.
pub(super) async fn deciders(
    db: &impl ConnectionTrait,
    scope: &Scope,
    api: ApiId,
    cnpj: &Cnpj,
) -> Result<Vec<Assignee>, DbErr> {
    let ids = Roster::load(db, scope).await?.deciders(api, cnpj);
    named(db, ids).await
}

async fn named(db: &impl ConnectionTrait, ids: Vec<AccountId>) -> Result<Vec<Assignee>, DbErr> {
    let names = accounts::names(db, ids.into_iter()).await?;
    let people = names.into_iter().map(|(id, name)| Assignee { id, name });
    let mut people: Vec<_> = people.collect();
    people.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(people)
}
