//! The formats of texts.

use jsonschema::{Draft, PatternOptions, ValidationOptions, Validator};
use serde_json::{Value, json};
use validator::ValidateEmail;
use values::Cnpj;

use super::{super::Reason, Patterns};
use crate::cpf::is_cpf;

/// A format of texts, such as `cpf-or-cnpj`.
#[derive(Debug)]
pub struct Format(Validator);

impl Format {
    /// The format with this name.
    ///
    /// # Errors
    /// [`Reason::Format`] where it is unknown.
    pub fn named(name: &str) -> Result<Self, Reason> {
        let unknown = || Reason::Format(name.to_owned());
        let options = options(&Patterns::default());
        if !options.is_known_format(Draft::Draft202012, name) {
            return Err(unknown());
        }
        let built = options.build(&json!({"format": name}));
        built.map(Self).map_err(|_| unknown())
    }

    /// Whether a text has this format.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.0.is_valid(&Value::from(text))
    }
}

/// The options of every validator: it checks formats and fetches nothing.
pub(super) fn options(patterns: &Patterns) -> ValidationOptions<'static> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .offline()
        .with_pattern_options(PatternOptions::regex())
        .with_pattern_cache(patterns.compiled.clone())
        .should_validate_formats(true)
        .with_format("cnpj", |text: &str| Cnpj::parse(text).is_ok())
        .with_format("cpf", is_cpf)
        .with_format("cpf-or-cnpj", |text: &str| {
            is_cpf(text) || Cnpj::parse(text).is_ok()
        })
        .with_format("email", |text: &str| text.validate_email())
}

/// A format, as people call it.
pub(super) fn described(name: &str) -> String {
    let known = match name {
        "cnpj" => "a CNPJ",
        "cpf" => "a CPF",
        "cpf-or-cnpj" => "a CPF or a CNPJ",
        "date" => "a date, as in 2026-10-01",
        "date-time" => "a date and time, as in 2026-10-01T12:00:00Z",
        "duration" => "a duration, as in P1DT12H",
        "email" => "a mail address",
        "hostname" => "a host name",
        "ipv4" => "an IPv4 address",
        "ipv6" => "an IPv6 address",
        "regex" => "a regular expression",
        "time" => "a time, as in 12:00:00Z",
        "uri" => "a URI",
        "uuid" => "a UUID",
        other => return format!("of the format {other}"),
    };
    known.to_owned()
}
