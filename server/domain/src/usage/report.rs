//! Reports of use over a time: calls, errors and latency, in parts and in total.

use std::{collections::BTreeMap, time::Duration};

use chrono::TimeDelta;
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{CaseStatement, Expr, ExprTrait},
};

use super::{
    CallKind, KeyKind, Window, call::is_failure, latency::Classes, latest::status, ledger::calls,
};
use crate::{
    Scope,
    catalogue::Catalogue,
    clock::Timestamp,
    entities::use_hour,
    ids::{ApplicationId, GroupId},
    requests::{self, RequestView},
};

const PIECE: &str = "piece";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub window: Window,
    /// The keys whose calls the report covers, except for `kinds`.
    pub keys: KeyKind,
    pub totals: Figures,
    /// The number of calls for each HTTP status, in the order of the status.
    pub statuses: Vec<(u16, u64)>,
    /// The number of calls of each kind that occurs, for all keys.
    pub kinds: Vec<(CallKind, u64)>,
    /// The parts without gaps, in their order; the last one has not ended.
    pub buckets: Vec<Bucket>,
}

/// A part of a report's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub figures: Figures,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub calls: u64,
    /// Calls that were answered with a status of 400 or above.
    pub errors: u64,
    /// The median latency; `None` without calls.
    pub p50: Option<Duration>,
    /// The 95th percentile of the latency.
    pub p95: Option<Duration>,
}

/// The use of all applications of a group.
#[derive(Clone, Debug)]
pub struct GroupReport {
    pub report: Report,
    /// The applications with the most calls first.
    pub applications: Vec<ApplicationUse>,
}

#[derive(Clone, Debug)]
pub struct ApplicationUse {
    pub application: RequestView,
    pub figures: Figures,
}

impl Figures {
    #[must_use]
    pub const fn successes(&self) -> u64 {
        self.calls - self.errors
    }
}

/// The report of an application that the asker may see; days begin in `zone`. Without `keys`, it
/// covers the calls on the plan, or those with test keys if there are no others.
///
/// # Errors
/// When the database cannot be read.
pub async fn report(
    scope: &Scope,
    application: ApplicationId,
    window: Window,
    keys: Option<KeyKind>,
    zone: Tz,
) -> Result<Option<Report>, DbErr> {
    if !requests::may_see(scope, application).await? {
        return Ok(None);
    }
    let borders = window.borders(scope.now(), zone);
    let counts = counts(scope, &[application], &borders).await?;
    let keys = keys.unwrap_or_else(|| keys_used(&counts));
    Ok(Some(sum(window, keys, &borders, &counts)))
}

fn keys_used(counts: &[Count]) -> KeyKind {
    let only_tests = counts
        .iter()
        .all(|count| count.kind.keys() == KeyKind::Test);
    if only_tests && !counts.is_empty() {
        KeyKind::Test
    } else {
        KeyKind::Plan
    }
}

/// The report of a group that the asker belongs to, in total and by application; `keys` as in
/// [`report`].
///
/// # Errors
/// When the database cannot be read.
pub async fn group_report(
    scope: &Scope,
    catalogue: &Catalogue,
    group: GroupId,
    window: Window,
    keys: Option<KeyKind>,
    zone: Tz,
) -> Result<Option<GroupReport>, DbErr> {
    let Some(applications) = requests::of_group(scope, catalogue, group).await? else {
        return Ok(None);
    };
    let borders = window.borders(scope.now(), zone);
    let ids: Vec<_> = applications.iter().map(|it| it.application_id).collect();
    let counts = counts(scope, &ids, &borders).await?;
    let keys = keys.unwrap_or_else(|| keys_used(&counts));
    let mut by_application: BTreeMap<_, Tally> = BTreeMap::new();
    for count in counts.iter().filter(|count| count.kind.keys() == keys) {
        by_application
            .entry(count.application)
            .or_default()
            .add(count);
    }
    let mut applications: Vec<_> = applications
        .into_iter()
        .map(|application| ApplicationUse {
            figures: by_application
                .get(&application.application_id)
                .map(Tally::figures)
                .unwrap_or_default(),
            application,
        })
        .collect();
    applications.sort_by_key(|it| std::cmp::Reverse(it.figures.calls));
    Ok(Some(GroupReport {
        report: sum(window, keys, &borders, &counts),
        applications,
    }))
}

/// The number of calls with the same properties in a part of the time.
struct Count {
    application: ApplicationId,
    piece: usize,
    kind: CallKind,
    status: u16,
    latency: u32,
    calls: u64,
}

