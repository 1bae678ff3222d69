//! Reading accounts, plainly or holding them still.

use locales::Locale;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::{Email, SessionKind};
use crate::{
    Person,
    clock::Timestamp,
    db::Transaction,
    entities::account,
    ids::{AccountId, SessionId},
};

pub(super) async fn by_email(
    db: &impl ConnectionTrait,
    email: &Email,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Email.eq(email.clone()))
        .one(db)
        .await
}

/// Locks an account. Whoever changes its links and sessions locks the account first, so that two
/// changes wait for one another and never deadlock.
pub(super) async fn lock(
    transaction: &Transaction,
    id: AccountId,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id)
        .lock_exclusive()
        .one(transaction)
        .await
}

/// Locks an account like [`lock`], by its address.
pub(super) async fn lock_by_email(
    transaction: &Transaction,
    email: &Email,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Email.eq(email.clone()))
        .lock_exclusive()
        .one(transaction)
        .await
}

/// A row is never written with another tag; should one be there, Portuguese is read by most.
pub(super) fn locale_of(account: &account::Model) -> Locale {
    account.locale.parse().unwrap_or_default()
}

/// Without roles: to be named, not to be asked.
pub(super) fn person(
    account: &account::Model,
    session: SessionId,
    session_kind: SessionKind,
    confirmed_at: Timestamp,
) -> Person {
    Person {
        id: account.id,
        session,
        session_kind,
        confirmed_at,
        given_name: account.given_name.clone(),
        family_name: account.family_name.clone(),
        email: account.email.shown(),
        roles: Vec::new(),
    }
}
