//! The change of plan that a request asks for.

use sea_orm::DbErr;

use crate::{
    Scope,
    applications::{self, Application, ApplicationState, StoredConditions},
    catalogue::{self, Catalogue, Plan},
    credentials::{self, PublicKey},
    ids::QuotaId,
    requests::{self, Request, RequestKind},
    usage,
};

/// The application whose plan is to change.
#[derive(Clone, Debug)]
pub struct PlanChange {
    pub application: Application,
    /// The number of the request that made it.
    pub number: String,
    pub public_key: Option<PublicKey>,
    /// `None` where the Trial has no limit of calls, and where its count has made room for that of
    /// the plan after it.
    pub trial_use: Option<TrialUse>,
    /// On what conditions it was approved.
    pub conditions: Option<StoredConditions>,
}

/// How many calls of a Trial are used, in its last period where it renews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialUse {
    pub used: u64,
    pub calls: u64,
}

impl PlanChange {
    /// Whether the plan can still change.
    #[must_use]
    pub fn is_trial_in_use(&self) -> bool {
        self.application.plan == Plan::Trial && self.application.state != ApplicationState::Revoked
    }
}

/// The change of plan; `None` when the request asks for access.
pub(super) async fn of(
    scope: &Scope,
    catalogue: &Catalogue,
    request: &Request,
) -> Result<Option<PlanChange>, DbErr> {
    if request.kind != RequestKind::PlanChange {
        return Ok(None);
    }
    let db = scope.portal.db.reader();
    let target = request.application_id;
    let Some(application) = applications::find(db, target).await? else {
        return Ok(None);
    };
    let made_by = target.request();
    let mut numbers = requests::numbers(db, &[made_by]).await?;
    let mut keys = credentials::public_keys(db, &[target]).await?;
    Ok(Some(PlanChange {
        number: numbers.remove(&made_by).unwrap_or_default(),
        public_key: keys.remove(&target),
        trial_use: trial_use(scope, catalogue, &application).await?,
        conditions: applications::conditions(db, target).await?,
        application,
    }))
}

async fn trial_use(
    scope: &Scope,
    catalogue: &Catalogue,
    target: &Application,
) -> Result<Option<TrialUse>, DbErr> {
    let api = catalogue::api_of(scope, catalogue, target.api_id).await?;
    let offer = api.offer(Plan::Trial);
    let (approved_at, now) = (target.approved_at, scope.now());
    let began = offer.map_or(approved_at, |it| it.period(approved_at, now).starts_at);
    let quota = usage::quota_use(scope, QuotaId(target.id.0)).await?;
    if let Some(quota) = quota {
        let is_current = quota.starts_at >= began;
        let of_trial = match target.plan {
            Plan::Trial => is_current,
            // By now the calls of the plan that came after it may be counted.
            Plan::PayPerUse => {
                let db = scope.portal.db.reader();
                quota.starts_at < applications::plan_since(db, target).await?
            }
        };
        if of_trial {
            return Ok(Some(TrialUse {
                used: quota.used,
                calls: quota.calls,
            }));
        }
        if target.plan != Plan::Trial {
            return Ok(None);
        }
    }
    let calls = offer.and_then(|offer| offer.calls);
    Ok(calls.map(|calls| TrialUse {
        used: 0,
        calls: calls.into(),
    }))
}
