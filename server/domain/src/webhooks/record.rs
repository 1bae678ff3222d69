//! Records attempts, and decides what follows from them.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};

use super::{
    DeliveryState, Exchange, PauseCause, SendFailure,
    act::stop,
    schedule::{self, attempt_at, attempt_waiting},
    send::waiting,
};
use crate::{
    Role, Scope, accounts,
    clock::Timestamp,
    db::Transaction,
    entities::{webhook, webhook_attempt, webhook_delivery},
    jobs::{self, DeliveryAttempt, Job, Mail, Sending},
};

/// For how long nothing is sent to a receiver that answers late or not at all, so that it does not
/// keep others waiting.
pub(super) const REST: TimeDelta = TimeDelta::minutes(1);
/// An answer that took longer is late.
const LATE: Duration = Duration::from_secs(8);
/// Only after failures of this long does a success hurry what waits: of a receiver that takes some
/// messages and refuses others, each keeps its schedule.
const OUTAGE: TimeDelta = TimeDelta::minutes(1);
/// The status of a receiver that wants no messages any more (Standard Webhooks).
const GONE: u16 = 410;

pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    attempt: DeliveryAttempt,
    sending: Sending,
) -> Result<(), DbErr> {
    if sending == Sending::Nothing {
        return Ok(());
    }
    lock(transaction, attempt).await?;
    // Another attempt with the same number may be recorded by now, or the webhook deleted.
    let Some((webhook, delivery)) = waiting(transaction, attempt).await? else {
        return Ok(());
    };
    match sending {
        Sending::Nothing => Ok(()),
        Sending::Paused => plan(transaction, &delivery, None).await,
        Sending::PutOff(end) => {
            plan(transaction, &delivery, Some(end)).await?;
            let attempt = (attempt.delivery, attempt.number);
            attempt_at(transaction, scope, attempt, end).await
        }
        Sending::Tried(exchange) => {
            keep(transaction, scope, attempt, &exchange).await?;
            if exchange.is_success() {
                delivered(transaction, scope, &webhook, &delivery, &exchange).await
            } else {
                failed(transaction, scope, &webhook, &delivery, &exchange).await
            }
        }
    }
}

/// Locks the webhook, so that what is recorded of it comes one after the other.
async fn lock(transaction: &Transaction, attempt: DeliveryAttempt) -> Result<(), DbErr> {
    let delivery = webhook_delivery::Entity::find_by_id(attempt.delivery);
    if let Some(delivery) = delivery.one(transaction).await? {
        webhook::Entity::find_by_id(delivery.webhook_id)
            .lock_exclusive()
            .one(transaction)
            .await?;
    }
    Ok(())
}

