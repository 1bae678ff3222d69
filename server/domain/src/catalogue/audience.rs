//! Who may see an API.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::ids::ApiId;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Audience {
    #[default]
    Everybody,
    SignedIn,
    /// The people of these companies.
    Companies {
        companies: Vec<Company>,
    },
}

/// A company, and how its people are told from those who only name its CNPJ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// The first eight characters of its CNPJ, which all its establishments share.
    pub root: String,
    /// Where its people have their addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
}

/// Whoever looks at the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    pub is_signed_in: bool,
    /// Whoever looks after the portal sees every API.
    pub is_staff: bool,
    /// The part of the confirmed address after its `@`, in lower case.
    pub mail_domain: String,
    pub companies: Vec<ReaderCompany>,
    /// The APIs that a group of theirs uses: who has keys reads on, whoever else may.
    pub uses: HashSet<ApiId>,
}

/// A company that a reader has a permission group of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderCompany {
    /// The first eight characters of its CNPJ.
    pub root: String,
    /// Whether a contract manager approved something for that group that was not revoked. Anybody
    /// can name a CNPJ.
    pub is_known: bool,
}

impl Audience {
    #[must_use]
    pub const fn is_everybody(&self) -> bool {
        matches!(self, Self::Everybody)
    }

    #[must_use]
    pub fn admits(&self, reader: &Reader) -> bool {
        match self {
            Self::Everybody => true,
            Self::SignedIn => reader.is_signed_in,
            Self::Companies { companies } => {
                reader.is_staff || companies.iter().any(|company| company.admits(reader))
            }
        }
    }
}

impl Company {
    /// Whether a reader has a group of this company, and belongs to it by more than their word.
    fn admits(&self, reader: &Reader) -> bool {
        let has_address = self.domains.contains(&reader.mail_domain);
        let mut companies = reader.companies.iter();
        companies.any(|it| it.root == self.root && (it.is_known || has_address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(mail_domain: &str, root: &str, is_known: bool) -> Reader {
        let root = root.to_owned();
        Reader {
            is_signed_in: true,
            mail_domain: mail_domain.to_owned(),
            companies: vec![ReaderCompany { root, is_known }],
            ..Reader::default()
        }
    }

    fn acme() -> Audience {
        let company = |root: &str, domains: &[&str]| Company {
            root: root.to_owned(),
            domains: domains.iter().map(ToString::to_string).collect(),
        };
        Audience::Companies {
            companies: vec![
                company("11222333", &["acme.example"]),
                company("12ABC345", &[]),
            ],
        }
    }

    #[test]
    fn whoever_only_names_the_cnpj_of_a_company_is_not_of_it() {
        assert!(!acme().admits(&reader("elsewhere.example", "11222333", false)));
        assert!(!acme().admits(&reader("elsewhere.example", "12ABC345", false)));
    }

    #[test]
    fn people_of_a_company_are_known_by_their_address_or_by_an_approval() {
        assert!(acme().admits(&reader("acme.example", "11222333", false)));
        assert!(acme().admits(&reader("elsewhere.example", "11222333", true)));
        assert!(acme().admits(&reader("elsewhere.example", "12ABC345", true)));
    }

    #[test]
    fn an_address_or_an_approval_of_another_company_is_none() {
        assert!(!acme().admits(&reader("acme.example", "12ABC345", false)));
        assert!(!acme().admits(&reader("acme.example", "99888777", true)));
        assert!(!acme().admits(&Reader::default()));
    }

    #[test]
    fn staff_sees_all_and_visitors_see_what_is_for_everybody() {
        let staff = Reader {
            is_signed_in: true,
            is_staff: true,
            ..Reader::default()
        };
        assert!(acme().admits(&staff));
        assert!(Audience::SignedIn.admits(&staff));
        assert!(!Audience::SignedIn.admits(&Reader::default()));
        assert!(Audience::Everybody.admits(&Reader::default()));
    }
}
