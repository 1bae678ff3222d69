//! A report on a page: the figures, the plots, and the same numbers as a table.

use domain::usage::{Bucket, CallKind, Report};
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::{axis, numbers, plot};
use crate::web::Visit;

#[component]
pub(super) fn UsageReport<'a>(report: &'a Report, visit: &'a Visit) -> impl IntoView + use<> {
    view! {
        {headline(report, visit.locale)}
        {plot::calls(report, visit)}
        {plot::latency(report, visit)}
        {table(report, visit)}
    }
}

fn headline(report: &Report, locale: Locale) -> impl IntoView + use<> {
    let totals = &report.totals;
    let errors = number::count(totals.errors, locale);
    view! {
        <section aria-label=t::figures(locale)>
            <dl class="headline">
                <Figure
                    name=t::calls(locale) value=number::count(totals.calls, locale)
                    note=kinds(report, locale)
                />
                <Figure
                    name=t::failed(locale) value=errors note=numbers::error_share(totals, locale)
                />
                <Figure
                    name=t::median(locale) value=numbers::latency(totals.p50, locale)
                    note=t::median_hint(locale).to_owned()
                />
                <Figure
                    name=t::p95(locale) value=numbers::latency(totals.p95, locale)
                    note=t::p95_hint(locale).to_owned()
                />
            </dl>
        </section>
    }
}

#[component]
fn Figure(name: &'static str, value: String, note: String) -> impl IntoView {
    view! {
        <div class="headline__figure">
            <dt>{name}</dt>
            <dd>{value} <small>{note}</small></dd>
        </div>
    }
}

/// How many calls were made on which plan: "Trial 90 · Pay Per Use 12".
fn kinds(report: &Report, locale: Locale) -> String {
    let told = |(kind, _): &&(CallKind, u64)| kind.keys() == report.keys;
    let each = report.kinds.iter().filter(told).map(|(kind, calls)| {
        let name = numbers::kind(*kind, locale);
        format!("{name} {}", number::count(*calls, locale))
    });
    each.collect::<Vec<_>>().join(" · ")
}

fn table(report: &Report, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let newest_first = report.buckets.iter().rev();
    let rows = newest_first.map(|bucket| {
        let when = axis::label(bucket.starts_at, report.window, visit.time_zone(), locale);
        view! { <BucketRow bucket when locale/> }
    });
    view! {
        <details class="numbers">
            <summary>{t::table(locale)}</summary>
            <div class="numbers__scroll" tabindex="0" role="region" aria-label=t::figures(locale)>
                <table class="grid">
                    <thead><tr>
                        <th scope="col">{t::start(locale)}</th>
                        <th scope="col">{t::calls(locale)}</th>
                        <th scope="col">{t::succeeded(locale)}</th>
                        <th scope="col">{t::failed(locale)}</th>
                        <th scope="col">{t::median_ms(locale)}</th>
                        <th scope="col">{t::p95_ms(locale)}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

#[component]
fn BucketRow<'a>(bucket: &'a Bucket, when: String, locale: Locale) -> impl IntoView + use<> {
    let figures = &bucket.figures;
    let count = |calls| number::count(calls, locale);
    view! {
        <tr>
            <th scope="row"><time datetime=bucket.starts_at.to_rfc3339()>{when}</time></th>
            <td>{count(figures.calls)}</td>
            <td>{count(figures.successes())}</td>
            <td>{count(figures.errors)}</td>
            <td>{numbers::millis(figures.p50, locale)}</td>
            <td>{numbers::millis(figures.p95, locale)}</td>
        </tr>
    }
}
