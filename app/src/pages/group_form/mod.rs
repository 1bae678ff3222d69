//! The permission group of a request: one of the reader's own, or a new one.

mod choice;
mod fields;

use domain::{
    accounts::Email,
    groups::{GroupSummary, NewGroup},
    ids::GroupId,
    requests::GroupChoice,
};
use serde::Deserialize;
use validator::Validate;
use values::{Cnpj, GroupName, LegalName, Phone};

pub use choice::GroupField;
pub use fields::{NewGroupFields, labels};

use crate::forms::{Errors, FieldError, filled};

/// What the choice says when a group is to be made.
const NEW: &str = "novo";

#[derive(Clone, Default, Deserialize, Validate)]
#[serde(default)]
pub struct GroupForm {
    group: String,
    legal_name: String,
    #[validate(custom(function = filled))]
    cnpj: String,
    name: String,
    email: String,
    phone: String,
}

impl GroupForm {
    /// The form with a group chosen: the one given, else the only one there is. Who has none makes
    /// one; who has several says which.
    #[must_use]
    pub fn with_group(group: Option<GroupId>, groups: &[GroupSummary]) -> Self {
        let group = match (group, groups) {
            (Some(id), _) => id.to_string(),
            (None, []) => NEW.to_owned(),
            (None, [only]) => only.group.id.to_string(),
            (None, _) => String::new(),
        };
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
        let mut errors = Errors::of_shape(self);
        let legal_name = errors.check("legal_name", LegalName::parse(&self.legal_name));
        let cnpj = errors.check("cnpj", Cnpj::from_typed(&self.cnpj));
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
        assert_eq!(errors.get("email"), Some(FieldError::Required));
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
        assert_eq!(GroupForm::with_group(None, &[]).group, NEW);
    }
}
