//! Roles of accounts, which administrators give and take.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set,
    sea_query::OnConflict,
};

use super::{AccountSummary, PeopleFilter, contact, directory, lookup, nominations};
use crate::{
    Cursor, Error, Page, Role, Scope,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::account_role,
    from_common,
    ids::AccountId,
    jobs::{self, Job, Mail},
};

/// The roles to be given and taken; a role in neither list stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleChange {
    pub give: Vec<Role>,
    /// A role that is both given and taken is taken.
    pub take: Vec<Role>,
}

impl RoleChange {
    /// The change from the roles that the administrator saw to those that they chose; it keeps what
    /// another administrator changed meanwhile.
    #[must_use]
    pub fn between(seen: &[Role], chosen: &[Role]) -> Self {
        let missing = |from: &[Role], of: &[Role]| {
            let missing = of.iter().filter(|role| !from.contains(role));
            missing.copied().collect()
        };
        Self {
            give: missing(seen, chosen),
            take: missing(chosen, seen),
        }
    }

    fn apply(&self, roles: &[Role]) -> Vec<Role> {
        let has = |role: &Role| {
            (roles.contains(role) || self.give.contains(role)) && !self.take.contains(role)
        };
        Role::ALL.iter().copied().filter(has).collect()
    }
}

/// The roles of an account before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleUpdate {
    pub before: Vec<Role>,
    pub after: Vec<Role>,
    /// Whether a second administrator is asked for the role of one.
    pub is_nominated: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeRolesError {
    /// No administrator would be left.
    #[error("the last administrator must stay one")]
    LastAdministrator,
    /// The asker would be left alone, and could then make administrators with nobody's yes. Whoever
    /// has the machine may take the role from one of two.
    #[error("one of two administrators does not depose the other")]
    OtherOfTwo,
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ChangeRolesError);

/// The accounts of a filter, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn people(
    scope: &Scope,
    filter: &PeopleFilter,
    after: Option<Cursor>,
) -> Result<Page<AccountSummary>, Error> {
    scope.require(Role::Administrator)?;
    Ok(directory::search(scope, filter, after).await?)
}

/// Gives and takes roles of an account, from its next request on, and notifies its owner. Whom somebody
/// makes an administrator is one once a second administrator agrees, where there is one.
///
/// # Errors
/// [`ChangeRolesError::LastAdministrator`] when nobody would be left who can give roles,
/// [`ChangeRolesError::OtherOfTwo`] when it would leave the asker alone,
/// [`ChangeRolesError::Unconfirmed`] until the asker gives the password again,
/// [`Error::NotFound`] when there is no such account.
pub async fn change_roles(
    scope: &Scope,
    id: AccountId,
    change: &RoleChange,
) -> Result<RoleUpdate, ChangeRolesError> {
    scope.require(Role::Administrator)?;
    if scope.person().is_some() && !scope.is_confirmed() {
        return Err(ChangeRolesError::Unconfirmed);
    }
    let transaction = scope.portal.db.begin().await?;
    if change.take.contains(&Role::Administrator) {
        require_others(&transaction, scope, id).await?;
    }
    let account = lookup::lock(&transaction, id).await?;
    account.ok_or(Error::NotFound("no such account"))?;
    let before = roles_of(&transaction, id).await?;
    let mut after = change.apply(&before);
    let second = second_administrator(&transaction, scope, (&before, &after)).await?;
    if let Some(proposer) = second {
        after.retain(|role| *role != Role::Administrator);
        nominations::propose(&transaction, scope, proposer, id).await?;
    }
    if change.take.contains(&Role::Administrator) || after.contains(&Role::Administrator) {
        nominations::forget(&transaction, id).await?;
    }
    if before != after {
        take_all_but(&transaction, id, &after).await?;
        give(&transaction, scope, id, &after).await?;
        record(&transaction, scope, id, (&before, &after)).await?;
        notify(&transaction, scope, id, (before.clone(), after.clone())).await?;
    }
    transaction.commit().await?;
    Ok(RoleUpdate {
        before,
        after,
        is_nominated: second.is_some(),
    })
}

