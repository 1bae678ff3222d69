//! From Trial to Pay Per Use: a request that changes the plan of an application and keeps its keys.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::{
    Application, ApplicationView, State, SubmittedRequest,
    choice::open_row,
    edit::blank,
    find, number,
    submit::{is_double, notify},
};
use crate::{
    Forbidden, Person, Scope,
    accounts::{TooOften, throttle},
    audit::{self, Action, Subject},
    catalogue::{Catalogue, Plan},
    clock::Timestamp,
    db::Transaction,
    entities::application,
    groups,
    ids::ApplicationId,
};

/// A request to change the plan of an application, as its own page tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradeView {
    pub id: ApplicationId,
    pub number: String,
    pub state: State,
    pub submitted_at: Timestamp,
}

#[derive(Debug, thiserror::Error)]
pub enum UpgradeError {
    #[error("the application is on Pay Per Use already")]
    AlreadyUpgraded,
    #[error("the application is {state}")]
    NotApproved { state: State },
    #[error("the API is not offered on Pay Per Use")]
    NotOffered,
    /// The group asks for this API on Pay Per Use already, for this application or another.
    #[error("such a request is open already")]
    AlreadyOpen(ApplicationId),
    /// No application of a group of the asker's.
    #[error("no such application")]
    NotFound,
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// An application of a group of the asker's that can be asked to go to Pay Per Use.
///
/// # Errors
/// Fails with [`UpgradeError`], whose variants name the causes.
pub async fn upgradable(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<ApplicationView, UpgradeError> {
    let person = scope.require_signed_in()?;
    let db = scope.portal.db.reader();
    let target = own(db, person, id).await?;
    check(catalogue, &target)?;
    if let Some(open) = open(db, &target).await? {
        return Err(UpgradeError::AlreadyOpen(open.id));
    }
    let found = find(scope, catalogue, id).await?;
    found.ok_or(UpgradeError::NotFound)
}

/// Files the request that an approved Trial application go to Pay Per Use. Whoever does so twice,
/// or a colleague does, files one request and is answered alike.
///
/// # Errors
/// Fails with [`UpgradeError`], whose variants name the causes.
pub async fn upgrade(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<SubmittedRequest, UpgradeError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let target = own(&transaction, person, id).await?;
    check(catalogue, &target)?;
    match file(&transaction, scope, catalogue, person, &target).await {
        Ok(submitted) => {
            transaction.commit().await?;
            Ok(submitted)
        }
        Err(UpgradeError::Database(error)) if is_double(&error) => {
            transaction.rollback().await?;
            filed(scope.portal.db.writer(), &target)
                .await?
                .ok_or(error.into())
        }
        Err(error) => Err(error),
    }
}

async fn own(
    db: &impl ConnectionTrait,
    person: &Person,
    id: ApplicationId,
) -> Result<Application, UpgradeError> {
    application::Entity::find_by_id(id)
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .filter(application::Column::Number.is_not_null())
        .filter(application::Column::Upgrades.is_null())
        .one(db)
        .await?
        .ok_or(UpgradeError::NotFound)
}

fn check(catalogue: &Catalogue, target: &Application) -> Result<(), UpgradeError> {
    let catalogue = catalogue.current();
    if target.plan == Plan::PayPerUse {
        Err(UpgradeError::AlreadyUpgraded)
    } else if target.state != State::Approved {
        Err(UpgradeError::NotApproved {
            state: target.state,
        })
    } else if !catalogue.offers(target.api_id, Plan::PayPerUse) {
        Err(UpgradeError::NotOffered)
    } else {
        Ok(())
    }
}

async fn file(
    transaction: &Transaction,
    scope: &Scope,
    catalogue: &Catalogue,
    person: &Person,
    target: &Application,
) -> Result<SubmittedRequest, UpgradeError> {
    if let Some(submitted) = filed(transaction, target).await? {
        return Ok(submitted);
    }
    if !lock(transaction, scope, target.id).await? {
        check(catalogue, &own(transaction, person, target.id).await?)?;
        return Err(UpgradeError::NotFound);
    }
    throttle::act(transaction, scope, person.id).await??;
    let number = number::next(transaction, scope.now()).await?;
    let request = row(scope, person, target, &number)
        .insert(transaction)
        .await?
        .id;
    let subject = Subject::Application(request);
    audit::record(transaction, scope, Action::ApplicationSubmitted, subject).await?;
    notify(transaction, scope, request).await?;
    Ok(SubmittedRequest {
        application: request,
        number,
    })
}

/// What was filed for this application before and is still open.
async fn filed(
    db: &impl ConnectionTrait,
    target: &Application,
) -> Result<Option<SubmittedRequest>, UpgradeError> {
    match open(db, target).await? {
        None => Ok(None),
        Some(row) if row.upgrades != Some(target.id) => Err(UpgradeError::AlreadyOpen(row.id)),
        Some(row) => Ok(Some(SubmittedRequest {
            application: row.id,
            number: row.number.unwrap_or_default(),
        })),
    }
}

async fn open(
    db: &impl ConnectionTrait,
    target: &Application,
) -> Result<Option<Application>, DbErr> {
    match target.group_id {
        Some(group) => open_row(db, group, target.api_id, Plan::PayPerUse).await,
        None => Ok(None),
    }
}

/// Locks the application as an approved Trial until the transaction ends.
async fn lock(
    transaction: &Transaction,
    scope: &Scope,
    target: ApplicationId,
) -> Result<bool, DbErr> {
    let touched = application::Entity::update_many()
        .set(application::ActiveModel {
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(trial_in(&[State::Approved], target))
        .exec(transaction)
        .await?;
    Ok(touched.rows_affected == 1)
}

fn trial_in(states: &[State], target: ApplicationId) -> Condition {
    Condition::all()
        .add(application::Column::Id.eq(target))
        .add(application::Column::Plan.eq(Plan::Trial))
        .add(application::Column::State.is_in(states.iter().copied()))
}

/// A request row that says of itself what its application says.
fn row(
    scope: &Scope,
    person: &Person,
    target: &Application,
    number: &str,
) -> application::ActiveModel {
    application::ActiveModel {
        number: Set(Some(number.to_owned())),
        group_id: Set(target.group_id),
        name: Set(target.name.clone()),
        description: Set(target.description.clone()),
        search_text: Set(target.search_text.clone()),
        state: Set(State::Pending),
        upgrades: Set(Some(target.id)),
        submitted_at: Set(Some(scope.now())),
        ..blank(scope, person, target.api_id, Plan::PayPerUse)
    }
}

/// Changes the plan of a Trial application in use, by one conditional UPDATE; whether it did.
pub(super) async fn change_plan(
    transaction: &Transaction,
    scope: &Scope,
    target: ApplicationId,
) -> Result<bool, DbErr> {
    let changed = application::Entity::update_many()
        .set(application::ActiveModel {
            plan: Set(Plan::PayPerUse),
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(trial_in(&[State::Approved, State::Suspended], target))
        .exec(transaction)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// The requests of these applications that still wait.
pub(super) async fn open_upgrades(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
) -> Result<HashMap<ApplicationId, UpgradeView>, DbErr> {
    let rows = application::Entity::find()
        .filter(application::Column::Upgrades.is_in(applications.iter().copied()))
        .filter(application::Column::State.eq(State::Pending))
        .all(db)
        .await?;
    let views = rows.into_iter().filter_map(|row| {
        let view = UpgradeView {
            id: row.id,
            number: row.number?,
            state: row.state,
            submitted_at: row.submitted_at?,
        };
        Some((row.upgrades?, view))
    });
    Ok(views.collect())
}
