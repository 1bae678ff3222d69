//! Plots, drawn here: shapes stretch with the page, words stand beside them as text.
//!
//! Only shapes are in the picture, so it can be stretched to any width without blurring a word.
//! Whoever does not see it has its title, what it says in a sentence, and the table below it.

use std::{fmt::Write, time::Duration};

use chrono_tz::Tz;
use domain::{
    clock::Timestamp,
    usage::{Bucket, Figures, Report, Window},
};
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::{axis, numbers, scale};
use crate::web::Visit;

/// The width of a piece of the period, in the picture's own units; its height is 100.
pub const STEP: usize = 10;
/// The width of a bar, of [`STEP`].
pub const BAR: usize = 7;
/// The least that a latency axis ends at, in microseconds: half of it is a tenth of a millisecond,
/// the least that latencies are told in.
const MIN_LATENCY: u64 = 200;

/// Calls as bars: what failed stands on what succeeded.
pub(super) fn calls(report: &Report, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let count = |calls| number::count(calls, locale);
    let most = most(report, |figures| figures.calls);
    let top = scale::above(most);
    let totals = &report.totals;
    let says = t::calls_plot_is(
        locale,
        count(totals.calls),
        count(totals.errors),
        count(most),
    );
    let bars = report.buckets.iter().enumerate().map(|(index, bucket)| {
        let when = axis::label(bucket.starts_at, report.window, zone(visit), locale);
        view! { <Bar index bucket top when=&when locale/> }
    });
    let bars = bars.collect_view();
    let legend = [
        legend("plot__key plot__key--good", t::succeeded(locale)),
        legend("plot__key plot__key--bad", t::failed(locale)),
    ];
    let marks = [count(top), count(top / 2), count(0)];
    let starts = &starts(report);
    view! {
        <Plot
            id="plot-chamadas" title=t::calls_plot(locale) says marks legend
            starts window=report.window visit shapes=bars
        />
    }
}

#[component]
fn Bar<'a>(
    index: usize,
    bucket: &'a Bucket,
    top: u64,
    when: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let figures = &bucket.figures;
    let (good, bad) = (figures.successes(), figures.errors);
    let count = |calls| number::count(calls, locale);
    let says = t::bucket_is(locale, when, count(good), count(bad));
    let x = index * STEP + (STEP - BAR) / 2;
    let (good, all) = (scale::height(good, top), scale::height(figures.calls, top));
    let part = |class: &'static str, from: f64, to: f64| {
        let (y, height) = (round(100.0 - to), round(to - from));
        (to > from).then(|| view! { <rect class=class x=x width=BAR y=y height=height/> })
    };
    view! {
        <g>
            <title>{says}</title>
            <rect class="plot__column" x=index * STEP width=STEP y="0" height="100"/>
            {part("plot__bar plot__bar--good", 0.0, good)}
            {part("plot__bar plot__bar--bad", good, all)}
        </g>
    }
}

/// How long calls took, as two lines that break where there were none.
pub(super) fn latency(report: &Report, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let slowest = |figures: &Figures| micros(figures.p95.unwrap_or_default());
    let top = scale::above(most(report, slowest).max(MIN_LATENCY));
    let time = |micros| numbers::latency(Some(Duration::from_micros(micros)), locale);
    let totals = &report.totals;
    let says = t::latency_plot_is(
        locale,
        numbers::latency(totals.p50, locale),
        numbers::latency(totals.p95, locale),
    );
    let lines = view! {
        <Line class="plot__line plot__line--p95" report top of={|figures| figures.p95}/>
        <Line class="plot__line plot__line--p50" report top of={|figures| figures.p50}/>
    };
    let legend = [
        legend("plot__key plot__key--p50", t::legend_median(locale)),
        legend("plot__key plot__key--p95", t::legend_p95(locale)),
    ];
    let marks = [time(top), time(top / 2), "0".to_owned()];
    let starts = &starts(report);
    view! {
        <Plot
            id="plot-tempo" title=t::latency_plot(locale) says marks legend
            starts window=report.window visit shapes=lines
        />
    }
}

