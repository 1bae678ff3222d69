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
    catalogue::{Catalogue, Plan},
    clock::Timestamp,
    entities::use_hour,
    ids::ApplicationId,
    requests::{self, RequestView, Status},
};

/// Calls that were refused because of the quota did not use it.
const TOO_MANY_REQUESTS: i32 = 429;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaView {
    pub limit: u64,
    pub used: u64,
    pub starts_at: Timestamp,
    /// `None` where the plan has no end.
    pub ends_at: Option<Timestamp>,
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

/// The quota of an application that the asker may see; `None` when its plan has no limit or it was
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
    let limited: Vec<_> = applications.iter().filter_map(terms).collect();
    let subjects: Vec<_> = limited.iter().map(|terms| terms.quota).collect();
    let statuses = statuses(scope.portal.db.reader(), &subjects).await?;
    let used = statuses.iter().map(|it| (it.quota.subject_id, it.used));
    let used: HashMap<_, _> = used.collect();
    let used_of_late = used_of_late(scope, &limited).await?;
    let views = limited.iter().map(|terms| {
        let used = used.get(&terms.quota).copied().unwrap_or_default();
        let of_late = used_of_late.get(&terms.application).copied();
        let view = view(terms, used, of_late.unwrap_or_default(), scope.now());
        (terms.application, view)
    });
    Ok(views.collect())
}

fn view(terms: &Terms, used: u64, used_of_late: u64, now: Timestamp) -> QuotaView {
    let view = QuotaView {
        limit: terms.calls,
        used,
        starts_at: terms.starts_at,
        ends_at: terms.ends_at,
        mark: None,
        forecast: None,
    };
    let percent = view.percent();
    QuotaView {
        mark: MARKS.into_iter().rfind(|mark| *mark <= percent),
        forecast: forecast::of(&view, used_of_late, &pace(terms, now)),
        ..view
    }
}

fn pace(terms: &Terms, now: Timestamp) -> Pace {
    Pace::since(terms.starts_at, now)
}

fn terms(application: &RequestView) -> Option<Terms> {
    if application.plan != Plan::Trial
        || !matches!(application.status, Status::Approved | Status::Suspended)
    {
        return None;
    }
    let offer = application.api.offer(application.plan)?;
    Terms::of_plan(application.application_id, offer, application.decided_at?)
}

/// The recent use of each, for the forecast.
async fn used_of_late(
    scope: &Scope,
    limited: &[Terms],
) -> Result<HashMap<ApplicationId, u64>, DbErr> {
    let mut used = HashMap::new();
    for some in limited.chunks(CASES_AT_ONCE) {
        let of_late = some.iter().fold(Condition::any(), |all, terms| {
            let from = pace(terms, scope.now()).from();
            let own = use_hour::Column::ApplicationId.eq(terms.application);
            all.add(own.and(use_hour::Column::Hour.gte(from)))
        });
        let sum = use_hour::Column::Calls.sum().cast_as("bigint");
        let sums: Vec<(ApplicationId, i64)> = use_hour::Entity::find()
            .select_only()
            .column(use_hour::Column::ApplicationId)
            .column_as(sum, "calls")
            .filter(of_late)
            .filter(use_hour::Column::Kind.eq(CallKind::Trial))
            .filter(use_hour::Column::Status.ne(TOO_MANY_REQUESTS))
            .group_by(use_hour::Column::ApplicationId)
            .into_tuple()
            .all(scope.portal.db.reader())
            .await?;
        used.extend(sums.into_iter().map(|(id, sum)| (id, calls(sum))));
    }
    Ok(used)
}
