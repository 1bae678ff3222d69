//! What to try: one test value of one operation.

use domain::{
    catalogue::{Api, Plan},
    requests::Status,
    sandbox::{Case, Operation},
    usage::SANDBOX_CALLS,
};
use leptos::prelude::*;
use locales::{Locale, number, try_it as t};

use super::TryTarget;
use crate::forms::{ErrorSummary, Errors, FieldLabel, FieldMessage, message};

/// The name of the field.
pub const CASE: &str = "caso";

fn operations(api: &Api) -> &[Operation] {
    api.sandbox
        .as_deref()
        .map_or(&[], |sandbox| sandbox.operations())
}

/// As the form sends it.
fn value(operation: &Operation, case: &Case) -> String {
    format!("{}/{}", operation.id, case.id)
}

/// What was chosen; none of what the API does not have.
pub fn operation_and_case<'a>(api: &'a Api, chosen: &str) -> Option<(&'a Operation, &'a Case)> {
    operations(api)
        .iter()
        .flat_map(|operation| operation.cases.iter().map(move |case| (operation, case)))
        .find(|(operation, case)| value(operation, case) == chosen)
}

/// The browser comes to the result at once.
#[component]
pub fn CaseForm<'a>(
    target: &'a TryTarget,
    chosen: &'a str,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let api = &target.application.api;
    let error = errors.get(CASE).map(|error| message(error, locale));
    let invalid = error.is_some();
    let described_by = if invalid {
        "caso-hint caso-error"
    } else {
        "caso-hint"
    };
    let groups = operations(api).iter();
    let groups = groups.map(|operation| view! { <CaseOptions api operation chosen locale/> });
    view! {
        <ErrorSummary errors labels=[FieldLabel::new(CASE, t::case(locale))] locale/>
        <form class="form" method="post" action=format!("{}#resultado", target.path())>
            <div class="field" class:field--invalid=invalid>
                <label for=CASE>{t::case(locale)}</label>
                <p class="field__hint" id="caso-hint">{t::case_hint(locale)}</p>
                <select
                    id=CASE name=CASE aria-describedby=described_by
                    aria-invalid=invalid.then_some("true")
                >
                    {groups.collect_view()}
                </select>
                <FieldMessage name=CASE error/>
            </div>
            <div class="actions">
                <button class="btn">{t::submit(locale)}</button>
                <p class="soft small">{counts(target, locale)}</p>
            </div>
        </form>
    }
}

#[component]
fn CaseOptions<'a>(
    api: &'a Api,
    operation: &'a Operation,
    chosen: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let summary = &operation.summary[locale as usize];
    let label = format!(
        "{summary} · {} {}{}",
        operation.method, api.base_path, operation.path
    );
    let options = operation.cases.iter().map(|case| {
        let value = value(operation, case);
        let selected = value == chosen;
        let label = format!("{} · {}", case.status, case.label[locale as usize]);
        view! { <option value=value selected=selected>{label}</option> }
    });
    view! { <optgroup label=label>{options.collect_view()}</optgroup> }
}

/// Whose calls it takes.
fn counts(target: &TryTarget, locale: Locale) -> String {
    match (target.application.status, target.application.plan) {
        (Status::Approved, Plan::Trial) => t::counts(locale).to_owned(),
        _ => t::counts_sandbox(locale, number::count(SANDBOX_CALLS, locale)),
    }
}
