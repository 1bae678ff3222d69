//! How many requests came and were decided, and how long that took, in working time.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use chrono::{Days, NaiveTime, TimeDelta};
use sea_orm::DbErr;

use super::Assignee;
use crate::{
    Error, Role, Scope, accounts,
    business_hours::moment,
    catalogue::{self, Api, Catalogue},
    clock::Timestamp,
    ids::{AccountId, ApiId},
    requests::{self, DecidedRequest},
};

/// What a period is read from, at most: so many requests, and so many decisions.
pub const MAX_READ: u64 = 20_000;

crate::text_enum! {
    /// The days that numbers are told of, up to today.
    pub enum Period {
        Month = "30d",
        Quarter = "90d",
    }
}

impl Period {
    const fn days(self) -> u64 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
        }
    }
}

/// What came, what was decided, and how long that took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub received: u64,
    pub approved: u64,
    pub rejected: u64,
    /// In working time; `None` where nothing was decided.
    pub median: Option<TimeDelta>,
    /// Nine of ten decisions took no longer.
    pub p90: Option<TimeDelta>,
}

impl Figures {
    #[must_use]
    pub const fn decided(&self) -> u64 {
        self.approved + self.rejected
    }
}

/// A day with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumbersDay {
    pub starts_at: Timestamp,
    pub figures: Figures,
}

/// The numbers of a period.
#[derive(Clone, Debug)]
pub struct Numbers {
    pub period: Period,
    pub totals: Figures,
    pub days: Vec<NumbersDay>,
    /// Those with the most decisions first.
    pub apis: Vec<(Arc<Api>, Figures)>,
    pub managers: Vec<(Assignee, Figures)>,
    /// Whether there was more than [`MAX_READ`]; the numbers are then of the latest.
    pub is_cut: bool,
}

/// The numbers of a period up to now. What the portal decided by a rule is left out, as is what the
/// applicant took back.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn numbers(
    scope: &Scope,
    catalogue: &Catalogue,
    period: Period,
) -> Result<Numbers, Error> {
    scope.require(Role::ContractManager)?;
    let days = days(scope, period);
    let since = days.first().copied().unwrap_or_else(|| scope.now());
    let db = scope.portal.db.searches();
    let received = requests::received_since(db, since, MAX_READ).await?;
    let decided = requests::decided_since(db, since, MAX_READ).await?;
    let is_cut = received.len() as u64 >= MAX_READ || decided.len() as u64 >= MAX_READ;
    let decisions = timed(scope, decided).await?;
    let day = |at: Timestamp| days.partition_point(|start| *start <= at);
    let mut by_day = figures(
        received.iter().map(|(_, at)| day(*at)),
        decisions.iter().map(|it| (day(it.decided.at), it)),
    );
    let by_api = figures(
        received.iter().map(|(api, _)| *api),
        decisions.iter().map(|it| (it.decided.api, it)),
    );
    let by_manager = figures(
        std::iter::empty(),
        decisions.iter().map(|it| (it.decided.by, it)),
    );
    let mut totals = figures(
        received.iter().map(|_| ()),
        decisions.iter().map(|it| ((), it)),
    );
    let of_day = |(place, starts_at): (usize, Timestamp)| NumbersDay {
        starts_at,
        figures: by_day.remove(&(place + 1)).unwrap_or_default(),
    };
    Ok(Numbers {
        period,
        totals: totals.remove(&()).unwrap_or_default(),
        days: days.iter().copied().enumerate().map(of_day).collect(),
        apis: named_apis(scope, catalogue, by_api).await?,
        managers: named_managers(scope, by_manager).await?,
        is_cut,
    })
}

/// The start of each day of a period, in the portal's zone.
fn days(scope: &Scope, period: Period) -> Vec<Timestamp> {
    let zone = scope.portal.settings.time_zone;
    let today = scope.now().with_timezone(&zone).date_naive();
    let first = today - Days::new(period.days() - 1);
    let days = first.iter_days().take_while(|day| *day <= today);
    days.filter_map(|day| moment(day, NaiveTime::MIN, zone))
        .collect()
}

