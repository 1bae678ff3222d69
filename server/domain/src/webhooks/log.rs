//! What was sent to a webhook, and sending it again.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Set,
};

use super::{
    DeliveryState, EventKind, WebhookAttempt, WebhookOwner,
    body::{Body, Data},
    list::{Webhook, find, lock},
    schedule::{attempt_at, deliver},
    send::message_id,
};
use crate::{
    Cursor, DbErr, Error, Page, PageRequest, Scope,
    accounts::{TooOften, throttle},
    changes,
    clock::Timestamp,
    db::Transaction,
    entities::{webhook_attempt, webhook_delivery},
    from_common,
    ids::{WebhookDeliveryId, WebhookId},
};

/// An attempt that is due for longer will not take place by itself.
const LOST_AFTER: TimeDelta = TimeDelta::minutes(10);

/// An event on its way to a webhook, or there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: WebhookDeliveryId,
    pub webhook: WebhookId,
    pub event: EventKind,
    /// What was sent.
    pub body: String,
    pub state: DeliveryState,
    pub attempts: i32,
    pub next_attempt_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

impl Delivery {
    /// The identifier of the message in its headers.
    #[must_use]
    pub fn message_id(&self) -> String {
        message_id(self.id)
    }
}

impl From<webhook_delivery::Model> for Delivery {
    fn from(row: webhook_delivery::Model) -> Self {
        Self {
            id: row.id,
            webhook: row.webhook_id,
            event: row.event,
            body: row.body,
            state: row.state,
            attempts: row.attempts,
            next_attempt_at: row.next_attempt_at,
            created_at: row.created_at,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// Nothing is sent to a webhook that is paused.
    #[error("the webhook is paused")]
    Paused,
    /// It is on its way still.
    #[error("the delivery is pending")]
    Pending,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(DeliveryError);

/// A page of what was sent to a webhook, in one state or in all.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not see the webhook.
pub async fn deliveries(
    scope: &Scope,
    webhook: WebhookId,
    state: Option<DeliveryState>,
    page: &PageRequest,
) -> Result<Page<Delivery>, Error> {
    use webhook_delivery::Column;
    find(scope, webhook).await?;
    let of_state = state.map(|state| Column::State.eq(state));
    let rows = webhook_delivery::Entity::find()
        .filter(Column::WebhookId.eq(webhook))
        .filter(Condition::all().add_option(of_state));
    let rows = page.select(rows, Column::CreatedAt, Column::Id);
    let rows = rows.all(scope.portal.db.reader()).await?;
    let found = rows.into_iter().map(Delivery::from).collect();
    Ok(Page::of(found, page.size, |delivery: &Delivery| {
        Cursor::new(delivery.created_at, delivery.id.0)
    }))
}

/// A delivery with its webhook and its attempts, the first one first.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not see the webhook.
pub async fn delivery(
    scope: &Scope,
    id: WebhookDeliveryId,
) -> Result<(Webhook, Delivery, Vec<WebhookAttempt>), Error> {
    let db = scope.portal.db.reader();
    let row = webhook_delivery::Entity::find_by_id(id).one(db).await?;
    let row = row.ok_or(Error::NotFound("no such delivery"))?;
    let webhook = find(scope, row.webhook_id).await?;
    let attempts = webhook_attempt::Entity::find()
        .filter(webhook_attempt::Column::DeliveryId.eq(id))
        .order_by_asc(webhook_attempt::Column::Number)
        .all(db)
        .await?;
    Ok((webhook, row.into(), attempts))
}

/// Sends a delivery again that arrived or was given up, under the identifier that it has.
///
/// # Errors
/// [`DeliveryError::Paused`] and [`DeliveryError::Pending`] when it cannot be sent now,
/// [`Error::Forbidden`] for a member who is no owner, [`Error::NotFound`] for whoever may not know
/// of the webhook.
pub async fn send_again(scope: &Scope, id: WebhookDeliveryId) -> Result<(), DeliveryError> {
    let transaction = scope.portal.db.begin().await?;
    let webhook = load_delivery(&transaction, id).await?.webhook_id;
    require_active(&transaction, scope, webhook).await?;
    let row = load_delivery(&transaction, id).await?;
    if is_under_way(&row, scope.now()) {
        return Err(DeliveryError::Pending);
    }
    let attempt = (id, row.attempts + 1);
    let begun = webhook_delivery::ActiveModel {
        id: Set(id),
        state: Set(DeliveryState::Pending),
        round_attempts: Set(0),
        round_begun_at: Set(scope.now()),
        next_attempt_at: Set(Some(scope.now())),
        ..Default::default()
    };
    begun.update(&transaction).await?;
    attempt_at(&transaction, scope, attempt, scope.now()).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok(())
}

async fn load_delivery(
    transaction: &Transaction,
    id: WebhookDeliveryId,
) -> Result<webhook_delivery::Model, Error> {
    let row = webhook_delivery::Entity::find_by_id(id);
    let row = row.one(transaction).await?;
    row.ok_or(Error::NotFound("no such delivery"))
}

/// Whether a delivery will be attempted by itself. One whose job an administrator dropped will not.
fn is_under_way(delivery: &webhook_delivery::Model, now: Timestamp) -> bool {
    let planned = |at: Timestamp| at > now - LOST_AFTER;
    delivery.state == DeliveryState::Pending && delivery.next_attempt_at.is_some_and(planned)
}

/// Sends a webhook an event that nothing happened for.
///
/// # Errors
/// As [`send_again`].
pub async fn send_test(
    scope: &Scope,
    webhook: WebhookId,
) -> Result<WebhookDeliveryId, DeliveryError> {
    let transaction = scope.portal.db.begin().await?;
    require_active(&transaction, scope, webhook).await?;
    let body = Body {
        event: EventKind::Test,
        timestamp: scope.now(),
        data: Data::default(),
    };
    let body = serde_json::to_string(&body).map_err(|error| DbErr::Json(error.to_string()))?;
    let sent = deliver(&transaction, scope, &[webhook], EventKind::Test, &body).await?;
    changes::commit(transaction, scope, &[]).await?;
    let sent = sent.first().copied();
    sent.ok_or_else(|| Error::NotFound("no such delivery").into())
}

/// A webhook that the asker may have something sent to, not too often.
async fn require_active(
    transaction: &Transaction,
    scope: &Scope,
    webhook: WebhookId,
) -> Result<(), DeliveryError> {
    let row = lock(transaction, webhook).await?;
    let owner = WebhookOwner::from(row.group_id);
    owner.hold_change(transaction, scope).await?;
    if row.paused_at.is_some() {
        return Err(DeliveryError::Paused);
    }
    let person = scope.require_signed_in()?;
    throttle::count_act(transaction, scope, person.id).await??;
    Ok(())
}
