//! What support does to a message. The audit trail and the message's own history record each act.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{CaseStatement, Expr},
};
use values::MessageText;

use super::{MessageAct, MessageState, notices};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{
        message::{ActiveModel, Column, Entity},
        message_event,
    },
    from_common,
    ids::{AccountId, MessageEventId, MessageId},
};

/// What becomes of a message once it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterAnswer {
    StaysOpen,
    Closes,
}

#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// Somebody changed the message after the asker saw it.
    #[error("the message was changed meanwhile")]
    Changed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ActError);

/// Gives an open message to the asker, whoever had it.
///
/// # Errors
/// [`ActError::Changed`] when the message is not as it was at the revision `seen`,
/// [`Error::NotFound`] when there is no such message, [`Error::Forbidden`] for whoever is not in
/// support.
pub async fn assign(scope: &Scope, id: MessageId, seen: i32) -> Result<(), ActError> {
    let mine = |me| ActiveModel {
        assignee_id: Set(Some(me)),
        ..Default::default()
    };
    act(
        scope,
        id,
        seen,
        MessageState::Open,
        MessageAct::Assigned,
        mine,
    )
    .await
}

/// Makes an open message nobody's again.
///
/// # Errors
/// As [`assign`].
pub async fn release(scope: &Scope, id: MessageId, seen: i32) -> Result<(), ActError> {
    let nobodys = |_| ActiveModel {
        assignee_id: Set(None),
        ..Default::default()
    };
    act(
        scope,
        id,
        seen,
        MessageState::Open,
        MessageAct::Released,
        nobodys,
    )
    .await
}

/// Closes an open message.
///
/// # Errors
/// As [`assign`].
pub async fn close(scope: &Scope, id: MessageId, seen: i32) -> Result<(), ActError> {
    let closed = |_| closed(scope);
    act(
        scope,
        id,
        seen,
        MessageState::Open,
        MessageAct::Closed,
        closed,
    )
    .await
}

/// Opens a closed message again.
///
/// # Errors
/// As [`assign`].
pub async fn reopen(scope: &Scope, id: MessageId, seen: i32) -> Result<(), ActError> {
    let open = |_| ActiveModel {
        state: Set(MessageState::Open),
        closed_at: Set(None),
        ..Default::default()
    };
    act(
        scope,
        id,
        seen,
        MessageState::Closed,
        MessageAct::Reopened,
        open,
    )
    .await
}

/// Answers an open message by mail. A message that is nobody's is the asker's from then on.
///
/// # Errors
/// As [`assign`].
pub async fn answer(
    scope: &Scope,
    id: MessageId,
    seen: i32,
    text: &MessageText,
    then: AfterAnswer,
) -> Result<(), ActError> {
    let me = asker(scope)?;
    let (row, last) = match then {
        AfterAnswer::StaysOpen => (<ActiveModel as Default>::default(), seen.saturating_add(1)),
        AfterAnswer::Closes => (closed(scope), seen.saturating_add(2)),
    };
    let transaction = scope.portal.db.begin().await?;
    let change = Change {
        id,
        seen,
        from: MessageState::Open,
        made: last,
    };
    change.apply(&transaction, row).await?;
    take_if_free(&transaction, id, me).await?;
    let mut event = Event::of(id, MessageAct::Answered, seen.saturating_add(1));
    event.said = Some(text.to_string());
    let answer = event.record(&transaction, scope).await?;
    notices::send_answer(&transaction, scope, answer).await?;
    if then == AfterAnswer::Closes {
        let event = Event::of(id, MessageAct::Closed, last);
        event.record(&transaction, scope).await?;
    }
    transaction.commit().await?;
    Ok(())
}

fn asker(scope: &Scope) -> Result<AccountId, ActError> {
    scope.require(Role::Support)?;
    Ok(scope.require_signed_in()?.id)
}

fn closed(scope: &Scope) -> ActiveModel {
    ActiveModel {
        state: Set(MessageState::Closed),
        closed_at: Set(Some(scope.now())),
        ..Default::default()
    }
}

/// Does one act to a message in the state `from`.
async fn act(
    scope: &Scope,
    id: MessageId,
    seen: i32,
    from: MessageState,
    act: MessageAct,
    row: impl FnOnce(AccountId) -> ActiveModel,
) -> Result<(), ActError> {
    let me = asker(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let change = Change {
        id,
        seen,
        from,
        made: seen.saturating_add(1),
    };
    change.apply(&transaction, row(me)).await?;
    let event = Event::of(id, act, change.made);
    event.record(&transaction, scope).await?;
    transaction.commit().await?;
    Ok(())
}

/// A change of a message in the state `from`, from one revision to another.
struct Change {
    id: MessageId,
    seen: i32,
    from: MessageState,
    made: i32,
}

impl Change {
    /// One conditional UPDATE, whose row count decides between concurrent ones.
    async fn apply(&self, transaction: &Transaction, row: ActiveModel) -> Result<(), ActError> {
        let changed = Entity::update_many()
            .set(ActiveModel {
                revision: Set(self.made),
                ..row
            })
            .filter(Column::Id.eq(self.id))
            .filter(Column::Revision.eq(self.seen))
            .filter(Column::State.eq(self.from))
            .exec(transaction)
            .await?;
        if changed.rows_affected == 1 {
            return Ok(());
        }
        match Entity::find_by_id(self.id).one(transaction).await? {
            Some(_) => Err(ActError::Changed),
            None => Err(Error::NotFound("no such message").into()),
        }
    }
}

async fn take_if_free(
    transaction: &Transaction,
    id: MessageId,
    me: AccountId,
) -> Result<(), DbErr> {
    let assignee = CaseStatement::new()
        .case(Column::AssigneeId.is_null(), Expr::val(me))
        .finally(Expr::col(Column::AssigneeId));
    Entity::update_many()
        .col_expr(Column::AssigneeId, assignee.into())
        .filter(Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// An act, for the message's history and the audit trail.
struct Event {
    message: MessageId,
    act: MessageAct,
    /// The revision that it makes.
    number: i32,
    said: Option<String>,
}

impl Event {
    const fn of(message: MessageId, act: MessageAct, number: i32) -> Self {
        Self {
            message,
            act,
            number,
            said: None,
        }
    }

    async fn record(
        self,
        transaction: &Transaction,
        scope: &Scope,
    ) -> Result<MessageEventId, DbErr> {
        let id = scope.portal.new_id();
        message_event::ActiveModel {
            id: Set(id),
            message_id: Set(self.message),
            number: Set(self.number),
            kind: Set(self.act),
            at: Set(scope.now()),
            done_by: Set(scope.account_id()),
            said: Set(self.said),
        }
        .insert(transaction)
        .await?;
        let subject = Subject::Message(self.message);
        audit::record(transaction, scope, action(self.act), subject).await?;
        Ok(id)
    }
}

const fn action(act: MessageAct) -> Action {
    match act {
        MessageAct::Assigned => Action::MessageAssigned,
        MessageAct::Released => Action::MessageReleased,
        MessageAct::Answered => Action::MessageAnswered,
        MessageAct::Closed => Action::MessageClosed,
        MessageAct::Reopened => Action::MessageReopened,
    }
}