/// The person who makes somebody an administrator and needs a second one for it.
async fn second_administrator(
    transaction: &Transaction,
    scope: &Scope,
    (before, after): (&[Role], &[Role]),
) -> Result<Option<AccountId>, DbErr> {
    let is_new = |role: &Role| after.contains(role) && !before.contains(role);
    // Whoever has the machine needs nobody's yes.
    let Some(asker) = scope.account_id().filter(|_| is_new(&Role::Administrator)) else {
        return Ok(None);
    };
    let all = contact::with_role(transaction, Role::Administrator).await?;
    Ok(all.iter().any(|id| *id != asker).then_some(asker))
}

/// Makes somebody an administrator to whom a second one agreed. The account must be locked.
pub(super) async fn add_administrator(
    transaction: &Transaction,
    scope: &Scope,
    id: AccountId,
) -> Result<(), DbErr> {
    let before = roles_of(transaction, id).await?;
    let all = Role::ALL.iter().copied();
    let after: Vec<_> = all
        .filter(|role| *role == Role::Administrator || before.contains(role))
        .collect();
    if before != after {
        give(transaction, scope, id, &after).await?;
        record(transaction, scope, id, (&before, &after)).await?;
        notify(transaction, scope, id, (before, after)).await?;
    }
    Ok(())
}

async fn roles_of(transaction: &Transaction, id: AccountId) -> Result<Vec<Role>, DbErr> {
    let roles: Vec<Role> = account_role::Entity::find()
        .select_only()
        .column(account_role::Column::Role)
        .filter(account_role::Column::AccountId.eq(id))
        .into_tuple()
        .all(transaction)
        .await?;
    let all = Role::ALL.iter().copied();
    Ok(all.filter(|role| roles.contains(role)).collect())
}

async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    (before, after): (Vec<Role>, Vec<Role>),
) -> Result<(), DbErr> {
    let mail = Mail::RolesChanged {
        account,
        before,
        after,
    };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

/// Whoever gives the role up leaves another administrator, and whoever takes it from somebody else
/// two. It locks all of them: of two who give the role up at once, the second one finds itself the
/// last.
async fn require_others(
    transaction: &Transaction,
    scope: &Scope,
    id: AccountId,
) -> Result<(), ChangeRolesError> {
    let administrators = account_role::Entity::find()
        .filter(account_role::Column::Role.eq(Role::Administrator))
        .lock_exclusive()
        .all(transaction)
        .await?;
    if !administrators.iter().any(|it| it.account_id == id) {
        return Ok(());
    }
    let takes_from_other = scope.account_id().is_some_and(|asker| asker != id);
    match administrators.len() {
        1 => Err(ChangeRolesError::LastAdministrator),
        2 if takes_from_other => Err(ChangeRolesError::OtherOfTwo),
        _ => Ok(()),
    }
}

async fn take_all_but(
    transaction: &Transaction,
    id: AccountId,
    roles: &[Role],
) -> Result<(), DbErr> {
    account_role::Entity::delete_many()
        .filter(account_role::Column::AccountId.eq(id))
        .filter(account_role::Column::Role.is_not_in(roles.iter().copied()))
        .exec(transaction)
        .await?;
    Ok(())
}

pub(super) async fn give(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    id: AccountId,
    roles: &[Role],
) -> Result<(), DbErr> {
    for role in roles {
        let row = account_role::ActiveModel {
            account_id: Set(id),
            role: Set(*role),
            granted_at: Set(scope.now()),
        };
        let same = [account_role::Column::AccountId, account_role::Column::Role];
        account_role::Entity::insert(row)
            .on_conflict(OnConflict::columns(same).do_nothing().to_owned())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

pub(super) async fn record(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    id: AccountId,
    (before, after): (&[Role], &[Role]),
) -> Result<(), DbErr> {
    let subject = Subject::Account(id);
    let details = Some(format!("{} → {}", listed(before), listed(after)));
    audit::record_with(transaction, scope, Action::RolesChanged, subject, details).await
}

fn listed(roles: &[Role]) -> String {
    if roles.is_empty() {
        return "(none)".to_owned();
    }
    let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_given_and_taken() {
        let change = |give: &[Role], take: &[Role]| RoleChange {
            give: give.to_vec(),
            take: take.to_vec(),
        };
        let (support, administrator) = ([Role::Support], [Role::Administrator]);
        let instead = change(&support, &administrator);
        assert_eq!(instead.apply(&administrator), support);
        assert_eq!(change(&support, &[]).apply(&support), support);
        assert_eq!(change(&support, &support).apply(&[]), []);
    }
}
