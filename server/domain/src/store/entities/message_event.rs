use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, MessageEventId, MessageId},
    vocabulary::MessageAct,
};

/// What somebody in support did to a message.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageEventId,
    pub message_id: MessageId,
    /// The revision of the message that it made.
    pub number: i32,
    pub kind: MessageAct,
    pub at: Timestamp,
    pub done_by: Option<AccountId>,
    /// The text of an answer.
    pub said: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
