//! Texts of bounded length: the names of people and companies, and the texts of their requests.

mod characters;
mod error;
mod name;
mod rule;

use std::fmt;
use std::str::FromStr;

pub use error::TextError;
use rule::Rule;

/// Declares a type of text and its rule. Lengths are in characters of the tidied text.
macro_rules! bounded_text {
    ($(#[$doc:meta])* $name:ident: $rule:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            const RULE: Rule = $rule;
            pub const MIN_CHARS: usize = Self::RULE.min;
            pub const MAX_CHARS: usize = Self::RULE.max;

            /// Tidies the text (invisible characters, white space, NFC) and checks it by the rule.
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
    /// A given name or a family name. A mail that anyone can cause greets by it, so it holds no
    /// markup, no address, no sum of money and not digits alone.
    PersonName: Rule { refuses: name::unlike_a_name, ..Rule::line(1, 80) }
}

bounded_text! {
    /// The registered name of a company (razão social).
    LegalName: Rule::line(2, 150)
}

bounded_text! {
    /// The name of a permission group.
    GroupName: Rule::line(2, 80)
}

bounded_text! {
    /// The name of an application.
    ApplicationName: Rule::line(2, 80)
}

bounded_text! {
    /// An answer to something that an API asks of a request.
    Answer: Rule::line(1, 500)
}

bounded_text! {
    /// What a company wants to use an API for. It may have paragraphs. Its lines end in `\n`.
    Description: Rule::paragraphs(10, 1000)
}

bounded_text! {
    /// The name of a secret key, different from those of the other keys of the application.
    SecretLabel: Rule::line(1, 60)
}

bounded_text! {
    /// The name of what a contract manager filters the queue by.
    ViewName: Rule::line(1, 60)
}

bounded_text! {
    /// The reason of a decision on a request. The applicant reads it.
    Reason: Rule::paragraphs(5, 1000)
}

bounded_text! {
    /// What a contract manager asks the applicant of a request, and what is answered.
    InquiryText: Rule::paragraphs(2, 2000)
}

bounded_text! {
    /// What a contract manager notes for others about a request.
    NoteText: Rule::paragraphs(2, 2000)
}

bounded_text! {
    /// What a saved reason is found by.
    SavedReasonTitle: Rule::line(2, 80)
}

bounded_text! {
    /// The number of a contract, as its parties write it.
    ContractNumber: Rule::line(1, 60)
}

bounded_text! {
    /// What a message to support is about.
    MessageSubject: Rule::line(3, 120)
}

bounded_text! {
    /// A message to support, or its answer.
    MessageText: Rule::paragraphs(10, 4000)
}
