//! JSON Schema 2020-12. Each schema of a document is compiled once, however many refer to it. Which
//! keywords are obeyed is said by the table of all constructs; an unchecked one only accepts more.

mod bundle;
mod edition30;
mod explain;
mod failure;
mod format;
mod keywords;
mod kind;
mod loose;
mod memory;
mod order;
mod outline;
mod pattern;
mod prepare;

use std::{iter::successors, ptr, sync::Arc};

use serde_json::{Map, Value};

pub(crate) use bundle::{Schemas, target};
pub use failure::Failure;
pub use format::Format;

use super::{InvalidDocument, Reason};
use explain::Explainer;
use failure::Fault;
use kind::Kind;
use outline::{Outline, Outlines};
pub(crate) use pattern::Patterns;
pub(crate) use prepare::{unknown, unobeyed};

/// How many references are followed to find an annotation.
const REFERENCES: usize = 8;
/// How many schemas for the same value are searched for its types and members.
const ALTERNATIVES: usize = 64;

/// A compiled schema.
#[derive(Debug)]
pub struct Schema {
    own: Outline,
    /// The schemas that it refers to, among others.
    outlines: Arc<Outlines>,
    kinds: Vec<Kind>,
}

impl Schema {
    fn new(own: Outline, outlines: Arc<Outlines>) -> Self {
        let kinds = kinds(&outlines, &own.schema);
        Self {
            own,
            outlines,
            kinds,
        }
    }

    /// Checks a value.
    ///
    /// # Errors
    /// The first mistake in the value.
    pub fn check(&self, value: &Value) -> Result<(), Failure> {
        let explainer = Explainer {
            own: &self.own,
            outlines: &self.outlines,
        };
        memory::checking(|| {
            if self.own.is_valid(value) {
                Ok(())
            } else {
                Err(explainer.explain(value))
            }
        })
    }

    /// The failure for a missing value.
    #[must_use]
    pub fn missing(&self) -> Failure {
        Failure::new(vec![], Fault::Missing, self.annotation("description"))
    }

    /// The default value.
    #[must_use]
    pub fn default(&self) -> Option<&Value> {
        self.annotation("default")
    }

    /// Parses a text of a call as the schema's type; it stays a text where it is none of that type.
    #[must_use]
    pub fn value_of(&self, text: &str) -> Value {
        read(&self.kinds, text)
    }

    /// Parses a text of a call as the type of a place within the schema.
    #[must_use]
    pub fn value_at(&self, path: &[String], text: &str) -> Value {
        read(&self.kinds_at(path), text)
    }

    /// Whether the value at a path is a list, as far as the schema says.
    #[must_use]
    pub fn is_list_at(&self, path: &[String]) -> bool {
        self.is_first(path, Kind::Array)
    }

    /// Whether the value at a path is an object, as far as the schema says.
    #[must_use]
    pub fn is_object_at(&self, path: &[String]) -> bool {
        self.is_first(path, Kind::Object)
    }

    /// Whether a type is the first one but null.
    fn is_first(&self, path: &[String], kind: Kind) -> bool {
        let kinds = self.kinds_at(path);
        kinds.into_iter().find(|kind| *kind != Kind::Null) == Some(kind)
    }

    /// The names of the members that the schema knows.
    #[must_use]
    pub fn member_names(&self) -> Vec<&str> {
        let schemas = about_the_same(&self.outlines, &self.own.schema).into_iter();
        let members = schemas.filter_map(|schema| schema.get("properties")?.as_object());
        members.flat_map(Map::keys).map(String::as_str).collect()
    }

    /// Whether the schema says what members with other names hold.
    #[must_use]
    pub fn takes_other_members(&self) -> bool {
        let schemas = about_the_same(&self.outlines, &self.own.schema).into_iter();
        let mut others = schemas.filter_map(|schema| schema.get("additionalProperties"));
        others.any(|others| *others != Value::Bool(false))
    }

    /// Whether a text is allowed at a path of names and indexes, or nothing restricts that place.
    #[must_use]
    pub fn takes_text_at(&self, path: &[String]) -> bool {
        let kinds = self.kinds_at(path);
        kinds.is_empty() || kinds.contains(&Kind::String)
    }

    /// The types at a path of names and indexes; none where nothing restricts that place.
    fn kinds_at(&self, path: &[String]) -> Vec<Kind> {
        let mut schema = &self.own.schema;
        for name in path {
            match inner(&self.outlines, schema, name) {
                Some(inner) => schema = inner,
                None => return vec![],
            }
        }
        kinds(&self.outlines, schema)
    }

    /// An annotation of the schema, or of the first schema with one that it refers to.
    fn annotation(&self, keyword: &str) -> Option<&Value> {
        let own = Some(&self.own.schema);
        let first = successors(own, |schema| self.outlines.referred(schema));
        first
            .take(REFERENCES)
            .find_map(|schema| schema.get(keyword))
    }

    pub(crate) fn check_example(&self, example: &Value) -> Result<(), InvalidDocument> {
        self.check(example).map_err(|failure| {
            Reason::WrongExample(format!("{} {failure}", failure.field())).at("example")
        })
    }
}

fn read(kinds: &[Kind], text: &str) -> Value {
    let read = kinds.iter().find_map(|kind| kind.read(text));
    read.unwrap_or_else(|| Value::from(text))
}

/// A schema with its references and alternatives, which all apply to the same value: each once, the
/// nearest first.
fn about_the_same<'o>(outlines: &'o Outlines, schema: &'o Value) -> Vec<&'o Value> {
    let mut found = vec![schema];
    let mut at = 0;
    while let Some(schema) = found.get(at).copied() {
        let lists = ["allOf", "anyOf", "oneOf"].into_iter();
        let lists = lists.filter_map(|keyword| schema.get(keyword)?.as_array());
        let others = outlines.referred(schema).into_iter().chain(lists.flatten());
        for other in others.take(ALTERNATIVES - found.len()) {
            if !found.iter().any(|known| ptr::eq(*known, other)) {
                found.push(other);
            }
        }
        at += 1;
    }
    found
}

/// The types that a schema allows, in their order.
fn kinds(outlines: &Outlines, schema: &Value) -> Vec<Kind> {
    let own = Kind::named_in(schema);
    if !own.is_empty() {
        return own;
    }
    let others = about_the_same(outlines, schema).into_iter();
    others.flat_map(Kind::named_in).collect()
}

/// The schema of a member or an item.
fn inner<'o>(outlines: &'o Outlines, schema: &'o Value, name: &str) -> Option<&'o Value> {
    let mut schemas = about_the_same(outlines, schema).into_iter();
    schemas.find_map(|schema| {
        let property = schema.get("properties").and_then(|known| known.get(name));
        let item = || schema.get("prefixItems")?.get(name.parse::<usize>().ok()?);
        let others = || {
            schema
                .get("items")
                .or_else(|| schema.get("additionalProperties"))
        };
        property.or_else(item).or_else(others)
    })
}