/// A decision with the working time that it took.
struct TimedDecision {
    decided: DecidedRequest,
    took: TimeDelta,
}

/// Without the time in which a request waited for its applicant.
async fn timed(scope: &Scope, decided: Vec<DecidedRequest>) -> Result<Vec<TimedDecision>, DbErr> {
    let ids: Vec<_> = decided.iter().map(|it| it.id).collect();
    let pauses = requests::pauses(scope.portal.db.searches(), scope, &ids).await?;
    let settings = &scope.portal.settings;
    let timed = decided.into_iter().map(|decided| {
        let pause = pauses.get(&decided.id).copied().unwrap_or_default();
        let took = settings.working_time(decided.submitted_at, decided.at) - pause;
        TimedDecision {
            took: took.max(TimeDelta::zero()),
            decided,
        }
    });
    Ok(timed.collect())
}

/// The figures of each key.
fn figures<'a, K: Copy + Eq + Hash>(
    received: impl Iterator<Item = K>,
    decisions: impl Iterator<Item = (K, &'a TimedDecision)>,
) -> HashMap<K, Figures> {
    let mut all: HashMap<K, Figures> = HashMap::new();
    let mut times: HashMap<K, Vec<TimeDelta>> = HashMap::new();
    for key in received {
        all.entry(key).or_default().received += 1;
    }
    for (key, decision) in decisions {
        let figures = all.entry(key).or_default();
        if decision.decided.is_approved {
            figures.approved += 1;
        } else {
            figures.rejected += 1;
        }
        times.entry(key).or_default().push(decision.took);
    }
    for (key, mut times) in times {
        times.sort_unstable();
        let figures = all.entry(key).or_default();
        figures.median = percentile(&times, 50);
        figures.p90 = percentile(&times, 90);
    }
    all
}

/// The smallest of the sorted times that so many percent of them do not exceed.
fn percentile(sorted: &[TimeDelta], percent: usize) -> Option<TimeDelta> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

async fn named_apis(
    scope: &Scope,
    catalogue: &Catalogue,
    figures: HashMap<ApiId, Figures>,
) -> Result<Vec<(Arc<Api>, Figures)>, DbErr> {
    let mut named = Vec::with_capacity(figures.len());
    for (id, figures) in figures {
        named.push((catalogue::api_of(scope, catalogue, id).await?, figures));
    }
    named.sort_by(|(one, first), (other, second)| {
        let by_count = second.decided().cmp(&first.decided());
        by_count.then_with(|| one.slug.cmp(&other.slug))
    });
    Ok(named)
}

async fn named_managers(
    scope: &Scope,
    figures: HashMap<AccountId, Figures>,
) -> Result<Vec<(Assignee, Figures)>, DbErr> {
    let db = scope.portal.db.searches();
    let mut names = accounts::names(db, figures.keys().copied()).await?;
    let mut managers: Vec<_> = figures
        .into_iter()
        .map(|(id, figures)| {
            let name = names.remove(&id).unwrap_or_default();
            (Assignee { id, name }, figures)
        })
        .collect();
    managers.sort_by(|(one, first), (other, second)| {
        let by_count = second.decided().cmp(&first.decided());
        by_count.then_with(|| (&one.name, one.id).cmp(&(&other.name, other.id)))
    });
    Ok(managers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_of_ten_take_no_longer_than_the_ninetieth_percentile() {
        let times: Vec<_> = (1..=10).map(TimeDelta::hours).collect();
        assert_eq!(percentile(&times, 50), Some(TimeDelta::hours(5)));
        assert_eq!(percentile(&times, 90), Some(TimeDelta::hours(9)));
        assert_eq!(percentile(&times[..1], 90), Some(TimeDelta::hours(1)));
        assert_eq!(percentile(&[], 50), None);
    }
}
