//! The values that the sandbox of an API knows, and what it answers them.

use domain::{
    catalogue::Api,
    sandbox::{Case, Operation, TestValue},
};
use leptos::prelude::*;
use locales::{Locale, api as t};

#[component]
pub fn TestValues<'a>(api: &'a Api, id: &'static str, locale: Locale) -> impl IntoView {
    let operations = api
        .sandbox
        .as_deref()
        .map_or(&[][..], |sandbox| sandbox.operations());
    view! {
        <section class="section" id=id>
            <h2>{t::test_values(locale)}</h2>
            <p class="soft">{t::test_values_lead(locale)}</p>
            {operations.iter().map(|operation| view! { <TestValueTable api operation locale/> }).collect_view()}
        </section>
    }
}

#[component]
fn TestValueTable<'a>(api: &'a Api, operation: &'a Operation, locale: Locale) -> impl IntoView {
    let summary = operation.summary[locale as usize].as_str();
    let address = format!("{} {}{}", operation.method, api.base_path, operation.path);
    view! {
        <h3>{summary}</h3>
        <p><code translate="no">{address}</code></p>
        <table class="table">
            <caption class="visually-hidden">{t::test_values_of(locale, summary)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t::test_value(locale)}</th>
                    <th scope="col">{t::status(locale)}</th>
                    <th scope="col">{t::code(locale)}</th>
                    <th scope="col">{t::situation(locale)}</th>
                </tr>
            </thead>
            <tbody>{operation.cases.iter().map(|case| row(case, locale)).collect_view()}</tbody>
        </table>
        <p class="soft small">{t::otherwise(locale, operation.otherwise)}</p>
    }
}

fn row(case: &Case, locale: Locale) -> impl IntoView {
    view! {
        <tr>
            <td class="table__title">{case.values.iter().map(value).collect_view()}</td>
            <td data-label=t::status(locale)><code translate="no">{case.status}</code></td>
            <td data-label=t::code(locale)><code translate="no" class="nowrap">{case.code.as_str()}</code></td>
            <td data-label=t::situation(locale)>{case.label[locale as usize].as_str()}</td>
        </tr>
    }
}

fn value(value: &TestValue) -> impl IntoView {
    view! {
        <div class="test-value">
            <span class="soft small mono">{value.field.as_str()}</span> " "
            <code translate="no">{value.value.as_str()}</code>
        </div>
    }
}