async fn counts(
    scope: &Scope,
    applications: &[ApplicationId],
    borders: &[Timestamp],
) -> Result<Vec<Count>, DbErr> {
    let (Some(from), Some(until)) = (borders.first(), borders.last()) else {
        return Ok(Vec::new());
    };
    let rows: Vec<(ApplicationId, i32, CallKind, i32, i32, i64)> = use_hour::Entity::find()
        .select_only()
        .column(use_hour::Column::ApplicationId)
        .column_as(piece(borders, 0), PIECE)
        .column(use_hour::Column::Kind)
        .column(use_hour::Column::Status)
        .column(use_hour::Column::Latency)
        .column_as(use_hour::Column::Calls.sum().cast_as("bigint"), "sum")
        .filter(use_hour::Column::ApplicationId.is_in(applications.iter().copied()))
        .filter(use_hour::Column::Hour.gte(*from))
        .filter(use_hour::Column::Hour.lt(*until))
        .group_by(use_hour::Column::ApplicationId)
        .group_by(Expr::col(PIECE))
        .group_by(use_hour::Column::Kind)
        .group_by(use_hour::Column::Status)
        .group_by(use_hour::Column::Latency)
        .into_tuple()
        .all(scope.portal.db.reader())
        .await?;
    let count = |(application, piece, kind, code, latency, sum)| Count {
        application,
        piece: usize::try_from(piece).unwrap_or_default(),
        kind,
        status: status(code),
        latency: u32::try_from(latency).unwrap_or_default(),
        calls: calls(sum),
    };
    Ok(rows.into_iter().map(count).collect())
}

/// The number of the part that an hour belongs to, found by bisection, as a quarter has 90 parts.
fn piece(borders: &[Timestamp], first: i32) -> Expr {
    let middle = borders.len() / 2;
    let (earlier, later) = match borders {
        [] | [_] | [_, _] => return Expr::val(first),
        _ => (&borders[..=middle], &borders[middle..]),
    };
    let halfway = first.saturating_add(i32::try_from(middle).unwrap_or(i32::MAX));
    CaseStatement::new()
        .case(
            use_hour::Column::Hour.lt(borders[middle]),
            piece(earlier, first),
        )
        .finally(piece(later, halfway))
        .into()
}

/// The number of calls with their latency.
#[derive(Default)]
struct Tally {
    calls: u64,
    errors: u64,
    classes: Classes,
}

impl Tally {
    fn add(&mut self, count: &Count) {
        self.calls += count.calls;
        if is_failure(count.status) {
            self.errors += count.calls;
        }
        self.classes.add(count.latency, count.calls);
    }

    fn figures(&self) -> Figures {
        Figures {
            calls: self.calls,
            errors: self.errors,
            p50: self.classes.percentile(50),
            p95: self.classes.percentile(95),
        }
    }
}

fn sum(window: Window, keys: KeyKind, borders: &[Timestamp], counts: &[Count]) -> Report {
    let mut totals = Tally::default();
    let mut statuses = BTreeMap::new();
    let mut pieces: Vec<_> = borders.windows(2).map(|_| Tally::default()).collect();
    for count in counts.iter().filter(|count| count.kind.keys() == keys) {
        totals.add(count);
        *statuses.entry(count.status).or_default() += count.calls;
        if let Some(piece) = pieces.get_mut(count.piece) {
            piece.add(count);
        }
    }
    let buckets = borders
        .windows(2)
        .zip(pieces)
        .map(|(borders, tally)| Bucket {
            starts_at: borders[0],
            ends_at: borders[1],
            figures: tally.figures(),
        });
    Report {
        window,
        keys,
        totals: totals.figures(),
        statuses: statuses.into_iter().collect(),
        kinds: by_kind(counts),
        buckets: buckets.collect(),
    }
}

fn by_kind(counts: &[Count]) -> Vec<(CallKind, u64)> {
    let mut kinds = BTreeMap::new();
    for count in counts {
        *kinds.entry(count.kind).or_default() += count.calls;
    }
    kinds.into_iter().collect()
}

/// The number of recorded calls of an application in the last 24 hours.
pub(crate) async fn recent_calls(scope: &Scope, id: ApplicationId) -> Result<u64, DbErr> {
    let sum: Option<Option<i64>> = use_hour::Entity::find()
        .select_only()
        .column_as(use_hour::Column::Calls.sum().cast_as("bigint"), "calls")
        .filter(use_hour::Column::ApplicationId.eq(id))
        .filter(use_hour::Column::Hour.gt(scope.now() - TimeDelta::days(1)))
        .into_tuple()
        .one(scope.portal.db.reader())
        .await?;
    Ok(sum.flatten().map(calls).unwrap_or_default())
}
