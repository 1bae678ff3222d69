//! Initial access tokens: what a program registers itself with (RFC 7591 §1.2). Somebody signed in
//! makes one for it. It is good once, within an hour, and a newer one takes its place.

use std::net::{IpAddr, Ipv4Addr};

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict};

use super::own::{MAX_OWN, count_own};
use crate::{
    Error, Forbidden, Scope,
    accounts::{self, TooOften, throttle},
    audit::{self, Action, Subject},
    db::Transaction,
    entities::registration_token::{ActiveModel, Column, Entity},
    from_common,
    ids::{AccountId, RegistrationTokenId},
    oauth::{self, AuthenticateError, Authority, KeyError},
    security::Incidents,
    token::{Token, TokenHash},
};

/// How long a token is good for.
pub const PERMIT_LIFETIME: TimeDelta = TimeDelta::hours(1);
/// Wrong tokens are counted under one name, since a program has none yet.
const NAME: &str = "registration";

#[derive(Debug, thiserror::Error)]
pub enum RegistrationTokenError {
    /// The asker has as many programs as anybody may have.
    #[error("there are too many programs already")]
    TooMany,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(RegistrationTokenError);

/// Makes a token for a program to register itself with; one that the asker made before and that was
/// not used is good no more.
///
/// # Errors
/// [`RegistrationTokenError::TooMany`] when the asker has [`MAX_OWN`] programs,
/// [`RegistrationTokenError::TooOften`] when they did much lately, [`Error::Forbidden`] unless a
/// person is signed in.
pub async fn make_registration_token(scope: &Scope) -> Result<Token, RegistrationTokenError> {
    let (person, _) = scope.require_in_person()?;
    let token = Token::generate(scope.portal.random.as_ref());
    let transaction = scope.portal.db.begin().await?;
    if count_own(&transaction, person.id).await? >= MAX_OWN {
        return Err(RegistrationTokenError::TooMany);
    }
    throttle::count_act(&transaction, scope, person.id).await??;
    let mark = accounts::password_mark(&transaction, person.id).await?;
    let mark = mark.ok_or(Forbidden)?;
    let row = ActiveModel {
        id: Set(scope.portal.new_id()),
        account_id: Set(person.id),
        hash: Set(token.hash()),
        password_mark: Set(mark),
        created_at: Set(scope.now()),
        expires_at: Set(scope.now() + PERMIT_LIFETIME),
    };
    let news = [
        Column::Hash,
        Column::PasswordMark,
        Column::CreatedAt,
        Column::ExpiresAt,
    ];
    let one_each = OnConflict::column(Column::AccountId)
        .update_columns(news)
        .to_owned();
    Entity::insert(row)
        .on_conflict(one_each)
        .exec_without_returning(&transaction)
        .await?;
    let (action, subject) = (Action::RegistrationTokenMade, Subject::Account(person.id));
    audit::record(&transaction, scope, action, subject).await?;
    transaction.commit().await?;
    Ok(token)
}

/// A good token, which is yet to be used.
#[derive(Clone, Debug)]
pub struct RegistrationPermit {
    id: RegistrationTokenId,
    /// Whom the program is to be bound to.
    pub(super) account: AccountId,
    hash: TokenHash,
}

impl RegistrationPermit {
    /// Uses the token up; tells whether nobody did before.
    pub(super) async fn spend(&self, transaction: &Transaction) -> Result<bool, DbErr> {
        let spent = Entity::delete_many()
            .filter(Column::Id.eq(self.id))
            .filter(Column::Hash.eq(self.hash.clone()))
            .exec(transaction)
            .await?;
        Ok(spent.rows_affected == 1)
    }
}

/// Looks a token up that a program sent.
///
/// # Errors
/// [`AuthenticateError::Invalid`] when it is not good, [`AuthenticateError::Throttled`] after too many
/// wrong ones, [`AuthenticateError::Fault`] when it cannot be looked up.
pub async fn permit(
    scope: &Scope,
    authority: &Authority,
    incidents: &Incidents,
    token: &str,
) -> Result<RegistrationPermit, AuthenticateError> {
    let unknown = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let address = scope.origin.address.unwrap_or(unknown);
    let found = Box::pin(find(scope, token));
    oauth::guard(&scope.portal, authority, incidents, (NAME, address), found).await
}

async fn find(scope: &Scope, token: &str) -> Result<Option<RegistrationPermit>, KeyError> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let row = Entity::find()
        .filter(Column::Hash.eq(token.hash()))
        .filter(Column::ExpiresAt.gt(scope.now()))
        .one(scope.portal.db.reader())
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    // One that was made before the password changed may be somebody else's.
    let mark = accounts::password_mark(scope.portal.db.reader(), row.account_id).await?;
    let is_good = mark.is_some_and(|mark| mark == row.password_mark);
    Ok(is_good.then_some(RegistrationPermit {
        id: row.id,
        account: row.account_id,
        hash: row.hash,
    }))
}
