//! The lists of contract managers, and who looks after what is in them.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, sea_query::Expr,
};

use super::{Request, RequestState};
use crate::{
    Place,
    db::Transaction,
    entities::request::{ActiveModel, Column, Entity},
    folding::pattern,
    ids::{AccountId, RequestId},
    two_way_page::{Key, ListOrder},
};

/// The states that a request never leaves.
const ENDS: [RequestState; 3] = [
    RequestState::Approved,
    RequestState::Rejected,
    RequestState::Cancelled,
];

/// What requests that wait are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestOrder {
    #[default]
    Age,
    /// By when they are to be decided.
    Target,
    Company,
}

/// The place of a request in a list.
pub(crate) fn key(request: &Request, order: RequestOrder) -> Key {
    let by = match order {
        RequestOrder::Age => request.submitted_at.into(),
        RequestOrder::Target => request.due_at.unwrap_or(request.submitted_at).into(),
        RequestOrder::Company => request.company.clone().into(),
    };
    Key {
        by,
        id: request.id.0,
    }
}

/// The next requests in `state`, or in any, that are wanted: pending ones in an order, all others
/// from the newest.
pub(crate) async fn part_of_state(
    db: &impl ConnectionTrait,
    (state, order): (Option<RequestState>, RequestOrder),
    wanted: Condition,
    place: &Place<Key>,
    limit: u64,
) -> Result<Vec<Request>, DbErr> {
    let list = ListOrder {
        by: match order {
            RequestOrder::Age => Column::SubmittedAt,
            RequestOrder::Target => Column::DueAt,
            RequestOrder::Company => Column::Company,
        },
        id: Column::Id,
        descending: state != Some(RequestState::Pending),
    };
    let in_state = state.map(|state| Column::State.eq(state));
    let timed = (order == RequestOrder::Target).then(|| Column::DueAt.is_not_null());
    let rows = Entity::find()
        .filter(Condition::all().add_option(in_state).add_option(timed))
        .filter(wanted);
    list.select(rows, place, limit).all(db).await
}

/// How many requests in `state`, or in any, are wanted; `most` stands for that many and more.
pub(crate) async fn count_of_state(
    db: &impl ConnectionTrait,
    state: Option<RequestState>,
    wanted: Condition,
    most: u64,
) -> Result<u64, DbErr> {
    let in_state = state.map(|state| Column::State.eq(state));
    let found: Vec<RequestId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Condition::all().add_option(in_state))
        .filter(wanted)
        .order_by_asc(Column::SubmittedAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.len() as u64)
}

/// The condition that somebody looks after a request, or nobody does.
pub(crate) fn assigned_to(account: Option<AccountId>) -> Expr {
    match account {
        Some(account) => Column::AssigneeId.eq(account),
        None => Column::AssigneeId.is_null(),
    }
}

/// The condition that nobody looks after a request, or somebody who is none of the managers any
/// more.
pub(crate) fn assigned_to_none_of(managers: &[AccountId]) -> Condition {
    Condition::any()
        .add(assigned_to(None))
        .add(Column::AssigneeId.is_not_in(managers.iter().copied()))
}

/// The condition that the name of the company has all of these folded words.
pub(crate) fn company_has(words: &[String]) -> Condition {
    let all = Condition::all();
    words.iter().fold(all, |all, word| {
        all.add(Column::Company.like(pattern(word)))
    })
}

/// Gives a request that is not over to somebody, or to nobody, by one conditional UPDATE: if it is
/// still `from`'s, and the asker may. Tells whether it did.
pub(crate) async fn assign(
    transaction: &Transaction,
    id: RequestId,
    (from, to): (Option<AccountId>, Option<AccountId>),
    allowed: Condition,
) -> Result<bool, DbErr> {
    let assigned = Entity::update_many()
        .set(ActiveModel {
            assignee_id: Set(to),
            ..Default::default()
        })
        .filter(Column::Id.eq(id))
        .filter(Column::State.is_not_in(ENDS))
        .filter(assigned_to(from))
        .filter(allowed)
        .exec(transaction)
        .await?;
    Ok(assigned.rows_affected == 1)
}
