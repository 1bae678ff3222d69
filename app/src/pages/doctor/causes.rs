//! All that the examination looks for, as tables.

use domain::values::doctor::Kind;
use leptos::prelude::*;
use locales::{Locale, doctor as t};

use super::words::{GROUPS, commands_view, words};

pub fn causes(public_url: &str, locale: Locale) -> impl IntoView + use<> {
    let tables = GROUPS.iter().map(|group| {
        view! { <CauseTable name=(group.name)(locale) kinds=group.kinds public_url locale/> }
    });
    view! {
        <section class="section" id="causas">
            <h2>{t::causes(locale)}</h2>
            <p class="soft">{t::causes_lead(locale)}</p>
            {tables.collect_view()}
        </section>
    }
}

#[component]
fn CauseTable<'a>(
    name: &'static str,
    kinds: &'a [Kind],
    public_url: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let (cause, remedy) = if kinds.iter().all(|kind| kind.is_fine()) {
        (t::finding(locale), t::next(locale))
    } else {
        (t::cause(locale), t::remedy(locale))
    };
    let rows = kinds.iter().map(|kind| {
        let words = words(*kind, public_url, locale);
        view! {
            <tr>
                <th scope="row" class="table__title">{words.cause}</th>
                <td data-label=remedy><p>{words.remedy}</p> {commands_view(words.commands)}</td>
            </tr>
        }
    });
    view! {
        <table class="table causes">
            <caption>{name}</caption>
            <thead><tr><th scope="col">{cause}</th><th scope="col">{remedy}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
