//! The fields of a call: one for each parameter, and one for the body.

use domain::gateway::MAX_CALL_BYTES;
use leptos::prelude::*;
use locales::{Locale, reference, try_it as t};
use openapi::reference::{Operation, Parameter, Place};

use super::{
    super::reference::{Description, kind},
    body::{BODY, BodyField, BodyForm, FieldKind, body_form, choices},
    typed::{LOST, Typed, field_name, text},
};
use crate::{
    forms::{FieldMessage, message},
    web::text_only,
};

#[component]
pub fn CallFields<'a>(
    operation: &'a Operation,
    typed: &'a Typed,
    locale: Locale,
) -> impl IntoView + use<> {
    let places = [
        (Place::Path, reference::in_path(locale)),
        (Place::Query, reference::in_query(locale)),
        (Place::Header, reference::in_header(locale)),
        (Place::Cookie, reference::in_cookie(locale)),
    ];
    let numbered: Vec<_> = operation.parameters.iter().enumerate().collect();
    let groups = places.into_iter().map(|(place, title)| {
        let here = numbered.iter().filter(|(_, it)| it.place == place);
        let fields: Vec<_> = here
            .map(|(number, it)| parameter_field(*number, it, typed, locale))
            .collect();
        (!fields.is_empty()).then(|| {
            view! { <fieldset class="try__group"><legend>{title}</legend>{fields}</fieldset> }
        })
    });
    let groups = groups.collect_view();
    let body = body_fields(operation, typed, locale);
    let is_empty = operation.parameters.is_empty() && body.is_none();
    view! {
        {groups}
        {body}
        {is_empty.then(|| view! { <p class="soft">{t::no_fields(locale)}</p> })}
    }
}

fn parameter_field(number: usize, parameter: &Parameter, typed: &Typed, locale: Locale) -> AnyView {
    let id = format!("campo-{number}");
    let hint = format!("{id}-tipo");
    let value = typed.parameter(parameter);
    let input = if parameter.schema.values.is_empty() {
        view! {
            <input
                id=id.clone() name=field_name(parameter) value=value class="mono"
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby=hint.clone()
            />
        }
        .into_any()
    } else {
        let choice = Choice {
            id: &id,
            name: &field_name(parameter),
            hint: &hint,
            required: parameter.required,
        };
        choice.of(choices(&parameter.schema), &value, locale)
    };
    view! {
        <div class="field">
            <label for=id>{field_label(&parameter.name, parameter.required, locale)}</label>
            <div class="field__hint" id=hint>
                <p>{hint_text(parameter, locale)}</p>
                <Description text=&parameter.description locale/>
            </div>
            {input}
        </div>
    }
    .into_any()
}

/// The type, and an example where the field has none.
fn hint_text(parameter: &Parameter, locale: Locale) -> String {
    let kind = kind(&parameter.schema, locale);
    match parameter.example().filter(|_| !parameter.required) {
        Some(example) => format!("{kind} · {}", t::example(locale, text(example))),
        None => kind,
    }
}

/// A choice of values.
struct Choice<'a> {
    id: &'a str,
    name: &'a str,
    hint: &'a str,
    required: bool,
}

impl Choice<'_> {
    /// The values that are allowed, and what was typed besides.
    fn of(self, mut values: Vec<String>, chosen: &str, locale: Locale) -> AnyView {
        if !chosen.is_empty() && !values.iter().any(|value| value == chosen) {
            values.push(chosen.to_owned());
        }
        let options = values.into_iter().map(|value| {
            let (selected, name) = (value == chosen, value.clone());
            view! { <option value=value selected=selected>{name}</option> }
        });
        let options = options.collect_view();
        let none = (!self.required)
            .then(|| view! { <option value="">{t::left_out_value(locale)}</option> });
        view! {
            <select
                id=self.id.to_owned() name=self.name.to_owned() aria-describedby=self.hint.to_owned()
            >
                {none} {options}
            </select>
        }
        .into_any()
    }
}

fn body_fields(operation: &Operation, typed: &Typed, locale: Locale) -> Option<AnyView> {
    let media_type = operation.first_body()?.media_type.clone();
    let hint = view! { <code translate="no">{media_type}</code> };
    Some(match body_form(operation)? {
        BodyForm::Text(_) => body_text(operation, typed, hint, locale),
        BodyForm::File => {
            let label = view! { {reference::request_body(locale)} };
            file_field(BODY, label, hint, false, typed, locale)
        }
        BodyForm::Fields(fields) => {
            // Should there be no room for a file, what stands before it was read.
            let (files, texts): (Vec<_>, Vec<_>) = fields.iter().partition(|it| it.is_file());
            let fields = texts.into_iter().chain(files);
            let fields = fields.map(|field| body_field(field, typed, locale));
            let fields: Vec<_> = fields.collect();
            view! {
                <fieldset class="try__group">
                    <legend>{reference::request_body(locale)}</legend>
                    <p class="field__hint">{hint}</p>
                    {fields}
                </fieldset>
            }
            .into_any()
        }
    })
}

