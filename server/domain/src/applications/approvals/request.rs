//! One request with what helps to decide on it.

use std::sync::Arc;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::ExprTrait};

use super::{Applicant, Evidence, ReviewError, Standing, Upgradable, evidence, party, upgradable};
use crate::{
    Role, Scope,
    applications::{
        Application, UpgradeView,
        upgrade::open_upgrades,
        view::{accounts, name},
    },
    audit::{self, Action, Subject},
    catalogue::{self, Api, Catalogue},
    clock::Timestamp,
    credentials::{self, PublicKey},
    entities::{application, audit_event, use_hour},
    groups::{self, Group},
    ids::ApplicationId,
};

const MAX_EVENTS: u64 = 50;
/// What a contract manager reads of an application's history: not who looked at its keys.
const HISTORY_ACTIONS: [Action; 9] = [
    Action::ApplicationSubmitted,
    Action::ApplicationApproved,
    Action::ApplicationRejected,
    Action::ApplicationCancelled,
    Action::ApplicationSuspended,
    Action::ApplicationResumed,
    Action::ApplicationRevoked,
    Action::PlanChanged,
    Action::DecidedOnOwn,
];

#[derive(Clone, Debug)]
pub struct RequestView {
    pub application: Application,
    pub api: Arc<Api>,
    pub group: Group,
    pub applicant: Applicant,
    pub submitted_at: Timestamp,
    /// What the asker has to do with it.
    pub standing: Standing,
    /// Who decided, once somebody did.
    pub decided_by: Option<String>,
    pub evidence: Evidence,
    pub public_key: Option<PublicKey>,
    /// The request to change the plan of this application, while it waits.
    pub upgrade_asked: Option<UpgradeView>,
    /// How many calls were made in the last 24 hours, as far as they are written down.
    pub recent_calls: u64,
    /// What the request is to change, if it asks for another plan.
    pub upgrade: Option<Upgradable>,
    /// What was done to it, the latest first.
    pub history: Vec<audit::Entry>,
}

/// A request, waiting or decided; drafts are their author's business.
///
/// # Errors
/// Fails with [`ReviewError`], whose variants name the causes.
pub async fn request(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<Option<RequestView>, ReviewError> {
    scope.require(Role::ContractManager)?;
    let submitted = application::Entity::find_by_id(id)
        .filter(application::Column::Number.is_not_null())
        .one(scope.portal.db.reader())
        .await?;
    match submitted {
        Some(application) => Ok(view(scope, catalogue, application).await?),
        None => Ok(None),
    }
}

async fn view(
    scope: &Scope,
    catalogue: &Catalogue,
    application: Application,
) -> Result<Option<RequestView>, DbErr> {
    let db = scope.portal.db.reader();
    let people = [Some(application.applicant_id), application.decided_by];
    let people = accounts(db, people.into_iter().flatten()).await?;
    let mut groups = groups::by_ids(db, application.group_id.into_iter()).await?;
    let (Some(group), Some(applicant), Some(submitted_at)) = (
        application.group_id.and_then(|id| groups.remove(&id)),
        people.get(&application.applicant_id).map(Applicant::from),
        application.submitted_at,
    ) else {
        return Ok(None);
    };
    let mut keys = credentials::public_keys(db, &[application.id]).await?;
    let mut asked = open_upgrades(db, &[application.id]).await?;
    let decided_by = application
        .decided_by
        .and_then(|id| people.get(&id))
        .map(name);
    Ok(Some(RequestView {
        evidence: evidence::gather(scope, catalogue, &group, &applicant, submitted_at).await?,
        api: catalogue::api_of(scope, catalogue, application.api_id).await?,
        public_key: keys.remove(&application.id),
        upgrade_asked: asked.remove(&application.id),
        recent_calls: recent_calls(scope, application.id).await?,
        standing: party::standing(db, scope, application.id).await?,
        upgrade: upgradable::of(scope, catalogue, &application).await?,
        history: history(scope, application.id).await?,
        application,
        group,
        applicant,
        submitted_at,
        decided_by,
    }))
}

async fn history(scope: &Scope, id: ApplicationId) -> Result<Vec<audit::Entry>, DbErr> {
    audit::about(Subject::Application(id))
        .filter(audit_event::Column::Action.is_in(HISTORY_ACTIONS))
        .limit(MAX_EVENTS)
        .into_model()
        .all(scope.portal.db.reader())
        .await
}

async fn recent_calls(scope: &Scope, id: ApplicationId) -> Result<u64, DbErr> {
    let calls: Option<Option<i64>> = use_hour::Entity::find()
        .select_only()
        .column_as(use_hour::Column::Calls.sum().cast_as("bigint"), "calls")
        .filter(use_hour::Column::ApplicationId.eq(id))
        .filter(use_hour::Column::Hour.gt(scope.now() - TimeDelta::days(1)))
        .into_tuple()
        .one(scope.portal.db.reader())
        .await?;
    Ok(calls.flatten().unwrap_or_default().unsigned_abs())
}
