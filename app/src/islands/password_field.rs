//! A password with a button to show it and, for a new one, its rules ticking as one types.

use js_sys::JsString;
use leptos::{html::Input, prelude::*};
use locales::{Locale, fields as t};
use values::PasswordRule;

use super::{
    icons::{ALERT, EYE, EYE_OFF, sign},
    words,
};

#[island]
pub fn PasswordField(
    locale: Locale,
    name: String,
    /// The name, where there is but one such field.
    #[prop(optional)]
    id: Option<String>,
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
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        set_ready.set(true);
        // What was typed before there was anybody to listen.
        if let Some(input) = field.get() {
            set_typed.set(normalized(&input.value()));
        }
    });
    let id = id.unwrap_or_else(|| name.clone());
    let (labelled, controls) = (id.clone(), id.clone());
    let error_id = format!("{id}-error");
    let rules_id = format!("{id}-rules");
    let described_by = ids([
        rules.then(|| rules_id.clone()),
        error.as_ref().map(|_| error_id.clone()),
    ]);
    let invalid = error.is_some();
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=labelled>{label}</label>
            <div class="password-field">
                <input
                    id=id name=name autocomplete=autocomplete node_ref=field
                    type=move || if shown.get() { "text" } else { "password" }
                    aria-describedby=described_by aria-invalid=invalid.then_some("true")
                    on:input=move |event| set_typed.set(normalized(&event_target_value(&event)))
                />
                <button
                    type="button" class="password-field__toggle" aria-controls=controls
                    aria-pressed=move || shown.get().to_string() hidden=move || !ready.get() data-needs-script=""
                    on:click=move |_| set_shown.update(|shown| *shown = !*shown)
                >
                    {sign(EYE)}
                    {sign(EYE_OFF)}
                    <span class="visually-hidden">{t::show_password(locale)}</span>
                </button>
            </div>
            {error.map(|error| view! { <p class="field__error" id=error_id>{sign(ALERT)} {error}</p> })}
            {rules.then(|| view! {
                <ul class="checklist" role="list" id=rules_id>
                    {PasswordRule::ALL.into_iter().map(|rule| checklist_item(rule, typed, locale)).collect_view()}
                </ul>
            })}
        </div>
    }
}

/// Those that are there, as an attribute has them.
fn ids(ids: [Option<String>; 2]) -> Option<String> {
    let there: Vec<_> = ids.into_iter().flatten().collect();
    (!there.is_empty()).then(|| there.join(" "))
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
