//! The CNPJ: upper-cased and masked as one types, judged at once by the server's own rule.

use leptos::prelude::*;
use locales::{Locale, fields as t};
use values::cnpj::{check_typed, mask_typed};

use super::{
    icons::{ALERT, CHECK},
    words,
};

#[island]
pub fn CnpjField(
    locale: Locale,
    label: String,
    hint: String,
    value: String,
    error: Option<String>,
) -> impl IntoView {
    let (shown, set_shown) = signal(value.clone());
    // Until something is typed, what the server said stands.
    let (verdict, set_verdict) = signal(error.map_or(Verdict::Open, Verdict::Wrong));
    let typed = move |event| {
        let raw = event_target_value(&event);
        set_verdict.set(Verdict::of(&raw, locale));
        set_shown.set(mask_typed(&raw));
    };
    let wrong = move || verdict.with(|verdict| matches!(verdict, Verdict::Wrong(_)));
    view! {
        <div class="field" class:field--invalid=wrong>
            <label for="cnpj">{label}</label>
            <p class="field__hint" id="cnpj-hint">{hint}</p>
            <input
                id="cnpj" name="cnpj" class="mono" value=value prop:value=move || shown.get()
                autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"
                aria-describedby="cnpj-hint cnpj-error" aria-invalid=move || wrong().then_some("true")
                on:input=typed
            />
            <div aria-live="polite">
                <p
                    id="cnpj-error" hidden=move || verdict.with(|verdict| *verdict == Verdict::Open)
                    class=move || if wrong() { "field__error" } else { "field__ok" }
                >
                    <svg
                        class="icon" viewBox="0 0 24 24" aria-hidden="true"
                        inner_html=move || if wrong() { ALERT } else { CHECK }
                    ></svg>
                    {move || verdict.with(|verdict| verdict.words(locale))}
                </p>
            </div>
        </div>
    }
}

#[derive(PartialEq, Eq)]
enum Verdict {
    Open,
    Wrong(String),
    Fine,
}

impl Verdict {
    fn of(raw: &str, locale: Locale) -> Self {
        match check_typed(raw) {
            None => Self::Open,
            Some(Ok(_)) => Self::Fine,
            Some(Err(error)) => Self::Wrong(words::cnpj(error, locale).to_owned()),
        }
    }

    fn words(&self, locale: Locale) -> String {
        match self {
            Self::Open => String::new(),
            Self::Wrong(message) => message.clone(),
            Self::Fine => t::cnpj_fine(locale).to_owned(),
        }
    }
}
