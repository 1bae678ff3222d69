//! Parameters as a call writes them: the other way round of reading them.

use std::borrow::Cow;

use form_urlencoded::byte_serialize;
use openapi::{ParameterLocation, Serialization, Style};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::parameter::Parameter;

/// The characters that are percent-encoded: all but the unreserved ones (RFC 3986 §2.3).
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Parameter {
    /// The value as a text: a part of the path, or a header.
    pub(super) fn text(&self, value: &Value) -> String {
        let Serialization::Style { style, explode } = self.serialization else {
            return self.encoded(&self.content(value));
        };
        let name = self.encoded(&self.name);
        match style {
            Style::Label => {
                let delimiter = if explode { "." } else { "," };
                format!(".{}", self.joined(value, delimiter, explode))
            }
            Style::Matrix if explode && value.is_object() => {
                format!(";{}", self.joined(value, ";", true))
            }
            Style::Matrix if explode && value.is_array() => {
                let items = self
                    .parts(value)
                    .into_iter()
                    .map(|part| format!(";{name}={part}"));
                items.collect()
            }
            Style::Matrix => format!(";{name}={}", self.joined(value, ",", false)),
            _ => self.joined(value, ",", explode),
        }
    }

    /// The value as pairs of names and values, encoded: of the query, or cookies.
    pub(super) fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let name = self.encoded(&self.name);
        let Serialization::Style { style, explode } = self.serialization else {
            return vec![(name, self.encoded(&self.content(value)))];
        };
        match value {
            _ if style == Style::DeepObject => {
                let mut pairs = vec![];
                self.add_deep(&mut pairs, &self.name, value);
                pairs
            }
            Value::Array(_) if explode => {
                let parts = self.parts(value).into_iter();
                parts.map(|part| (name.clone(), part)).collect()
            }
            Value::Object(members) if explode => members
                .iter()
                .map(|(name, value)| (self.encoded(name), self.encoded(&plain(value))))
                .collect(),
            _ => {
                let delimiter = match style {
                    Style::SpaceDelimited => "%20",
                    Style::PipeDelimited => "|",
                    _ => ",",
                };
                vec![(name, self.joined(value, delimiter, false))]
            }
        }
    }

    fn add_deep(&self, pairs: &mut Vec<(String, String)>, name: &str, value: &Value) {
        match value {
            Value::Object(members) => {
                for (inner, value) in members {
                    self.add_deep(pairs, &format!("{name}[{inner}]"), value);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.add_deep(pairs, &format!("{name}[{index}]"), item);
                }
            }
            value => pairs.push((self.encoded(name), self.encoded(&plain(value)))),
        }
    }

    fn content(&self, value: &Value) -> String {
        match self.serialization {
            Serialization::Json => value.to_string(),
            _ => plain(value).into_owned(),
        }
    }

    fn joined(&self, value: &Value, delimiter: &str, explode: bool) -> String {
        match value {
            Value::Object(members) if explode => {
                let members = members.iter();
                let parts = members
                    .map(|(name, value)| {
                        format!("{}={}", self.encoded(name), self.encoded(&plain(value)))
                    })
                    .collect::<Vec<_>>();
                parts.join(delimiter)
            }
            value => self.parts(value).join(delimiter),
        }
    }

    /// The items, or the names and values of the members by turns.
    fn parts(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Array(items) => items
                .iter()
                .map(|item| self.encoded(&plain(item)))
                .collect(),
            Value::Object(members) => members
                .iter()
                .flat_map(|(name, value)| [self.encoded(name), self.encoded(&plain(value))])
                .collect(),
            value => vec![self.encoded(&plain(value))],
        }
    }

    fn encoded(&self, text: &str) -> String {
        match self.location {
            ParameterLocation::Header => text.to_owned(),
            ParameterLocation::Query if !self.allow_reserved => {
                byte_serialize(text.as_bytes()).collect()
            }
            _ => utf8_percent_encode(text, IN_PATH).to_string(),
        }
    }
}

/// The value as it is typed, without quotation marks.
pub(super) fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}
