//! A new password, typed twice: its fields, and what is wrong with them.

use leptos::prelude::*;
use locales::{Locale, password as t};
use values::{NewPassword, normalize_password};

use super::{Errors, FieldError, message};
use crate::islands::PasswordField;

/// The password of the fields `password` and `confirmation`, which are not empty, if it may be set
/// by the person whom the words are `about`.
pub fn new_password(
    password: &str,
    confirmation: &str,
    about: &[&str],
    errors: &mut Errors,
) -> Option<NewPassword> {
    let parsed = errors.check("password", NewPassword::parse(password, about));
    if normalize_password(confirmation) != normalize_password(password) {
        errors.add("confirmation", FieldError::PasswordMismatch);
    }
    parsed
}

/// Both fields; nothing of what was typed comes back.
#[component]
pub fn NewPasswordFields<'a>(
    label: &'a str,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let label = label.to_owned();
    let error = |field| errors.get(field).map(|error| message(error, locale));
    view! {
        <PasswordField
            locale name="password".to_owned() label autocomplete="new-password".to_owned()
            error=error("password") rules=true
        />
        <PasswordField
            locale name="confirmation".to_owned() label=t::confirmation(locale).to_owned()
            autocomplete="new-password".to_owned() error=error("confirmation") rules=false
        />
    }
}

/// Tells a password manager whose password this is; nobody else needs to see it.
#[component]
pub fn Username(email: String, locale: Locale) -> impl IntoView {
    view! {
        <input
            class="visually-hidden" type="text" name="username" autocomplete="username" value=email
            readonly tabindex="-1" aria-label=t::account(locale)
        />
    }
}
