//! The permission group of a request: one of the reader's own, or a new one.

use domain::{
    accounts::Email,
    applications::GroupChoice,
    groups::{GroupSummary, NewGroup},
    ids::GroupId,
};
use leptos::prelude::*;
use locales::{Locale, group_form as t};
use serde::Deserialize;
use values::{Cnpj, GroupName, LegalName, Phone};

use crate::{
    forms::{Errors, FieldError, TextField, field_error, message},
    islands::CnpjField,
};

/// What the choice says when a group is to be made.
const NEW: &str = "novo";

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct GroupForm {
    group: String,
    legal_name: String,
    cnpj: String,
    name: String,
    email: String,
    phone: String,
}

impl GroupForm {
    /// The form with a group chosen: the one given, else the first there is, else a new one.
    #[must_use]
    pub fn choosing(group: Option<GroupId>, groups: &[GroupSummary]) -> Self {
        let chosen = group.or_else(|| groups.first().map(|summary| summary.group.id));
        let group = chosen.map_or_else(|| NEW.to_owned(), |id| id.to_string());
        Self {
            group,
            ..Self::default()
        }
    }

    /// The group that was chosen or described.
    ///
    /// # Errors
    /// What is wrong with it, field by field.
    pub fn choice(&self) -> Result<GroupChoice, Errors> {
        if self.group == NEW {
            return self.new_group().map(GroupChoice::New);
        }
        let id = self
            .group
            .parse()
            .map_err(|_| Errors::of("group", FieldError::Choose))?;
        Ok(GroupChoice::Existing(id))
    }

    /// The group that was described.
    ///
    /// # Errors
    /// What is wrong with it, field by field.
    pub fn new_group(&self) -> Result<NewGroup, Errors> {
        let mut errors = Errors::default();
        let legal_name = errors.check("legal_name", LegalName::parse(&self.legal_name));
        let cnpj = errors.check("cnpj", Cnpj::parse(&self.cnpj));
        let name = errors.check("name", GroupName::parse(&self.name));
        let email = errors.check("email", Email::parse(&self.email));
        let phone = errors.check("phone", Phone::parse(&self.phone));
        errors.finish(|| {
            Some(NewGroup {
                legal_name: legal_name?,
                cnpj: cnpj?,
                name: name?,
                email: email?,
                phone: phone?,
            })
        })
    }
}

/// What the fields are called in the error summary.
#[must_use]
pub const fn labels(locale: Locale) -> [(&'static str, &'static str); 6] {
    [
        ("group", t::group(locale)),
        ("legal_name", t::legal_name(locale)),
        ("cnpj", t::cnpj(locale)),
        ("name", t::name(locale)),
        ("email", t::email(locale)),
        ("phone", t::phone(locale)),
    ]
}

/// The reader's groups as cards, the last card for a new one with its fields under it; for who
/// has no group yet, the fields alone.
pub fn group_choice(
    form: &GroupForm,
    groups: &[GroupSummary],
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    if groups.is_empty() {
        return view! {
            <input type="hidden" name="group" value=NEW/>
            {new_group_fields(form, errors, locale)}
        }
        .into_any();
    }
    view! {
        {cards(form, groups, errors, locale)}
        <div class="form reveal" role="group" aria-label=t::create(locale)>
            {new_group_fields(form, errors, locale)}
        </div>
    }
    .into_any()
}

fn cards(
    form: &GroupForm,
    groups: &[GroupSummary],
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let error = errors.get("group").map(|error| message(error, locale));
    let invalid = error.is_some();
    let cards = groups
        .iter()
        .enumerate()
        .map(|(index, summary)| card(index == 0, summary, form, locale));
    view! {
        <fieldset class="choices" class:choices--invalid=invalid>
            <legend>{t::group(locale)}</legend>
            <p class="field__hint">{t::group_hint(locale)}</p>
            {cards.collect_view()}
            <label class="choice choice--reveals">
                <input type="radio" name="group" value=NEW checked=form.group == NEW/>
                <span class="choice__body">
                    <span class="choice__title">{t::create(locale)}</span>
                    <span class="choice__hint">{t::create_hint(locale)}</span>
                </span>
            </label>
            {field_error("group", error)}
        </fieldset>
    }
}

