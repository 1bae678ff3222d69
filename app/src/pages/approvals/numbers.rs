//! How many requests came and were decided, and how long that took: as plots, with the tables behind
//! them.

use std::fmt::Write;

use axum::extract::Query;
use chrono::TimeDelta;
use domain::{
    approvals::{self, Figures, MAX_READ, Numbers, NumbersDay, Period},
    clock::Timestamp,
    dates,
    usage::Window,
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as queue_words, managers as t, number};
use serde::Deserialize;

use super::{MANAGER, nav::ApprovalNav};
use crate::{
    components::{LocalNav, NavLink, Notice, NoticeKind, PageHead},
    pages::usage::{
        plot::{BAR, Plot, STEP, legend, round},
        scale,
    },
    routes,
    web::{Page, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_NUMBERS, show)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct NumbersQuery {
    periodo: String,
}

async fn show(visit: Visit, Query(query): Query<NumbersQuery>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let period = query.periodo.parse().unwrap_or(Period::Month);
    let numbers = approvals::numbers(&visit.scope, visit.catalogue(), period).await?;
    Ok(Page::new(&visit, t::numbers(locale), || {
        let is_empty = numbers.totals == Figures::default();
        let content = if is_empty {
            view! { <p class="soft">{t::no_numbers(locale)}</p> }.into_any()
        } else {
            view! { <Content numbers=&numbers visit=&visit/> }.into_any()
        };
        view! {
            <ApprovalNav visit=&visit/>
            <PageHead title=t::numbers(locale) lead=t::numbers_lead(locale)/>
            <PeriodNav period locale/>
            {numbers.is_cut.then(|| cut(locale))}
            {content}
        }
    }))
}

#[component]
fn PeriodNav(period: Period, locale: Locale) -> impl IntoView {
    let links = Period::ALL.iter().map(|it| {
        let name = match it {
            Period::Month => t::days_30(locale),
            Period::Quarter => t::days_90(locale),
        };
        let href = format!("{}?periodo={it}", routes::APPROVAL_NUMBERS);
        NavLink::new(href, name).current(*it == period)
    });
    view! { <LocalNav label=t::period(locale) links=links.collect()/> }
}

fn cut(locale: Locale) -> impl IntoView {
    let words = t::is_cut(locale, number::count(MAX_READ, locale));
    view! { <Notice kind=NoticeKind::Info title=words content=()/> }
}

#[component]
fn Content<'a>(numbers: &'a Numbers, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let days = numbers.days.iter().rev();
    let days = days.map(|it| (day_name(it.starts_at, visit), it.figures));
    let apis = numbers.apis.iter();
    let apis = apis.map(|(api, it)| (api.text(locale).name.clone(), *it));
    let managers = numbers.managers.iter();
    let managers = managers.map(|(manager, it)| (manager.name.clone(), *it));
    view! {
        {headline(&numbers.totals, locale)}
        {counts_plot(numbers, visit)}
        {time_plot(numbers, visit)}
        <FiguresTable title=t::by_api(locale) first=queue_words::api(locale) rows=apis.collect() locale/>
        <FiguresTable title=t::by_manager(locale) first=t::manager(locale) rows=managers.collect() locale/>
        <FiguresTable title=t::by_day(locale) first=t::day(locale) rows=days.collect() locale/>
    }
}

fn day_name(at: Timestamp, visit: &Visit) -> String {
    dates::date(at, visit.time_zone(), visit.locale)
}

fn headline(totals: &Figures, locale: Locale) -> impl IntoView + use<> {
    let figure = |name: &'static str, value: String| {
        view! { <div class="headline__figure"><dt>{name}</dt><dd>{value}</dd></div> }
    };
    view! {
        <dl class="headline">
            {figure(t::received(locale), number::count(totals.received, locale))}
            {figure(t::decided(locale), number::count(totals.decided(), locale))}
            {figure(t::median(locale), hours(totals.median, locale))}
            {figure(t::p90(locale), hours(totals.p90, locale))}
        </dl>
    }
}

/// "3,5 h úteis"; a dash where nothing was decided.
fn hours(time: Option<TimeDelta>, locale: Locale) -> String {
    time.map_or_else(
        || "–".to_owned(),
        |time| {
            let tenths = u128::from(minutes(time) / 6);
            t::hours(locale, number::decimal(tenths, locale))
        },
    )
}

fn minutes(time: TimeDelta) -> u64 {
    u64::try_from(time.num_minutes()).unwrap_or_default()
}

/// The plots are those of use, whose pieces of a period are days.
const fn window(period: Period) -> Window {
    match period {
        Period::Month => Window::Month,
        Period::Quarter => Window::Quarter,
    }
}

fn starts(numbers: &Numbers) -> Vec<Timestamp> {
    numbers.days.iter().map(|day| day.starts_at).collect()
}

