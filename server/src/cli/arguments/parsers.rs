//! Parsers of arguments; their errors tell what is accepted.

use domain::{Role, demo::Crowd, oauth::Algorithm};
use locales::Locale;

use super::DemoSize;

pub(super) fn language(text: &str) -> Result<Locale, &'static str> {
    text.parse().map_err(|_| "it should be pt-BR, en or es")
}

pub(super) fn size(text: &str) -> Result<DemoSize, &'static str> {
    const MAX_PART: f64 = 10.0;
    match text {
        "small" => Ok(DemoSize::Small),
        "large" => Ok(DemoSize::Crowd(Crowd::LARGE)),
        part => part
            .parse()
            .ok()
            .filter(|part| (0.001..=MAX_PART).contains(part))
            .map(|part| DemoSize::Crowd(Crowd::part(part)))
            .ok_or("it should be small, large or a number from 0.001 to 10"),
    }
}

pub(super) fn role(text: &str) -> Result<Role, &'static str> {
    text.parse()
        .map_err(|_| "it should be contract-manager, support or administrator")
}

pub(super) fn algorithm(text: &str) -> Result<Algorithm, &'static str> {
    text.parse()
        .map_err(|_| "it should be ES256, EdDSA or RS256")
}
