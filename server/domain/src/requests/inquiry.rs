//! What contract managers ask the applicant of a request before they decide. A request is asked one
//! thing at a time, and the time until the answer is the applicant's.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set,
};
use values::InquiryText;

use super::{InquiryOutcome, RequestEvent, RequestState, find::load, notices, target};
use crate::{
    Error, Role, Scope, accounts,
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    entities::{inquiry, request},
    from_common,
    groups::{self, GroupRight},
    ids::{AccountId, InquiryId, RequestId},
    jobs::{self, EventSubject, Job, Mail},
    vocabulary::{ChangeKind, EventKind},
};

#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The question was withdrawn or answered, or the request was decided or cancelled.
    #[error("the question is over; the request is {state}")]
    Ended { state: RequestState },
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AnswerError);

/// Answers a question, for those who may make requests for the group. The request waits for its decision
/// again, and whoever asked is told.
///
/// # Errors
/// [`AnswerError::Ended`] when the question waits for no answer any more, [`Error::NotFound`] for a
/// request of a group for which the asker may make none.
pub async fn answer(
    scope: &Scope,
    id: RequestId,
    question: InquiryId,
    text: &InquiryText,
) -> Result<(), AnswerError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let theirs = answerable_by(person.id);
    let moved = advance(&transaction, id, RequestEvent::Resume, theirs.clone()).await?;
    let end = End {
        outcome: InquiryOutcome::Answered,
        by: Some(person.id),
        answer: Some(text),
    };
    if !moved || !finish(&transaction, scope, id, question, end).await? {
        let found = request::Entity::find_by_id(id)
            .filter(theirs)
            .one(&transaction)
            .await?;
        let state = found.ok_or(Error::NotFound("no such request"))?.state;
        return Err(AnswerError::Ended { state });
    }
    let answered = Mail::InquiryAnswered { inquiry: question };
    record_and_notify(&transaction, scope, id, Action::InformationGiven, answered).await?;
    tell_successor(&transaction, scope, id, question).await?;
    commit(transaction, scope, id).await?;
    Ok(())
}

fn answerable_by(person: AccountId) -> Condition {
    let theirs = groups::ids_where(person, GroupRight::Request);
    Condition::all().add(request::Column::GroupId.in_subquery(theirs))
}

/// The mail of the answer is for whoever asked. Once they decide no more, those who do are told that
/// the request waits again.
async fn tell_successor(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    question: InquiryId,
) -> Result<(), DbErr> {
    let asked = inquiry::Entity::find_by_id(question);
    let (Some(asked), Some(request)) =
        (asked.one(transaction).await?, load(transaction, id).await?)
    else {
        return Ok(());
    };
    if accounts::has_role(transaction, asked.asked_by, Role::ContractManager).await? {
        return Ok(());
    }
    notices::tell_again(transaction, scope, &request).await
}

/// Asks the applicant something; `None` when the request does not wait for a decision, or the
/// condition does not hold.
pub(crate) async fn ask(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    question: &InquiryText,
    allowed: Condition,
) -> Result<Option<InquiryId>, DbErr> {
    let Some(asker) = scope.account_id() else {
        return Ok(None);
    };
    if !advance(transaction, id, RequestEvent::Ask, allowed).await? {
        return Ok(None);
    }
    let earlier = inquiry::Entity::find()
        .filter(inquiry::Column::RequestId.eq(id))
        .count(transaction)
        .await?;
    let row = inquiry::ActiveModel {
        id: Set(scope.portal.new_id()),
        request_id: Set(id),
        // The row of the request is locked, so nobody else counts meanwhile.
        number: Set(i32::try_from(earlier).unwrap_or(i32::MAX).saturating_add(1)),
        asked_at: Set(scope.now()),
        asked_by: Set(asker),
        question: Set(question.to_string()),
        outcome: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
        answer: Set(None),
    };
    let made = row.insert(transaction).await?;
    let mail = Mail::InquiryAsked { inquiry: made.id };
    record_and_notify(transaction, scope, id, Action::InformationRequested, mail).await?;
    Ok(Some(made.id))
}

