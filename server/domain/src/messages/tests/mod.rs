//! Messages in the words of those who write and of those who answer.

#[cfg(test)]
mod answering;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod sending;

use std::time::Duration;

use locales::Locale;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Message, NewMessage, SendError, SentForm, form_seal, send};
use crate::{Scope, accounts::Email, entities::message, ids::MessageId, testing::TestClock};

pub const SUBJECT: &str = "Chave que não funciona";
pub const TEXT: &str = "A chamada responde 401 desde ontem.\n\nO que devo conferir?";

/// The time that a person needs at least.
pub const A_WHILE: Duration = Duration::from_secs(3);

/// A message of Bia's.
pub fn new_message(email: &str) -> NewMessage {
    NewMessage {
        name: "Bia Reis".parse().unwrap(),
        email: Email::parse(email).unwrap(),
        subject: SUBJECT.parse().unwrap(),
        text: TEXT.parse().unwrap(),
        locale: Locale::Es,
    }
}

/// Sends a form that was drawn with this seal.
pub async fn sends(scope: &Scope, seal: &str, new: &NewMessage) -> Result<String, SendError> {
    let services = scope.services();
    let (vault, incidents) = (&services.vault, &services.incidents);
    let sent = SentForm { seal, unseen: "" };
    send(scope, vault, incidents, sent, new).await
}

/// Opens the form, takes the time that it takes, and sends it.
pub async fn writes(clock: &TestClock, scope: &Scope, new: &NewMessage) -> MessageId {
    let seal = form_seal(scope, &scope.services().vault, None);
    clock.advance(A_WHILE);
    let number = sends(scope, &seal, new).await.unwrap();
    by_number(scope, &number).await.id
}

pub async fn by_number(scope: &Scope, number: &str) -> Message {
    message::Entity::find()
        .filter(message::Column::Number.eq(number))
        .one(scope.portal.db.writer())
        .await
        .unwrap()
        .unwrap()
}
