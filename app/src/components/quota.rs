//! How much of a plan's calls is used, and until when they last.

use domain::usage::QuotaView;
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::time;
use crate::web::Visit;

/// Where the meter turns to the colour of what waits, and then of what is bad.
const HIGH: [u64; 2] = [80, 100];

pub fn quota_meter(quota: &QuotaView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let count = |calls| number::count(calls, locale);
    let used = t::quota_used(locale, count(quota.used), count(quota.limit));
    let [high, full] = HIGH.map(|percent| quota.limit * percent / 100);
    view! {
        <div class="meter">
            <div class="split small">
                <span>{t::quota(locale)}</span>
                <span class="soft">{used}</span>
            </div>
            <meter
                min="0" max=quota.limit.to_string() value=quota.used.min(quota.limit).to_string()
                low=high.to_string() high=full.saturating_sub(1).to_string() optimum="0"
                aria-label=t::quota(locale)
            ></meter>
            <p class="soft small">{lasts(quota, visit)}</p>
        </div>
    }
}

/// The day it runs out, if it does; else the day it ends.
fn lasts(quota: &QuotaView, visit: &Visit) -> Option<String> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let day = |at| time::date(at, visit);
    let ends = quota.ends_at.map(day);
    if quota.is_over(now) {
        return ends.map(|end| t::ended(locale, end));
    }
    match quota.runs_out_at.map(day) {
        Some(today) if today == day(now) => Some(t::runs_out_today(locale).to_owned()),
        Some(other) => Some(t::runs_out(locale, other)),
        None => ends.map(|end| until(quota, end, locale)),
    }
}

fn until(quota: &QuotaView, end: String, locale: Locale) -> String {
    if quota.used == 0 || quota.left() == 0 {
        t::ends(locale, end)
    } else {
        t::outlasts(locale, end)
    }
}
