//! Finding groups: those that the asker belongs to, no others.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{Group, MemberRole};
use crate::{
    Cursor, Page, Scope,
    applications::State,
    entities::{account, application, membership, permission_group},
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

/// A group that the asker belongs to.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(scope: &Scope, id: GroupId) -> Result<Option<Group>, DbErr> {
    find_in(scope.portal.db.reader(), scope, id).await
}

/// Those of these groups that the asker belongs to.
pub(crate) async fn find_all(
    scope: &Scope,
    ids: impl Iterator<Item = GroupId>,
) -> Result<HashMap<GroupId, Group>, DbErr> {
    let ids: Vec<_> = ids.collect();
    let Some(person) = scope.person().filter(|_| !ids.is_empty()) else {
        return Ok(HashMap::new());
    };
    let rows = permission_group::Entity::find()
        .filter(permission_group::Column::Id.is_in(ids))
        .filter(permission_group::Column::Id.in_subquery(ids_of(person.id)))
        .all(scope.portal.db.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The same within a transaction.
pub(crate) async fn find_in(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: GroupId,
) -> Result<Option<Group>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    permission_group::Entity::find_by_id(id)
        .filter(permission_group::Column::Id.in_subquery(ids_of(person.id)))
        .one(db)
        .await
}

/// A group that the asker belongs to, and how many do.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_with_members(scope: &Scope, id: GroupId) -> Result<Option<(Group, u64)>, DbErr> {
    let Some(group) = find(scope, id).await? else {
        return Ok(None);
    };
    let members = members(scope.portal.db.reader(), &[id]).await?;
    Ok(Some((group, members.get(&id).copied().unwrap_or_default())))
}

/// The groups a person belongs to, as a part of queries for what belongs to those groups.
pub(crate) fn ids_of(account: AccountId) -> SelectStatement {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .filter(membership::Column::AccountId.eq(account))
        .into_query()
}

/// How many members each group has.
pub(crate) async fn members(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
) -> Result<HashMap<GroupId, u64>, DbErr> {
    let rows: Vec<(GroupId, i64)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .column_as(membership::Column::AccountId.count(), "members")
        .filter(membership::Column::GroupId.is_in(groups.iter().copied()))
        .group_by(membership::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(group, count)| (group, count.unsigned_abs()))
        .collect())
}

/// What somebody is in a group.
pub(crate) async fn role_in(
    db: &impl ConnectionTrait,
    group: GroupId,
    account: AccountId,
) -> Result<Option<MemberRole>, DbErr> {
    let membership = membership::Entity::find_by_id((group, account))
        .one(db)
        .await?;
    Ok(membership.map(|membership| membership.role))
}

/// The owner who joined first.
pub(crate) async fn first_owner(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Option<account::Model>, DbErr> {
    let owner = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .order_by_asc(membership::Column::JoinedAt)
        .order_by_asc(membership::Column::AccountId)
        .one(db)
        .await?;
    let Some(owner) = owner else {
        return Ok(None);
    };
    account::Entity::find_by_id(owner.account_id).one(db).await
}

/// The names of a group's owners, for its members.
pub(crate) async fn owners(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<String>, DbErr> {
    let owners = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .into_query();
    let accounts = account::Entity::find()
        .filter(account::Column::Id.in_subquery(owners))
        .order_by_asc(account::Column::GivenName)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let name = |account: account::Model| format!("{} {}", account.given_name, account.family_name);
    Ok(accounts.into_iter().map(name).collect())
}

/// These groups, for those who may see groups that they do not belong to.
pub(crate) async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = GroupId>,
) -> Result<HashMap<GroupId, Group>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = permission_group::Entity::find()
        .filter(permission_group::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
