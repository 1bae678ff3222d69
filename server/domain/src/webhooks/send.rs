//! Sends a message to a webhook.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{DeliveryState, OutgoingMessage, Transport, secret::signatures};
use crate::{
    Portal,
    clock::Timestamp,
    entities::{webhook, webhook_delivery},
    ids::WebhookDeliveryId,
    jobs::{DeliveryAttempt, Sending},
    store::{Unsealable, Vault},
};

pub(super) async fn send(
    portal: &Portal,
    vault: &Vault,
    transport: &dyn Transport,
    attempt: DeliveryAttempt,
) -> Result<Sending, DbErr> {
    // A replica may not know yet what was queued a moment ago.
    let Some((webhook, delivery)) = waiting(portal.db.writer(), attempt).await? else {
        return Ok(Sending::Nothing);
    };
    let now = portal.now();
    if let Some(end) = webhook.rests_until.filter(|end| now < *end) {
        return Ok(Sending::PutOff(end));
    }
    let message = message(vault, &webhook, delivery, now);
    let message = message.map_err(|error| DbErr::Custom(error.to_string()))?;
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
    let active = webhook.filter(|webhook| webhook.paused_at.is_none());
    Ok(active.map(|webhook| (webhook, delivery)))
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
