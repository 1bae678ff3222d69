//! The conditions of an approval, as rows of a description list.

use domain::{applications::StoredConditions, dates};
use leptos::prelude::*;
use locales::{Locale, conditions as t, number};

use super::{Fact, MachineFact};

/// A row for each condition that was set.
#[component]
pub fn ConditionFacts<'a>(
    conditions: &'a StoredConditions,
    locale: Locale,
) -> impl IntoView + use<> {
    let day = |day| dates::day(day, locale);
    let starts_on = conditions.starts_on.map(day);
    let ends_on = conditions.ends_on.map(day);
    let calls = conditions.quota();
    let calls = calls.map(|calls| number::count(calls.into(), locale));
    let contract = conditions.contract_number.clone();
    view! {
        {starts_on.map(|day| view! { <Fact name=t::starts_on(locale) value=day/> })}
        {ends_on.map(|day| view! { <Fact name=t::ends_on(locale) value=day/> })}
        {calls.map(|calls| view! { <Fact name=t::calls(locale) value=calls/> })}
        {contract.map(|number| view! {
            <MachineFact name=t::contract_number(locale) value=number/>
        })}
    }
}
