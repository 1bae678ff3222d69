//! The asker's groups with their numbers of members: all of them, or pages of those sought.

use std::cmp::Reverse;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{Group, GroupRight, find, ids_of, ids_where};
use crate::{
    Cursor, Page, Scope,
    entities::{
        membership,
        permission_group::{self, Column},
    },
    folding::{pattern, words},
    ids::{AccountId, GroupId},
};

/// A group, as its member sees it.
#[derive(Clone, Debug)]
pub struct GroupSummary {
    pub group: Group,
    pub members: u64,
}

crate::text_enum! {
    /// The order of the asker's groups.
    pub enum GroupOrder {
        Name = "nome",
        /// The establishments of a company together, its head office first.
        Company = "empresa",
        Newest = "recentes",
    }
}

/// Which of the asker's groups are listed, and in which order.
#[derive(Clone, Debug)]
pub struct GroupFilter {
    /// Words that a group has in its names, its CNPJ or its address; all groups when there are none.
    pub query: String,
    pub order: GroupOrder,
}

impl Default for GroupFilter {
    fn default() -> Self {
        Self {
            query: String::new(),
            order: GroupOrder::Name,
        }
    }
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

/// A page of the asker's groups by name, from the first or from the end of the page before.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_of_mine(
    scope: &Scope,
    after: Option<Cursor>,
) -> Result<Page<GroupSummary>, DbErr> {
    filtered_page_of_mine(scope, &GroupFilter::default(), after).await
}

/// The same of those groups that a filter lets pass, in its order.
///
/// # Errors
/// When the database cannot be read.
pub async fn filtered_page_of_mine(
    scope: &Scope,
    filter: &GroupFilter,
    after: Option<Cursor>,
) -> Result<Page<GroupSummary>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Page::of(Vec::new(), PAGE, cursor));
    };
    let last = match after {
        Some(cursor) => find(scope, GroupId(cursor.id())).await?,
        None => None,
    };
    let ids = ids_in_page(person.id, filter, last);
    let mut groups = summaries(scope, ids).await?;
    filter.order.sort(&mut groups);
    Ok(Page::of(groups, PAGE, cursor))
}

fn cursor(summary: &GroupSummary) -> Cursor {
    Cursor::new(summary.group.created_at, summary.group.id.0)
}

/// The identifiers of a page and one more, after the last group of the page before.
fn ids_in_page(account: AccountId, filter: &GroupFilter, last: Option<Group>) -> SelectStatement {
    let id = Column::Id;
    let mut ids = permission_group::Entity::find()
        .select_only()
        .column(id)
        .filter(id.in_subquery(ids_of(account)))
        .filter(Condition::all().add_option(last.map(|last| filter.order.after(last))));
    // Words are compared with the rows that the index of memberships gives.
    for word in words(&filter.query) {
        ids = ids.filter(Column::SearchText.like(pattern(&word)));
    }
    filter.order.order(ids).limit(PAGE as u64 + 1).into_query()
}

impl GroupOrder {
    fn order(self, rows: Select<permission_group::Entity>) -> Select<permission_group::Entity> {
        match self {
            Self::Name => rows.order_by_asc(Column::Name).order_by_asc(Column::Id),
            Self::Company => rows
                .order_by_asc(Column::Cnpj)
                .order_by_asc(Column::Name)
                .order_by_asc(Column::Id),
            Self::Newest => rows
                .order_by_desc(Column::CreatedAt)
                .order_by_desc(Column::Id),
        }
    }

    /// The place after a group, as one comparison of what they are ordered by.
    fn after(self, last: Group) -> Expr {
        let columns = |columns: &[Column]| {
            let columns = columns.iter().map(ColumnTrait::as_column_ref);
            Expr::tuple(columns.map(Expr::col).collect::<Vec<_>>())
        };
        match self {
            Self::Name => columns(&[Column::Name, Column::Id])
                .gt(Expr::tuple([Expr::val(last.name), Expr::val(last.id)])),
            Self::Company => columns(&[Column::Cnpj, Column::Name, Column::Id]).gt(Expr::tuple([
                Expr::val(last.cnpj),
                Expr::val(last.name),
                Expr::val(last.id),
            ])),
            Self::Newest => columns(&[Column::CreatedAt, Column::Id]).lt(Expr::tuple([
                Expr::val(last.created_at),
                Expr::val(last.id),
            ])),
        }
    }

    /// Names come from the database in this order already.
    fn sort(self, groups: &mut [GroupSummary]) {
        match self {
            Self::Name => {}
            // The sort keeps those of one CNPJ by name.
            Self::Company => {
                groups.sort_by(|one, other| one.group.cnpj.as_str().cmp(other.group.cnpj.as_str()));
            }
            Self::Newest => groups.sort_by_key(|it| Reverse((it.group.created_at, it.group.id))),
        }
    }
}

/// These groups by name with their numbers of members, in one statement.
async fn summaries(scope: &Scope, ids: SelectStatement) -> Result<Vec<GroupSummary>, DbErr> {
    let members = Expr::SubQuery(None, Box::new(members_of_each().into()));
    let rows: Vec<Row> = permission_group::Entity::find()
        .expr_as(members, "members")
        .filter(Column::Id.in_subquery(ids))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
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
        .equals((permission_group::Entity, Column::Id));
    membership::Entity::find()
        .select_only()
        .column_as(membership::Column::AccountId.count(), "members")
        .filter(of_the_group)
        .into_query()
}
