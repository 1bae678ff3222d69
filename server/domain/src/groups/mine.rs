//! The asker's groups with their numbers of members.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{Group, GroupRight, find, ids_of, ids_where};
use crate::{
    Cursor, Page, Scope,
    entities::{membership, permission_group},
    ids::{AccountId, GroupId},
};

/// A group, as its member sees it.
#[derive(Clone, Debug)]
pub struct GroupSummary {
    pub group: Group,
    pub members: u64,
}

/// The number of groups on a page.
const PAGE: usize = 25;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    group: Group,
    members: i64,
}

/// All groups of the asker, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn mine(scope: &Scope) -> Result<Vec<GroupSummary>, DbErr> {
    match scope.person() {
        Some(person) => summaries(scope, ids_of(person.id)).await,
        None => Ok(Vec::new()),
    }
}

/// The groups in which the asker may do this, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn mine_where(scope: &Scope, right: GroupRight) -> Result<Vec<GroupSummary>, DbErr> {
    match scope.person() {
        Some(person) => summaries(scope, ids_where(person.id, right)).await,
        None => Ok(Vec::new()),
    }
}

/// A page of the asker's groups, from the first or from the end of the page before.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_of_mine(
    scope: &Scope,
    after: Option<Cursor>,
) -> Result<Page<GroupSummary>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Page::of(Vec::new(), PAGE, cursor));
    };
    let last = match after {
        Some(cursor) => find(scope, GroupId(cursor.id())).await?,
        None => None,
    };
    let groups = summaries(scope, ids_in_page(person.id, last)).await?;
    Ok(Page::of(groups, PAGE, cursor))
}

fn cursor(summary: &GroupSummary) -> Cursor {
    Cursor::new(summary.group.created_at, summary.group.id.0)
}

/// The identifiers of a page and one more, by name, after the last group of the page before.
fn ids_in_page(account: AccountId, last: Option<Group>) -> SelectStatement {
    let (name, id) = (permission_group::Column::Name, permission_group::Column::Id);
    let place = last.map(|last| {
        let here = Expr::tuple([name, id].map(|column| Expr::col(column.as_column_ref())));
        here.gt(Expr::tuple([Expr::val(last.name), Expr::val(last.id)]))
    });
    permission_group::Entity::find()
        .select_only()
        .column(id)
        .filter(id.in_subquery(ids_of(account)))
        .filter(Condition::all().add_option(place))
        .order_by_asc(name)
        .order_by_asc(id)
        .limit(PAGE as u64 + 1)
        .into_query()
}

/// These groups by name with their numbers of members, in one statement.
async fn summaries(scope: &Scope, ids: SelectStatement) -> Result<Vec<GroupSummary>, DbErr> {
    let members = Expr::SubQuery(None, Box::new(members_of_each().into()));
    let rows: Vec<Row> = permission_group::Entity::find()
        .expr_as(members, "members")
        .filter(permission_group::Column::Id.in_subquery(ids))
        .order_by_asc(permission_group::Column::Name)
        .order_by_asc(permission_group::Column::Id)
        .into_model()
        .all(scope.portal.db.reader())
        .await?;
    let summaries = rows.into_iter().map(|row| GroupSummary {
        group: row.group,
        members: row.members.unsigned_abs(),
    });
    Ok(summaries.collect())
}

fn members_of_each() -> SelectStatement {
    let of_the_group = Expr::col((membership::Entity, membership::Column::GroupId))
        .equals((permission_group::Entity, permission_group::Column::Id));
    membership::Entity::find()
        .select_only()
        .column_as(membership::Column::AccountId.count(), "members")
        .filter(of_the_group)
        .into_query()
}
