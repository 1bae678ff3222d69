//! Words for what the shared rules find, for the server's answer and the live one alike.

use locales::{Locale, fields as t};
use values::{CnpjError, PasswordRule, PhoneError};

/// What is wrong with a CNPJ.
#[must_use]
pub const fn cnpj(error: CnpjError, locale: Locale) -> &'static str {
    match error {
        CnpjError::Length => t::cnpj_length(locale),
        CnpjError::Character => t::cnpj_character(locale),
        CnpjError::CheckDigit => t::cnpj_check_digit(locale),
        CnpjError::Repeated => t::cnpj_repeated(locale),
    }
}

/// What is wrong with a phone number.
#[must_use]
pub const fn phone(error: PhoneError, locale: Locale) -> &'static str {
    match error {
        PhoneError::Empty => t::required(locale),
        PhoneError::Character => t::phone_character(locale),
        PhoneError::Country => t::phone_country(locale),
        PhoneError::Service => t::phone_service(locale),
        PhoneError::AreaMissing => t::phone_area_missing(locale),
        PhoneError::AreaCode => t::phone_area_code(locale),
        PhoneError::Number => t::phone_number(locale),
    }
}

/// What a password must have.
#[must_use]
pub const fn password_rule(rule: PasswordRule, locale: Locale) -> &'static str {
    match rule {
        PasswordRule::Length => t::rule_length(locale),
        PasswordRule::Lowercase => t::rule_lowercase(locale),
        PasswordRule::Uppercase => t::rule_uppercase(locale),
        PasswordRule::Digit => t::rule_digit(locale),
        PasswordRule::Special => t::rule_special(locale),
    }
}
