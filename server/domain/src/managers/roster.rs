//! Who decides on what today. There are few managers, so all of their rows are read at once.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder};
use values::Cnpj;

use super::{Absence, Coverage};
use crate::{
    Role, Scope, accounts,
    entities::{manager, manager_scope},
    groups,
    ids::{AccountId, ApiId, GroupId},
};

/// What the asker decides on: the portal itself on everything.
///
/// # Errors
/// When the database cannot be read.
pub async fn coverage(db: &impl ConnectionTrait, scope: &Scope) -> Result<Coverage, DbErr> {
    match scope.account_id() {
        Some(account) => Ok(Roster::load(db, scope).await?.coverage(account)),
        None => Ok(Coverage::Everything),
    }
}

/// What a manager decides on today.
///
/// # Errors
/// When the database cannot be read.
pub async fn coverage_of(
    db: &impl ConnectionTrait,
    scope: &Scope,
    account: AccountId,
) -> Result<Coverage, DbErr> {
    Ok(Roster::load(db, scope).await?.coverage(account))
}

/// Whether a manager decides on requests for an API by a group.
pub(crate) async fn covers(
    db: &impl ConnectionTrait,
    scope: &Scope,
    account: AccountId,
    (api, group): (ApiId, GroupId),
) -> Result<bool, DbErr> {
    let coverage = Roster::load(db, scope).await?.coverage(account);
    let mut found = groups::by_ids(db, [group].into_iter()).await?;
    let group = found.remove(&group);
    Ok(group.is_some_and(|group| coverage.has(api, &group.cnpj)))
}

/// All contract managers of a day.
pub(crate) struct Roster {
    managers: Vec<AccountId>,
    rows: Vec<manager::Model>,
    scopes: Vec<manager_scope::Model>,
    today: NaiveDate,
}

impl Roster {
    pub async fn load(db: &impl ConnectionTrait, scope: &Scope) -> Result<Self, DbErr> {
        let zone = scope.portal.settings.time_zone;
        Ok(Self {
            managers: accounts::with_role(db, Role::ContractManager).await?,
            rows: manager::Entity::find().all(db).await?,
            scopes: manager_scope::Entity::find()
                .order_by_asc(manager_scope::Column::CnpjRoot)
                .order_by_asc(manager_scope::Column::Id)
                .all(db)
                .await?,
            today: scope.now().with_timezone(&zone).date_naive(),
        })
    }

    /// What a manager decides on today, with the parts of those whom they stand in for.
    pub fn coverage(&self, account: AccountId) -> Coverage {
        let absent = self.rows.iter().filter(|row| {
            row.deputy_id == Some(account)
                && self.is_absence(row)
                && self.managers.contains(&row.account_id)
        });
        absent.fold(self.own(account), |coverage, row| {
            coverage.and(self.own(row.account_id))
        })
    }

    pub fn managers(&self) -> &[AccountId] {
        &self.managers
    }

    /// Whoever stands in for somebody, today or later.
    pub fn deputies(&self) -> impl Iterator<Item = AccountId> + '_ {
        self.rows.iter().filter_map(|row| row.deputy_id)
    }

    /// The absence of a manager that is not over.
    pub fn absence(&self, account: AccountId) -> Option<Absence> {
        let row = self.rows.iter().find(|row| row.account_id == account)?;
        let until = row.away_until.filter(|until| self.today <= *until)?;
        Some(Absence {
            from: row.away_from?,
            until,
            deputy: row.deputy_id,
        })
    }

    /// What a manager decides on by themselves.
    pub fn own(&self, account: AccountId) -> Coverage {
        Coverage::of(self.scopes.iter().filter(|row| row.account_id == account))
    }

    fn is_absence(&self, row: &manager::Model) -> bool {
        row.away_from.is_some_and(|from| from <= self.today)
            && row.away_until.is_some_and(|until| self.today <= until)
    }

    fn is_away(&self, account: AccountId) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.account_id == account && self.is_absence(row))
    }

    /// The managers who decide on requests for an API by a company: those who are there, or whoever
    /// would if nobody is.
    pub fn deciders(&self, api: ApiId, cnpj: &Cnpj) -> Vec<AccountId> {
        let all = self.managers.iter().copied();
        let all: Vec<_> = all.filter(|id| self.coverage(*id).has(api, cnpj)).collect();
        let there: Vec<_> = all
            .iter()
            .copied()
            .filter(|id| !self.is_away(*id))
            .collect();
        if there.is_empty() { all } else { there }
    }
}
