//! A quota as the people of its group see it.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::ExprTrait};

use super::{
    CallKind, Terms,
    forecast::{self, Pace},
    ledger::calls,
    marks::{MARKS, standings},
    terms::percent,
};
use crate::{
    Scope,
    applications::{self, ApplicationView, State},
    catalogue::Plan,
    clock::Timestamp,
    entities::use_hour,
    ids::ApplicationId,
};

/// Calls that a quota turned away did not use it.
const TURNED_AWAY: i32 = 429;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaView {
    pub limit: u64,
    pub used: u64,
    pub starts_at: Timestamp,
    /// None where the calls last as long as there are any.
    pub ends_at: Option<Timestamp>,
    /// The highest mark that was passed, in percent.
    pub mark: Option<u8>,
    /// When the calls will have been used up, if it goes on like in the last seven days; none
    /// where they outlast their time, or nothing was used of late.
    pub runs_out_at: Option<Timestamp>,
}

impl QuotaView {
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.limit.saturating_sub(self.used)
    }

    /// How much is used, at most 100.
    #[must_use]
    pub fn percent(&self) -> u8 {
        u8::try_from(percent(self.used, self.limit)).map_or(100, |it| Ord::min(it, 100))
    }

    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends_at.is_some_and(|end| end <= now)
    }
}

/// How the quota of an application stands that the asker may see; none where its plan sets no
/// limit, or it was never approved.
///
/// # Errors
/// When the database cannot be read.
pub async fn quota_of(
    scope: &Scope,
    application: ApplicationId,
) -> Result<Option<QuotaView>, DbErr> {
    match applications::find(scope, application).await? {
        Some(application) => of(scope, &application).await,
        None => Ok(None),
    }
}

/// How the quotas of these applications stand; of those that have one.
///
/// # Errors
/// When the database cannot be read.
pub async fn quotas_of(
    scope: &Scope,
    applications: &[ApplicationView],
) -> Result<HashMap<ApplicationId, QuotaView>, DbErr> {
    let mut quotas = HashMap::new();
    for application in applications {
        let quota = of(scope, application).await?;
        quotas.extend(quota.map(|quota| (application.id, quota)));
    }
    Ok(quotas)
}

/// The same, of an application that was found already.
async fn of(scope: &Scope, application: &ApplicationView) -> Result<Option<QuotaView>, DbErr> {
    let Some(terms) = terms(application) else {
        return Ok(None);
    };
    let db = scope.portal.db.reader();
    let used = standings(db, &[terms.quota])
        .await?
        .pop()
        .map_or(0, |it| it.used);
    let pace = Pace::since(terms.starts_at, scope.now());
    let view = QuotaView {
        limit: terms.calls,
        used,
        starts_at: terms.starts_at,
        ends_at: terms.ends_at,
        mark: None,
        runs_out_at: None,
    };
    let percent = view.percent();
    let used_of_late = used_since(scope, application.id, pace.from()).await?;
    Ok(Some(QuotaView {
        mark: MARKS.into_iter().rfind(|mark| *mark <= percent),
        runs_out_at: forecast::end(&view, used_of_late, &pace),
        ..view
    }))
}

fn terms(application: &ApplicationView) -> Option<Terms> {
    if application.plan != Plan::Trial
        || !matches!(application.state, State::Approved | State::Suspended)
    {
        return None;
    }
    let offer = application.api.offer(application.plan)?;
    Terms::of_plan(application.id, offer, application.decided_at?)
}

async fn used_since(
    scope: &Scope,
    application: ApplicationId,
    from: Timestamp,
) -> Result<u64, DbErr> {
    let sum = use_hour::Column::Calls.sum().cast_as("bigint");
    let sums: Vec<Option<i64>> = use_hour::Entity::find()
        .select_only()
        .column_as(sum, "calls")
        .filter(use_hour::Column::ApplicationId.eq(application))
        .filter(use_hour::Column::Kind.eq(CallKind::Trial))
        .filter(use_hour::Column::Status.ne(TURNED_AWAY))
        .filter(use_hour::Column::Hour.gte(from))
        .into_tuple()
        .all(scope.portal.db.reader())
        .await?;
    Ok(sums.into_iter().flatten().map(calls).sum())
}
