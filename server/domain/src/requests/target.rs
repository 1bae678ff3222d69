//! By when a request is to be decided, and under which company it stands in the queue.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect, Set,
};

use super::{Request, RequestState};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::request::{Column, Entity},
    folding::fold,
    groups,
    ids::GroupId,
    settings::Settings,
};

/// How many requests get their time in a transaction.
const AT_ONCE: u64 = 200;
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
    /// Counts up to now. Time in which a request waited for its applicant has moved the end, and
    /// does not count.
    #[must_use]
    pub fn of(request: &Request, settings: &Settings, now: Timestamp) -> Self {
        let target = settings.decision_target.span();
        let passed = match request.due_at {
            None => settings.working_time(request.submitted_at, now),
            Some(due) if now < due => target - settings.working_time(now, due),
            Some(due) => target + settings.working_time(due, now),
        };
        Self {
            passed: passed.max(TimeDelta::zero()),
            target,
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

/// The name of a group's company, in the form that the queue is sorted by.
pub(super) async fn company_of(db: &impl ConnectionTrait, group: GroupId) -> Result<String, DbErr> {
    let mut found = groups::by_ids(db, [group].into_iter()).await?;
    let group = found.remove(&group);
    Ok(group.map_or_else(String::new, |group| fold(&group.legal_name)))
}

/// Gives their time to pending requests that an instance without targets filed.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_missing_targets(scope: &Scope) -> Result<(), DbErr> {
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

async fn without_target(db: &impl ConnectionTrait) -> Result<Vec<Request>, DbErr> {
    Entity::find()
        .filter(Column::State.eq(RequestState::Pending))
        .filter(Column::DueAt.is_null())
        .limit(AT_ONCE)
        .all(db)
        .await
}

async fn set_target(transaction: &Transaction, scope: &Scope, row: Request) -> Result<(), DbErr> {
    let due = scope.portal.settings.decision_due(row.submitted_at);
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
