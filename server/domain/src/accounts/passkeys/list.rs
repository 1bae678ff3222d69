//! The passkeys of a person, and removing them.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::Expr,
};

use super::{PasskeyError, registration::require_confirmed};
use crate::{
    Error, Forbidden, Scope,
    accounts::{factors, lookup},
    audit::Action,
    clock::Timestamp,
    db::Transaction,
    entities::{account, passkey},
    ids::{AccountId, PasskeyId},
    vocabulary::FactorChange,
};

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    pub id: PasskeyId,
    pub name: String,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

/// The asker's passkeys, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn list(scope: &Scope) -> Result<Vec<Passkey>, Error> {
    let (person, _) = scope.require_in_person()?;
    let rows = rows(scope.portal.db.reader(), person.id).await?;
    let passkeys = rows.into_iter().map(|row| Passkey {
        id: row.id,
        name: row.name,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
    });
    Ok(passkeys.collect())
}

/// Removes one of the asker's passkeys; tells whether there was one.
///
/// # Errors
/// [`PasskeyError::Unconfirmed`] until the asker gives the password or a code again,
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn remove(scope: &Scope, id: PasskeyId) -> Result<bool, PasskeyError> {
    let person = require_confirmed(scope)?.id;
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    let removed = passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::AccountId.eq(person))
        .exec(&transaction)
        .await?;
    if removed.rows_affected == 0 {
        return Ok(false);
    }
    let act = (Action::FactorRemoved, FactorChange::PasskeyRemoved);
    factors::changed(&transaction, scope, person, act).await?;
    transaction.commit().await?;
    Ok(true)
}

pub(super) async fn rows(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<passkey::Model>, DbErr> {
    passkey::Entity::find()
        .filter(passkey::Column::AccountId.eq(account))
        .order_by_asc(passkey::Column::Id)
        .all(db)
        .await
}

pub(in crate::accounts) async fn has_some(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<bool, DbErr> {
    let one = passkey::Entity::find()
        .filter(passkey::Column::AccountId.eq(account))
        .one(db)
        .await?;
    Ok(one.is_some())
}

/// Whether an account has some, in a query of accounts.
pub(in crate::accounts) fn has_passkey() -> Expr {
    let own = Expr::col((passkey::Entity, passkey::Column::AccountId));
    let some = passkey::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own.equals((account::Entity, account::Column::Id)));
    Expr::exists(some.into_query())
}

pub(in crate::accounts) async fn forget_all(
    transaction: &Transaction,
    account: AccountId,
) -> Result<(), DbErr> {
    passkey::Entity::delete_many()
        .filter(passkey::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}
