//! A labelled choice of one of many.

use leptos::prelude::*;
use locales::{Locale, common};

use super::{Errors, FieldMessage, message, text_field::described_by};

/// One of the options, by the value that the form sends.
pub struct SelectOption {
    pub value: String,
    pub text: String,
}

/// Nothing is chosen until somebody chooses.
#[component]
pub fn SelectField<'a>(
    /// Also its `id`, which the error summary links to.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    /// None where it is empty.
    #[prop(optional, into)]
    hint: String,
    options: Vec<SelectOption>,
    /// The value that was chosen.
    chosen: &'a str,
    #[prop(optional)] optional: bool,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let error = errors.get(&name).map(|error| message(error, locale));
    let invalid = error.is_some();
    let hint_id = format!("{name}-hint");
    let has_hint = !hint.is_empty();
    let described_by = described_by(&name, has_hint, invalid);
    let optional = optional.then(|| {
        view! { <span class="field__optional">{common::optional(locale)}</span> }
    });
    let options = options.into_iter().map(|option| {
        let selected = option.value == chosen;
        view! { <option value=option.value selected=selected>{option.text}</option> }
    });
    let options = options.collect_view();
    let field_message = view! { <FieldMessage name=&name error/> };
    let labelled = name.clone();
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=labelled>{label} " " {optional}</label>
            {has_hint.then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <select
                id=name.clone() name=name aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            >
                <option value="">{common::choose(locale)}</option>
                {options}
            </select>
            {field_message}
        </div>
    }
}
