//! Clients as administrators see them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{ClientKind, ClientState};
use crate::{
    Cursor, Error, Page, Role, Scope,
    accounts::{self, Contact},
    clock::Timestamp,
    entities::{issued_token, oauth_client},
    ids::{AccountId, ClientId},
};

const PAGE_SIZE: usize = 25;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    pub id: ClientId,
    pub kind: ClientKind,
    pub name: String,
    pub is_confidential: bool,
    /// Whom it acts for.
    pub account: Option<Contact>,
    /// Who let it register itself: it may ask nobody else.
    pub bound_to: Option<Contact>,
    /// How long its access tokens last, in seconds.
    pub access_seconds: i32,
    /// The same of refresh tokens.
    pub refresh_seconds: i32,
    pub scopes: Vec<String>,
    pub networks: Vec<String>,
    /// Where it may be answered.
    pub redirect_addresses: Vec<String>,
    pub state: ClientState,
    /// Whether what people let it do can be renewed.
    pub renews: bool,
    pub created_at: Timestamp,
    pub created_by: Option<AccountId>,
    pub last_used_at: Option<Timestamp>,
    /// How many of its access tokens are good.
    pub tokens_alive: u64,
}

/// A page of the clients, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn list(scope: &Scope, after: Option<Cursor>) -> Result<Page<Client>, Error> {
    scope.require(Role::Administrator)?;
    let (at, id) = (oauth_client::Column::CreatedAt, oauth_client::Column::Id);
    let mut rows = oauth_client::Entity::find()
        .filter(oauth_client::Column::DeletedAt.is_null())
        .order_by_desc(at)
        .order_by_desc(id)
        .limit(PAGE_SIZE as u64 + 1);
    if let Some(cursor) = after {
        rows = rows.filter(cursor.below(at, id));
    }
    let rows = rows.all(scope.portal.db.reader()).await?;
    let clients = describe(scope, rows).await?;
    Ok(Page::of(clients, PAGE_SIZE, |client| {
        Cursor::new(client.created_at, client.id.0)
    }))
}

/// One client.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it was deleted, and as [`list`].
pub async fn by_id(scope: &Scope, id: ClientId) -> Result<Client, Error> {
    scope.require(Role::Administrator)?;
    let row = oauth_client::Entity::find_by_id(id)
        .filter(oauth_client::Column::DeletedAt.is_null())
        .all(scope.portal.db.reader())
        .await?;
    let found = describe(scope, row).await?.pop();
    found.ok_or(Error::NotFound("no such client"))
}

/// What a mail tells of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedClient {
    pub name: String,
    /// Whom it acts for, or is bound to.
    pub account: AccountId,
    /// Whether they let it register itself.
    pub is_own: bool,
}

/// The name of a client, deleted or not, and whom it acts for or is bound to, for the mail that tells
/// them.
///
/// # Errors
/// When the database cannot be read.
pub async fn named(db: &impl ConnectionTrait, id: ClientId) -> Result<Option<NamedClient>, DbErr> {
    let row = oauth_client::Entity::find_by_id(id).one(db).await?;
    Ok(row.and_then(|row| {
        Some(NamedClient {
            account: row.bound_account_id.or(row.account_id)?,
            is_own: row.bound_account_id.is_some(),
            name: row.name,
        })
    }))
}

async fn describe(scope: &Scope, rows: Vec<oauth_client::Model>) -> Result<Vec<Client>, DbErr> {
    let db = scope.portal.db.reader();
    let associated = rows.iter().filter_map(|row| row.account_id);
    let bound = rows.iter().filter_map(|row| row.bound_account_id);
    let people: Vec<_> = associated.chain(bound).collect();
    let accounts = accounts::by_ids(db, people.into_iter()).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let alive = alive(db, &ids, scope.now()).await?;
    let words = |text: &str| -> Vec<String> {
        let words = text.split(' ').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let clients = rows.into_iter().map(|row| Client {
        account: row.account_id.and_then(|id| accounts.get(&id).cloned()),
        bound_to: row
            .bound_account_id
            .and_then(|id| accounts.get(&id).cloned()),
        tokens_alive: alive.get(&row.id).copied().unwrap_or_default(),
        scopes: words(&row.scopes),
        networks: words(&row.networks),
        redirect_addresses: words(&row.redirect_addresses),
        id: row.id,
        kind: row.kind,
        name: row.name,
        is_confidential: row.is_confidential,
        access_seconds: row.access_seconds,
        refresh_seconds: row.refresh_seconds,
        state: row.state,
        renews: row.renews,
        created_at: row.created_at,
        created_by: row.created_by,
        last_used_at: row.last_used_at,
    });
    Ok(clients.collect())
}

async fn alive(
    db: &impl ConnectionTrait,
    clients: &[ClientId],
    now: Timestamp,
) -> Result<HashMap<ClientId, u64>, DbErr> {
    if clients.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(ClientId, i64)> = issued_token::Entity::find()
        .select_only()
        .column(issued_token::Column::ClientId)
        .column_as(issued_token::Column::Id.count(), "alive")
        .filter(issued_token::Column::ClientId.is_in(clients.iter().copied()))
        .filter(issued_token::Column::ExpiresAt.gt(now))
        .filter(issued_token::Column::RevokedAt.is_null())
        .group_by(issued_token::Column::ClientId)
        .into_tuple()
        .all(db)
        .await?;
    let counts = rows.into_iter();
    Ok(counts
        .map(|(id, count)| (id, count.unsigned_abs()))
        .collect())
}
