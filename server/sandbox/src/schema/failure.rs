//! What is wrong with a value, in words that name the field and never repeat the value.

use std::fmt;

use serde_json::Value;

use super::{Format, Kind, Schema};

/// The first thing that is wrong.
#[derive(Debug)]
pub(in super::super) struct Failure<'s> {
    /// Names from the inside out.
    names: Vec<String>,
    pub(in super::super) fault: Fault<'s>,
    /// What the value should be, for people.
    description: Option<&'s str>,
}

#[derive(Debug)]
pub(in super::super) enum Fault<'s> {
    Missing,
    Kind {
        expected: &'s [Kind],
        found: &'static str,
    },
    NoneOf(&'s [Value]),
    Pattern,
    Format(Format),
    TooShort(usize),
    TooLong(usize),
    TooLow(f64),
    TooHigh(f64),
    TooFew(usize),
    TooMany(usize),
    Unknown,
    NoAlternative(&'s [Schema]),
}

impl<'s> Failure<'s> {
    pub(super) fn new(fault: Fault<'s>, description: Option<&'s str>) -> Self {
        Self {
            names: vec![],
            fault,
            description,
        }
    }

    /// The same, seen from the value around it.
    pub(in super::super) fn within(mut self, name: impl Into<String>) -> Self {
        self.names.push(name.into());
        self
    }

    /// As in `data.port`; empty when the whole is wrong.
    pub(in super::super) fn field(&self) -> String {
        let names: Vec<_> = self.names.iter().rev().map(String::as_str).collect();
        names.join(".")
    }
}

/// What follows the name of the field.
impl fmt::Display for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)?;
        match self.description {
            Some(description) if self.fault.needs_words() => {
                write!(f, ": {}", mid_sentence(description))
            }
            _ => Ok(()),
        }
    }
}

/// A description as it stands within a sentence that goes on: without its full stop, and in lower
/// case unless its first word is an abbreviation or a name, as in `CPF` or `OpenAPI`.
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

impl Fault<'_> {
    /// Whether the rule alone does not tell a person what to write.
    fn needs_words(&self) -> bool {
        matches!(self, Self::Missing | Self::Pattern)
    }
}

impl fmt::Display for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is missing"),
            Self::Kind { expected, found } => {
                write!(f, "must be {}, but is {found}", either(expected.iter()))
            }
            Self::NoneOf(values) => write!(f, "must be {}", either(values.iter())),
            Self::Pattern => f.write_str("does not have the right form"),
            Self::Format(format) => write!(f, "must be {format}"),
            Self::TooShort(min) => write!(f, "must have at least {min} characters"),
            Self::TooLong(max) => write!(f, "must have at most {max} characters"),
            Self::TooLow(min) => write!(f, "must not be less than {min}"),
            Self::TooHigh(max) => write!(f, "must not be more than {max}"),
            Self::TooFew(min) => write!(f, "must have at least {min} items"),
            Self::TooMany(max) => write!(f, "must have at most {max} items"),
            Self::Unknown => f.write_str("is not known"),
            Self::NoAlternative(schemas) => {
                let formats: Option<Vec<_>> = schemas.iter().map(|s| s.text.format).collect();
                match formats {
                    Some(formats) => write!(f, "must be {}", either(formats.iter())),
                    None => f.write_str("is none of the alternatives"),
                }
            }
        }
    }
}

fn either<T: fmt::Display>(choices: impl Iterator<Item = T>) -> String {
    let choices: Vec<_> = choices.map(|choice| choice.to_string()).collect();
    choices.join(" or ")
}
