//! The CNPJ: upper-cased and masked as one types, judged at once by the server's own rule.
//!
//! The element keeps what is in it: what was typed before the island woke, the caret, and the
//! browser's own undo.

use leptos::{
    html::Input,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Event, HtmlDocument, HtmlInputElement, InputEvent},
};
use locales::{Locale, fields as t};
use values::cnpj::{check_typed, count_typed, mask_typed, place_after};

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
    // Until something else is typed, what the server said stands.
    let (verdict, set_verdict) = signal(error.map_or(Verdict::Open, Verdict::Wrong));
    let field = NodeRef::<Input>::new();
    let judge =
        move |input: &HtmlInputElement| set_verdict.set(Verdict::of(&input.value(), locale));
    let served = value.clone();
    Effect::new(move |_| {
        if let Some(input) = field.get().filter(|input| input.value() != served) {
            judge(&input);
            mask_at_once(&input);
        }
    });
    let typed = move |event: Event| {
        let input = event_target::<HtmlInputElement>(&event);
        judge(&input);
        if !is_left_alone(&event) {
            // Masking types, too, and so comes after this event.
            queue_microtask(move || mask_in_place(&input));
        }
    };
    let left = move |event| mask_at_once(&event_target(&event));
    let wrong = move || verdict.with(|verdict| matches!(verdict, Verdict::Wrong(_)));
    view! {
        <div class="field" class:field--invalid=wrong>
            <label for="cnpj">{label}</label>
            <p class="field__hint" id="cnpj-hint">{hint}</p>
            <input
                id="cnpj" name="cnpj" class="mono" value=value node_ref=field translate="no"
                autocomplete="off" autocapitalize="characters" spellcheck="false"
                aria-describedby="cnpj-hint cnpj-error" aria-invalid=move || wrong().then_some("true")
                on:input=typed on:change=left
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

/// While a keyboard still composes, and where something is undone or done again.
fn is_left_alone(event: &Event) -> bool {
    let event = event.dyn_ref::<InputEvent>();
    event.is_some_and(|event| event.is_composing() || event.input_type().starts_with("history"))
}

/// Masks what is in the field where somebody is typing: as if typed, so that it can be undone.
fn mask_in_place(input: &HtmlInputElement) {
    let typed = input.value();
    let masked = mask_typed(&typed);
    if masked == typed {
        return;
    }
    let caret = input.selection_start().ok().flatten();
    let before = caret.map(|caret| {
        typed
            .encode_utf16()
            .take(caret as usize)
            .collect::<Vec<_>>()
    });
    let counted = before.map(|before| count_typed(&String::from_utf16_lossy(&before)));
    input.select();
    if !types(&masked) {
        input.set_value(&masked);
    }
    if let Some(place) =
        counted.and_then(|counted| u32::try_from(place_after(&masked, counted)).ok())
    {
        // Where the caret cannot go, it stays.
        let _ = input.set_selection_range(place, place);
    }
}

/// Puts a text in place of the selected one, as a keyboard would: there is no other way that
/// leaves the browser's undo as it is. Whether the browser did.
fn types(text: &str) -> bool {
    let document = document().dyn_into::<HtmlDocument>();
    let typed = document
        .ok()
        .map(|document| document.exec_command_with_show_ui_and_value("insertText", false, text));
    typed.is_some_and(Result::unwrap_or_default)
}

/// Masks what is in the field where nobody is typing any more, or nobody did.
fn mask_at_once(input: &HtmlInputElement) {
    let typed = input.value();
    let masked = mask_typed(&typed);
    if masked == typed {
        return;
    }
    let is_typing = document()
        .active_element()
        .is_some_and(|active| active.is_same_node(Some(input)));
    if is_typing {
        mask_in_place(input);
    } else {
        input.set_value(&masked);
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
