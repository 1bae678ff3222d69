//! JSON Schema, as much of it as `OpenAPI` documents of APIs like ours use: compiled once, and
//! refused where a keyword is not understood, as a rule that is passed over protects nobody.

mod check;
mod compile;
mod failure;
mod format;
mod kind;

use regex::Regex;
use serde_json::Value;

pub(super) use failure::{Failure, Fault};
pub(super) use format::Format;
use kind::Kind;

#[derive(Debug, Default)]
pub(super) struct Schema {
    /// Any, when there is none.
    kinds: Vec<Kind>,
    /// Any, when there is none.
    values: Vec<Value>,
    text: TextRules,
    number: NumberRules,
    object: ObjectRules,
    list: ListRules,
    any_of: Vec<Schema>,
    description: Option<String>,
    /// What a parameter is when it is not given.
    pub(super) default: Option<Value>,
}

#[derive(Debug, Default)]
struct TextRules {
    min_length: Option<usize>,
    max_length: Option<usize>,
    pattern: Option<Regex>,
    format: Option<Format>,
}

#[derive(Debug, Default)]
struct NumberRules {
    minimum: Option<f64>,
    maximum: Option<f64>,
}

#[derive(Debug, Default)]
struct ObjectRules {
    required: Vec<String>,
    properties: Vec<(String, Schema)>,
    /// Has no properties but those named.
    closed: bool,
}

#[derive(Debug, Default)]
struct ListRules {
    min_items: Option<usize>,
    max_items: Option<usize>,
    items: Option<Box<Schema>>,
}

impl Schema {
    /// A parameter's text as the value that its schema is about; as it is where it is none.
    pub(super) fn value_of(&self, text: &str) -> Value {
        self.kinds
            .iter()
            .find_map(|kind| kind.read(text))
            .unwrap_or_else(|| Value::from(text))
    }

    /// Whether a text may stand at a path; also where nothing is said of what stands there.
    pub(super) fn takes_text_at(&self, path: &[String]) -> bool {
        let Some((name, rest)) = path.split_first() else {
            return self.kinds.is_empty() || self.kinds.contains(&Kind::String);
        };
        let mut properties = self.object.properties.iter();
        let property = properties.find(|(known, _)| known == name);
        let inner = property.map(|(_, schema)| schema);
        let inner = inner.or(self.list.items.as_deref());
        inner.is_none_or(|schema| schema.takes_text_at(rest))
    }
}

#[cfg(test)]
mod tests;
