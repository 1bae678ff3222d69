//! Texts of bounded length: what people and companies are called, and what they say they need.

mod characters;
mod error;
mod name;
mod rule;

use std::fmt;
use std::str::FromStr;

pub use error::TextError;
use rule::Rule;

/// A text type and its rule; lengths are in characters of the tidied text.
macro_rules! bounded_text {
    ($(#[$doc:meta])* $name:ident: $rule:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            const RULE: Rule = $rule;
            pub const MIN_CHARS: usize = Self::RULE.min;
            pub const MAX_CHARS: usize = Self::RULE.max;

            /// Tidies the text (invisible characters, white space, NFC) and holds it against the rule.
            ///
            /// # Errors
            /// The first of [`TextError`] that applies, in the order given there.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                Self::RULE.apply(raw).map(Self)
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = TextError;

            fn from_str(raw: &str) -> Result<Self, TextError> {
                Self::parse(raw)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

bounded_text! {
    /// A given or a family name. It greets in mail that anyone can have sent to anyone,
    /// hence no markup, no addresses, no sums of money and not digits alone.
    PersonName: Rule { refuses: name::unlike_a_name, ..Rule::line(1, 80) }
}

bounded_text! {
    /// The name a company is registered under (razão social).
    LegalName: Rule::line(2, 150)
}

bounded_text! {
    /// What a permission group is called.
    GroupName: Rule::line(2, 80)
}

bounded_text! {
    /// What a team calls its application.
    ApplicationName: Rule::line(2, 80)
}

bounded_text! {
    /// What a company will use an API for; paragraphs are kept, lines end in `\n`.
    Description: Rule::paragraphs(10, 1000)
}

bounded_text! {
    /// What tells one secret key of an application from another.
    SecretLabel: Rule::line(1, 60)
}

bounded_text! {
    /// Why a request was decided as it was; the applicant reads it.
    Reason: Rule::paragraphs(5, 1000)
}
