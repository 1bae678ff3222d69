//! What was asked of requests, as people read it, and how long requests waited for their applicants.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{InquiryOutcome, visible_one};
use crate::{
    Role, Scope, accounts,
    clock::Timestamp,
    entities::inquiry,
    ids::{AccountId, InquiryId, RequestId},
};

pub use crate::entities::inquiry::Model as Inquiry;

/// A question with its answer, as its reader may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InquiryView {
    pub id: InquiryId,
    pub asked_at: Timestamp,
    /// Who asked, for contract managers: companies need not know which one it was.
    pub asked_by: Option<String>,
    pub question: String,
    /// `None` while the applicant has the word.
    pub outcome: Option<InquiryOutcome>,
    pub ended_at: Option<Timestamp>,
    pub answer: Option<String>,
    /// Who answered it.
    pub answered_by: Option<String>,
}

impl InquiryView {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}

/// A time in which a request waited for its applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingInterval {
    pub from: Timestamp,
    /// `None` while it still waits.
    pub to: Option<Timestamp>,
}

/// A question, without a check of who may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn inquiry(db: &impl ConnectionTrait, id: InquiryId) -> Result<Option<Inquiry>, DbErr> {
    inquiry::Entity::find_by_id(id).one(db).await
}

/// What was asked of a request, in order, for whoever may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn inquiries(scope: &Scope, id: RequestId) -> Result<Vec<InquiryView>, DbErr> {
    if visible_one(scope, id).await?.is_none() {
        return Ok(Vec::new());
    }
    let db = scope.portal.db.reader();
    let rows = inquiries_of(db, id).await?;
    let people = rows.iter().map(|row| row.asked_by);
    let people = people.chain(rows.iter().filter_map(|row| row.ended_by));
    let names = accounts::names(db, people).await?;
    let is_manager = scope.require(Role::ContractManager).is_ok();
    let views = rows.into_iter().map(|row| view(row, &names, is_manager));
    Ok(views.collect())
}

/// What was asked of a request, in order, without a check of who may see it.
pub(crate) async fn inquiries_of(
    db: &impl ConnectionTrait,
    id: RequestId,
) -> Result<Vec<Inquiry>, DbErr> {
    inquiry::Entity::find()
        .filter(inquiry::Column::RequestId.eq(id))
        .order_by_asc(inquiry::Column::Number)
        .all(db)
        .await
}

fn view(row: Inquiry, names: &HashMap<AccountId, String>, is_manager: bool) -> InquiryView {
    let name = |id: AccountId| names.get(&id).cloned();
    let answered = row.outcome == Some(InquiryOutcome::Answered);
    InquiryView {
        id: row.id,
        asked_at: row.asked_at,
        asked_by: name(row.asked_by).filter(|_| is_manager),
        question: row.question,
        outcome: row.outcome,
        ended_at: row.ended_at,
        answer: row.answer,
        answered_by: row.ended_by.filter(|_| answered).and_then(name),
    }
}

/// When each of these requests waited for its applicant, in order, in one statement. A target time
/// stands still meanwhile.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting_intervals(
    db: &impl ConnectionTrait,
    ids: &[RequestId],
) -> Result<HashMap<RequestId, Vec<WaitingInterval>>, DbErr> {
    let mut intervals: HashMap<_, Vec<_>> = HashMap::new();
    if ids.is_empty() {
        return Ok(intervals);
    }
    let rows = inquiry::Entity::find()
        .filter(inquiry::Column::RequestId.is_in(ids.iter().copied()))
        .order_by_asc(inquiry::Column::Number)
        .all(db)
        .await?;
    for row in rows {
        let interval = WaitingInterval {
            from: row.asked_at,
            to: row.ended_at,
        };
        intervals.entry(row.request_id).or_default().push(interval);
    }
    Ok(intervals)
}
