//! Networks that the owner of an account came in from: kept among the failures, as a row that
//! has none and whose wait is how long the network stays known.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::OnConflict,
};

use super::{Key, rule};
use crate::{clock::Timestamp, db::Transaction, entities::throttle};

const KNOWN_FOR: TimeDelta = TimeDelta::days(30);
const NOTED_EVERY: TimeDelta = TimeDelta::hours(24);

pub(super) async fn is_known(
    transaction: &Transaction,
    key: &Key,
    now: Timestamp,
) -> Result<bool, DbErr> {
    let known = throttle::Entity::find_by_id(key.clone())
        .filter(throttle::Column::RetryAt.gt(now))
        .one(transaction)
        .await?;
    Ok(known.is_some())
}

/// Notes that the owner came in, if that was not noted in the last day; whether it was not.
pub(super) async fn note(
    transaction: &Transaction,
    key: Key,
    now: Timestamp,
) -> Result<bool, DbErr> {
    let known = throttle::ActiveModel {
        key: Set(key),
        failures: Set(0),
        last_failure_at: Set(now),
        retry_at: Set(now + KNOWN_FOR),
    };
    let again = OnConflict::column(throttle::Column::Key)
        .update_columns([throttle::Column::LastFailureAt, throttle::Column::RetryAt])
        .action_and_where(rule::stored(throttle::Column::LastFailureAt).lte(now - NOTED_EVERY))
        .to_owned();
    let noted = throttle::Entity::insert(known)
        .on_conflict(again)
        .exec_without_returning(transaction)
        .await?;
    Ok(noted == 1)
}
