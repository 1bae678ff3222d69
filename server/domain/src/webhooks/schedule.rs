//! When deliveries are attempted: at once, and after each failure later, for three days.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

use super::{DeliveryState, EventKind};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::webhook_delivery::{ActiveModel, Column, Entity},
    ids::{WebhookDeliveryId, WebhookId},
    jobs::{self, DeliveryAttempt, Job},
    store::bulk,
};

/// The waits after the first attempt and those that follow; the last one again and again.
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
/// How long a delivery is attempted: three days, and what attempts come late.
const TRIED_FOR: TimeDelta = TimeDelta::hours(80);

/// When a delivery is attempted next that was attempted so often since its round began; `None` when
/// it is given up.
pub(super) fn next(attempts: i32, begun: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let before = usize::try_from(attempts).unwrap_or_default().max(1) - 1;
    let wait = WAITS.get(before).or(WAITS.last())?;
    let at = now + *wait;
    (at <= begun + TRIED_FOR).then_some(at)
}

/// Writes down what webhooks are told, each by a delivery whose first attempt is now.
pub(super) async fn deliver(
    transaction: &Transaction,
    scope: &Scope,
    webhooks: &[WebhookId],
    event: EventKind,
    body: &str,
) -> Result<Vec<WebhookDeliveryId>, DbErr> {
    let now = scope.now();
    let ids: Vec<WebhookDeliveryId> = webhooks.iter().map(|_| scope.portal.new_id()).collect();
    let rows = webhooks.iter().zip(&ids).map(|(webhook, id)| ActiveModel {
        id: Set(*id),
        webhook_id: Set(*webhook),
        event: Set(event),
        body: Set(body.to_owned()),
        state: Set(DeliveryState::Pending),
        attempts: Set(0),
        round_attempts: Set(0),
        round_begun_at: Set(now),
        next_attempt_at: Set(Some(now)),
        created_at: Set(now),
    });
    let never = OnConflict::new().do_nothing().to_owned();
    bulk::insert(transaction, rows.collect(), never).await?;
    let attempts = ids.iter().map(|id| (*id, 1));
    attempt_now(transaction, scope, attempts).await?;
    Ok(ids)
}

async fn attempt_now(
    transaction: &Transaction,
    scope: &Scope,
    attempts: impl Iterator<Item = (WebhookDeliveryId, i32)>,
) -> Result<(), DbErr> {
    let jobs: Vec<_> = attempts.map(job).collect();
    jobs::enqueue_all(transaction, scope, &jobs).await
}

const fn job((delivery, number): (WebhookDeliveryId, i32)) -> Job {
    Job::Deliver(DeliveryAttempt { delivery, number })
}

/// Queues an attempt with its number.
pub(super) async fn attempt_at(
    transaction: &Transaction,
    scope: &Scope,
    attempt: (WebhookDeliveryId, i32),
    at: Timestamp,
) -> Result<(), DbErr> {
    jobs::enqueue_at(transaction, scope, &job(attempt), at).await
}

/// Attempts now what waits for a webhook whose receiver is there again. What is under way is left
/// alone, and the attempts that were planned for later do nothing then.
pub(super) async fn attempt_waiting(
    transaction: &Transaction,
    scope: &Scope,
    webhook: WebhookId,
) -> Result<(), DbErr> {
    let waits = || {
        let later = Condition::any()
            .add(Column::NextAttemptAt.is_null())
            .add(Column::NextAttemptAt.gt(scope.now()));
        pending_of(webhook).add(later)
    };
    let waiting: Vec<(WebhookDeliveryId, i32)> = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(Column::Attempts)
        .filter(waits())
        .order_by_asc(Column::CreatedAt)
        .into_tuple()
        .all(transaction)
        .await?;
    Entity::update_many()
        .col_expr(Column::NextAttemptAt, Expr::value(scope.now()))
        .filter(waits())
        .exec(transaction)
        .await?;
    let attempts = waiting.into_iter().map(|(id, before)| (id, before + 1));
    attempt_now(transaction, scope, attempts).await
}

/// Gives up what has waited for longer than anything is attempted.
pub(super) async fn give_up_old(
    transaction: &Transaction,
    scope: &Scope,
    webhook: WebhookId,
) -> Result<(), DbErr> {
    let none: Option<Timestamp> = None;
    Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryState::GivenUp))
        .col_expr(Column::NextAttemptAt, Expr::value(none))
        .filter(pending_of(webhook))
        .filter(Column::RoundBegunAt.lt(scope.now() - TRIED_FOR))
        .exec(transaction)
        .await?;
    Ok(())
}

fn pending_of(webhook: WebhookId) -> Condition {
    Condition::all()
        .add(Column::WebhookId.eq(webhook))
        .add(Column::State.eq(DeliveryState::Pending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_attempts_fit_into_three_days() {
        let begun: Timestamp = "2026-08-03T12:00:00Z".parse().unwrap();
        let (mut now, mut attempts) = (begun, 1);
        while let Some(at) = next(attempts, begun, now) {
            (now, attempts) = (at, attempts + 1);
        }
        assert_eq!(attempts, 10);
        assert!(now > begun + TimeDelta::hours(71));
    }
}
