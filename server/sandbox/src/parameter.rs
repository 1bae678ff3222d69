//! Parameters, read from a call as their style says.

use std::{borrow::Cow, sync::Arc};

use openapi::{ParameterLocation, Schema, Serialization, Style};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::deep;

#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) location: ParameterLocation,
    pub(super) required: bool,
    pub(super) schema: Arc<Schema>,
    /// For the example of a call.
    pub(super) example: Option<Value>,
    pub(super) serialization: Serialization,
    /// Whether a plus sign stands for itself.
    pub(super) allow_reserved: bool,
    /// Whether it may be there without a value.
    pub(super) allow_empty_value: bool,
    /// The names of the other parameters at its place.
    pub(super) others: Vec<String>,
}

/// A name, which is decoded, and what is written after it.
pub(super) struct Pair<'c> {
    pub(super) name: Cow<'c, str>,
    pub(super) raw: &'c str,
}

/// A parameter's value in a call.
#[derive(Debug, PartialEq)]
pub(super) enum Found {
    Nothing,
    /// There without a value, which the parameter allows.
    Empty,
    Value(Value),
}

/// What is wrong with how a value is written, as it follows the parameter's name.
pub(super) type Malformed = &'static str;

impl Parameter {
    /// Reads it from one text: a part of the path, or a header.
    pub(super) fn of_text(&self, raw: &str) -> Result<Found, Malformed> {
        let Serialization::Style { style, explode } = self.serialization else {
            return self.of_content(raw).map(Found::Value);
        };
        let value = match style {
            Style::Label => {
                let rest = raw.strip_prefix('.').ok_or("must begin with a dot")?;
                self.listed(rest, if explode { '.' } else { ',' }, explode)
            }
            Style::Matrix => self.of_matrix(raw, explode),
            _ => self.listed(raw, ',', explode),
        };
        value.map(Found::Value)
    }

    /// Reads it from pairs: those of the query, or cookies.
    pub(super) fn of_pairs(&self, pairs: &[Pair<'_>]) -> Result<Found, Malformed> {
        let mut own = pairs.iter().filter(|pair| pair.name == self.name.as_str());
        let Serialization::Style { style, explode } = self.serialization else {
            let content = own.next().map(|pair| self.of_content(pair.raw));
            return content.transpose().map(Found::of);
        };
        let (is_list, is_object) = (self.is_list(), self.is_object());
        if is_object && style == Style::DeepObject {
            return deep::read(self, pairs).map(Found::of);
        }
        if is_object && explode {
            return Ok(Found::of(self.members_of(pairs)));
        }
        if is_list && style == Style::DeepObject {
            return deep::read(self, pairs).map(Found::of);
        }
        if is_list && explode {
            let items: Vec<_> = own.map(|pair| self.item(pair.raw)).collect();
            let is_there = !items.is_empty();
            return Ok(Found::of(is_there.then_some(Value::Array(items))));
        }
        let Some(pair) = own.next() else {
            return Ok(Found::Nothing);
        };
        if pair.raw.is_empty() && self.allow_empty_value {
            return Ok(Found::Empty);
        }
        let delimiter = match style {
            Style::SpaceDelimited => ' ',
            Style::PipeDelimited => '|',
            _ => ',',
        };
        self.listed(pair.raw, delimiter, false).map(Found::Value)
    }

    pub(super) fn is_list(&self) -> bool {
        self.schema.is_list_at(&[])
    }

    pub(super) fn is_object(&self) -> bool {
        self.schema.is_object_at(&[])
    }

    fn of_content(&self, raw: &str) -> Result<Value, Malformed> {
        let text = self.decoded(raw);
        match self.serialization {
            Serialization::Json => serde_json::from_str(&text).map_err(|_| "is no JSON"),
            _ => Ok(self.schema.value_of(&text)),
        }
    }

    /// As in `;name=a,b`, `;name=a;name=b` or `;x=1;y=2`.
    fn of_matrix(&self, raw: &str, explode: bool) -> Result<Value, Malformed> {
        let wrong = "must begin with a semicolon and the name";
        let rest = raw.strip_prefix(';').ok_or(wrong)?;
        if self.is_object() && explode {
            return self.listed(rest, ';', true);
        }
        let own = |part: &'_ str| match part.split_once('=') {
            Some((name, _)) if self.decoded(name) != self.name.as_str() => None,
            Some((name, _)) => Some(name.len() + 1),
            None => (self.decoded(part) == self.name.as_str()).then_some(part.len()),
        };
        if self.is_list() && explode {
            let items = rest.split(';').map(|part| {
                let start = own(part).ok_or(wrong)?;
                Ok(self.item(&part[start..]))
            });
            return items.collect::<Result<_, _>>().map(Value::Array);
        }
        let start = own(rest).ok_or(wrong)?;
        self.listed(&rest[start..], ',', false)
    }

