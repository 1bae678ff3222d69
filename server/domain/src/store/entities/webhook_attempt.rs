use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{WebhookAttemptId, WebhookDeliveryId},
    vocabulary::SendFailure,
};

/// An attempt to send an event, with the answer or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookAttemptId,
    pub delivery_id: WebhookDeliveryId,
    pub number: i32,
    pub at: Timestamp,
    /// In milliseconds.
    pub took: i32,
    /// The HTTP status of the answer.
    pub status: Option<i16>,
    pub failure: Option<SendFailure>,
    /// The beginning of the answer.
    pub answer: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
