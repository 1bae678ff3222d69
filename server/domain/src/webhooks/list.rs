//! Finds webhooks, for those who may see them.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::SelectStatement,
};

use url::Url;

use super::{EventKind, PauseCause, WebhookOwner};
use crate::{
    Cursor, Error, Page, PageRequest, Role, Scope,
    clock::Timestamp,
    db::Transaction,
    entities::webhook::{Column, Entity, Model},
    groups::{self, GroupRight},
    ids::{GroupId, WebhookId},
};

/// A webhook without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    pub owner: WebhookOwner,
    pub url: String,
    pub events: Vec<EventKind>,
    /// Since when it gets nothing, and why.
    pub paused: Option<(Timestamp, PauseCause)>,
    /// When a message last arrived.
    pub delivered_at: Option<Timestamp>,
    /// Since when every attempt failed.
    pub failing_since: Option<Timestamp>,
    /// Until when the secret of before signs as well.
    pub old_secret_ends_at: Option<Timestamp>,
    /// Counts changes.
    pub revision: i32,
    pub created_at: Timestamp,
}

impl Webhook {
    /// The host that it leads to.
    #[must_use]
    pub fn host(&self) -> String {
        let url = Url::parse(&self.url).ok();
        let host = url.as_ref().and_then(Url::host_str);
        host.unwrap_or_default().to_owned()
    }
}

impl From<Model> for Webhook {
    fn from(row: Model) -> Self {
        Self {
            events: kinds(&row.events),
            id: row.id,
            owner: row.group_id.into(),
            url: row.url,
            paused: row.paused_at.zip(row.pause_cause),
            delivered_at: row.delivered_at,
            failing_since: row.failing_since,
            old_secret_ends_at: row.old_secret_ends_at,
            revision: row.revision,
            created_at: row.created_at,
        }
    }
}

/// The kinds in a row; one of another version of the portal is left out.
pub(super) fn kinds(stored: &str) -> Vec<EventKind> {
    let kinds = stored.split(' ');
    kinds.filter_map(|kind| kind.parse().ok()).collect()
}

/// The webhooks of a group or of the portal, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not see them.
pub async fn list(scope: &Scope, owner: WebhookOwner) -> Result<Vec<Webhook>, Error> {
    let db = scope.portal.db.reader();
    owner.require_sight(db, scope).await?;
    let rows = Entity::find()
        .filter(of(owner))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Webhook::from).collect())
}

pub(super) fn of(owner: WebhookOwner) -> Condition {
    let group = owner.group();
    let is_of = group.map_or_else(|| Column::GroupId.is_null(), |id| Column::GroupId.eq(id));
    Condition::all().add(is_of)
}

/// The webhooks of a group, as a subquery.
pub(crate) fn ids_of_group(group: GroupId) -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::GroupId.eq(group))
        .into_query()
}

/// A page of all webhooks that the asker may see, of one group or of all.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not signed in.
pub async fn page(
    scope: &Scope,
    group: Option<GroupId>,
    page: &PageRequest,
) -> Result<Page<Webhook>, Error> {
    let person = scope.require_signed_in()?;
    let seen = groups::ids_where(person.id, GroupRight::SeeWebhooks);
    let mut visible = Condition::any().add(Column::GroupId.in_subquery(seen));
    if scope.require(Role::Administrator).is_ok() {
        visible = visible.add(Column::GroupId.is_null());
    }
    let of_group = group.map(|group| Column::GroupId.eq(group));
    let rows = Entity::find()
        .filter(visible)
        .filter(Condition::all().add_option(of_group));
    let rows = page.select(rows, Column::CreatedAt, Column::Id);
    let rows = rows.all(scope.portal.db.reader()).await?;
    let webhooks = rows.into_iter().map(Webhook::from).collect();
    Ok(Page::of(webhooks, page.size, |webhook: &Webhook| {
        Cursor::new(webhook.created_at, webhook.id.0)
    }))
}

/// A webhook that the asker may see.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn find(scope: &Scope, id: WebhookId) -> Result<Webhook, Error> {
    let db = scope.portal.db.reader();
    let row = load(db, id).await?;
    WebhookOwner::from(row.group_id)
        .require_sight(db, scope)
        .await?;
    Ok(row.into())
}

pub(super) async fn load(db: &impl ConnectionTrait, id: WebhookId) -> Result<Model, Error> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.ok_or(Error::NotFound("no such webhook"))
}

/// The same, locked until the end of the transaction.
pub(super) async fn lock(transaction: &Transaction, id: WebhookId) -> Result<Model, Error> {
    let row = Entity::find_by_id(id).lock_exclusive();
    let row = row.one(transaction).await?;
    row.ok_or(Error::NotFound("no such webhook"))
}

/// A webhook that is paused, for the mail that tells of it.
///
/// # Errors
/// When the database cannot be read.
pub async fn paused(db: &impl ConnectionTrait, id: WebhookId) -> Result<Option<Webhook>, DbErr> {
    let row = Entity::find_by_id(id).one(db).await?;
    let row = row.filter(|row| row.paused_at.is_some());
    Ok(row.map(Webhook::from))
}
