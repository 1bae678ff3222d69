//! The application that a request is to take from Trial to Pay Per Use.

use sea_orm::{DbErr, EntityTrait};

use crate::{
    Scope,
    applications::{Application, State},
    catalogue::{self, Catalogue, Plan},
    credentials::{self, PublicKey},
    entities::application,
    ids::QuotaId,
    usage,
};

/// The application whose plan is to change.
#[derive(Clone, Debug)]
pub struct Upgradable {
    pub application: Application,
    pub public_key: Option<PublicKey>,
    /// None where the Trial has no such limit.
    pub trial_use: Option<TrialUse>,
}

/// What of a Trial's calls is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialUse {
    pub used: u64,
    pub calls: u64,
}

impl Upgradable {
    /// Whether the plan can still change.
    #[must_use]
    pub fn is_trial_in_use(&self) -> bool {
        self.application.plan == Plan::Trial
            && matches!(self.application.state, State::Approved | State::Suspended)
    }
}

/// None when the request asks for nothing of the kind.
pub(super) async fn of(
    scope: &Scope,
    catalogue: &Catalogue,
    request: &Application,
) -> Result<Option<Upgradable>, DbErr> {
    let Some(target) = request.upgrades else {
        return Ok(None);
    };
    let db = scope.portal.db.reader();
    let Some(application) = application::Entity::find_by_id(target).one(db).await? else {
        return Ok(None);
    };
    let mut keys = credentials::public_keys(db, &[target]).await?;
    Ok(Some(Upgradable {
        public_key: keys.remove(&target),
        trial_use: trial_use(scope, catalogue, &application).await?,
        application,
    }))
}

async fn trial_use(
    scope: &Scope,
    catalogue: &Catalogue,
    target: &Application,
) -> Result<Option<TrialUse>, DbErr> {
    if let Some(standing) = usage::standing(scope, QuotaId(target.id.0)).await? {
        return Ok(Some(TrialUse {
            used: standing.used,
            calls: standing.calls,
        }));
    }
    let api = catalogue::api_of(scope, catalogue, target.api_id).await?;
    let calls = api.offer(Plan::Trial).and_then(|offer| offer.calls);
    Ok(calls.map(|calls| TrialUse {
        used: 0,
        calls: calls.into(),
    }))
}
