//! Who decides on what, and who stands in for whom: told and changed by administrators; managers
//! themselves say when they are away.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict};

use super::{Coverage, CoverageError, roster::Roster, rows};
use crate::{
    Error, Role, Scope, accounts,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{manager, manager_scope},
    from_common,
    ids::{AccountId, ApiId, ManagerScopeId},
    jobs::{self, Job, Mail},
};

/// The most APIs and companies that one manager is given.
pub const MAX_PARTS: usize = 200;

/// A contract manager, with what they decide on by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manager {
    pub id: AccountId,
    pub name: String,
    pub coverage: Coverage,
    pub absence: Option<Absence>,
    /// The name of whoever stands in meanwhile.
    pub deputy: Option<String>,
}

/// A contract manager by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub id: AccountId,
    pub name: String,
}

/// When a manager is away, and who stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub deputy: Option<AccountId>,
}

#[derive(Debug, thiserror::Error)]
pub enum CoverageChangeError {
    #[error(transparent)]
    Coverage(#[from] CoverageError),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CoverageChangeError);

#[derive(Debug, thiserror::Error)]
pub enum AbsenceError {
    /// The last day is before the first, or over.
    #[error("the absence has no day that is still to come")]
    Days,
    /// Whoever is to stand in is no contract manager, or the same person.
    #[error("nobody who could stand in")]
    Deputy,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AbsenceError);

/// All contract managers, by their names.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn managers(scope: &Scope) -> Result<Vec<Manager>, Error> {
    scope.require(Role::Administrator)?;
    Ok(all(scope).await?)
}

/// The names of all contract managers, for administrators and for each of them.
///
/// # Errors
/// [`Error::Forbidden`] for everybody else.
pub async fn names(scope: &Scope) -> Result<Vec<Colleague>, Error> {
    if scope.require(Role::ContractManager).is_err() {
        scope.require(Role::Administrator)?;
    }
    let all = all(scope).await?.into_iter();
    let named = all.map(|Manager { id, name, .. }| Colleague { id, name });
    Ok(named.collect())
}

/// A contract manager, for administrators and for themselves.
///
/// # Errors
/// [`Error::NotFound`] when there is none that the asker may see.
pub async fn manager(scope: &Scope, id: AccountId) -> Result<Manager, Error> {
    may_change(scope, id)?;
    let all = all(scope).await?.into_iter();
    let mut found = all.filter(|manager| manager.id == id);
    found.next().ok_or(Error::NotFound("no such manager"))
}

/// Whether there is a request that no manager would decide on: when none has everything.
#[must_use]
pub fn leaves_gaps(managers: &[Manager]) -> bool {
    let mut all = managers.iter();
    !managers.is_empty() && !all.any(|manager| manager.coverage == Coverage::Everything)
}

async fn all(scope: &Scope) -> Result<Vec<Manager>, DbErr> {
    let db = scope.portal.db.reader();
    let roster = Roster::load(db, scope).await?;
    let people = roster.managers().iter().copied().chain(roster.deputies());
    let people: Vec<_> = people.collect();
    let names = accounts::names(db, people.into_iter()).await?;
    let name = |id: AccountId| names.get(&id).cloned();
    let mut all: Vec<_> = roster
        .managers()
        .iter()
        .map(|id| {
            let absence = roster.absence(*id);
            Manager {
                id: *id,
                name: name(*id).unwrap_or_default(),
                coverage: roster.own(*id),
                deputy: absence.and_then(|it| it.deputy).and_then(name),
                absence,
            }
        })
        .collect();
    all.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(all)
}

/// Says what a manager decides on from now on. They are told by mail.
///
/// # Errors
/// [`CoverageError`] for a part that nobody can be given, [`Error::Forbidden`] for whoever is no
/// administrator, [`Error::NotFound`] when there is no such manager.
pub async fn set_coverage(
    scope: &Scope,
    id: AccountId,
    coverage: Coverage,
) -> Result<(), CoverageChangeError> {
    scope.require(Role::Administrator)?;
    check_size(&coverage)?;
    let transaction = scope.portal.db.begin().await?;
    if !accounts::has_role(&transaction, id, Role::ContractManager).await? {
        return Err(Error::NotFound("no such manager").into());
    }
    manager_scope::Entity::delete_many()
        .filter(manager_scope::Column::AccountId.eq(id))
        .exec(&transaction)
        .await?;
    let details = details(&coverage);
    let rows = parts(scope, id, coverage);
    if !rows.is_empty() {
        manager_scope::Entity::insert_many(rows)
            .exec_without_returning(&transaction)
            .await?;
    }
    let (action, subject) = (Action::ManagerCoverageChanged, Subject::Account(id));
    audit::record_with(&transaction, scope, action, subject, Some(details)).await?;
    notify(&transaction, scope, id).await?;
    transaction.commit().await?;
    Ok(())
}

const fn check_size(coverage: &Coverage) -> Result<(), CoverageError> {
    let Coverage::Only { apis, cnpj_roots } = coverage else {
        return Ok(());
    };
    match apis.len() + cnpj_roots.len() {
        0 => Err(CoverageError::Empty),
        1..=MAX_PARTS => Ok(()),
        _ => Err(CoverageError::TooMany),
    }
}

fn parts(scope: &Scope, id: AccountId, coverage: Coverage) -> Vec<manager_scope::ActiveModel> {
    let row = |cnpj_root: Option<String>, api_id: Option<ApiId>| manager_scope::ActiveModel {
        id: Set(scope.portal.new_id::<ManagerScopeId>()),
        account_id: Set(id),
        cnpj_root: Set(cnpj_root),
        api_id: Set(api_id),
    };
    match coverage {
        Coverage::Everything => Vec::new(),
        Coverage::Only { apis, cnpj_roots } => {
            let apis = apis.into_iter().map(|api| row(None, Some(api)));
            let companies = cnpj_roots.into_iter().map(|root| row(Some(root), None));
            apis.chain(companies).collect()
        }
    }
}

fn details(coverage: &Coverage) -> String {
    match coverage {
        Coverage::Everything => "everything".to_owned(),
        Coverage::Only { apis, cnpj_roots } => {
            let apis = apis.iter().map(|api| format!("api:{api}"));
            let companies = cnpj_roots.iter().map(|root| format!("company:{root}"));
            let parts: Vec<_> = apis.chain(companies).collect();
            parts.join(" ")
        }
    }
}

/// Says when a manager is away and who stands in, or that they are there. Whoever stands in is told
/// by mail.
///
/// # Errors
/// [`AbsenceError::Days`] when no day of it is to come, [`AbsenceError::Deputy`] when whoever is to
/// stand in cannot, [`Error::NotFound`] when there is no manager that the asker may change.
pub async fn set_absence(
    scope: &Scope,
    id: AccountId,
    absence: Option<Absence>,
) -> Result<(), AbsenceError> {
    may_change(scope, id)?;
    let transaction = scope.portal.db.begin().await?;
    if !accounts::has_role(&transaction, id, Role::ContractManager).await? {
        return Err(Error::NotFound("no such manager").into());
    }
    if let Some(absence) = absence {
        check(&transaction, scope, id, absence).await?;
    }
    write(&transaction, id, absence).await?;
    let (action, subject) = (Action::ManagerAbsenceChanged, Subject::Account(id));
    let details = absence.map(|it| format!("{} {}", it.from, it.until));
    audit::record_with(&transaction, scope, action, subject, details).await?;
    if let Some(deputy) = absence.and_then(|it| it.deputy) {
        notify(&transaction, scope, deputy).await?;
    }
    transaction.commit().await?;
    Ok(())
}

async fn check(
    transaction: &Transaction,
    scope: &Scope,
    id: AccountId,
    absence: Absence,
) -> Result<(), AbsenceError> {
    let zone = scope.portal.settings.time_zone;
    let today = scope.now().with_timezone(&zone).date_naive();
    if absence.until < absence.from || absence.until < today {
        return Err(AbsenceError::Days);
    }
    let Some(deputy) = absence.deputy else {
        return Ok(());
    };
    let is_manager = accounts::has_role(transaction, deputy, Role::ContractManager).await?;
    if deputy == id || !is_manager {
        return Err(AbsenceError::Deputy);
    }
    Ok(())
}

async fn write(
    transaction: &Transaction,
    id: AccountId,
    absence: Option<Absence>,
) -> Result<(), DbErr> {
    use manager::Column::{AccountId as Id, AwayFrom, AwayUntil, DeputyId};
    let row = manager::ActiveModel {
        away_from: Set(absence.map(|it| it.from)),
        away_until: Set(absence.map(|it| it.until)),
        deputy_id: Set(absence.and_then(|it| it.deputy)),
        ..rows::empty(id)
    };
    let again = OnConflict::column(Id)
        .update_columns([AwayFrom, AwayUntil, DeputyId])
        .to_owned();
    manager::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Administrators change everybody, managers themselves.
fn may_change(scope: &Scope, id: AccountId) -> Result<(), Error> {
    let is_own = scope.require(Role::ContractManager).is_ok() && scope.account_id() == Some(id);
    if is_own || scope.require(Role::Administrator).is_ok() {
        Ok(())
    } else {
        Err(Error::NotFound("no such manager"))
    }
}

async fn notify(transaction: &Transaction, scope: &Scope, manager: AccountId) -> Result<(), DbErr> {
    let mail = Job::Mail(Mail::ManagerCoverage { manager });
    jobs::enqueue(transaction, scope, &mail).await
}