/// A line through the middle of the pieces, and a dot for a piece between two without calls.
#[component]
fn Line<'a>(
    class: &'static str,
    report: &'a Report,
    top: u64,
    of: fn(&Figures) -> Option<Duration>,
) -> impl IntoView + use<> {
    let points: Vec<_> = report
        .buckets
        .iter()
        .map(|bucket| of(&bucket.figures).map(|elapsed| round(100.0 - height_of(elapsed, top))))
        .collect();
    let there = |index: Option<usize>| index.and_then(|at| *points.get(at)?).is_some();
    let (mut way, mut dots) = (String::new(), String::new());
    for (index, y) in points.iter().enumerate() {
        let Some(y) = y else { continue };
        let x = index * STEP + STEP / 2;
        let (before, after) = (there(index.checked_sub(1)), there(Some(index + 1)));
        // Writing to a string does not fail.
        let _ = match (before, after) {
            (true, _) => write!(way, "L{x} {y}"),
            (false, true) => write!(way, "M{x} {y}"),
            (false, false) => write!(dots, "M{x} {y}h0"),
        };
    }
    view! {
        <g class=class>
            <path d=way/>
            <path class="plot__dots" d=dots/>
        </g>
    }
}

fn height_of(elapsed: Duration, top: u64) -> f64 {
    scale::height(micros(elapsed), top)
}

fn micros(elapsed: Duration) -> u64 {
    u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX)
}

/// What a colour of a plot stands for.
pub struct LegendEntry {
    class: &'static str,
    name: &'static str,
}

pub const fn legend(class: &'static str, name: &'static str) -> LegendEntry {
    LegendEntry { class, name }
}

/// The frame around the shapes of a plot.
#[component]
pub fn Plot<'a, V: IntoView>(
    id: &'static str,
    title: &'static str,
    /// What the plot shows, in a sentence.
    says: String,
    /// Beside its top, its middle and its bottom.
    marks: [String; 3],
    legend: [LegendEntry; 2],
    /// When each piece of the period begins.
    starts: &'a [Timestamp],
    window: Window,
    visit: &'a Visit,
    shapes: V,
) -> impl IntoView + use<V> {
    let width = starts.len().max(1) * STEP;
    let times = axis::labels(starts, window, zone(visit), visit.locale);
    let (title_id, says_id) = (format!("{id}-titulo"), format!("{id}-diz"));
    let named_by = format!("{title_id} {says_id}");
    let key = |entry: LegendEntry| view! { <li class=entry.class>{entry.name}</li> };
    let marks = marks.map(|mark| view! { <span>{mark}</span> });
    let times = times.into_iter().map(|time| view! { <span>{time}</span> });
    view! {
        <figure class="plot">
            <figcaption class="plot__head">
                <h2>{title}</h2>
                <ul class="plot__legend" role="list">{legend.map(key).collect_view()}</ul>
            </figcaption>
            <div class="plot__frame">
                <div class="plot__marks" aria-hidden="true">
                    {marks.collect_view()}
                </div>
                <svg
                    class="plot__area" role="img" aria-labelledby=named_by
                    viewBox=format!("0 0 {width} 100") preserveAspectRatio="none"
                >
                    <title id=title_id>{title}</title>
                    <desc id=says_id>{says}</desc>
                    <path class="plot__grid" d=format!("M0 0H{width}M0 50H{width}M0 100H{width}")/>
                    {shapes}
                </svg>
                <div class="plot__times" aria-hidden="true">{times.collect_view()}</div>
            </div>
        </figure>
    }
}

fn starts(report: &Report) -> Vec<Timestamp> {
    report.buckets.iter().map(|it| it.starts_at).collect()
}

fn most(report: &Report, of: impl Fn(&Figures) -> u64) -> u64 {
    let all = report.buckets.iter().map(|bucket| of(&bucket.figures));
    all.max().unwrap_or_default()
}

fn zone(visit: &Visit) -> Tz {
    visit.time_zone()
}

/// Rounds to hundredths: more digits would not be seen.
pub fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
