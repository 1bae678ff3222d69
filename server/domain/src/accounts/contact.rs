//! Names and addresses of people, for other subjects.

use std::collections::HashMap;

use locales::Locale;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::{Email, lookup};
use crate::{
    Person, Role,
    clock::Timestamp,
    entities::{account, account_role},
    ids::AccountId,
};

/// The name and address of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: AccountId,
    pub given_name: String,
    pub family_name: String,
    pub email: Email,
    pub locale: Locale,
}

impl Contact {
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

impl From<account::Model> for Contact {
    fn from(account: account::Model) -> Self {
        Self {
            id: account.id,
            locale: lookup::locale_of(&account),
            given_name: account.given_name,
            family_name: account.family_name,
            email: account.email,
        }
    }
}

/// The contacts of those of these accounts that exist, in one statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Contact>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .all(db)
        .await?;
    let contacts = rows.into_iter().map(Contact::from);
    Ok(contacts.map(|contact| (contact.id, contact)).collect())
}

/// The full names of these accounts.
///
/// # Errors
/// When the database cannot be read.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>, DbErr> {
    let contacts = by_ids(db, ids).await?;
    let names = contacts.into_iter();
    Ok(names.map(|(id, it)| (id, it.full_name())).collect())
}

/// A person with the roles of this moment.
pub(crate) async fn person(
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<Person>, DbErr> {
    let found = account::Entity::find_by_id(id)
        .find_with_related(account_role::Entity)
        .all(db)
        .await?;
    Ok(found.into_iter().next().map(|(account, roles)| Person {
        roles: roles.into_iter().map(|row| row.role).collect(),
        ..lookup::person(&account)
    }))
}

/// Whether an account asks for a second factor.
pub(crate) async fn has_second_factor(
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<bool, DbErr> {
    let found = account::Entity::find_by_id(id).one(db).await?;
    Ok(found.is_some_and(|account| account.second_factor_at.is_some()))
}

/// When an account was made.
pub(crate) async fn created_at(
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<Timestamp>, DbErr> {
    let found = account::Entity::find_by_id(id).one(db).await?;
    Ok(found.map(|account| account.created_at))
}

/// The contacts of everybody who has a role.
pub(crate) async fn with_role(
    db: &impl ConnectionTrait,
    role: Role,
) -> Result<Vec<AccountId>, DbErr> {
    account_role::Entity::find()
        .select_only()
        .column(account_role::Column::AccountId)
        .filter(account_role::Column::Role.eq(role))
        .into_tuple()
        .all(db)
        .await
}

/// Whether somebody has a role.
///
/// # Errors
/// When the database cannot be read.
pub async fn has_role(db: &impl ConnectionTrait, id: AccountId, role: Role) -> Result<bool, DbErr> {
    let row = account_role::Entity::find_by_id((id, role)).one(db).await?;
    Ok(row.is_some())
}

/// The account with an address, and whether its owner has verified it.
///
/// # Errors
/// When the database cannot be read.
pub async fn with_address(
    db: &impl ConnectionTrait,
    address: &Email,
) -> Result<Option<(Contact, bool)>, DbErr> {
    let found = lookup::by_email(db, address).await?;
    Ok(found.map(|account| {
        let verified = account.email_verified_at.is_some();
        (account.into(), verified)
    }))
}

/// When those of these accounts last signed in that ever did.
pub(crate) async fn last_sign_ins(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Timestamp>, DbErr> {
    let rows: Vec<(AccountId, Timestamp)> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .column(account::Column::LastSignInAt)
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::LastSignInAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Whether an address belongs to an account whose owner has verified it.
pub(crate) async fn is_verified_address(
    db: &impl ConnectionTrait,
    id: AccountId,
    address: &Email,
) -> Result<bool, DbErr> {
    let own = account::Entity::find_by_id(id)
        .filter(account::Column::Email.eq(address.clone()))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .one(db)
        .await?;
    Ok(own.is_some())
}

/// Whether an account has any role.
pub(crate) async fn is_staff(db: &impl ConnectionTrait, id: AccountId) -> Result<bool, DbErr> {
    let role = account_role::Entity::find()
        .filter(account_role::Column::AccountId.eq(id))
        .one(db)
        .await?;
    Ok(role.is_some())
}
