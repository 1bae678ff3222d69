//! What is wrong with a form, field by field, in codes that the view translates.

use std::time::Duration;

use domain::accounts::{Email, EmailError};
use values::{CnpjError, PasswordError, PhoneError, TextError};

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    Required,
    Choose,
    GroupExists,
    Consent,
    Email,
    FreeMail,
    Text(TextError),
    Cnpj(CnpjError),
    Phone(PhoneError),
    Password(PasswordError),
    PasswordMismatch,
    PasswordWrong,
    /// Nothing was looked at: there were too many failures before.
    Throttled {
        retry_after: Duration,
    },
    Date,
    LabelTaken,
    EndsSooner,
    LastSecret,
}

impl From<TextError> for FieldError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl From<CnpjError> for FieldError {
    fn from(error: CnpjError) -> Self {
        Self::Cnpj(error)
    }
}

impl From<PhoneError> for FieldError {
    fn from(error: PhoneError) -> Self {
        Self::Phone(error)
    }
}

impl From<PasswordError> for FieldError {
    fn from(error: PasswordError) -> Self {
        Self::Password(error)
    }
}

impl From<EmailError> for FieldError {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Required,
            EmailError::TooLong => Self::Text(TextError::TooLong {
                max: Email::MAX_CHARS,
            }),
            EmailError::Invalid => Self::Email,
        }
    }
}

/// The fields that are wrong, in the order they stand in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<(&'static str, FieldError)>);

impl Errors {
    /// One field that is wrong.
    #[must_use]
    pub fn of(field: &'static str, error: FieldError) -> Self {
        Self(vec![(field, error)])
    }

    /// The value, or nothing and its error kept under the field's name.
    pub fn check<T, E: Into<FieldError>>(
        &mut self,
        field: &'static str,
        parsed: Result<T, E>,
    ) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.0.push((field, error.into()));
                None
            }
        }
    }

    pub fn add(&mut self, field: &'static str, error: FieldError) {
        self.0.push((field, error));
    }

    /// What the form says, if every part of it was right.
    ///
    /// # Errors
    /// These errors, when there are any.
    pub fn finish<T>(self, form: impl FnOnce() -> Option<T>) -> Result<T, Self> {
        if self.0.is_empty() {
            form().ok_or(self)
        } else {
            Err(self)
        }
    }

    #[must_use]
    pub fn get(&self, field: &str) -> Option<FieldError> {
        self.0
            .iter()
            .find_map(|(name, error)| (*name == field).then_some(*error))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&'static str, FieldError)> {
        self.0.iter().copied()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
