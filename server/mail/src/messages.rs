//! The mails about a message to support.

use chrono_tz::Tz;
use locales::{Locale, mail as t};
use sea_orm::DbErr;

use super::{
    letters::{MessageAnswered, MessageArrived, MessageReceived, MessagesArrived, Said},
    links,
    render::{Reader, Rendered, first_word},
};
use domain::{
    Role, Scope, accounts,
    clock::Timestamp,
    dates,
    ids::{AccountId, MessageEventId, MessageId},
    messages::{self, Message, MessageEvent, MessageState},
};

/// To somebody who still is in support, of a message that is open. What is sent back goes to the
/// sender of the message.
pub(super) async fn arrived(scope: &Scope, message: MessageId, to: AccountId) -> Rendered {
    let db = scope.portal.db.reader();
    let (Some(message), Some(reader)) = (
        messages::by_id(db, message).await?,
        Reader::find(scope, to).await?,
    ) else {
        return Ok(None);
    };
    if message.state != MessageState::Open || !is_told(scope, to).await? {
        return Ok(None);
    }
    let letter = MessageArrived {
        name: reader.name.clone(),
        sender: message.name,
        address: message.email.shown(),
        number: message.number,
        about: message.subject,
        text: message.text,
        link: links::message(&scope.portal, message.id),
    };
    let mail = reader.message(&scope.portal, &letter)?;
    Ok(Some(mail.replying_to(Some(message.email))))
}

/// To somebody who still is in support, when a message that came since then is open.
pub(super) async fn more_arrived(scope: &Scope, to: AccountId, since: Timestamp) -> Rendered {
    let Some(reader) = Reader::find(scope, to).await? else {
        return Ok(None);
    };
    let waits = messages::wait_since(scope.portal.db.reader(), since).await?;
    if !waits || !is_told(scope, to).await? {
        return Ok(None);
    }
    let letter = MessagesArrived {
        name: reader.name.clone(),
        link: links::messages(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// To the address that was typed. Unless it is known to be the sender's own, the mail holds nothing
/// that the sender wrote: it could be meant for somebody else.
pub(super) async fn received(scope: &Scope, message: MessageId) -> Rendered {
    let Some(message) = messages::by_id(scope.portal.db.reader(), message).await? else {
        return Ok(None);
    };
    let is_own = is_own_address(scope, &message).await?;
    let letter = MessageReceived {
        name: first_word(&message.name),
        number: message.number.clone(),
        text: is_own.then(|| message.text.clone()),
        takes_replies: takes_replies(scope),
        link: links::contact(&scope.portal),
    };
    let mail = sender(message).message(&scope.portal, &letter)?;
    Ok(Some(
        mail.replying_to(scope.portal.settings.support_email.clone()),
    ))
}

pub(super) async fn answered(scope: &Scope, answer: MessageEventId) -> Rendered {
    let db = scope.portal.db.reader();
    let Some(answer) = messages::answer_by_id(db, answer).await? else {
        return Ok(None);
    };
    let (zone, message) = (scope.portal.settings.time_zone, answer.message);
    let letter = MessageAnswered {
        name: first_word(&message.name),
        number: message.number.clone(),
        text: answer.text,
        history: history(&message, answer.earlier, zone),
        takes_replies: takes_replies(scope),
        link: links::contact(&scope.portal),
    };
    let mail = sender(message).message(&scope.portal, &letter)?;
    Ok(Some(
        mail.replying_to(scope.portal.settings.support_email.clone()),
    ))
}

/// What was said before an answer, the newest first.
fn history(message: &Message, earlier: Vec<MessageEvent>, zone: Tz) -> Vec<Said> {
    let locale = message.locale();
    let date = |at| dates::date(at, zone, locale);
    let answers = earlier.into_iter().rev().map(|event| Said {
        what: t::our_answer_of(locale, date(event.at)),
        text: event.said.unwrap_or_default(),
    });
    let first = Said {
        what: t::your_message_of(locale, date(message.submitted_at)),
        text: message.text.clone(),
    };
    answers.chain([first]).collect()
}

/// Whoever wrote a message, at the address that they typed.
fn sender(message: Message) -> Reader {
    let locale: Locale = message.locale();
    Reader {
        name: message.name,
        account: None,
        email: message.email,
        locale,
    }
}

/// Whether a message came from an account with the address that was typed.
async fn is_own_address(scope: &Scope, message: &Message) -> Result<bool, DbErr> {
    let Some(account) = message.account_id else {
        return Ok(false);
    };
    let account = Reader::find(scope, account).await?;
    Ok(account.is_some_and(|account| account.email == message.email))
}

fn takes_replies(scope: &Scope) -> bool {
    scope.portal.settings.support_email.is_some()
}

/// Whether somebody is still one of those who hear of messages.
async fn is_told(scope: &Scope, account: AccountId) -> Result<bool, DbErr> {
    let db = scope.portal.db.reader();
    for role in [Role::Support, Role::Administrator] {
        if accounts::has_role(db, account, role).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
