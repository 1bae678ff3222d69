//! How contract managers are told of requests that wait: each choice is their own.

use std::collections::HashMap;

use chrono::{NaiveTime, TimeDelta};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::OnConflict,
};

use super::rows;
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    business_hours::moment,
    clock::Timestamp,
    db::Transaction,
    entities::manager::{ActiveModel, Column, Entity, Model},
    ids::AccountId,
    jobs::{self, Job, Mail},
    vocabulary::RequestNotices,
};

/// Eight in the morning, in minutes after midnight.
pub(super) const DIGEST_MINUTE: i32 = 8 * 60;
const MINUTES_A_DAY: i32 = 24 * 60;
/// More days off than ever follow one another.
const MAX_DAYS: usize = 14;

/// How a manager is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeChoice {
    pub notices: RequestNotices,
    /// When a digest leaves.
    pub digest_at: NaiveTime,
}

impl Default for NoticeChoice {
    fn default() -> Self {
        Self {
            notices: RequestNotices::Each,
            digest_at: time_of(DIGEST_MINUTE),
        }
    }
}

impl From<&Model> for NoticeChoice {
    fn from(row: &Model) -> Self {
        Self {
            notices: row.notices,
            digest_at: time_of(row.digest_minute),
        }
    }
}

fn time_of(minute: i32) -> NaiveTime {
    let minute = minute.clamp(0, MINUTES_A_DAY - 1);
    NaiveTime::MIN + TimeDelta::minutes(minute.into())
}

/// How the asker is told of requests.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn notice_choice(scope: &Scope) -> Result<NoticeChoice, Error> {
    scope.require(Role::ContractManager)?;
    let me = scope.require_signed_in()?.id;
    let row = Entity::find_by_id(me).one(scope.portal.db.reader()).await?;
    Ok(row.as_ref().map(NoticeChoice::from).unwrap_or_default())
}

/// Chooses how the asker is told of requests from now on.
///
/// # Errors
/// As [`notice_choice`].
pub async fn choose_notices(scope: &Scope, choice: NoticeChoice) -> Result<(), Error> {
    scope.require(Role::ContractManager)?;
    let me = scope.require_signed_in()?.id;
    let minute = (choice.digest_at - NaiveTime::MIN).num_minutes();
    let row = ActiveModel {
        notices: Set(choice.notices),
        digest_minute: Set(i32::try_from(minute).unwrap_or(DIGEST_MINUTE)),
        ..rows::empty(me)
    };
    let again = OnConflict::column(Column::AccountId)
        .update_columns([Column::Notices, Column::DigestMinute])
        .to_owned();
    let transaction = scope.portal.db.begin().await?;
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&transaction)
        .await?;
    let (subject, chosen) = (Subject::Account(me), choice.notices.to_string());
    let action = Action::RequestNoticesChosen;
    audit::record_with(&transaction, scope, action, subject, Some(chosen)).await?;
    transaction.commit().await?;
    Ok(())
}

/// How these managers are told.
pub(crate) async fn choices(
    db: &impl ConnectionTrait,
    managers: &[AccountId],
) -> Result<HashMap<AccountId, NoticeChoice>, DbErr> {
    let rows = Entity::find()
        .filter(Column::AccountId.is_in(managers.iter().copied()))
        .all(db)
        .await?;
    let choices = rows.iter().map(|row| (row.account_id, row.into()));
    Ok(choices.collect())
}

/// Queues a manager's next digest in the transaction of a request, unless it is queued already.
pub(crate) async fn queue_digest(
    transaction: &Transaction,
    scope: &Scope,
    manager: AccountId,
    choice: NoticeChoice,
) -> Result<(), DbErr> {
    let (now, due) = (scope.now(), next_digest(scope, choice.digest_at));
    let free = Condition::any()
        .add(Column::DigestDueAt.is_null())
        .add(Column::DigestDueAt.lte(now));
    let taken = Entity::update_many()
        .set(ActiveModel {
            digest_due_at: Set(Some(due)),
            ..Default::default()
        })
        .filter(Column::AccountId.eq(manager))
        .filter(free)
        .exec(transaction)
        .await?;
    if taken.rows_affected != 1 {
        return Ok(());
    }
    let digest = Job::Mail(Mail::RequestDigest {
        manager,
        since: now,
    });
    jobs::enqueue_at(transaction, scope, &digest, due).await
}

/// The next time at which a digest leaves: on a day on which somebody works.
fn next_digest(scope: &Scope, at: NaiveTime) -> Timestamp {
    let settings = &scope.portal.settings;
    let (now, zone) = (scope.now(), settings.time_zone);
    let hours = settings.decision_target.hours;
    let days = now.with_timezone(&zone).date_naive().iter_days();
    let open = days.take(MAX_DAYS).filter(|day| hours.is_open_on(*day));
    let mut times = open.filter_map(|day| moment(day, at, zone));
    times
        .find(|time| *time > now)
        .unwrap_or(now + TimeDelta::days(1))
}
