//! Reads accounts, with or without locking them.

use locales::Locale;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::Email;
use crate::{Person, db::Transaction, entities::account, ids::AccountId};

pub(super) async fn by_email(
    db: &impl ConnectionTrait,
    email: &Email,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Email.eq(email.clone()))
        .one(db)
        .await
}

/// Locks an account. Every change of its links and sessions locks the account first, so that two
/// changes wait for each other and do not deadlock.
pub(super) async fn lock(
    transaction: &Transaction,
    id: AccountId,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id)
        .lock_exclusive()
        .one(transaction)
        .await
}

/// Locks an account by its address, like [`lock`].
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

/// The language of an account. A tag that is unknown falls back to Portuguese, which most people
/// read.
pub(super) fn locale_of(account: &account::Model) -> Locale {
    account.locale.parse().unwrap_or_default()
}

/// The person without roles, for names and not for permissions.
pub(super) fn person(account: &account::Model) -> Person {
    Person {
        id: account.id,
        given_name: account.given_name.clone(),
        family_name: account.family_name.clone(),
        email: account.email.shown(),
        roles: Vec::new(),
    }
}
