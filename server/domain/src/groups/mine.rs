//! The asker's own groups, with how many belong to each and how its applications stand.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{Group, find, ids_of};
use crate::{
    Cursor, Page, Scope,
    applications::State,
    entities::{application, membership, permission_group},
    ids::{AccountId, GroupId},
};

/// A group on the page of its member.
#[derive(Clone, Debug)]
pub struct GroupSummary {
    pub group: Group,
    pub members: u64,
    /// How many applications stand in each state; drafts are their author's business.
    pub applications: Vec<(State, u64)>,
}

/// How many groups a page of them has.
const PAGE: usize = 25;

/// A group, once for each state that applications of it are in, or once if it has none.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    group: Group,
    members: i64,
    state: Option<State>,
    applications: i64,
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

/// One page of them, from the first or from where the page before ended.
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

/// One more than a page, by name, after the last group of the page before.
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

/// These groups by name, with how many belong to each and how its applications stand, in one
/// statement.
async fn summaries(scope: &Scope, ids: SelectStatement) -> Result<Vec<GroupSummary>, DbErr> {
    let rows: Vec<Row> = permission_group::Entity::find()
        .expr_as(
            Expr::SubQuery(None, Box::new(members_of_each().into())),
            "members",
        )
        .column_as(application::Column::State, "state")
        .column_as(application::Column::Id.count(), "applications")
        .join(JoinType::LeftJoin, filed_applications())
        .filter(permission_group::Column::Id.in_subquery(ids))
        .group_by(permission_group::Column::Id)
        .group_by(application::Column::State)
        .order_by_asc(permission_group::Column::Name)
        .order_by_asc(permission_group::Column::Id)
        .into_model()
        .all(scope.portal.db.reader())
        .await?;
    let mut summaries: Vec<GroupSummary> = Vec::new();
    for row in rows {
        if summaries
            .last()
            .is_none_or(|last| last.group.id != row.group.id)
        {
            summaries.push(GroupSummary {
                group: row.group,
                members: row.members.unsigned_abs(),
                applications: Vec::new(),
            });
        }
        if let (Some(last), Some(state)) = (summaries.last_mut(), row.state) {
            last.applications
                .push((state, row.applications.unsigned_abs()));
        }
    }
    for summary in &mut summaries {
        summary.applications.sort_unstable();
    }
    Ok(summaries)
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

/// Neither drafts nor requests to change a plan.
fn filed_applications() -> RelationDef {
    permission_group::Entity::belongs_to(application::Entity)
        .from(permission_group::Column::Id)
        .to(application::Column::GroupId)
        .on_condition(|_, applications| {
            Condition::all()
                .add(Expr::col((applications.clone(), application::Column::Number)).is_not_null())
                .add(Expr::col((applications, application::Column::Upgrades)).is_null())
        })
        .into()
}
