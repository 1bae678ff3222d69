//! When deliveries are attempted: at once, and after each failure later, over three days.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::{DeliveryState, EventKind};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::webhook_delivery::{ActiveModel, Column, Entity, Model},
    ids::{WebhookDeliveryId, WebhookId},
    jobs::{self, DeliveryAttempt, Job},
};

/// The waits after the first attempt and those that follow.
const WAITS: [TimeDelta; 9] = [
    TimeDelta::seconds(5),
    TimeDelta::minutes(5),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(5),
    TimeDelta::hours(10),
    TimeDelta::hours(14),
    TimeDelta::hours(16),
    TimeDelta::hours(24),
];
/// What waits longer than this for a webhook that is resumed is not sent any more.
const KEPT_WAITING: TimeDelta = TimeDelta::days(3);
/// How many deliveries one transaction puts forward.
const AT_ONCE: u64 = 500;

/// When the attempt after this many of a round is; `None` after the last.
pub(super) fn next(round_attempts: i32, now: Timestamp) -> Option<Timestamp> {
    let before = usize::try_from(round_attempts).ok()?.checked_sub(1)?;
    WAITS.get(before).map(|wait| now + *wait)
}

/// Writes a delivery down whose first attempt is now.
pub(super) async fn deliver(
    transaction: &Transaction,
    scope: &Scope,
    webhook: WebhookId,
    event: EventKind,
    body: String,
) -> Result<WebhookDeliveryId, DbErr> {
    let id = scope.portal.new_id();
    let row = ActiveModel {
        id: Set(id),
        webhook_id: Set(webhook),
        event: Set(event),
        body: Set(body),
        state: Set(DeliveryState::Pending),
        attempts: Set(0),
        round_attempts: Set(0),
        next_attempt_at: Set(Some(scope.now())),
        created_at: Set(scope.now()),
    };
    row.insert(transaction).await?;
    attempt_at(transaction, scope, (id, 1), scope.now()).await?;
    Ok(id)
}

/// Queues an attempt with its number.
pub(super) async fn attempt_at(
    transaction: &Transaction,
    scope: &Scope,
    (delivery, number): (WebhookDeliveryId, i32),
    at: Timestamp,
) -> Result<(), DbErr> {
    let job = Job::Deliver(DeliveryAttempt { delivery, number });
    jobs::enqueue_at(transaction, scope, &job, at).await
}

/// Attempts now what waits for a webhook whose receiver is there again. The attempts that were
/// planned do nothing then.
pub(super) async fn attempt_waiting(
    transaction: &Transaction,
    scope: &Scope,
    webhook: WebhookId,
) -> Result<(), DbErr> {
    let waiting: Vec<Model> = Entity::find()
        .filter(Column::WebhookId.eq(webhook))
        .filter(Column::State.eq(DeliveryState::Pending))
        .filter(Column::CreatedAt.gt(scope.now() - KEPT_WAITING))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(transaction)
        .await?;
    for delivery in waiting {
        let attempt = (delivery.id, delivery.attempts + 1);
        attempt_at(transaction, scope, attempt, scope.now()).await?;
    }
    Ok(())
}
