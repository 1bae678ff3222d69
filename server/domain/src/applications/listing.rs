//! Applications for programs: those of the asker's groups, or all for a contract manager.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};

use super::{Application, ApplicationState};
use crate::{
    Cursor, Page, PageRequest, Role, Scope,
    entities::application::{Column, Entity},
    groups,
    ids::{ApiId, ApplicationId, GroupId},
};

/// Which applications are listed; `None` leaves a choice open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ApplicationFilter {
    pub state: Option<ApplicationState>,
    pub group: Option<GroupId>,
    pub api: Option<ApiId>,
}

/// A page of the applications that the asker may see, by the time of their requests.
///
/// # Errors
/// When the database cannot be read.
pub async fn page(
    scope: &Scope,
    filter: ApplicationFilter,
    wanted: PageRequest,
) -> Result<Page<Application>, DbErr> {
    let rows = Entity::find().filter(visible(scope)).filter(
        Condition::all()
            .add_option(filter.state.map(|state| Column::State.eq(state)))
            .add_option(filter.group.map(|group| Column::GroupId.eq(group)))
            .add_option(filter.api.map(|api| Column::ApiId.eq(api))),
    );
    let rows = wanted.select(rows, Column::RequestedAt, Column::Id);
    let rows = rows.all(scope.portal.db.searches()).await?;
    Ok(Page::of(rows, wanted.size, |row| {
        Cursor::new(row.requested_at, row.id.0)
    }))
}

/// An application that the asker may see.
///
/// # Errors
/// When the database cannot be read.
pub async fn visible_one(scope: &Scope, id: ApplicationId) -> Result<Option<Application>, DbErr> {
    Entity::find_by_id(id)
        .filter(visible(scope))
        .one(scope.portal.db.reader())
        .await
}

/// The rows that the asker may see: what their groups have, or all of them for a contract manager.
fn visible(scope: &Scope) -> Condition {
    if scope.require(Role::ContractManager).is_ok() {
        return Condition::all();
    }
    match scope.person() {
        Some(person) => {
            Condition::all().add(Column::GroupId.in_subquery(groups::ids_of(person.id)))
        }
        None => Condition::all().add(Column::Id.is_null()),
    }
}
