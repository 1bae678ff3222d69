//! Sends a message to a webhook.

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{
    DeliveryState, Exchange, OutgoingMessage, SendFailure, Transport, record::REST,
    secret::signatures, under_way::UnderWay,
};
use crate::{
    Portal,
    clock::Timestamp,
    entities::{webhook, webhook_delivery},
    ids::WebhookDeliveryId,
    jobs::{DeliveryAttempt, Sending},
    store::{Unsealable, Vault},
};

/// How long an attempt waits while others to the same webhook are under way.
const STEP_BACK: TimeDelta = TimeDelta::seconds(3);

pub(super) async fn send(
    portal: &Portal,
    vault: &Vault,
    transport: &dyn Transport,
    under_way: &UnderWay,
    attempt: DeliveryAttempt,
) -> Result<Sending, DbErr> {
    let found = waiting(portal.db.writer(), attempt).await?;
    let Some((webhook, delivery)) = found else {
        return Ok(Sending::Nothing);
    };
    if webhook.paused_at.is_some() {
        return Ok(Sending::Paused);
    }
    let now = portal.now();
    // A clock that ran ahead lets nobody rest for longer.
    let rests = |end: &Timestamp| now < *end && *end <= now + REST;
    if let Some(end) = webhook.rests_until.filter(rests) {
        return Ok(Sending::PutOff(end));
    }
    let Some(_place) = under_way.enter(webhook.id) else {
        return Ok(Sending::PutOff(now + STEP_BACK));
    };
    let Ok(message) = message(vault, &webhook, delivery, now) else {
        return Ok(Sending::Tried(Exchange::failed(SendFailure::Internal)));
    };
    Ok(Sending::Tried(transport.post(&message).await))
}

/// The delivery of an attempt that was not made yet, with its webhook.
pub(super) async fn waiting(
    db: &impl ConnectionTrait,
    attempt: DeliveryAttempt,
) -> Result<Option<(webhook::Model, webhook_delivery::Model)>, DbErr> {
    let delivery = webhook_delivery::Entity::find_by_id(attempt.delivery);
    let Some(delivery) = delivery.one(db).await?.filter(|delivery| {
        delivery.state == DeliveryState::Pending && delivery.attempts + 1 == attempt.number
    }) else {
        return Ok(None);
    };
    let webhook = webhook::Entity::find_by_id(delivery.webhook_id);
    let webhook = webhook.one(db).await?;
    Ok(webhook.map(|webhook| (webhook, delivery)))
}

fn message(
    vault: &Vault,
    webhook: &webhook::Model,
    delivery: webhook_delivery::Model,
    now: Timestamp,
) -> Result<OutgoingMessage, Unsealable> {
    let (id, timestamp) = (message_id(delivery.id), now.timestamp());
    let content = format!("{id}.{timestamp}.{}", delivery.body);
    Ok(OutgoingMessage {
        url: webhook.url.clone(),
        signature: signatures(vault, webhook, &content, now)?,
        id,
        timestamp,
        body: delivery.body,
    })
}

/// The identifier of a message in its headers.
pub(super) fn message_id(delivery: WebhookDeliveryId) -> String {
    format!("msg_{}", delivery.0.simple())
}
