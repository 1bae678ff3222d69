//! The ends of contracts: people are told 30 and 7 days before, once each, however many instances
//! run, and once the last day is over the application is suspended.

use std::collections::{BTreeSet, HashSet};

use chrono::{NaiveDate, TimeDelta};
use sea_orm::{Condition, DbErr};

use super::access::{Act, record};
use crate::{
    Scope,
    applications::{self, Application, ApplicationEvent, ApplicationState},
    changes,
    db::Transaction,
    groups,
    ids::{AccountId, ApplicationId},
    jobs::{self, Job, Mail},
    managers::Roster,
    vocabulary::ChangeKind,
};

/// Tells of contracts that end soon, and suspends applications whose contract is over; to be called
/// about every hour. Returns how many it suspended.
///
/// # Errors
/// When the database cannot be read.
pub async fn end_contracts(scope: &Scope) -> Result<usize, DbErr> {
    let today = applications::today(scope);
    let furthest = today + TimeDelta::days(FURTHEST);
    let db = scope.portal.db.reader();
    let ending = applications::ending_contracts(db, furthest).await?;
    let ids: Vec<_> = ending.iter().map(|(id, _)| *id).collect();
    let sent = applications::sent_notices(db, &ids).await?;
    let mut suspended = 0;
    for contract in ending {
        // One that fails is tried again the next time; the others must not wait for it.
        match look_after(scope, contract, today, &sent).await {
            Ok(ended) => suspended += usize::from(ended),
            Err(error) => {
                let (id, _) = contract;
                tracing::error!(%error, application = %id, "a contract was not looked after");
            }
        }
    }
    Ok(suspended)
}

/// Tells of the end of a contract where it is due, or suspends its application; tells whether it
/// did that.
async fn look_after(
    scope: &Scope,
    (id, ends_on): (ApplicationId, NaiveDate),
    today: NaiveDate,
    sent: &HashSet<(ApplicationId, NaiveDate, i32)>,
) -> Result<bool, DbErr> {
    if ends_on < today {
        return suspend(scope, id).await;
    }
    let due = applications::due_notices(ends_on, today);
    if due.iter().any(|days| !sent.contains(&(id, ends_on, *days))) {
        warn(scope, id, ends_on, &due).await?;
    }
    Ok(false)
}

/// The largest of the marks, in days.
const FURTHEST: i64 = 30;

/// Tells of it once, however many marks were passed, unless another instance has told, or the end is
/// another one by now.
async fn warn(
    scope: &Scope,
    id: ApplicationId,
    ends_on: NaiveDate,
    due: &[i32],
) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let mut first = false;
    for days in due {
        first = applications::mark_notice(&transaction, scope, id, (ends_on, *days)).await?;
    }
    let application = applications::find(&transaction, id).await?;
    let conditions = applications::conditions(&transaction, id).await?;
    let still = conditions.is_some_and(|it| it.ends_on == Some(ends_on));
    if let Some(application) = application.filter(|_| first && still) {
        for to in concerned(&transaction, scope, &application).await? {
            let mail = Mail::ContractEnds {
                application: id,
                ends_on,
                to,
            };
            jobs::enqueue(&transaction, scope, &Job::Mail(mail)).await?;
        }
    }
    transaction.commit().await
}

/// Suspends an application whose contract is over; tells whether this did it. The contract is read
/// again once the application is locked, so that one who renews it at the same moment is heard.
async fn suspend(scope: &Scope, id: ApplicationId) -> Result<bool, DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let act = Act {
        from: ApplicationState::Approved,
        event: ApplicationEvent::ContractEnd,
        said: None,
    };
    let (step, any) = ((act.from, act.event), Condition::all());
    if !applications::advance(&transaction, scope, id, step, None, any).await? {
        return Ok(false);
    }
    let conditions = applications::conditions(&transaction, id).await?;
    let zone = scope.portal.settings.time_zone;
    let is_over = conditions.is_some_and(|it| it.validity(zone).has_ended(scope.now()));
    let application = applications::find(&transaction, id).await?;
    let Some(application) = application.filter(|_| is_over) else {
        transaction.rollback().await?;
        return Ok(false);
    };
    record(&transaction, scope, id, &act, false, None).await?;
    for to in concerned(&transaction, scope, &application).await? {
        let mail = Mail::ContractEnded {
            application: id,
            to,
        };
        jobs::enqueue(&transaction, scope, &Job::Mail(mail)).await?;
    }
    changes::commit(transaction, scope, &[(ChangeKind::Application, id.0)]).await?;
    Ok(true)
}

/// The owners of the group, who renew the contract, and the contract managers who decide on it, with
/// whom they do.
async fn concerned(
    transaction: &Transaction,
    scope: &Scope,
    application: &Application,
) -> Result<BTreeSet<AccountId>, DbErr> {
    let id = application.group_id;
    let owners = groups::owner_ids(transaction, id).await?;
    let mut concerned: BTreeSet<_> = owners.into_iter().collect();
    let mut found = groups::by_ids(transaction, [id].into_iter()).await?;
    if let Some(group) = found.remove(&id) {
        let roster = Roster::load(transaction, scope).await?;
        concerned.extend(roster.deciders(application.api_id, &group.cnpj));
    }
    Ok(concerned)
}
