//! How much of a plan's calls is used, and until when they last.

use domain::{
    catalogue::Plan,
    usage::{Forecast, QuotaView},
};
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::time;
use crate::web::Visit;

/// From what percentage on the meter has the colour of a warning, and of an error.
const HIGH: [u64; 2] = [80, 100];

#[component]
pub fn QuotaMeter<'a>(quota: &'a QuotaView, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let count = |calls| number::count(calls, locale);
    let used = t::quota_used(locale, count(quota.used), count(quota.limit));
    let [high, full] = HIGH.map(|percent| quota.limit * percent / 100);
    view! {
        <div class="meter">
            <div class="split small">
                <span>{name(quota.plan, locale)}</span>
                <span class="soft">{used}</span>
            </div>
            <meter
                min="0" max=quota.limit.to_string() value=quota.used.min(quota.limit).to_string()
                low=high.to_string() high=full.saturating_sub(1).to_string() optimum="0"
                aria-label=name(quota.plan, locale)
            ></meter>
            {period(quota, visit).map(|period| view! { <p class="soft small">{period}</p> })}
            <p class="soft small">{quota_end(quota, visit)}</p>
        </div>
    }
}

/// Whose calls the meter counts.
const fn name(plan: Plan, locale: Locale) -> &'static str {
    match plan {
        Plan::Trial => t::quota(locale),
        Plan::PayPerUse => t::pay_quota(locale),
    }
}

/// The period that is counted, where another one follows.
fn period(quota: &QuotaView, visit: &Visit) -> Option<String> {
    let end = quota.ends_at.filter(|_| quota.renews)?;
    let [from, until] = [quota.starts_at, end].map(|at| time::date(at, visit));
    Some(t::period(visit.locale, from, until))
}

/// Says on which day the calls run out, if they do, and on which day the quota ends or begins anew.
fn quota_end(quota: &QuotaView, visit: &Visit) -> Option<String> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let day = |at| time::date(at, visit);
    let end = quota.ends_at.map(day);
    let words = EndWords::of(quota);
    if quota.is_over(now) {
        return end.map(|end| (words.over)(locale, &end));
    }
    match quota.forecast {
        Some(Forecast::RunsOut(at)) => {
            let runs_out = runs_out(&day(at), &day(now), locale);
            let renews = end.filter(|_| quota.renews);
            Some(match renews {
                Some(end) => format!("{runs_out} {}", t::renews(locale, end)),
                None => runs_out,
            })
        }
        Some(Forecast::Outlasts) => end.map(|end| (words.lasts_until)(locale, &end)),
        None => end.map(|end| (words.ahead)(locale, &end)),
    }
}

type EndWord = fn(Locale, &str) -> String;

/// What is said of the day on which a quota ends.
struct EndWords {
    ahead: EndWord,
    lasts_until: EndWord,
    over: EndWord,
}

impl EndWords {
    fn of(quota: &QuotaView) -> Self {
        match quota.plan {
            _ if quota.renews => Self {
                ahead: |locale, day| t::renews(locale, day),
                lasts_until: |locale, day| t::lasts_until_renewal(locale, day),
                over: |locale, day| t::renews(locale, day),
            },
            Plan::Trial => Self {
                ahead: |locale, day| t::ends(locale, day),
                lasts_until: |locale, day| t::outlasts(locale, day),
                over: |locale, day| t::ended(locale, day),
            },
            Plan::PayPerUse => Self {
                ahead: |locale, day| t::plan_ends(locale, day),
                lasts_until: |locale, day| t::plan_outlasts(locale, day),
                over: |locale, day| t::plan_ended(locale, day),
            },
        }
    }
}

fn runs_out(day: &str, today: &str, locale: Locale) -> String {
    if day == today {
        t::runs_out_today(locale).to_owned()
    } else {
        t::runs_out(locale, day)
    }
}
