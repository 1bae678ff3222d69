//! A password with a button to show it and, for a new one, its rules ticking as one types.

use js_sys::JsString;
use leptos::prelude::*;
use locales::{Locale, fields as t};
use values::PasswordRule;

use super::words;

#[island]
pub fn PasswordField(
    locale: Locale,
    name: String,
    label: String,
    /// `current-password` or `new-password`.
    autocomplete: String,
    error: Option<String>,
    /// Whether to show the rules of a new password.
    rules: bool,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (shown, set_shown) = signal(false);
    let (typed, set_typed) = signal(String::new());
    Effect::new(move |_| set_ready.set(true));
    let (id, controls) = (name.clone(), name.clone());
    let error_id = format!("{name}-error");
    let rules_id = format!("{name}-rules");
    let described_by = [rules.then(|| rules_id.clone()), error.as_ref().map(|_| error_id.clone())];
    let described_by = described_by.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described_by = (!described_by.is_empty()).then_some(described_by);
    let invalid = error.is_some();
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=name.clone()>{label}</label>
            <div class="password-field">
                <input
                    id=id name=name autocomplete=autocomplete maxlength="512"
                    type=move || if shown.get() { "text" } else { "password" }
                    aria-describedby=described_by aria-invalid=invalid.then_some("true")
                    on:input=move |event| set_typed.set(normalized(&event_target_value(&event)))
                />
                <button
                    type="button" class="password-field__toggle" aria-controls=controls
                    aria-pressed=move || shown.get().to_string() hidden=move || !ready.get()
                    on:click=move |_| set_shown.update(|shown| *shown = !*shown)
                >
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=EYE></svg>
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=EYE_OFF></svg>
                    <span class="visually-hidden">{t::show_password(locale)}</span>
                </button>
            </div>
            {error.map(|error| view! { <p class="field__error" id=error_id>{error}</p> })}
            {rules.then(|| view! {
                <ul class="checklist" role="list" id=rules_id>
                    {PasswordRule::ALL.into_iter().map(|rule| checklist_item(rule, typed, locale)).collect_view()}
                </ul>
            })}
        </div>
    }
}

/// NFC, as the server normalises.
fn normalized(typed: &str) -> String {
    JsString::from(typed).normalize("NFC").into()
}

fn checklist_item(rule: PasswordRule, typed: ReadSignal<String>, locale: Locale) -> impl IntoView {
    let met = move || typed.with(|typed| rule.holds(typed));
    view! {
        <li class:is-met=met>
            {words::password_rule(rule, locale)}
            <span class="visually-hidden">{move || met().then(|| format!(" ({})", t::rule_met(locale)))}</span>
        </li>
    }
}

const EYE: &str = "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'/><circle cx='12' cy='12' r='2.75'/>";
const EYE_OFF: &str = "<path d='M9.5 5.9A8.6 8.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.4M6.3 7.3A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.6-1.3M10 10.1a2.75 2.75 0 0 0 3.9 3.9M4 4l16 16'/>";
