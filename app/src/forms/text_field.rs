//! A labelled text field with its hint and its error, and the summary on top of a form.

use std::{borrow::Cow, collections::HashMap};

use leptos::prelude::*;
use locales::{Locale, common, fields as t};

use super::{Errors, message};
use crate::{
    components::{Icon, Symbol},
    web::text_only,
};

/// What is typed into a text field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    #[default]
    Text,
    /// A text that is typed as an address: browsers disagree on what a field of that type takes,
    /// and some change what was typed.
    Email,
    Phone,
    Date,
    /// A whole number: a field of that type changes what was typed.
    Number,
    /// Several lines.
    Paragraphs,
}

impl FieldKind {
    /// The `type` of the input.
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Email | Self::Number | Self::Paragraphs => "text",
            Self::Phone => "tel",
            Self::Date => "date",
        }
    }
}

/// A labelled text field with its error, if it has one. It takes whatever is typed: cut off, a
/// wrong value could become a right one.
#[component]
pub fn TextField<'a>(
    /// Also its `id`, which the error summary links to.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    /// None where it is empty.
    #[prop(optional, into)]
    hint: String,
    #[prop(optional)] kind: FieldKind,
    /// The token for browsers that fill in forms (WCAG 2.2 SC 1.3.5).
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    #[prop(optional)] optional: bool,
    /// In letters of one width.
    #[prop(optional)]
    mono: bool,
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
    let field_message = view! { <FieldMessage name=&name error/> };
    let labelled = name.clone();
    let input = if kind == FieldKind::Paragraphs {
        view! { <TextArea name value described_by invalid/> }.into_any()
    } else {
        view! { <TextInput name value kind autocomplete mono described_by invalid/> }.into_any()
    };
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=labelled>{label} " " {optional}</label>
            {has_hint.then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {input}
            {field_message}
        </div>
    }
}

#[component]
fn TextArea(
    name: String,
    value: String,
    described_by: Option<String>,
    invalid: bool,
) -> impl IntoView {
    view! {
        <textarea
            id=name.clone() name=name rows="5"
            aria-describedby=described_by aria-invalid=invalid.then_some("true")
            inner_html=textarea_content(&value)
        ></textarea>
    }
}

#[component]
fn TextInput(
    name: String,
    value: String,
    kind: FieldKind,
    autocomplete: Option<&'static str>,
    mono: bool,
    described_by: Option<String>,
    invalid: bool,
) -> impl IntoView {
    let is_address = kind == FieldKind::Email;
    let input_mode = match kind {
        FieldKind::Email => Some("email"),
        FieldKind::Number => Some("numeric"),
        _ => None,
    };
    view! {
        <input
            id=name.clone() name=name type=kind.input_type() value=value class:mono=mono
            inputmode=input_mode autocapitalize=is_address.then_some("none")
            spellcheck=is_address.then_some("false")
            autocomplete=autocomplete
            aria-describedby=described_by aria-invalid=invalid.then_some("true")
        />
    }
}

/// Browsers drop a newline in front.
fn textarea_content(text: &str) -> String {
    format!("\n{}", text_only(text))
}

pub(super) fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let mut ids = Vec::new();
    if hint {
        ids.push(format!("{name}-hint"));
    }
    if error {
        ids.push(format!("{name}-error"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The error under a field.
#[component]
pub fn FieldMessage<'a>(name: &'a str, error: Option<String>) -> impl IntoView + use<> {
    let id = format!("{name}-error");
    error.map(
        |error| view! { <p class="field__error" id=id><Icon symbol=Symbol::Alert/> {error}</p> },
    )
}

/// What a field is called in the summary of a form's errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldLabel {
    field: Cow<'static, str>,
    text: Cow<'static, str>,
}

impl FieldLabel {
    pub fn new(field: impl Into<Cow<'static, str>>, text: impl Into<Cow<'static, str>>) -> Self {
        let (field, text) = (field.into(), text.into());
        Self { field, text }
    }
}

/// What is wrong, on top of the form: takes the focus, and links to each field.
#[component]
pub fn ErrorSummary<'a>(
    errors: &'a Errors,
    #[prop(into)] labels: Vec<FieldLabel>,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = labels.into_iter().enumerate();
    let labels: HashMap<_, _> = labels
        .map(|(place, label)| (label.field, (place, label.text)))
        .collect();
    let place = |field: &str| labels.get(field).map_or(usize::MAX, |(place, _)| *place);
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|(field, _)| place(field));
    let lines = errors.into_iter().map(|(field, error)| {
        let message = message(error, locale);
        let line = match labels.get(field) {
            Some((_, label)) if label.ends_with('?') => format!("{label} {message}"),
            Some((_, label)) => format!("{label}: {message}"),
            None => message,
        };
        view! { <li><a href=format!("#{field}")>{line}</a></li> }
    });
    let lines: Vec<_> = lines.collect();
    let title = match lines.len() {
        1 => t::check_one(locale).to_owned(),
        count => t::check_many(locale, count),
    };
    (!lines.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2><Icon symbol=Symbol::Alert/> {title}</h2>
                <ul>
                    {lines}
                </ul>
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::textarea_content;

    #[test]
    fn nothing_breaks_out_of_a_textarea() {
        assert_eq!(
            textarea_content("a & b</textarea><script>&lt;"),
            "\na &amp; b&lt;/textarea>&lt;script>&amp;lt;"
        );
    }
}
