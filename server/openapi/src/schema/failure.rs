//! Mistakes in values, described with the field and without the value.

use std::fmt;

use serde_json::Value;

use super::{Kind, format};

/// The first mistake in a value.
///
/// Its `Display` follows the name of the field, as in `must be an integer, but is a list`.
#[derive(Debug)]
pub struct Failure {
    /// Names and indexes from the outside in.
    pub(super) path: Vec<String>,
    /// Boxed, since it is rare and large.
    pub(super) fault: Box<Fault>,
    /// The description of the value in the schema.
    description: Option<String>,
}

#[derive(Debug)]
pub(super) enum Fault {
    Missing,
    Kind {
        expected: Vec<Kind>,
        found: &'static str,
    },
    NoneOf(Vec<Value>),
    /// A value that `not` lists; none where it lists no values.
    Excluded(Vec<Value>),
    Pattern,
    /// The names of formats, none of which the text has.
    Format(Vec<String>),
    Content,
    TooShort(u64),
    TooLong(u64),
    TooLow(Value),
    TooHigh(Value),
    NotMore(Value),
    NotLess(Value),
    NoMultiple(f64),
    TooFew(u64),
    TooMany(u64),
    Twice,
    NoItem,
    TooFewFields(u64),
    TooManyFields(u64),
    FieldName,
    Unknown,
    /// The mistake in the nearest alternative, if there is one.
    NoAlternative(Option<Box<Failure>>),
    SeveralAlternatives,
    /// A mistake without its own description.
    Other,
}

impl Failure {
    pub(super) fn new(path: Vec<String>, fault: Fault, description: Option<&Value>) -> Self {
        let description = description.and_then(Value::as_str);
        Self {
            path,
            fault: Box::new(fault),
            description: description.map(str::to_owned),
        }
    }

    /// Adds an outer name to the path.
    #[must_use]
    pub fn within(mut self, name: impl Into<String>) -> Self {
        self.path.insert(0, name.into());
        self
    }

    /// The field, as in `data.port`; empty for the whole value.
    #[must_use]
    pub fn field(&self) -> String {
        self.path.join(".")
    }

    /// Whether a required value is missing.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(*self.fault, Fault::Missing)
    }
}

/// The text after the name of the field.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)?;
        match &self.description {
            Some(description) if self.fault.needs_words() => {
                write!(f, ": {}", mid_sentence(description))
            }
            _ => Ok(()),
        }
    }
}

/// A description within a sentence: without its full stop, and in lower case unless its first word
/// is an abbreviation or a name, as in `CPF` or `OpenAPI`.
fn mid_sentence(description: &str) -> String {
    let description = description.trim();
    let description = description.strip_suffix('.').unwrap_or(description);
    let word = description.split_whitespace().next().unwrap_or_default();
    let mut rest = description.chars();
    match rest.next() {
        Some(first) if !word.chars().skip(1).any(char::is_uppercase) => {
            first.to_lowercase().chain(rest).collect()
        }
        _ => description.to_owned(),
    }
}

impl Fault {
    /// Whether the rule alone does not tell a person what to write.
    fn needs_words(&self) -> bool {
        match self {
            Self::Missing | Self::Pattern => true,
            Self::Excluded(values) => values.is_empty(),
            _ => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is missing"),
            Self::Kind { expected, found } => {
                write!(f, "must be {}, but is {found}", either(expected.iter()))
            }
            Self::NoneOf(values) => write!(f, "must be {}", either(values.iter())),
            Self::Excluded(values) if values.is_empty() => {
                f.write_str("has a form that is not taken")
            }
            Self::Excluded(values) => write!(f, "must not be {}", either(values.iter())),
            Self::Pattern => f.write_str("does not have the right form"),
            Self::Format(names) => {
                write!(
                    f,
                    "must be {}",
                    either(names.iter().map(|name| format::described(name)))
                )
            }
            Self::Content => f.write_str("does not hold what its type says"),
            Self::TooShort(min) => write!(f, "must have at least {min} characters"),
            Self::TooLong(max) => write!(f, "must have at most {max} characters"),
            Self::TooLow(min) => write!(f, "must not be less than {}", number(min)),
            Self::TooHigh(max) => write!(f, "must not be more than {}", number(max)),
            Self::NotMore(limit) => write!(f, "must be more than {}", number(limit)),
            Self::NotLess(limit) => write!(f, "must be less than {}", number(limit)),
            Self::NoMultiple(of) => write!(f, "must be a multiple of {of}"),
            Self::TooFew(min) => write!(f, "must have at least {min} items"),
            Self::TooMany(max) => write!(f, "must have at most {max} items"),
            Self::Twice => f.write_str("must not have an item twice"),
            Self::NoItem => f.write_str("does not have the items that it must have"),
            Self::TooFewFields(min) => write!(f, "must have at least {min} fields"),
            Self::TooManyFields(max) => write!(f, "must have at most {max} fields"),
            Self::FieldName => f.write_str("has a field whose name is not taken"),
            Self::Unknown => f.write_str("is not known"),
            Self::NoAlternative(None) => f.write_str("is none of the alternatives"),
            Self::NoAlternative(Some(nearest)) => {
                let field = nearest.field();
                write!(
                    f,
                    "is none of the alternatives; in the nearest, {field} {nearest}"
                )
            }
            Self::SeveralAlternatives => {
                f.write_str("is more than one of the alternatives, but must be exactly one")
            }
            Self::Other => f.write_str("is not what the documentation says"),
        }
    }
}

fn either<T: fmt::Display>(choices: impl Iterator<Item = T>) -> String {
    let choices: Vec<_> = choices.map(|choice| choice.to_string()).collect();
    choices.join(" or ")
}

/// A whole number is shown without a fraction.
fn number(value: &Value) -> String {
    match value.as_f64() {
        Some(number) if value.is_f64() => number.to_string(),
        _ => value.to_string(),
    }
}
