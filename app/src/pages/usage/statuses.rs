//! How often each status was answered, and what it means.

use domain::{catalogue::Api, usage::Report};
use leptos::prelude::*;
use locales::{Locale, number, usage as t};

use super::numbers;
use crate::components::StatusMeaning;

/// With what the API says of each status, where it is one API's; in general words where it says
/// nothing.
#[component]
pub(super) fn StatusTable<'a>(
    report: &'a Report,
    api: Option<&'a Api>,
    locale: Locale,
) -> impl IntoView + use<> {
    let calls = report.totals.calls;
    let meaning = |status: u16| {
        let answer = api.and_then(|api| api.text(locale).answer(status, None));
        StatusMeaning::of(status, answer, locale).cause
    };
    let told = api.is_some();
    let rows = report.statuses.iter().map(|(status, number)| {
        view! {
            <tr>
                <th scope="row"><span class=stamp(*status)>{*status}</span></th>
                {told.then(|| view! { <td class="grid__words">{meaning(*status)}</td> })}
                <td>{number::count(*number, locale)}</td>
                <td>{numbers::share(*number, calls, locale)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section">
            <h2>{t::statuses(locale)}</h2>
            <div class="numbers__scroll" tabindex="0" role="region" aria-label=t::statuses(locale)>
                <table class="grid">
                    <thead><tr>
                        <th scope="col">{t::status(locale)}</th>
                        {told.then(|| view! { <th scope="col" class="grid__words">{t::meaning(locale)}</th> })}
                        <th scope="col">{t::calls(locale)}</th>
                        <th scope="col">{t::part(locale)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The classes of the stamp of a status: errors of the caller look different from errors of the
/// API.
pub(super) const fn stamp(status: u16) -> &'static str {
    match status {
        0..400 => "stamp stamp--good",
        400..500 => "stamp stamp--wait",
        _ => "stamp stamp--bad",
    }
}
