//! What is wrong with a form, field by field, in codes that the view translates.

use std::{borrow::Cow, time::Duration};

use domain::accounts::{Email, EmailError};
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};
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
    /// A code of a second factor is wrong, or was used.
    CodeWrong,
    /// Nothing was looked at: there were too many failures before.
    Throttled {
        retry_after: Duration,
    },
    Date,
    /// The day is before the one that it begins on.
    EndsBeforeStart,
    /// The day is past.
    PastDay,
    /// It is no whole number.
    Number,
    /// So many bytes are the most.
    FileTooLarge {
        most: usize,
    },
    /// One was chosen before, and no page can show it again.
    FileNotChosen,
    LabelTaken,
    EndsSooner,
    LastSecret,
    AlreadyMember,
    AlreadyInvited,
    TooManyInvitations,
    UnknownPerson,
    AlreadyOwner,
    HandoverWaits,
    /// What was answered is over, and something else is asked by now.
    OtherQuestion,
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

/// By the code of the rule: `consent`, or `required`.
impl From<&ValidationError> for FieldError {
    fn from(error: &ValidationError) -> Self {
        match &*error.code {
            "consent" => Self::Consent,
            _ => Self::Required,
        }
    }
}

/// The fields that are wrong, each with the first thing that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<(Cow<'static, str>, FieldError)>);

impl Errors {
    /// One field that is wrong.
    #[must_use]
    pub fn of(field: &'static str, error: FieldError) -> Self {
        Self(vec![(field.into(), error)])
    }

    /// What is wrong with the shape of a form, before anything of it is read.
    #[must_use]
    pub fn of_shape(form: &impl Validate) -> Self {
        form.validate().err().map(Self::from).unwrap_or_default()
    }

    /// The value, or nothing and its error kept under the field's name.
    pub fn check<T, E: Into<FieldError>>(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        parsed: Result<T, E>,
    ) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.add(field, error.into());
                None
            }
        }
    }

    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, error: FieldError) {
        let field = field.into();
        if self.get(&field).is_none() {
            self.0.push((field, error));
        }
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
            .find_map(|(name, error)| (name == field).then_some(*error))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, FieldError)> {
        self.0.iter().map(|(field, error)| (&**field, *error))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<ValidationErrors> for Errors {
    fn from(found: ValidationErrors) -> Self {
        let found = found.into_errors().into_iter();
        let errors = found.filter_map(|(field, found)| match found {
            ValidationErrorsKind::Field(errors) => Some((field, errors.first()?.into())),
            // No form has another within.
            ValidationErrorsKind::Struct(_) | ValidationErrorsKind::List(_) => None,
        });
        Self(errors.collect())
    }
}
