//! The types of JSON Schema.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Null,
    Boolean,
    Object,
    Array,
    Number,
    String,
    Integer,
}

impl Kind {
    /// Whether the value has this type. `1.0` is an integer, too (JSON Schema 2020-12 Validation
    /// §6.1.1), and every integer is a number.
    fn has(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null)
            | (Self::Boolean, Value::Bool(_))
            | (Self::Object, Value::Object(_))
            | (Self::Array, Value::Array(_))
            | (Self::Number, Value::Number(_))
            | (Self::String, Value::String(_)) => true,
            (Self::Integer, Value::Number(number)) => {
                !number.is_f64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
            }
            _ => false,
        }
    }

    /// The types that a schema names, in its order.
    pub(super) fn named_in(schema: &Value) -> Vec<Self> {
        let named = match schema.get("type") {
            Some(Value::Array(kinds)) => kinds.as_slice(),
            Some(kind) => std::slice::from_ref(kind),
            None => &[],
        };
        let read = named.iter().filter_map(|kind| Self::deserialize(kind).ok());
        read.collect()
    }

    /// Parses a text of a URL as this type.
    pub(super) fn read(self, text: &str) -> Option<Value> {
        match self {
            Self::Boolean | Self::Number | Self::Integer => serde_json::from_str(text)
                .ok()
                .filter(|value| self.has(value)),
            Self::String => Some(Value::from(text)),
            Self::Null | Self::Object | Self::Array => None,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Object => "an object",
            Self::Array => "a list",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Integer => "an integer",
        }
    }
}

/// The type of a value, for messages.
pub(super) fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => Kind::Null.name(),
        Value::Bool(_) => Kind::Boolean.name(),
        Value::Object(_) => Kind::Object.name(),
        Value::Array(_) => Kind::Array.name(),
        Value::String(_) => Kind::String.name(),
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => Kind::Integer.name(),
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