async fn keep(
    transaction: &Transaction,
    scope: &Scope,
    attempt: DeliveryAttempt,
    exchange: &Exchange,
) -> Result<(), DbErr> {
    let answer = exchange.answer.as_ref().ok();
    let status = answer.map(|answer| i16::try_from(answer.status).unwrap_or(i16::MAX));
    webhook_attempt::ActiveModel {
        id: Set(scope.portal.new_id()),
        delivery_id: Set(attempt.delivery),
        number: Set(attempt.number),
        at: Set(scope.now()),
        took: Set(i32::try_from(exchange.took.as_millis()).unwrap_or(i32::MAX)),
        status: Set(status),
        failure: Set(exchange.answer.as_ref().err().copied()),
        answer: Set(answer.map(|answer| answer.body.clone()).unwrap_or_default()),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

async fn delivered(
    transaction: &Transaction,
    scope: &Scope,
    webhook: &webhook::Model,
    delivery: &webhook_delivery::Model,
    exchange: &Exchange,
) -> Result<(), DbErr> {
    let now = scope.now();
    settle(transaction, delivery, DeliveryState::Delivered, None).await?;
    let arrived = webhook::ActiveModel {
        delivered_at: Set(Some(now)),
        failing_since: Set(None),
        rests_until: Set(rest(exchange, now)),
        ..Default::default()
    };
    change(transaction, webhook, arrived).await?;
    let was_away = webhook.failing_since.is_some_and(|at| at + OUTAGE <= now);
    if was_away && webhook.paused_at.is_none() {
        attempt_waiting(transaction, scope, webhook.id).await?;
    }
    Ok(())
}

async fn failed(
    transaction: &Transaction,
    scope: &Scope,
    webhook: &webhook::Model,
    delivery: &webhook_delivery::Model,
    exchange: &Exchange,
) -> Result<(), DbErr> {
    let now = scope.now();
    let begun = delivery.round_begun_at;
    let next = schedule::next(delivery.round_attempts + 1, begun, now);
    let state = if next.is_some() {
        DeliveryState::Pending
    } else {
        DeliveryState::GivenUp
    };
    let cause = why_pause(webhook, exchange, next, begun);
    // What waits for a webhook that is paused has no plan.
    let planned = next.filter(|_| cause.is_none() && webhook.paused_at.is_none());
    settle(transaction, delivery, state, planned).await?;
    let failing = webhook::ActiveModel {
        failing_since: Set(Some(webhook.failing_since.unwrap_or(now))),
        rests_until: Set(rest(exchange, now)),
        ..Default::default()
    };
    change(transaction, webhook, failing).await?;
    if let Some(cause) = cause {
        pause(transaction, scope, webhook, cause).await?;
    }
    if let Some(at) = planned {
        let attempt = (delivery.id, delivery.attempts + 2);
        attempt_at(transaction, scope, attempt, at).await?;
    }
    Ok(())
}

fn rest(exchange: &Exchange, now: Timestamp) -> Option<Timestamp> {
    let is_late = exchange.took >= LATE || exchange.answer == Err(SendFailure::Timeout);
    is_late.then(|| now + REST)
}

/// A webhook is paused when its receiver is gone, or nothing arrived in all the time in which a
/// message was tried.
fn why_pause(
    webhook: &webhook::Model,
    exchange: &Exchange,
    next: Option<Timestamp>,
    begun: Timestamp,
) -> Option<PauseCause> {
    if matches!(&exchange.answer, Ok(answer) if answer.status == GONE) {
        return Some(PauseCause::Gone);
    }
    let arrived_since = webhook.delivered_at.is_some_and(|at| at >= begun);
    (next.is_none() && !arrived_since).then_some(PauseCause::Failing)
}

/// Pauses a webhook, and has the group told by mail, or of the portal's every administrator.
async fn pause(
    transaction: &Transaction,
    scope: &Scope,
    webhook: &webhook::Model,
    cause: PauseCause,
) -> Result<(), DbErr> {
    if !stop(transaction, scope, webhook.id, cause).await? {
        return Ok(());
    }
    let readers = if webhook.group_id.is_some() {
        vec![None]
    } else {
        let administrators = accounts::with_role(transaction, Role::Administrator).await?;
        administrators.into_iter().map(Some).collect()
    };
    let webhook = webhook.id;
    let mails = readers
        .into_iter()
        .map(|to| Job::Mail(Mail::WebhookPaused { webhook, cause, to }));
    jobs::enqueue_all(transaction, scope, &mails.collect::<Vec<_>>()).await
}

async fn plan(
    transaction: &Transaction,
    delivery: &webhook_delivery::Model,
    at: Option<Timestamp>,
) -> Result<(), DbErr> {
    let row = webhook_delivery::ActiveModel {
        id: Set(delivery.id),
        next_attempt_at: Set(at),
        ..Default::default()
    };
    row.update(transaction).await?;
    Ok(())
}

async fn settle(
    transaction: &Transaction,
    delivery: &webhook_delivery::Model,
    state: DeliveryState,
    next_attempt_at: Option<Timestamp>,
) -> Result<(), DbErr> {
    let row = webhook_delivery::ActiveModel {
        id: Set(delivery.id),
        state: Set(state),
        attempts: Set(delivery.attempts + 1),
        round_attempts: Set(delivery.round_attempts + 1),
        next_attempt_at: Set(next_attempt_at),
        ..Default::default()
    };
    row.update(transaction).await?;
    Ok(())
}

async fn change(
    transaction: &Transaction,
    webhook: &webhook::Model,
    changed: webhook::ActiveModel,
) -> Result<(), DbErr> {
    webhook::Entity::update_many()
        .set(changed)
        .filter(webhook::Column::Id.eq(webhook.id))
        .exec(transaction)
        .await?;
    Ok(())
}