/// The first card carries the id that the error summary links to.
fn card(
    first: bool,
    summary: &GroupSummary,
    form: &GroupForm,
    locale: Locale,
) -> impl IntoView + use<> {
    let group = &summary.group;
    let value = group.id.to_string();
    let chosen = form.group == value;
    view! {
        <label class="choice">
            <input type="radio" name="group" id=first.then_some("group") value=value checked=chosen/>
            <span class="choice__body">
                <span class="choice__title">{group.name.clone()}</span>
                <span class="choice__hint">
                    {group.legal_name.clone()} " · " <span class="mono nowrap">{group.cnpj.masked()}</span> " · "
                    {members(summary.members, locale)}
                </span>
            </span>
        </label>
    }
}

fn members(count: u64, locale: Locale) -> String {
    match count {
        1 => t::one_member(locale).to_owned(),
        _ => t::members(locale, count),
    }
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
            max_chars: Some(LegalName::MAX_CHARS),
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
            max_chars: Some(GroupName::MAX_CHARS),
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

#[cfg(test)]
mod tests {
    use values::{CnpjError, PhoneError, TextError};

    use super::*;

    fn described() -> GroupForm {
        GroupForm {
            group: NEW.into(),
            legal_name: "Banco Exemplo S.A.".into(),
            cnpj: "12.ABC.345/01DE-35".into(),
            name: "Banco Exemplo – Antifraude".into(),
            email: "antifraude@bancoexemplo.com.br".into(),
            phone: "(11) 98765-4321".into(),
        }
    }

    #[test]
    fn a_new_group_is_read_from_its_fields() {
        let Ok(GroupChoice::New(group)) = described().choice() else {
            panic!("no new group")
        };
        assert_eq!(group.cnpj.as_str(), "12ABC34501DE35");
        assert_eq!(group.phone.e164(), "+5511987654321");
    }

    #[test]
    fn every_field_says_what_is_wrong_with_it() {
        let form = GroupForm {
            cnpj: "12.ABC.345/01DE-36".into(),
            phone: "98765-4321".into(),
            ..GroupForm::default()
        };
        let errors = form.new_group().unwrap_err();
        assert_eq!(
            errors.get("legal_name"),
            Some(FieldError::Text(TextError::Empty))
        );
        assert_eq!(
            errors.get("cnpj"),
            Some(FieldError::Cnpj(CnpjError::CheckDigit))
        );
        assert_eq!(errors.get("name"), Some(FieldError::Text(TextError::Empty)));
        assert_eq!(errors.get("email"), Some(FieldError::Email));
        assert_eq!(
            errors.get("phone"),
            Some(FieldError::Phone(PhoneError::AreaMissing))
        );
    }

    #[test]
    fn a_chosen_group_needs_no_fields() {
        let id = "0193e4a8-3c00-7000-8000-000000000001";
        let form = GroupForm {
            group: id.into(),
            cnpj: "x".into(),
            ..GroupForm::default()
        };
        let Ok(GroupChoice::Existing(chosen)) = form.choice() else {
            panic!("no group")
        };
        assert_eq!(chosen.to_string(), id);
    }

    #[test]
    fn something_must_be_chosen() {
        for group in ["", "outro"] {
            let form = GroupForm {
                group: group.into(),
                ..described()
            };
            assert_eq!(
                form.choice().unwrap_err(),
                Errors::of("group", FieldError::Choose)
            );
        }
    }

    #[test]
    fn who_has_no_group_makes_one() {
        assert_eq!(GroupForm::choosing(None, &[]).group, NEW);
    }
}
