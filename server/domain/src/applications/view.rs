//! Applications as those who may see them do: the members of their group and their applicant.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, SelectStatement},
};

use super::{Application, State, UpgradeView, upgrade::open_upgrades};
use crate::{
    Cursor, Page, Person, Scope,
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    credentials::{self, PublicKey, Secret},
    entities::{account, application},
    groups,
    ids::{AccountId, ApplicationId, GroupId},
};

#[derive(Clone, Debug)]
pub struct ApplicationView {
    pub id: ApplicationId,
    /// As in `2026-0042`; none while it is a draft.
    pub number: Option<String>,
    pub name: String,
    pub description: String,
    pub group_id: Option<GroupId>,
    pub api: Arc<Api>,
    pub plan: Plan,
    pub state: State,
    /// What those who decided said of it.
    pub reason: Option<String>,
    pub submitted_at: Option<Timestamp>,
    pub decided_at: Option<Timestamp>,
    pub applicant_id: AccountId,
    pub applicant_name: String,
    pub public_key: Option<PublicKey>,
    /// Its active secrets, the newest first.
    pub secrets: Vec<Secret>,
    /// The application whose plan this request is to change, if it is one of those.
    pub upgrades: Option<ApplicationId>,
    /// The request to change the plan of this application, while it waits.
    pub upgrade: Option<UpgradeView>,
}

/// The applications of a group that the asker belongs to, the newest first; no drafts, which
/// are their author's business, and no requests to change a plan, which stand with their
/// application.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_group(
    scope: &Scope,
    catalogue: &Catalogue,
    group: GroupId,
) -> Result<Option<Vec<ApplicationView>>, DbErr> {
    if groups::find(scope, group).await?.is_none() {
        return Ok(None);
    }
    let rows = filed_by(group).all(scope.portal.db.reader()).await?;
    views(scope, catalogue, rows).await.map(Some)
}

/// How many applications of a group a page has.
const PAGE: usize = 25;

/// One page of them, from the newest or from where the page before ended; or the page that begins
/// with `shown`, unless that is on the wanted page.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_of_group(
    scope: &Scope,
    catalogue: &Catalogue,
    group: GroupId,
    after: Option<Cursor>,
    shown: Option<ApplicationId>,
) -> Result<Option<Page<ApplicationView>>, DbErr> {
    if groups::find(scope, group).await?.is_none() {
        return Ok(None);
    }
    let (at, id) = (application::Column::SubmittedAt, application::Column::Id);
    let db = scope.portal.db.reader();
    let place = after.map(|cursor| cursor.below(at, id));
    let mut rows = page_from(group, place).all(db).await?;
    if let Some(shown) = shown
        && !rows.iter().take(PAGE).any(|row| row.id == shown)
        && let Some(row) = filed_by(group).filter(id.eq(shown)).one(db).await?
        && let Some(submitted_at) = row.submitted_at
    {
        let place = Cursor::new(submitted_at, row.id.0).from(at, id);
        rows = page_from(group, Some(place)).all(db).await?;
    }
    let views = views(scope, catalogue, rows).await?;
    Ok(Some(Page::of(views, PAGE, |view| {
        Cursor::new(view.submitted_at.unwrap_or_default(), view.id.0)
    })))
}

/// One more than a page.
fn page_from(group: GroupId, place: Option<Expr>) -> Select<application::Entity> {
    filed_by(group)
        .filter(Condition::all().add_option(place))
        .limit(PAGE as u64 + 1)
}

/// The applications of a group, the newest first.
fn filed_by(group: GroupId) -> Select<application::Entity> {
    application::Entity::find()
        .filter(application::Column::GroupId.eq(group))
        .filter(application::Column::Number.is_not_null())
        .filter(application::Column::Upgrades.is_null())
        .order_by_desc(application::Column::SubmittedAt)
        .order_by_desc(application::Column::Id)
}

/// One application, for a member of its group or its applicant.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<Option<ApplicationView>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let found = application::Entity::find_by_id(id)
        .filter(visible_to(person))
        .all(scope.portal.db.reader())
        .await?;
    Ok(views(scope, catalogue, found).await?.pop())
}

/// What its group sees starts with the submission; before, only the applicant does.
pub(crate) fn visible_to(person: &Person) -> Condition {
    let groups = Condition::all()
        .add(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .add(application::Column::Number.is_not_null());
    Condition::any()
        .add(application::Column::ApplicantId.eq(person.id))
        .add(groups)
}

/// The applications that these are, for the look-up of what belongs to one.
pub(crate) fn ids_visible_to(person: &Person) -> SelectStatement {
    application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(visible_to(person))
        .into_query()
}

async fn views(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<Application>,
) -> Result<Vec<ApplicationView>, DbErr> {
    let db = scope.portal.db.reader();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let applicants = accounts(db, rows.iter().map(|row| row.applicant_id)).await?;
    let mut keys = credentials::public_keys(db, &ids).await?;
    let mut secrets = credentials::active_secrets(db, &ids, scope.now()).await?;
    let mut upgrades = open_upgrades(db, &ids).await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        views.push(ApplicationView {
            api: catalogue::api_of(scope, catalogue, row.api_id).await?,
            applicant_id: row.applicant_id,
            applicant_name: applicants
                .get(&row.applicant_id)
                .map_or_else(String::new, name),
            public_key: keys.remove(&row.id),
            secrets: secrets.remove(&row.id).unwrap_or_default(),
            upgrades: row.upgrades,
            upgrade: upgrades.remove(&row.id),
            id: row.id,
            number: row.number,
            name: row.name,
            description: row.description,
            group_id: row.group_id,
            plan: row.plan,
            state: row.state,
            reason: row.reason,
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
        });
    }
    Ok(views)
}

/// The accounts of these people, in one query.
pub(super) async fn accounts(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, account::Model>, DbErr> {
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub(super) fn name(account: &account::Model) -> String {
    format!("{} {}", account.given_name, account.family_name)
}
