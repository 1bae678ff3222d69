//! Records attempts, and decides what follows from them.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::{
    DeliveryState, Exchange, PauseCause, SendFailure, WebhookError,
    act::stop,
    schedule::{self, attempt_at, attempt_waiting},
    send::waiting,
};
use crate::{
    Error, Scope,
    clock::Timestamp,
    db::Transaction,
    entities::{webhook, webhook_attempt, webhook_delivery},
    jobs::{self, DeliveryAttempt, Job, Mail, Sending},
};

/// For how long nothing is sent to a receiver that did not answer in time, so that it does not keep
/// others waiting.
const REST: TimeDelta = TimeDelta::minutes(1);
/// The status of a receiver that wants no messages any more (Standard Webhooks).
const GONE: u16 = 410;

pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    attempt: DeliveryAttempt,
    sending: Sending,
) -> Result<(), DbErr> {
    let exchange = match sending {
        Sending::Nothing => return Ok(()),
        Sending::PutOff(end) => {
            let attempt = (attempt.delivery, attempt.number);
            return attempt_at(transaction, scope, attempt, end).await;
        }
        Sending::Tried(exchange) => exchange,
    };
    // Another attempt with the same number was recorded, or the webhook was paused or deleted.
    let Some((webhook, delivery)) = waiting(transaction, attempt).await? else {
        return Ok(());
    };
    keep(transaction, scope, attempt, &exchange).await?;
    if exchange.is_success() {
        delivered(transaction, scope, webhook, delivery).await
    } else {
        failed(transaction, scope, webhook, delivery, &exchange).await
    }
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
    webhook: webhook::Model,
    delivery: webhook_delivery::Model,
) -> Result<(), DbErr> {
    let was_failing = webhook.failing_since.is_some();
    settle(transaction, delivery, DeliveryState::Delivered, None).await?;
    let arrived = webhook::ActiveModel {
        delivered_at: Set(Some(scope.now())),
        failing_since: Set(None),
        rests_until: Set(None),
        ..Default::default()
    };
    change(transaction, &webhook, arrived).await?;
    if was_failing {
        attempt_waiting(transaction, scope, webhook.id).await?;
    }
    Ok(())
}

async fn failed(
    transaction: &Transaction,
    scope: &Scope,
    webhook: webhook::Model,
    delivery: webhook_delivery::Model,
    exchange: &Exchange,
) -> Result<(), DbErr> {
    let now = scope.now();
    let (id, begun) = (delivery.id, delivery.created_at);
    let attempts = delivery.attempts + 1;
    let next = schedule::next(delivery.round_attempts + 1, now);
    let state = if next.is_some() {
        DeliveryState::Pending
    } else {
        DeliveryState::GivenUp
    };
    settle(transaction, delivery, state, next).await?;
    let is_late = exchange.answer == Err(SendFailure::Timeout);
    let failing = webhook::ActiveModel {
        failing_since: Set(Some(webhook.failing_since.unwrap_or(now))),
        rests_until: Set(is_late.then(|| now + REST)),
        ..Default::default()
    };
    change(transaction, &webhook, failing).await?;
    if let Some(cause) = why_pause(&webhook, exchange, next, begun) {
        return pause(transaction, scope, &webhook, cause).await;
    }
    match next {
        Some(at) => attempt_at(transaction, scope, (id, attempts + 1), at).await,
        None => Ok(()),
    }
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

async fn pause(
    transaction: &Transaction,
    scope: &Scope,
    webhook: &webhook::Model,
    cause: PauseCause,
) -> Result<(), DbErr> {
    let stopped = stop(transaction, scope, webhook.id, cause).await;
    let stopped = stopped.map_err(|error| match error {
        WebhookError::Common(Error::Database(error)) => error,
        error => DbErr::Custom(error.to_string()),
    })?;
    if stopped {
        let webhook = webhook.id;
        let mail = Job::Mail(Mail::WebhookPaused { webhook });
        jobs::enqueue(transaction, scope, &mail).await?;
    }
    Ok(())
}

async fn settle(
    transaction: &Transaction,
    delivery: webhook_delivery::Model,
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
