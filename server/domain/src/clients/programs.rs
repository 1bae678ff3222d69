//! Programs that somebody lets act for them, by their consent or their password, as they see these and
//! end it. Each consent is one, with all tokens that came from it.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{GrantType, revoke::end_family};
use crate::{
    Error, Scope, accounts,
    audit::{self, Action, Subject},
    clock::Timestamp,
    entities::{oauth_client, token_family},
    ids::{AccountId, TokenFamilyId},
};

/// More than anybody looks through.
const MAX_LISTED: u64 = 100;

/// A program that acts for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActingProgram {
    pub id: TokenFamilyId,
    /// Whom it acts for.
    pub account: AccountId,
    pub name: String,
    /// The names of the APIs that it may call.
    pub scopes: Vec<String>,
    pub since: Timestamp,
    pub until: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

impl ActingProgram {
    fn of(row: &token_family::Model, name: String) -> Self {
        let scopes = row.scopes.split(' ').filter(|word| !word.is_empty());
        Self {
            id: row.id,
            account: row.account_id,
            name,
            scopes: scopes.map(str::to_owned).collect(),
            since: row.created_at,
            until: row.expires_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// The programs that act for the asker: first those that were agreed to, the newest first, as one
/// that has a password may begin very many.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn acting_programs(scope: &Scope) -> Result<Vec<ActingProgram>, Error> {
    let (person, _) = scope.require_in_person()?;
    let db = scope.portal.db.reader();
    let Some(mark) = accounts::password_mark(db, person.id).await? else {
        return Ok(Vec::new());
    };
    let families = token_family::Entity::find()
        .filter(token_family::Column::AccountId.eq(person.id))
        .filter(token_family::Column::ExpiresAt.gt(scope.now()))
        .filter(token_family::Column::EndedAt.is_null())
        .filter(token_family::Column::PasswordMark.eq(mark))
        .order_by_desc(token_family::Column::GrantType.eq(GrantType::AuthorizationCode))
        .order_by_desc(token_family::Column::CreatedAt)
        .order_by_desc(token_family::Column::Id)
        .limit(MAX_LISTED)
        .all(db)
        .await?;
    Ok(named(db, families).await?)
}

/// One program that acts for somebody, for the mail that tells them; `None` once it does no more.
///
/// # Errors
/// When the database cannot be read.
pub async fn acting_program(
    db: &impl ConnectionTrait,
    id: TokenFamilyId,
) -> Result<Option<ActingProgram>, DbErr> {
    let family = token_family::Entity::find_by_id(id)
        .filter(token_family::Column::EndedAt.is_null())
        .all(db)
        .await?;
    Ok(named(db, family).await?.pop())
}

async fn named(
    db: &impl ConnectionTrait,
    families: Vec<token_family::Model>,
) -> Result<Vec<ActingProgram>, DbErr> {
    if families.is_empty() {
        return Ok(Vec::new());
    }
    let clients = oauth_client::Entity::find()
        .filter(oauth_client::Column::Id.is_in(families.iter().map(|row| row.client_id)))
        .all(db)
        .await?;
    let names: HashMap<_, _> = clients.into_iter().map(|it| (it.id, it.name)).collect();
    let programs = families.iter().map(|row| {
        let name = names.get(&row.client_id).cloned().unwrap_or_default();
        ActingProgram::of(row, name)
    });
    Ok(programs.collect())
}

/// Lets a program act for the asker no more; tells whether one did.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn end_program(scope: &Scope, id: TokenFamilyId) -> Result<bool, Error> {
    let (person, _) = scope.require_in_person()?;
    let transaction = scope.portal.db.begin().await?;
    let own = token_family::Entity::find_by_id(id)
        .filter(token_family::Column::AccountId.eq(person.id))
        .filter(token_family::Column::EndedAt.is_null())
        .lock_exclusive()
        .one(&transaction)
        .await?;
    let Some(family) = own else {
        return Ok(false);
    };
    let ended = end_family(&transaction, scope.now(), id).await?;
    let (subject, details) = (Subject::Client(family.client_id), Some(ended.to_string()));
    audit::record_with(&transaction, scope, Action::ConsentEnded, subject, details).await?;
    transaction.commit().await?;
    Ok(true)
}