fn body_text(
    operation: &Operation,
    typed: &Typed,
    media_type: impl IntoView + 'static,
    locale: Locale,
) -> AnyView {
    // Browsers drop a newline in front.
    let content = format!("\n{}", text_only(&typed.body(operation)));
    view! {
        <div class="field">
            <label for=BODY>{reference::request_body(locale)}</label>
            <p class="field__hint" id="corpo-tipo">{media_type}</p>
            <textarea
                id=BODY name=BODY class="try__body" spellcheck="false" autocapitalize="none"
                aria-describedby="corpo-tipo" translate="no" inner_html=content
            ></textarea>
        </div>
    }
    .into_any()
}

fn body_field(field: &BodyField<'_>, typed: &Typed, locale: Locale) -> AnyView {
    let (id, schema) = (field.name(), &field.property.schema);
    let label = field_label(&field.property.name, field.property.required, locale);
    let hint = view! {
        <p>{kind(schema, locale)}</p>
        <Description text=&schema.description locale/>
    };
    let described_by = format!("{id}-tipo");
    let value = field.value(typed);
    let input = match &field.kind {
        FieldKind::File | FieldKind::Files => {
            let several = field.kind == FieldKind::Files;
            return file_field(&id, label, hint, several, typed, locale);
        }
        FieldKind::Json => {
            let content = format!("\n{}", text_only(&value));
            view! {
                <textarea
                    id=id.clone() name=id.clone() class="mono" rows="3" spellcheck="false"
                    autocapitalize="none" aria-describedby=described_by.clone() translate="no"
                    inner_html=content
                ></textarea>
            }
            .into_any()
        }
        FieldKind::Choice(values) => {
            let select = Choice {
                id: &id,
                name: &id,
                hint: &described_by,
                required: field.property.required,
            };
            select.of(values.clone(), &value, locale)
        }
        FieldKind::Text | FieldKind::Number => {
            let mode = (field.kind == FieldKind::Number).then_some("decimal");
            view! {
                <input
                    id=id.clone() name=id.clone() value=value class="mono" inputmode=mode
                    autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-describedby=described_by.clone()
                />
            }
            .into_any()
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="field__hint" id=described_by>{hint}</div>
            {input}
        </div>
    }
    .into_any()
}

/// A browser shows no file that was chosen before, so the page says which it was.
fn file_field(
    id: &str,
    label: impl IntoView + 'static,
    hint: impl IntoView + 'static,
    several: bool,
    typed: &Typed,
    locale: Locale,
) -> AnyView {
    let mistake = typed.mistake().filter(|(field, _)| *field == id);
    let error = mistake.map(|(_, error)| message(error, locale));
    let is_wrong = error.is_some();
    let chosen = typed.file_names(id).join(", ");
    let again = (!chosen.is_empty() && !is_wrong).then(|| {
        let id = id.to_owned();
        view! {
            <p data-lost>{t::choose_again(locale, chosen)}</p>
            <input type="hidden" name=LOST value=id/>
        }
    });
    let described_by = format!("{id}-tipo");
    let described_by = if is_wrong {
        format!("{described_by} {id}-error")
    } else {
        described_by
    };
    let most = MAX_CALL_BYTES >> 20;
    view! {
        <div class="field" class:field--invalid=is_wrong>
            <label for=id.to_owned()>{label}</label>
            <div class="field__hint" id=format!("{id}-tipo")>
                {hint}
                <p>{t::file_hint(locale, most)}</p>
                {again}
            </div>
            <input
                type="file" id=id.to_owned() name=id.to_owned() multiple=several
                aria-describedby=described_by aria-invalid=is_wrong.then_some("true")
            />
            <FieldMessage name=id error=error/>
        </div>
    }
    .into_any()
}

fn field_label(name: &str, required: bool, locale: Locale) -> impl IntoView + use<> {
    view! {
        <code translate="no">{name.to_owned()}</code> " "
        {required.then(|| view! {
            <span class="mark mark--required">{reference::required(locale)}</span>
        })}
    }
}
