//! The fields that describe a new group.

use leptos::prelude::*;
use locales::{Locale, group_form as t};

use super::GroupForm;
use crate::{
    forms::{Errors, FieldLabel, TextField, message},
    islands::CnpjField,
};

/// What the fields are called in the error summary.
#[must_use]
pub const fn labels(locale: Locale) -> [FieldLabel; 6] {
    [
        FieldLabel::new("group", t::group(locale)),
        FieldLabel::new("legal_name", t::legal_name(locale)),
        FieldLabel::new("cnpj", t::cnpj(locale)),
        FieldLabel::new("name", t::name(locale)),
        FieldLabel::new("email", t::email(locale)),
        FieldLabel::new("phone", t::phone(locale)),
    ]
}

/// The fields of a new group.
pub fn new_group_fields(
    form: &GroupForm,
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let cnpj_error = errors.get("cnpj").map(|error| message(error, locale));
    view! {
        {TextField {
            hint: Some(t::legal_name_hint(locale)),
            autocomplete: "organization",
            ..field("legal_name", t::legal_name(locale), &form.legal_name)
        }
        .view(errors, locale)}
        <CnpjField
            locale label=t::cnpj(locale).to_owned() hint=t::cnpj_hint(locale).to_owned()
            value=form.cnpj.clone() error=cnpj_error
        />
        {TextField {
            hint: Some(t::name_hint(locale)),
            autocomplete: "off",
            ..field("name", t::name(locale), &form.name)
        }
        .view(errors, locale)}
        {TextField {
            hint: Some(t::email_hint(locale)),
            kind: "email",
            autocomplete: "work email",
            ..field("email", t::email(locale), &form.email)
        }
        .view(errors, locale)}
        {TextField {
            hint: Some(t::phone_hint(locale)),
            kind: "tel",
            autocomplete: "work tel",
            mono: true,
            ..field("phone", t::phone(locale), &form.phone)
        }
        .view(errors, locale)}
    }
}

fn field(name: &'static str, label: &'static str, value: &str) -> TextField {
    TextField {
        name,
        label,
        value: value.to_owned(),
        ..TextField::default()
    }
}
