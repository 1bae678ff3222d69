//! The fields that describe a new group.

use leptos::prelude::*;
use locales::{Locale, group_form as t};

use super::GroupForm;
use crate::{
    forms::{Errors, FieldKind, FieldLabel, TextField, message},
    islands::CnpjField,
};

/// What the fields are called in the error summary.
#[must_use]
pub fn labels(locale: Locale) -> [FieldLabel; 6] {
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
#[component]
pub fn NewGroupFields<'a>(
    form: &'a GroupForm,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let cnpj_error = errors.get("cnpj").map(|error| message(error, locale));
    view! {
        <TextField
            name="legal_name" label=t::legal_name(locale) value=form.legal_name.as_str()
            hint=t::legal_name_hint(locale) autocomplete="organization" errors locale
        />
        <CnpjField
            locale label=t::cnpj(locale).to_owned() hint=t::cnpj_hint(locale).to_owned()
            value=form.cnpj.clone() error=cnpj_error
        />
        <TextField
            name="name" label=t::name(locale) value=form.name.as_str() hint=t::name_hint(locale)
            autocomplete="off" errors locale
        />
        <TextField
            name="email" label=t::email(locale) value=form.email.as_str()
            hint=t::email_hint(locale) kind=FieldKind::Email autocomplete="work email" errors locale
        />
        <TextField
            name="phone" label=t::phone(locale) value=form.phone.as_str()
            hint=t::phone_hint(locale) kind=FieldKind::Phone autocomplete="work tel" mono=true errors
            locale
        />
    }
}
