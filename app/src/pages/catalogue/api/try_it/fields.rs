//! The fields of a call: one for each parameter, and one for the body.

use leptos::prelude::*;
use locales::{Locale, reference, try_it as t};
use openapi::reference::{Operation, Parameter, Place};

use super::{
    super::reference::{Description, kind},
    typed::{BODY, Typed, field_name, text},
};
use crate::web::text_only;

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
    let body = body_field(operation, typed, locale);
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
        choice(parameter, &value, &id, &hint, locale)
    };
    view! {
        <div class="field">
            <label for=id>
                <code translate="no">{parameter.name.clone()}</code> " "
                {parameter.required.then(|| view! {
                    <span class="mark mark--required">{reference::required(locale)}</span>
                })}
            </label>
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

/// The values that are allowed, and what was typed besides.
fn choice(parameter: &Parameter, chosen: &str, id: &str, hint: &str, locale: Locale) -> AnyView {
    let allowed = parameter.schema.values.iter().map(text);
    let mut values: Vec<_> = allowed.filter(|value| !value.is_empty()).collect();
    if !chosen.is_empty() && !values.iter().any(|value| value == chosen) {
        values.push(chosen.to_owned());
    }
    let options = values.into_iter().map(|value| {
        let (selected, name) = (value == chosen, value.clone());
        view! { <option value=value selected=selected>{name}</option> }
    });
    let options = options.collect_view();
    let none = (!parameter.required)
        .then(|| view! { <option value="">{t::left_out_value(locale)}</option> });
    view! {
        <select id=id.to_owned() name=field_name(parameter) aria-describedby=hint.to_owned()>
            {none} {options}
        </select>
    }
    .into_any()
}

fn body_field(operation: &Operation, typed: &Typed, locale: Locale) -> Option<AnyView> {
    let media_type = operation.example_body()?.media_type;
    // Browsers drop a newline in front.
    let content = format!("\n{}", text_only(&typed.body(operation)));
    let field = view! {
        <div class="field">
            <label for=BODY>{reference::request_body(locale)}</label>
            <p class="field__hint" id="corpo-tipo"><code translate="no">{media_type}</code></p>
            <textarea
                id=BODY name=BODY class="try__body" spellcheck="false" autocapitalize="none"
                aria-describedby="corpo-tipo" translate="no" inner_html=content
            ></textarea>
        </div>
    };
    Some(field.into_any())
}
