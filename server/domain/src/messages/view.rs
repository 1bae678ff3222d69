//! One message, with what was done to it.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{Message, MessageAct};
use crate::{
    Error, Role, Scope, accounts,
    clock::Timestamp,
    entities::{message, message_event},
    ids::{AccountId, MessageEventId, MessageId},
};

/// A message as support sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    pub message: Message,
    /// The name of whoever looks after it.
    pub assignee: Option<String>,
    /// Whether that is the asker.
    pub is_mine: bool,
    /// What was done to it, the oldest first.
    pub events: Vec<MessageEvent>,
}

/// What somebody in support did to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageEvent {
    pub id: MessageEventId,
    pub act: MessageAct,
    pub at: Timestamp,
    /// The name of whoever did it, unless their account is gone.
    pub by: Option<String>,
    /// The text of an answer.
    pub said: Option<String>,
}

/// An answer, for the mail that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub message: Message,
    pub text: String,
    /// The answers before it, the oldest first.
    pub earlier: Vec<MessageEvent>,
}

/// A message; `None` when there is no such message.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn view(scope: &Scope, id: MessageId) -> Result<Option<MessageView>, Error> {
    scope.require(Role::Support)?;
    let db = scope.portal.db.reader();
    let Some(message) = by_id(db, id).await? else {
        return Ok(None);
    };
    let rows = events(db, id).await?;
    let people = rows.iter().filter_map(|row| row.done_by);
    let people: Vec<_> = people.chain(message.assignee_id).collect();
    let names = accounts::names(db, people.into_iter()).await?;
    let assignee = message.assignee_id;
    Ok(Some(MessageView {
        is_mine: assignee.is_some() && assignee == scope.account_id(),
        assignee: assignee.and_then(|id| names.get(&id).cloned()),
        events: rows.into_iter().map(|row| event(row, &names)).collect(),
        message,
    }))
}

/// A message as it is stored, for mails.
///
/// # Errors
/// When the database cannot be read.
pub async fn by_id(db: &impl ConnectionTrait, id: MessageId) -> Result<Option<Message>, DbErr> {
    message::Entity::find_by_id(id).one(db).await
}

/// An answer with its message, for mails.
///
/// # Errors
/// When the database cannot be read.
pub async fn answer_by_id(
    db: &impl ConnectionTrait,
    id: MessageEventId,
) -> Result<Option<Answer>, DbErr> {
    let Some(row) = message_event::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let (Some(message), Some(text)) = (by_id(db, row.message_id).await?, row.said) else {
        return Ok(None);
    };
    let mut rows = events(db, message.id).await?;
    let place = rows.iter().position(|row| row.id == id);
    rows.truncate(place.unwrap_or_default());
    rows.retain(|row| row.kind == MessageAct::Answered);
    let people: Vec<_> = rows.iter().filter_map(|row| row.done_by).collect();
    let names = accounts::names(db, people.into_iter()).await?;
    Ok(Some(Answer {
        message,
        text,
        earlier: rows.into_iter().map(|row| event(row, &names)).collect(),
    }))
}

async fn events(
    db: &impl ConnectionTrait,
    id: MessageId,
) -> Result<Vec<message_event::Model>, DbErr> {
    message_event::Entity::find()
        .filter(message_event::Column::MessageId.eq(id))
        .order_by_asc(message_event::Column::Number)
        .all(db)
        .await
}

fn event(row: message_event::Model, names: &HashMap<AccountId, String>) -> MessageEvent {
    MessageEvent {
        id: row.id,
        act: row.kind,
        at: row.at,
        by: row.done_by.and_then(|id| names.get(&id).cloned()),
        said: row.said,
    }
}
