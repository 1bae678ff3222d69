//! People's own sessions.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select};

use super::SessionKind;
use crate::{
    Error, Person, Scope,
    accounts::browsers,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::session,
    ids::{AccountId, SessionId},
    token::Token,
};

/// A session, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    /// What the browser said of itself.
    pub device: String,
    pub address: Option<String>,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    pub is_current: bool,
}

/// The asker's sessions, the one last seen first.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn list(scope: &Scope) -> Result<Vec<Session>, Error> {
    let (person, current) = scope.require_in_person()?;
    let sessions = alive(scope, person.id)
        .order_by_desc(session::Column::LastSeenAt)
        .order_by_desc(session::Column::Id)
        .all(scope.portal.db.reader())
        .await?;
    let sessions = sessions.into_iter().map(|session| Session {
        id: session.id,
        device: session.device,
        address: session.address,
        created_at: session.created_at,
        last_seen_at: session.last_seen_at,
        is_current: session.id == current.id,
    });
    Ok(sessions.collect())
}

/// The sessions of an account that have not expired, but for those that wait for a second factor.
pub fn alive(scope: &Scope, account: AccountId) -> Select<session::Entity> {
    let idle = scope.portal.settings.lifetimes.session_idle;
    session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::Kind.ne(SessionKind::AwaitingFactor))
        .filter(session::Column::ExpiresAt.gt(scope.now()))
        .filter(session::Column::LastSeenAt.gt(scope.now() - idle))
}

/// Ends one of the asker's sessions; tells whether it existed.
///
/// # Errors
/// As [`list`].
pub async fn end(scope: &Scope, id: SessionId) -> Result<bool, Error> {
    let (person, _) = scope.require_in_person()?;
    let which = session::Column::Id.eq(id);
    let ended = end_own(scope, person, which, Action::SessionsEnded).await?;
    Ok(ended > 0)
}

/// Ends all of the asker's sessions but the current one, and forgets the other browsers.
///
/// # Errors
/// As [`list`].
pub async fn end_others(scope: &Scope) -> Result<(), Error> {
    let (person, current) = scope.require_in_person()?;
    let which = session::Column::Id.ne(current.id);
    let transaction = scope.portal.db.begin().await?;
    end_in(&transaction, scope, person, which, Action::SessionsEnded).await?;
    browsers::forget_others(&transaction, scope, person.id).await?;
    transaction.commit().await?;
    Ok(())
}

/// Ends the current session.
///
/// # Errors
/// [`Error::Forbidden`] unless the asker has a session of whatever kind.
pub async fn sign_out(scope: &Scope) -> Result<(), Error> {
    let waits = || scope.require_awaiting_factor();
    let (person, current) = scope.require_session().or_else(|_| waits())?;
    let which = session::Column::Id.eq(current.id);
    end_own(scope, person, which, Action::SignedOut).await?;
    Ok(())
}

async fn end_own(
    scope: &Scope,
    person: &Person,
    which: sea_orm::sea_query::Expr,
    act: Action,
) -> Result<u64, DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let ended = end_in(&transaction, scope, person, which, act).await?;
    transaction.commit().await?;
    Ok(ended)
}

async fn end_in(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    which: sea_orm::sea_query::Expr,
    act: Action,
) -> Result<u64, DbErr> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(person.id))
        .filter(which)
        .exec(transaction)
        .await?
        .rows_affected;
    if ended > 0 {
        audit::record(transaction, scope, act, Subject::Account(person.id)).await?;
    }
    Ok(ended)
}

/// From which address a session was opened that has not ended.
///
/// # Errors
/// When the database cannot be read.
pub async fn address_of(db: &impl ConnectionTrait, id: SessionId) -> Result<Option<String>, DbErr> {
    let session = session::Entity::find_by_id(id).one(db).await?;
    Ok(session.and_then(|session| session.address))
}

/// Ends the session of this token, which another one replaces.
pub async fn end_by_token(transaction: &Transaction, token: &Token) -> Result<(), DbErr> {
    session::Entity::delete_many()
        .filter(session::Column::TokenHash.eq(token.hash()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Ends every session of an account.
pub async fn end_all(db: &impl ConnectionTrait, account: AccountId) -> Result<(), DbErr> {
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account))
        .exec(db)
        .await?;
    Ok(())
}