/// What came and what was decided, side by side: one is drawn as an outline, the other is filled.
fn counts_plot(numbers: &Numbers, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let count = |value| number::count(value, locale);
    let most = numbers.days.iter().map(|day| {
        let figures = day.figures;
        figures.received.max(figures.decided())
    });
    let most = most.max().unwrap_or_default();
    let top = scale::above(most);
    let totals = &numbers.totals;
    let says = t::requests_plot_is(
        locale,
        count(totals.received),
        count(totals.decided()),
        count(most),
    );
    let bars = numbers.days.iter().enumerate();
    let bars = bars.map(|(index, day)| view! { <DayBars index day top visit/> });
    let bars = bars.collect_view();
    let legend = [
        legend("plot__key plot__key--outline", t::received(locale)),
        legend("plot__key plot__key--good", t::decided(locale)),
    ];
    let marks = [count(top), count(top / 2), count(0)];
    let starts = &starts(numbers);
    view! {
        <Plot
            id="plot-solicitacoes" title=t::requests_plot(locale) says marks legend
            starts window=window(numbers.period) visit shapes=bars
        />
    }
}

#[component]
fn DayBars<'a>(
    index: usize,
    day: &'a NumbersDay,
    top: u64,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let figures = day.figures;
    let count = |value| number::count(value, visit.locale);
    let says = t::day_is(
        visit.locale,
        day_name(day.starts_at, visit),
        count(figures.received),
        count(figures.decided()),
    );
    let half = BAR / 2;
    let left = index * STEP + (STEP - 2 * half) / 2;
    let bar = |class: &'static str, x: usize, value: u64| {
        let height = scale::height(value, top);
        let (y, height) = (round(100.0 - height), round(height));
        (value > 0).then(|| view! { <rect class=class x=x width=half y=y height=height/> })
    };
    view! {
        <g>
            <title>{says}</title>
            <rect class="plot__column" x=index * STEP width=STEP y="0" height="100"/>
            {bar("plot__bar plot__bar--outline", left, figures.received)}
            {bar("plot__bar plot__bar--good", left + half, figures.decided())}
        </g>
    }
}

/// Median and ninetieth percentile of each day on which something was decided.
fn time_plot(numbers: &Numbers, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let longest = numbers.days.iter().filter_map(|day| day.figures.p90).max();
    let top = scale::above(longest.map(minutes).unwrap_or_default().div_ceil(60));
    let totals = &numbers.totals;
    let says = t::time_plot_is(
        locale,
        hours(totals.median, locale),
        hours(totals.p90, locale),
    );
    let median = points(numbers, top, |figures| figures.median);
    let p90 = points(numbers, top, |figures| figures.p90);
    let shapes = view! {
        <g class="plot__line plot__line--p95"><path class="plot__dots" d=p90/></g>
        <g class="plot__line plot__line--p50"><path class="plot__dots" d=median/></g>
    };
    let legend = [
        legend("plot__key plot__key--p50", t::median(locale)),
        legend("plot__key plot__key--p95", t::p90(locale)),
    ];
    let mark = |hours: u64| t::hours(locale, number::count(hours, locale));
    let marks = [mark(top), mark(top / 2), "0".to_owned()];
    let starts = &starts(numbers);
    view! {
        <Plot
            id="plot-prazo" title=t::time_plot(locale) says marks legend
            starts window=window(numbers.period) visit shapes
        />
    }
}

/// A dot for each day, as a path.
fn points(numbers: &Numbers, top: u64, of: fn(&Figures) -> Option<TimeDelta>) -> String {
    let mut path = String::new();
    for (index, day) in numbers.days.iter().enumerate() {
        let Some(time) = of(&day.figures) else {
            continue;
        };
        let x = index * STEP + STEP / 2;
        let y = round(100.0 - scale::height(minutes(time), top.saturating_mul(60)));
        // Writing to a string does not fail.
        let _ = write!(path, "M{x} {y}h0");
    }
    path
}

#[component]
fn FiguresTable(
    title: &'static str,
    /// What the first column is called.
    first: &'static str,
    rows: Vec<(String, Figures)>,
    locale: Locale,
) -> impl IntoView {
    let count = move |value| number::count(value, locale);
    let rows = rows.into_iter().map(move |(name, it)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{count(it.received)}</td>
                <td>{count(it.approved)}</td>
                <td>{count(it.rejected)}</td>
                <td>{hours(it.median, locale)}</td>
                <td>{hours(it.p90, locale)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="panel">
            <h2>{title}</h2>
            <div class="numbers__scroll" tabindex="0" role="region" aria-label=title>
                <table class="grid">
                    <thead><tr>
                        <th scope="col">{first}</th>
                        <th scope="col">{t::received(locale)}</th>
                        <th scope="col">{t::approved(locale)}</th>
                        <th scope="col">{t::rejected(locale)}</th>
                        <th scope="col">{t::median(locale)}</th>
                        <th scope="col">{t::p90(locale)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
