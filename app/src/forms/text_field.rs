//! A labelled text field with its hint and its error, and the summary on top of a form.

use leptos::prelude::*;
use locales::{Locale, common, fields as t};

use super::{Errors, message};
use crate::{
    components::{Icon, icon},
    web::text_only,
};

/// A text input; `name` is also its `id`, which the error summary links to. It takes whatever is
/// typed: cut off, a wrong value could become a right one.
#[derive(Clone, Debug, Default)]
pub struct TextField {
    pub name: &'static str,
    pub label: &'static str,
    pub value: String,
    pub hint: Option<&'static str>,
    /// The `type` of the input; `text` when empty. `textarea` makes one, and `email` a text that
    /// is typed as an address: browsers disagree on what a field of that type takes, and some
    /// change what was typed.
    pub kind: &'static str,
    /// The `autocomplete` token (WCAG 2.2 SC 1.3.5).
    pub autocomplete: &'static str,
    pub optional: bool,
    pub mono: bool,
}

impl TextField {
    /// The field with its error, if it has one.
    pub fn view(self, errors: &Errors, locale: Locale) -> impl IntoView + use<> {
        let error = errors.get(self.name).map(|error| message(error, locale));
        let invalid = error.is_some();
        let hint_id = format!("{}-hint", self.name);
        let described_by = described_by(self.name, self.hint.is_some(), invalid);
        let optional = self.optional.then(|| {
            view! { <span class="field__optional">{common::optional(locale)}</span> }
        });
        view! {
            <div class="field" class:field--invalid=invalid>
                <label for=self.name>{self.label} " " {optional}</label>
                {self.hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
                {self.input(described_by, invalid)}
                {field_error(self.name, error)}
            </div>
        }
    }

    fn input(&self, described_by: Option<String>, invalid: bool) -> AnyView {
        let invalid = invalid.then_some("true");
        if self.kind == "textarea" {
            return view! {
                <textarea
                    id=self.name name=self.name rows="5"
                    aria-describedby=described_by aria-invalid=invalid
                    inner_html=textarea_content(&self.value)
                ></textarea>
            }
            .into_any();
        }
        let is_address = self.kind == "email";
        let kind = if self.kind.is_empty() || is_address {
            "text"
        } else {
            self.kind
        };
        let autocomplete = (!self.autocomplete.is_empty()).then_some(self.autocomplete);
        view! {
            <input
                id=self.name name=self.name type=kind value=self.value.clone() class:mono=self.mono
                inputmode=is_address.then_some("email") autocapitalize=is_address.then_some("none")
                spellcheck=is_address.then_some("false")
                autocomplete=autocomplete
                aria-describedby=described_by aria-invalid=invalid
            />
        }
        .into_any()
    }
}

/// Browsers drop a newline in front.
fn textarea_content(text: &str) -> String {
    format!("\n{}", text_only(text))
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
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
pub fn field_error(name: &str, error: Option<String>) -> impl IntoView + use<> {
    let id = format!("{name}-error");
    error.map(|error| view! { <p class="field__error" id=id>{icon(Icon::Alert)} {error}</p> })
}

/// What is wrong, on top of the form: takes the focus, and links to each field.
pub fn error_summary(
    errors: &Errors,
    labels: &[(&'static str, &'static str)],
    locale: Locale,
) -> impl IntoView + use<> {
    let label = |field: &str| {
        labels
            .iter()
            .find_map(|(name, label)| (*name == field).then_some(*label))
    };
    let place = |field: &str| labels.iter().position(|(name, _)| *name == field);
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|(field, _)| place(field).unwrap_or(labels.len()));
    let lines: Vec<(String, String)> = errors
        .into_iter()
        .map(|(field, error)| {
            let message = message(error, locale);
            (
                format!("#{field}"),
                label(field).map_or_else(|| message.clone(), |label| format!("{label}: {message}")),
            )
        })
        .collect();
    let title = match lines.len() {
        1 => t::check_one(locale).to_owned(),
        count => t::check_many(locale, count),
    };
    (!lines.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2>{icon(Icon::Alert)} {title}</h2>
                <ul>
                    {lines.into_iter().map(|(href, line)| view! { <li><a href=href>{line}</a></li> }).collect_view()}
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
