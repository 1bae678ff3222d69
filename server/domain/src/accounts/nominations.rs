//! People who are to become administrators: one administrator proposes them, and a second one, where
//! there is one, agrees. So nobody who got hold of one administrator's session makes another.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::OnConflict,
};

use super::{AccountSummary, administration, contact, directory, lookup};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{
        account,
        administrator_nomination::{self, Column},
    },
    from_common,
    ids::{AccountId, NominationId},
};

/// As many as a page shows.
const LISTED: u64 = 50;
/// For so long a second administrator may agree.
const GOOD_FOR: TimeDelta = TimeDelta::days(7);

const NO_SUCH_NOMINATION: Error = Error::NotFound("there is no such nomination");

/// Somebody who is to become an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    pub id: NominationId,
    pub account: AccountSummary,
    pub proposed_by: AccountId,
    pub proposer: String,
    pub proposed_at: Timestamp,
}

#[derive(Debug, thiserror::Error)]
pub enum NominationError {
    /// Whoever proposed it cannot be the second one.
    #[error("another administrator must agree")]
    Own,
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(NominationError);

/// Those who are to become administrators, the first one proposed first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn nominations(scope: &Scope) -> Result<Vec<Nomination>, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let rows = administrator_nomination::Entity::find()
        .filter(Column::ProposedAt.gt(scope.now() - GOOD_FOR))
        .order_by_asc(Column::ProposedAt)
        .limit(LISTED)
        .all(db)
        .await?;
    let ids: Vec<AccountId> = rows
        .iter()
        .flat_map(|row| [row.account_id, row.proposed_by])
        .collect();
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .all(db)
        .await?;
    let summaries = directory::summaries(db, accounts).await?;
    let summaries: HashMap<_, _> = summaries.into_iter().map(|it| (it.id, it)).collect();
    let nominations = rows.into_iter().filter_map(|row| {
        Some(Nomination {
            id: row.id,
            account: summaries.get(&row.account_id)?.clone(),
            proposed_by: row.proposed_by,
            proposer: summaries.get(&row.proposed_by)?.full_name(),
            proposed_at: row.proposed_at,
        })
    });
    Ok(nominations.collect())
}

/// Proposes somebody, unless they are proposed already.
pub(super) async fn propose(
    transaction: &Transaction,
    scope: &Scope,
    proposer: AccountId,
    account: AccountId,
) -> Result<(), DbErr> {
    // One by somebody who is no administrator any more, or an old one, cannot be agreed to.
    let administrators = contact::with_role(transaction, Role::Administrator).await?;
    administrator_nomination::Entity::delete_many()
        .filter(Column::AccountId.eq(account))
        .filter(
            Condition::any()
                .add(Column::ProposedBy.is_not_in(administrators))
                .add(Column::ProposedAt.lte(scope.now() - GOOD_FOR)),
        )
        .exec(transaction)
        .await?;
    let row = administrator_nomination::ActiveModel {
        id: Set(scope.portal.new_id()),
        account_id: Set(account),
        proposed_by: Set(proposer),
        proposed_at: Set(scope.now()),
    };
    let again = OnConflict::column(Column::AccountId)
        .do_nothing()
        .to_owned();
    let inserted = administrator_nomination::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(transaction)
        .await?;
    if inserted > 0 {
        let subject = Subject::Account(account);
        audit::record(transaction, scope, Action::AdministratorNominated, subject).await?;
    }
    Ok(())
}

/// Lets somebody become an administrator, as the second administrator.
///
/// # Errors
/// [`NominationError::Own`] for whoever proposed it, [`NominationError::Unconfirmed`] until the asker
/// gives the password again, [`Error::NotFound`] when it was decided already or its proposer is no
/// administrator any more.
pub async fn agree(scope: &Scope, id: NominationId) -> Result<(), NominationError> {
    scope.require(Role::Administrator)?;
    if scope.person().is_some() && !scope.is_confirmed() {
        return Err(NominationError::Unconfirmed);
    }
    let transaction = scope.portal.db.begin().await?;
    let row = administrator_nomination::Entity::find_by_id(id)
        .filter(Column::ProposedAt.gt(scope.now() - GOOD_FOR))
        .one(&transaction)
        .await?;
    let row = row.ok_or(NO_SUCH_NOMINATION)?;
    if scope.account_id() == Some(row.proposed_by) {
        return Err(NominationError::Own);
    }
    // The account first, as whoever changes its roles does.
    let account = lookup::lock(&transaction, row.account_id).await?;
    account.ok_or(NO_SUCH_NOMINATION)?;
    let administrators = contact::with_role(&transaction, Role::Administrator).await?;
    if !administrators.contains(&row.proposed_by) {
        return Err(NO_SUCH_NOMINATION.into());
    }
    delete(&transaction, id).await?;
    administration::add_administrator(&transaction, scope, row.account_id).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes a proposal back, or turns it down.
///
/// # Errors
/// [`Error::NotFound`] when it was decided already, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn withdraw(scope: &Scope, id: NominationId) -> Result<(), NominationError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let row = administrator_nomination::Entity::find_by_id(id)
        .one(&transaction)
        .await?;
    let row = row.ok_or(NO_SUCH_NOMINATION)?;
    delete(&transaction, id).await?;
    let subject = Subject::Account(row.account_id);
    audit::record(&transaction, scope, Action::NominationWithdrawn, subject).await?;
    transaction.commit().await?;
    Ok(())
}

/// Deletes what proposes an account that got the role in another way, or is not to have it.
pub(super) async fn forget(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    administrator_nomination::Entity::delete_many()
        .filter(Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Of two who decide at once, one deletes it.
async fn delete(transaction: &Transaction, id: NominationId) -> Result<(), Error> {
    let deleted = administrator_nomination::Entity::delete_by_id(id)
        .exec(transaction)
        .await?;
    if deleted.rows_affected == 0 {
        return Err(NO_SUCH_NOMINATION);
    }
    Ok(())
}
