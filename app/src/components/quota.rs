//! How much of a plan's calls is used, and until when they last.

use domain::usage::{Forecast, QuotaView};
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
                <span>{t::quota(locale)}</span>
                <span class="soft">{used}</span>
            </div>
            <meter
                min="0" max=quota.limit.to_string() value=quota.used.min(quota.limit).to_string()
                low=high.to_string() high=full.saturating_sub(1).to_string() optimum="0"
                aria-label=t::quota(locale)
            ></meter>
            <p class="soft small">{quota_end(quota, visit)}</p>
        </div>
    }
}

/// Says on which day the calls run out, if they do; otherwise on which day the quota ends.
fn quota_end(quota: &QuotaView, visit: &Visit) -> Option<String> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let day = |at| time::date(at, visit);
    let ends = quota.ends_at.map(day);
    if quota.is_over(now) {
        return ends.map(|end| t::ended(locale, end));
    }
    match quota.forecast {
        Some(Forecast::RunsOut(at)) => Some(runs_out(&day(at), &day(now), locale)),
        Some(Forecast::Outlasts) => ends.map(|end| t::outlasts(locale, end)),
        None => ends.map(|end| t::ends(locale, end)),
    }
}

fn runs_out(day: &str, today: &str, locale: Locale) -> String {
    if day == today {
        t::runs_out_today(locale).to_owned()
    } else {
        t::runs_out(locale, day)
    }
}
