//! Takes a message, gives it a number, and tells support and the sender.

use std::time::Duration;

use locales::Locale;
use sea_orm::{DbErr, EntityTrait, Set, sea_query::OnConflict};
use values::{MessageSubject, MessageText, PersonName};

use super::{Message, MessageState, form, notices, number};
use crate::{
    Error, Scope,
    accounts::{Email, TooOften, throttle},
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::message,
    folding::fold,
    from_common,
    ids::{AccountId, MessageId},
    security::Incidents,
    store::Vault,
};

/// A message as somebody wrote it.
#[derive(Clone, Debug)]
pub struct NewMessage {
    pub name: PersonName,
    pub email: Email,
    pub subject: MessageSubject,
    pub text: MessageText,
    /// The language that the sender reads.
    pub locale: Locale,
}

/// What the form of a message was sent with, beside what its author wrote.
#[derive(Clone, Copy, Debug)]
pub struct SentForm<'a> {
    /// As [`super::form_seal`] made it.
    pub seal: &'a str,
    /// The content of the field that people do not see.
    pub unseen: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The form was filled in as no person does it. It does not tell by which sign.
    #[error("the form was not filled in by a person")]
    Unlikely,
    /// The sender, or the sender's network, sent too much lately.
    #[error("too many messages, again in {} s", .retry_after.as_secs())]
    TooOften { retry_after: Duration },
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(SendError);

impl From<TooOften> for SendError {
    fn from(TooOften { retry_after }: TooOften) -> Self {
        Self::TooOften { retry_after }
    }
}

/// Stores a message, queues the mails about it, and returns its number. The same form that is sent
/// twice is one message.
///
/// # Errors
/// [`SendError::Unlikely`] when no person fills in a form like that, [`SendError::TooOften`] when
/// the sender, or the network of a visitor, sent too much lately.
pub async fn send(
    scope: &Scope,
    vault: &Vault,
    incidents: &Incidents,
    sent: SentForm<'_>,
    new: &NewMessage,
) -> Result<String, SendError> {
    let id = form::filled_by_a_person(scope, vault, sent.seal, sent.unseen)
        .ok_or(SendError::Unlikely)?;
    if let Some(number) = stored(scope, id, new).await? {
        return Ok(number);
    }
    if scope.person().is_none()
        && let Some(retry_after) = throttle::wait_for_form(scope, incidents).await?
    {
        return Err(SendError::TooOften { retry_after });
    }
    if let Some(number) = store(scope, id, new).await? {
        return Ok(number);
    }
    // The same form was just sent, with the same text or with another one.
    if let Some(number) = stored(scope, id, new).await? {
        return Ok(number);
    }
    let number = store(scope, scope.portal.new_id(), new).await?;
    Ok(number.ok_or(DbErr::RecordNotInserted)?)
}

/// The number of the message with this identifier, if it says the same.
async fn stored(scope: &Scope, id: MessageId, new: &NewMessage) -> Result<Option<String>, DbErr> {
    let db = scope.portal.db.writer();
    let row = message::Entity::find_by_id(id).one(db).await?;
    Ok(row.filter(|row| new.is(row)).map(|row| row.number))
}

/// Stores the message and returns its number; `None` when there is one with this identifier.
async fn store(
    scope: &Scope,
    id: MessageId,
    new: &NewMessage,
) -> Result<Option<String>, SendError> {
    let transaction = scope.portal.db.begin().await?;
    if let Some(person) = scope.person() {
        throttle::count_act(&transaction, scope, person.id).await??;
    }
    let number = number::next(&transaction, scope.now()).await?;
    if !insert(&transaction, scope, id, &number, new).await? {
        return Ok(None);
    }
    notices::tell_support(&transaction, scope, id).await?;
    notices::send_receipt(&transaction, scope, id, &new.email).await?;
    let subject = Subject::Message(id);
    audit::record(&transaction, scope, Action::MessageSent, subject).await?;
    transaction.commit().await?;
    Ok(Some(number))
}

async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    id: MessageId,
    number: &str,
    new: &NewMessage,
) -> Result<bool, DbErr> {
    let account = scope.person().map(|person| person.id);
    let row = new.row(id, number, account, scope.now());
    let unless_there = OnConflict::column(message::Column::Id)
        .do_nothing()
        .to_owned();
    let inserted = message::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

impl NewMessage {
    /// Whether a stored message says the same.
    fn is(&self, row: &Message) -> bool {
        row.name == self.name.as_str()
            && row.email == self.email
            && row.subject == self.subject.as_str()
            && row.text == self.text.as_str()
    }

    /// The message as an open one.
    pub(crate) fn row(
        &self,
        id: MessageId,
        number: &str,
        account: Option<AccountId>,
        at: Timestamp,
    ) -> message::ActiveModel {
        message::ActiveModel {
            id: Set(id),
            number: Set(number.to_owned()),
            account_id: Set(account),
            name: Set(self.name.to_string()),
            email: Set(self.email.clone()),
            locale: Set(self.locale.to_string()),
            subject: Set(self.subject.to_string()),
            text: Set(self.text.to_string()),
            search_text: Set(self.search_text(number)),
            state: Set(MessageState::Open),
            assignee_id: Set(None),
            revision: Set(0),
            submitted_at: Set(at),
            closed_at: Set(None),
        }
    }

    fn search_text(&self, number: &str) -> String {
        let Self {
            name,
            email,
            subject,
            text,
            ..
        } = self;
        let email = email.search_forms();
        let all = fold(&format!("{number} {name} {email} {subject} {text}"));
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
