//! Lists of the tokens that clients were given.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::GrantType;
use crate::{
    Cursor, Error, Page, Role, Scope,
    accounts::{self, Contact},
    clock::Timestamp,
    entities::{issued_token, oauth_client},
    ids::{AccountId, ClientId, TokenId},
};

const PAGE_SIZE: usize = 25;

/// Which tokens are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TokenFilter {
    pub client: Option<ClientId>,
    pub person: Option<AccountId>,
    /// Only those that are good, or can be renewed.
    pub alive: bool,
    /// Only those that neither a password nor a consent began.
    pub alone: bool,
}

/// An access token, without what makes it good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedToken {
    pub id: TokenId,
    pub client: ClientId,
    pub client_name: String,
    /// Whom it acts for.
    pub account: Option<Contact>,
    pub grant: GrantType,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    /// Of the refresh token that came with it, until that is used.
    pub refresh_expires_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    /// Where it was asked for.
    pub address: Option<String>,
}

impl IssuedToken {
    /// Whether it opens anything.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Whether another one can be had for the refresh token that came with it.
    #[must_use]
    pub fn is_renewable(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.refresh_expires_at.is_some_and(|at| now < at)
    }
}

/// Those that are good, or whose refresh token is.
pub(super) fn alive_at(now: Timestamp) -> Condition {
    use issued_token::Column;
    let lasts = Condition::any()
        .add(Column::ExpiresAt.gt(now))
        .add(Column::RefreshExpiresAt.gt(now));
    Condition::all().add(Column::RevokedAt.is_null()).add(lasts)
}

/// A page of the tokens, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn tokens(
    scope: &Scope,
    filter: TokenFilter,
    after: Option<Cursor>,
) -> Result<Page<IssuedToken>, Error> {
    scope.require(Role::Administrator)?;
    Ok(page(scope, filter, after).await?)
}

/// The good tokens that act for the asker beside those of [`super::acting_programs`], the newest
/// first.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn own_tokens(scope: &Scope, after: Option<Cursor>) -> Result<Page<IssuedToken>, Error> {
    let (person, _) = scope.require_in_person()?;
    let filter = TokenFilter {
        client: None,
        person: Some(person.id),
        alive: true,
        alone: true,
    };
    Ok(page(scope, filter, after).await?)
}

async fn page(
    scope: &Scope,
    filter: TokenFilter,
    after: Option<Cursor>,
) -> Result<Page<IssuedToken>, DbErr> {
    use issued_token::Column;
    let which = Condition::all()
        .add_option(filter.client.map(|id| Column::ClientId.eq(id)))
        .add_option(filter.person.map(|id| Column::AccountId.eq(id)))
        .add_option(filter.alive.then(|| alive_at(scope.now())))
        .add_option(filter.alone.then(|| Column::FamilyId.is_null()))
        .add_option(after.map(|cursor| cursor.below(Column::CreatedAt, Column::Id)));
    let rows = issued_token::Entity::find()
        .filter(which)
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(PAGE_SIZE as u64 + 1)
        .all(scope.portal.db.reader())
        .await?;
    let tokens = describe(scope, rows).await?;
    Ok(Page::of(tokens, PAGE_SIZE, |token| {
        Cursor::new(token.created_at, token.id.0)
    }))
}

async fn describe(
    scope: &Scope,
    rows: Vec<issued_token::Model>,
) -> Result<Vec<IssuedToken>, DbErr> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let db = scope.portal.db.reader();
    let accounts = accounts::by_ids(db, rows.iter().map(|row| row.account_id)).await?;
    let clients = oauth_client::Entity::find()
        .filter(oauth_client::Column::Id.is_in(rows.iter().map(|row| row.client_id)))
        .all(db)
        .await?;
    let names: HashMap<_, _> = clients.into_iter().map(|it| (it.id, it.name)).collect();
    let tokens = rows.into_iter().map(|row| IssuedToken {
        client_name: names.get(&row.client_id).cloned().unwrap_or_default(),
        account: accounts.get(&row.account_id).cloned(),
        id: row.id,
        client: row.client_id,
        grant: row.grant_type,
        created_at: row.created_at,
        expires_at: row.expires_at,
        refresh_expires_at: row.refresh_expires_at,
        revoked_at: row.revoked_at,
        last_used_at: row.last_used_at,
        address: row.address,
    });
    Ok(tokens.collect())
}