    /// A value whose items or members stand in one text.
    fn listed(&self, raw: &str, delimiter: char, explode: bool) -> Result<Value, Malformed> {
        if !self.is_list() && !self.is_object() {
            return Ok(self.schema.value_of(&self.decoded(raw)));
        }
        let parts = split(raw, delimiter);
        if self.is_list() {
            return Ok(parts.into_iter().map(|part| self.item(part)).collect());
        }
        let mut members = Map::new();
        let mut insert = |name: &str, raw: &str| {
            let name = self.decoded(name).into_owned();
            let value = self.member(&name, raw);
            members.insert(name, value);
        };
        if explode {
            for part in parts {
                let (name, raw) = part
                    .split_once('=')
                    .ok_or("must have a value for each name")?;
                insert(name, raw);
            }
        } else {
            for two in parts.chunks(2) {
                let [name, raw] = two else {
                    return Err("must have a value for each name");
                };
                insert(name, raw);
            }
        }
        Ok(Value::Object(members))
    }

    /// An object whose members are pairs of their own.
    fn members_of(&self, pairs: &[Pair<'_>]) -> Option<Value> {
        let known = self.schema.member_names();
        let takes_others = self.schema.takes_other_members();
        let mut members = Map::new();
        for pair in pairs {
            let name = pair.name.as_ref();
            let is_free = || !self.others.iter().any(|other| other == name);
            if known.contains(&name) || (takes_others && is_free()) {
                members.insert(name.to_owned(), self.member(name, pair.raw));
            }
        }
        (!members.is_empty()).then_some(Value::Object(members))
    }

    fn item(&self, raw: &str) -> Value {
        self.schema.value_at(&["0".to_owned()], &self.decoded(raw))
    }

    fn member(&self, name: &str, raw: &str) -> Value {
        self.schema.value_at(&[name.to_owned()], &self.decoded(raw))
    }

    /// Decodes a part of a call. Headers are as they are, but for spaces around.
    pub(super) fn decoded<'t>(&self, raw: &'t str) -> Cow<'t, str> {
        match self.location {
            ParameterLocation::Header => Cow::Borrowed(raw.trim()),
            ParameterLocation::Query if !self.allow_reserved => decoded_in_query(raw),
            _ => percent_decode_str(raw).decode_utf8_lossy(),
        }
    }
}

impl Found {
    fn of(value: Option<Value>) -> Self {
        value.map_or(Self::Nothing, Self::Value)
    }
}

/// Splits at a delimiter, which may be encoded itself where it is no comma. Nothing has no parts.
fn split(raw: &str, delimiter: char) -> Vec<&str> {
    if raw.is_empty() {
        return vec![];
    }
    match delimiter {
        ' ' => split_at_any(raw, &["%20", "+", " "]),
        '|' => split_at_any(raw, &["%7C", "%7c", "|"]),
        delimiter => raw.split(delimiter).collect(),
    }
}

fn split_at_any<'t>(raw: &'t str, delimiters: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![];
    let (mut start, mut at) = (0, 0);
    while at < raw.len() {
        let found = delimiters
            .iter()
            .find(|delimiter| raw.as_bytes()[at..].starts_with(delimiter.as_bytes()));
        match found {
            Some(delimiter) => {
                parts.push(&raw[start..at]);
                at += delimiter.len();
                start = at;
            }
            None => at += 1,
        }
    }
    parts.push(&raw[start..]);
    parts
}

/// Decodes a part of a query, where a plus sign is a space. Invalid UTF-8 is replaced.
pub(super) fn decoded_in_query(raw: &str) -> Cow<'_, str> {
    if raw.contains('+') {
        let spaced = raw.replace('+', " ");
        let decoded = percent_decode_str(&spaced).decode_utf8_lossy();
        Cow::Owned(decoded.into_owned())
    } else {
        percent_decode_str(raw).decode_utf8_lossy()
    }
}
