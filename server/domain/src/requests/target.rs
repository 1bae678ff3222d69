//! By when a request is to be decided, and under which company it stands in the queue.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::{Request, RequestState, find::load, inquiries::waiting_intervals};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::request::{Column, Entity},
    folding::fold,
    groups,
    ids::{GroupId, RequestId},
};

/// How many requests get their time in a transaction.
const AT_ONCE: u64 = 200;
/// How many requests' pauses are read at once.
const READ_AT_ONCE: usize = 500;
/// From this share of the target on, little time is left: three of four parts.
const NEAR: (i32, i32) = (3, 4);

/// How the time that a request waits compares with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    InTime,
    /// Little time is left.
    Near,
    Late,
}

/// The working time that passed for a request that waits, and the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingTime {
    pub passed: TimeDelta,
    pub target: TimeDelta,
}

impl WaitingTime {
    /// Counts up to now, against the target that was in force when the request was filed. Time in
    /// which it waited for its applicant has moved the end, and does not count.
    pub(crate) fn of(request: &Request, scope: &Scope, pause: TimeDelta) -> Self {
        let portal = &scope.portal;
        let filed = request.submitted_at;
        let working_time = |until| portal.settings.working_time(filed, until);
        let target = request.due_at.map_or_else(
            || working_time(portal.decision_due(filed)),
            |due| working_time(due) - pause,
        );
        let passed = working_time(scope.now()) - pause;
        Self {
            passed: passed.max(TimeDelta::zero()),
            target: target.max(TimeDelta::zero()),
        }
    }

    #[must_use]
    pub fn pace(&self) -> Pace {
        let (part, whole) = NEAR;
        if self.passed > self.target {
            Pace::Late
        } else if self.passed >= self.target / whole * part {
            Pace::Near
        } else {
            Pace::InTime
        }
    }
}

/// The working time for which each of these requests waited for its applicant, up to now.
pub(crate) async fn pauses(
    db: &impl ConnectionTrait,
    scope: &Scope,
    ids: &[RequestId],
) -> Result<HashMap<RequestId, TimeDelta>, DbErr> {
    let settings = &scope.portal.settings;
    let mut pauses = HashMap::new();
    for part in ids.chunks(READ_AT_ONCE) {
        for (id, intervals) in waiting_intervals(db, part).await? {
            let times = intervals.iter().map(|it| {
                let until = it.to.unwrap_or_else(|| scope.now());
                settings.working_time(it.from, until)
            });
            pauses.insert(id, times.sum::<TimeDelta>());
        }
    }
    Ok(pauses)
}

/// Moves the end of a request that waits for its decision again by the working time since its
/// applicant was asked. Its row is locked.
pub(super) async fn extend(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    asked_at: Timestamp,
) -> Result<(), DbErr> {
    let Some(row) = load(transaction, id).await? else {
        return Ok(());
    };
    let portal = &scope.portal;
    let waited = portal.settings.working_time(asked_at, scope.now());
    if waited.is_zero() {
        return Ok(());
    }
    let due = row.due_at;
    let due = due.unwrap_or_else(|| portal.decision_due(row.submitted_at));
    let mut row = row.into_active_model();
    row.due_at = Set(Some(portal.settings.after_working_time(due, waited)));
    row.update(transaction).await?;
    Ok(())
}

/// The name of a group's company, in the form that the queue is sorted by.
pub(super) async fn company_of(db: &impl ConnectionTrait, group: GroupId) -> Result<String, DbErr> {
    let mut found = groups::by_ids(db, [group].into_iter()).await?;
    let group = found.remove(&group);
    Ok(group.map_or_else(String::new, |group| fold(&group.legal_name)))
}

/// Gives their time to pending requests that an instance without targets filed, and their company to
/// all.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_missing_targets(scope: &Scope) -> Result<(), DbErr> {
    for state in RequestState::ALL {
        set_missing_companies(scope, *state).await?;
    }
    loop {
        let transaction = scope.portal.db.begin().await?;
        let rows = without_target(&transaction).await?;
        let is_last = (rows.len() as u64) < AT_ONCE;
        for row in rows {
            set_target(&transaction, scope, row).await?;
        }
        transaction.commit().await?;
        if is_last {
            return Ok(());
        }
    }
}

/// The names are folded here, because no database folds accents as the searches do.
async fn set_missing_companies(scope: &Scope, state: RequestState) -> Result<(), DbErr> {
    let mut after = None;
    loop {
        let transaction = scope.portal.db.begin().await?;
        let rows = without_company(&transaction, state, after).await?;
        after = rows.last().map(|row| row.id);
        let is_last = (rows.len() as u64) < AT_ONCE;
        for row in rows {
            let company = company_of(&transaction, row.group_id).await?;
            let mut row = row.into_active_model();
            row.company = Set(company);
            row.update(&transaction).await?;
        }
        transaction.commit().await?;
        if is_last {
            return Ok(());
        }
    }
}

/// After the last one that was read: a name of signs alone stays empty.
async fn without_company(
    db: &impl ConnectionTrait,
    state: RequestState,
    after: Option<RequestId>,
) -> Result<Vec<Request>, DbErr> {
    Entity::find()
        .filter(Column::State.eq(state))
        .filter(Column::Company.eq(""))
        .filter(Condition::all().add_option(after.map(|id| Column::Id.gt(id))))
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(db)
        .await
}

async fn without_target(db: &impl ConnectionTrait) -> Result<Vec<Request>, DbErr> {
    Entity::find()
        .filter(Column::State.eq(RequestState::Pending))
        .filter(Column::DueAt.is_null())
        .limit(AT_ONCE)
        .all(db)
        .await
}

async fn set_target(transaction: &Transaction, scope: &Scope, row: Request) -> Result<(), DbErr> {
    let due = scope.portal.decision_due(row.submitted_at);
    let company = company_of(transaction, row.group_id).await?;
    let mut row = row.into_active_model();
    row.due_at = Set(Some(due));
    row.company = Set(company);
    row.update(transaction).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(passed: i64) -> Pace {
        let waiting = WaitingTime {
            passed: TimeDelta::hours(passed),
            target: TimeDelta::hours(16),
        };
        waiting.pace()
    }

    #[test]
    fn a_request_is_in_time_then_near_and_then_late() {
        assert_eq!([0, 11].map(pace), [Pace::InTime; 2]);
        assert_eq!([12, 16].map(pace), [Pace::Near; 2]);
        assert_eq!(pace(17), Pace::Late);
    }
}
