//! Rules of the shape of a form that `validator` has no name for. Their codes are those that
//! `FieldError` is made of.

use validator::ValidationError;
use values::tidy;

/// Something was typed, and not blanks alone.
pub fn filled(typed: &str) -> Result<(), ValidationError> {
    if tidy::code(typed).is_empty() {
        return Err(ValidationError::new("required"));
    }
    Ok(())
}

/// A box was ticked.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "`validator` hands in a reference"
)]
pub fn agreed(ticked: &bool) -> Result<(), ValidationError> {
    if *ticked {
        Ok(())
    } else {
        Err(ValidationError::new("consent"))
    }
}

#[cfg(test)]
mod tests {
    use validator::Validate;

    use super::*;
    use crate::forms::{Errors, FieldError};

    #[derive(Validate)]
    struct Form {
        #[validate(custom(function = filled))]
        email: String,
        #[validate(length(min = 1, code = "required"))]
        password: String,
        #[validate(custom(function = agreed))]
        consent: bool,
    }

    fn errors(email: &str, password: &str, consent: bool) -> [Option<FieldError>; 3] {
        let (email, password) = (email.to_owned(), password.to_owned());
        let errors = Errors::of_shape(&Form {
            email,
            password,
            consent,
        });
        ["email", "password", "consent"].map(|field| errors.get(field))
    }

    #[test]
    fn what_is_missing_is_told_field_by_field() {
        use FieldError::{Consent, Required};
        assert_eq!(errors("a", " ", true), [None; 3]);
        let missing = [Some(Required), Some(Required), Some(Consent)];
        assert_eq!(errors(" \u{200b}", "", false), missing);
    }

    #[test]
    fn a_field_tells_the_first_mistake_alone() {
        let mut errors = Errors::of("email", FieldError::Required);
        errors.add("email", FieldError::Email);
        errors.add("password", FieldError::Required);
        assert_eq!(errors.get("email"), Some(FieldError::Required));
        assert_eq!(errors.iter().count(), 2);
    }
}
