//! Networks that the owner of an account, or a client, used before. They are rows among the
//! failures that have none, and whose wait is how long the network stays known.

use std::{collections::HashSet, net::IpAddr};

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, sea_query::OnConflict,
};

use super::{Key, bucket, rule};
use crate::{Portal, clock::Timestamp, db::Transaction, entities::throttle};

const KNOWN_FOR: TimeDelta = TimeDelta::days(30);
const RECORDED_EVERY: TimeDelta = TimeDelta::hours(24);

/// How many clients of one address are read at most.
const MAX_CLIENTS: u64 = 1_000;

/// Records that a client authenticated from an address.
pub async fn record_client(
    portal: &Portal,
    public_key: &str,
    address: IpAddr,
) -> Result<(), DbErr> {
    let key = Key::client_known_at(public_key, address);
    record(portal.db.writer(), key, portal.now()).await
}

/// The clients that authenticated from an address recently.
pub async fn clients_at(portal: &Portal, address: IpAddr) -> Result<HashSet<Key>, DbErr> {
    let (first, last) = Key::clients_known_at(address).range();
    let known = throttle::Entity::find()
        .select_only()
        .column(throttle::Column::Key)
        .filter(throttle::Column::Key.between(first, last))
        .filter(throttle::Column::RetryAt.gt(portal.now()))
        .order_by_desc(throttle::Column::RetryAt)
        .limit(MAX_CLIENTS)
        .into_tuple()
        .all(portal.db.reader())
        .await?;
    Ok(known.into_iter().collect())
}

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

/// Records a sign-in of the owner, at most once a day.
pub(super) async fn record(
    db: &impl ConnectionTrait,
    key: Key,
    now: Timestamp,
) -> Result<(), DbErr> {
    let known = throttle::ActiveModel {
        retry_at: Set(now + KNOWN_FOR),
        ..bucket::empty(&key, now)
    };
    let again = OnConflict::column(throttle::Column::Key)
        .update_columns([throttle::Column::LastFailureAt, throttle::Column::RetryAt])
        .action_and_where(rule::stored(throttle::Column::LastFailureAt).lte(now - RECORDED_EVERY))
        .to_owned();
    throttle::Entity::insert(known)
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
