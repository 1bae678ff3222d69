//! Requests for programs: those that the asker made or whose groups did, or all for a contract
//! manager.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};

use super::{Decision, Request, RequestState, decisions_of, visible_to};
use crate::{
    Cursor, Page, PageRequest, Role, Scope,
    entities::request::{Column, Entity},
    ids::{ApiId, ApplicationId, GroupId, RequestId},
};

/// Which requests are listed; `None` leaves a choice open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestFilter {
    pub state: Option<RequestState>,
    pub group: Option<GroupId>,
    pub api: Option<ApiId>,
    pub application: Option<ApplicationId>,
}

/// A page of the requests that the asker may see, by the time they were filed.
///
/// # Errors
/// When the database cannot be read.
pub async fn page(
    scope: &Scope,
    filter: RequestFilter,
    wanted: PageRequest,
) -> Result<Page<Request>, DbErr> {
    let application = filter.application;
    let rows = Entity::find().filter(visible_rows(scope)).filter(
        Condition::all()
            .add_option(filter.state.map(|state| Column::State.eq(state)))
            .add_option(filter.group.map(|group| Column::GroupId.eq(group)))
            .add_option(filter.api.map(|api| Column::ApiId.eq(api)))
            .add_option(application.map(|it| Column::ApplicationId.eq(it))),
    );
    let rows = wanted.select(rows, Column::SubmittedAt, Column::Id);
    let rows = rows.all(scope.portal.db.searches()).await?;
    Ok(Page::of(rows, wanted.size, |row| {
        Cursor::new(row.submitted_at, row.id.0)
    }))
}

/// The same, with the decisions that ended them.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_with_decisions(
    scope: &Scope,
    filter: RequestFilter,
    wanted: PageRequest,
) -> Result<Page<(Request, Option<Decision>)>, DbErr> {
    let Page { items, next } = page(scope, filter, wanted).await?;
    let ids = items.iter().map(|request| request.id);
    let mut decisions = decisions_of(scope.portal.db.reader(), ids).await?;
    let items = items.into_iter().map(|request| {
        let decision = decisions.remove(&request.id);
        (request, decision)
    });
    Ok(Page {
        items: items.collect(),
        next,
    })
}

/// A request that the asker may see.
///
/// # Errors
/// When the database cannot be read.
pub async fn visible_one(scope: &Scope, id: RequestId) -> Result<Option<Request>, DbErr> {
    Entity::find_by_id(id)
        .filter(visible_rows(scope))
        .one(scope.portal.db.reader())
        .await
}

fn visible_rows(scope: &Scope) -> Condition {
    if scope.require(Role::ContractManager).is_ok() {
        return Condition::all();
    }
    match scope.person() {
        Some(person) => visible_to(person),
        None => Condition::all().add(Column::Id.is_null()),
    }
}