/// Takes a question back; tells whether it still waited for its answer and the condition holds.
pub(crate) async fn withdraw(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    question: InquiryId,
    allowed: Condition,
) -> Result<bool, DbErr> {
    if !advance(transaction, id, RequestEvent::Resume, allowed).await? {
        return Ok(false);
    }
    let end = End {
        outcome: InquiryOutcome::Withdrawn,
        by: scope.account_id(),
        answer: None,
    };
    if !finish(transaction, scope, id, question, end).await? {
        return Ok(false);
    }
    let mail = Mail::InquiryWithdrawn { inquiry: question };
    record_and_notify(transaction, scope, id, Action::InformationWithdrawn, mail).await?;
    Ok(true)
}

/// Ends what the applicant of a request that is over was asked.
pub(super) async fn close(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
) -> Result<(), DbErr> {
    inquiry::Entity::update_many()
        .set(inquiry::ActiveModel {
            outcome: Set(Some(InquiryOutcome::Closed)),
            ended_at: Set(Some(scope.now())),
            ended_by: Set(scope.account_id()),
            ..Default::default()
        })
        .filter(inquiry::Column::RequestId.eq(id))
        .filter(inquiry::Column::EndedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(())
}

/// Announces the status of what was asked for to every instance, and commits.
async fn commit(transaction: Transaction, scope: &Scope, id: RequestId) -> Result<(), DbErr> {
    let changed = load(&transaction, id).await?;
    let changed = changed.map(|it| (ChangeKind::Application, it.application_id.0));
    changes::commit(transaction, scope, changed.as_slice()).await
}

/// Moves a request between the states in which it is open, by one conditional UPDATE.
async fn advance(
    transaction: &Transaction,
    id: RequestId,
    event: RequestEvent,
    allowed: Condition,
) -> Result<bool, DbErr> {
    let from = match event {
        RequestEvent::Ask => RequestState::Pending,
        _ => RequestState::AwaitingApplicant,
    };
    let Some(to) = from.after(event).ok().filter(|state| state.is_open()) else {
        return Ok(false);
    };
    let moved = request::Entity::update_many()
        .set(request::ActiveModel {
            state: Set(to),
            ..Default::default()
        })
        .filter(request::Column::Id.eq(id))
        .filter(request::Column::State.eq(from))
        .filter(allowed)
        .exec(transaction)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// How a question ends.
struct End<'a> {
    outcome: InquiryOutcome,
    by: Option<AccountId>,
    answer: Option<&'a InquiryText>,
}

/// Ends an open question of a request, whose target stood still meanwhile; tells whether it was one.
async fn finish(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    question: InquiryId,
    end: End<'_>,
) -> Result<bool, DbErr> {
    let ended = inquiry::Entity::update_many()
        .set(inquiry::ActiveModel {
            outcome: Set(Some(end.outcome)),
            ended_at: Set(Some(scope.now())),
            ended_by: Set(end.by),
            answer: Set(end.answer.map(ToString::to_string)),
            ..Default::default()
        })
        .filter(inquiry::Column::Id.eq(question))
        .filter(inquiry::Column::RequestId.eq(id))
        .filter(inquiry::Column::EndedAt.is_null())
        .exec(transaction)
        .await?;
    if ended.rows_affected != 1 {
        return Ok(false);
    }
    let asked = inquiry::Entity::find_by_id(question);
    if let Some(asked) = asked.one(transaction).await? {
        target::extend(transaction, scope, id, asked.asked_at).await?;
    }
    Ok(true)
}

/// Records an act, queues its mail and has programs told.
async fn record_and_notify(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    action: Action,
    mail: Mail,
) -> Result<(), DbErr> {
    audit::record(transaction, scope, action, Subject::Request(id)).await?;
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    let event = match action {
        Action::InformationRequested => EventKind::InformationRequested,
        _ => EventKind::InformationGiven,
    };
    jobs::notify(transaction, scope, event, EventSubject::Request(id)).await
}
