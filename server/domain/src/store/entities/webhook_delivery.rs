use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{WebhookDeliveryId, WebhookId},
    vocabulary::{DeliveryState, EventKind},
};

/// An event on its way to a webhook.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_deliveries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookDeliveryId,
    pub webhook_id: WebhookId,
    pub event: EventKind,
    /// The body, the same in every attempt.
    pub body: String,
    pub state: DeliveryState,
    /// How many attempts there were.
    pub attempts: i32,
    /// How many of them belong to the present round: somebody who sends again begins a new one.
    pub round_attempts: i32,
    pub round_begun_at: Timestamp,
    pub next_attempt_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
