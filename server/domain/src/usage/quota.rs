//! Quotas, as the members of the group see them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::ExprTrait,
};

use super::{
    CallKind, Terms,
    forecast::{self, Forecast, Pace},
    ledger::{CASES_AT_ONCE, calls},
    marks::{MARKS, statuses},
    terms::percent,
};
use crate::{
    Scope,
    applications::{self, StoredConditions},
    catalogue::{Catalogue, Plan, PlanOffer},
    clock::Timestamp,
    entities::use_hour,
    ids::ApplicationId,
    requests::{self, RequestView, Status},
};

/// Calls that were refused because of the quota did not use it.
const TOO_MANY_REQUESTS: i32 = 429;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaView {
    pub plan: Plan,
    pub limit: u64,
    pub used: u64,
    pub starts_at: Timestamp,
    /// `None` where the plan has no end.
    pub ends_at: Option<Timestamp>,
    /// Whether another count begins at the end.
    pub renews: bool,
    /// The highest passed mark, in percent.
    pub mark: Option<u8>,
    /// The forecast from the last seven days; `None` when no calls were used recently, or it is too
    /// early to tell.
    pub forecast: Option<Forecast>,
}

impl QuotaView {
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.limit.saturating_sub(self.used)
    }

    /// The used share, at most 100.
    #[must_use]
    pub fn percent(&self) -> u8 {
        u8::try_from(percent(self.used, self.limit)).map_or(100, |it| Ord::min(it, 100))
    }

    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends_at.is_some_and(|end| end <= now)
    }
}

/// The quota of an application that the asker may see, in the period that runs; `None` when its plan has no limit or it was
/// never approved.
///
/// # Errors
/// When the database cannot be read.
pub async fn quota_of(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
) -> Result<Option<QuotaView>, DbErr> {
    match requests::find_application(scope, catalogue, application).await? {
        Some(view) => Ok(quotas_of(scope, &[view]).await?.remove(&application)),
        None => Ok(None),
    }
}

/// The quotas of those of these applications that have one.
///
/// # Errors
/// When the database cannot be read.
pub async fn quotas_of(
    scope: &Scope,
    applications: &[RequestView],
) -> Result<HashMap<ApplicationId, QuotaView>, DbErr> {
    let limited = limited(scope, applications).await?;
    let subjects: Vec<_> = limited.iter().map(|it| it.terms.quota).collect();
    let statuses = statuses(scope.portal.db.reader(), &subjects).await?;
    let counted = statuses.iter().map(|it| (it.quota.subject_id, it));
    let counted: HashMap<_, _> = counted.collect();
    let used_of_late = used_of_late(scope, &limited).await?;
    let views = limited.iter().map(|it| {
        // What is counted for an earlier period is none of this one, which begins with its first
        // call.
        let counted = counted.get(&it.terms.quota);
        let counted = counted.filter(|status| status.quota.starts_at >= it.terms.starts_at);
        let used = counted.map_or(0, |status| status.used);
        let of_late = used_of_late.get(&it.terms.application).copied();
        let view = it.view(used, of_late.unwrap_or_default(), scope.now());
        (it.terms.application, view)
    });
    Ok(views.collect())
}

/// An application whose calls are limited.
struct Limited {
    plan: Plan,
    /// Since when it is on its plan.
    since: Timestamp,
    terms: Terms,
}

impl Limited {
    fn view(&self, used: u64, used_of_late: u64, now: Timestamp) -> QuotaView {
        let view = QuotaView {
            plan: self.plan,
            limit: self.terms.calls,
            used,
            starts_at: self.terms.starts_at,
            ends_at: self.terms.ends_at,
            renews: self.terms.renews,
            mark: None,
            forecast: None,
        };
        let percent = view.percent();
        QuotaView {
            mark: MARKS.into_iter().rfind(|mark| *mark <= percent),
            forecast: forecast::of(&view, used_of_late, &self.pace(now)),
            ..view
        }
    }

    /// A new period does not change how much is called, so the days before it tell, too.
    fn pace(&self, now: Timestamp) -> Pace {
        Pace::since(self.since, now)
    }
}

async fn limited(scope: &Scope, applications: &[RequestView]) -> Result<Vec<Limited>, DbErr> {
    let in_use = applications
        .iter()
        .filter(|it| matches!(it.status, Status::Approved | Status::Suspended));
    let in_use: Vec<_> = in_use.collect();
    let ids: Vec<_> = in_use.iter().map(|it| it.application_id).collect();
    let conditions = applications::conditions_of(scope.portal.db.reader(), &ids).await?;
    // A quota of its own counts in the periods of the plan.
    let offered = in_use.into_iter().filter_map(|it| {
        let own = conditions.get(&it.application_id);
        let offer = it.api.offer(it.plan)?;
        let calls = own.and_then(StoredConditions::quota).or(offer.calls);
        calls
            .is_some()
            .then_some((it, PlanOffer { calls, ..offer }))
    });
    let offered: Vec<_> = offered.collect();
    let changed = offered.iter().filter(|(it, _)| it.plan != Plan::Trial);
    let changed: Vec<_> = changed.map(|(it, _)| it.application_id).collect();
    let since = applications::plans_since(scope.portal.db.reader(), &changed).await?;
    let limited = offered.into_iter().filter_map(|(it, offer)| {
        let id = it.application_id;
        let since = since.get(&id).copied().or(it.decided_at)?;
        let terms = Terms::of_plan(id, offer, since, scope.now())?;
        let plan = it.plan;
        Some(Limited { plan, since, terms })
    });
    Ok(limited.collect())
}

/// The recent use of each, for the forecast.
async fn used_of_late(
    scope: &Scope,
    limited: &[Limited],
) -> Result<HashMap<ApplicationId, u64>, DbErr> {
    let mut used = HashMap::new();
    for some in limited.chunks(CASES_AT_ONCE) {
        let of_late = some.iter().fold(Condition::any(), |all, it| {
            let from = it.pace(scope.now()).from();
            let own = use_hour::Column::ApplicationId.eq(it.terms.application);
            let of_plan = use_hour::Column::Kind.eq(CallKind::from(it.plan));
            all.add(own.and(of_plan).and(use_hour::Column::Hour.gte(from)))
        });
        let sum = use_hour::Column::Calls.sum().cast_as("bigint");
        let sums: Vec<(ApplicationId, i64)> = use_hour::Entity::find()
            .select_only()
            .column(use_hour::Column::ApplicationId)
            .column_as(sum, "calls")
            .filter(of_late)
            .filter(use_hour::Column::Status.ne(TOO_MANY_REQUESTS))
            .group_by(use_hour::Column::ApplicationId)
            .into_tuple()
            .all(scope.portal.db.reader())
            .await?;
        used.extend(sums.into_iter().map(|(id, sum)| (id, calls(sum))));
    }
    Ok(used)
}
