//! The words for each error of a field.

use locales::{
    Locale, confirmation, factors, fields as t, inquiries, members, names, number, secrets,
    support_groups,
};
use values::{MissingRules, PasswordError, TextError};

use super::FieldError;
use crate::{components::wait, islands::words};

/// What is wrong and how to mend it, in the reader's language.
#[must_use]
pub fn message(error: FieldError, locale: Locale) -> String {
    match error {
        FieldError::Required => t::required(locale).into(),
        FieldError::Choose => t::choose(locale).into(),
        FieldError::GroupExists => t::group_exists(locale).into(),
        FieldError::Consent => t::consent(locale).into(),
        FieldError::Email => t::email(locale).into(),
        FieldError::FreeMail => t::free_mail(locale).into(),
        FieldError::Text(error) => text(error, locale),
        FieldError::Cnpj(error) => words::cnpj(error, locale).into(),
        FieldError::Phone(error) => words::phone(error, locale).into(),
        FieldError::Password(error) => password(error, locale),
        FieldError::PasswordMismatch => t::password_mismatch(locale).into(),
        FieldError::PasswordWrong => t::password_wrong(locale).into(),
        FieldError::CodeWrong => factors::code_wrong(locale).into(),
        FieldError::Throttled { retry_after } => {
            confirmation::throttled(locale, wait::words(retry_after, locale))
        }
        FieldError::Date => secrets::date_wrong(locale).into(),
        FieldError::EndsBeforeStart => t::ends_before_start(locale).into(),
        FieldError::PastDay => t::past_day(locale).into(),
        FieldError::Number => t::number(locale).into(),
        FieldError::FileTooLarge { most } => t::file_too_large(locale, most >> 20),
        FieldError::FileNotChosen => t::file_not_chosen(locale).into(),
        FieldError::LabelTaken => secrets::label_taken(locale).into(),
        FieldError::EndsSooner => secrets::ends_sooner(locale).into(),
        FieldError::LastSecret => secrets::last_unconfirmed(locale).into(),
        FieldError::AlreadyMember => members::already_member(locale).into(),
        FieldError::AlreadyInvited => members::already_invited(locale).into(),
        FieldError::UnknownPerson => support_groups::unknown_person(locale).into(),
        FieldError::AlreadyOwner => support_groups::already_owner(locale).into(),
        FieldError::HandoverWaits => support_groups::waits_already(locale).into(),
        FieldError::OtherQuestion => inquiries::another(locale).into(),
        FieldError::TooManyInvitations => members::too_many_invitations(locale).into(),
    }
}

fn text(error: TextError, locale: Locale) -> String {
    match error {
        TextError::Empty => t::required(locale).into(),
        TextError::Character => t::character(locale).into(),
        TextError::TooShort { min } => t::too_short(locale, min),
        TextError::TooLong { max } => t::too_long(locale, number::count(max as u64, locale)),
    }
}

fn password(error: PasswordError, locale: Locale) -> String {
    match error {
        PasswordError::TooLong => t::password_too_long(locale).into(),
        PasswordError::Common => t::password_common(locale).into(),
        PasswordError::Personal => t::password_personal(locale).into(),
        PasswordError::Rules(missing) => {
            t::password_missing(locale, missing_rules(missing, locale))
        }
    }
}

fn missing_rules(missing: MissingRules, locale: Locale) -> String {
    let rules: Vec<_> = missing
        .iter()
        .map(|rule| words::password_rule(rule, locale))
        .collect();
    names::joined(&rules, locale)
}
