//! Registrations.

use locales::Locale;
use serde::{Deserialize, Serialize};
use values::PersonName;

use super::Email;
use crate::{base::text_form, clock::Timestamp};

/// The data of a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    #[serde(with = "text_form")]
    pub given_name: PersonName,
    #[serde(with = "text_form")]
    pub family_name: PersonName,
    pub email: Email,
    pub locale: Locale,
}

/// The accepted terms, and when they were accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub terms_version: String,
    pub given_at: Timestamp,
}
