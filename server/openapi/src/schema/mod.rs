//! JSON Schema 2020-12, compiled once with all that it refers to. A keyword that is not supported
//! is refused, since ignoring a rule would accept wrong values.

mod bundle;
mod edition30;
mod explain;
mod failure;
mod format;
mod keywords;
mod kind;
mod loose;
mod order;
mod outline;
mod pattern;
mod prepare;

use std::{iter::successors, ptr};

use jsonschema::{ValidationError, Validator};
use serde_json::Value;

pub(crate) use bundle::{Schemas, target};
pub use failure::Failure;
pub use format::Format;

use super::{InvalidDocument, Reason};
use explain::Explainer;
use failure::Fault;
use kind::Kind;
use pattern::Patterns;

/// How many references are followed to find an annotation.
const REFERENCES: usize = 8;
/// How many schemas for the same value are searched for its types and members.
const ALTERNATIVES: usize = 64;

/// A compiled schema.
#[derive(Debug)]
pub struct Schema {
    validator: Validator,
    explainer: Explainer,
    /// The schema, with the targets of its references in `$defs`.
    bundle: Value,
    kinds: Vec<Kind>,
}

impl Schema {
    fn build(bundle: Value, patterns: &Patterns) -> Result<Self, ValidationError<'static>> {
        let options = format::options(patterns);
        Ok(Self {
            validator: options.build(&bundle)?,
            explainer: Explainer::build(&bundle, patterns)?,
            kinds: kinds(&bundle, &bundle),
            bundle,
        })
    }

    /// Checks a value.
    ///
    /// # Errors
    /// The first mistake in the value.
    pub fn check(&self, value: &Value) -> Result<(), Failure> {
        if self.validator.is_valid(value) {
            Ok(())
        } else {
            Err(self.explainer.explain(value))
        }
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

    /// Parses a text of a URL as the schema's type; it stays a text where it is none of that type.
    #[must_use]
    pub fn value_of(&self, text: &str) -> Value {
        let read = self.kinds.iter().find_map(|kind| kind.read(text));
        read.unwrap_or_else(|| Value::from(text))
    }

    /// Whether a text is allowed at a path of names and indexes, or nothing restricts that place.
    #[must_use]
    pub fn takes_text_at(&self, path: &[String]) -> bool {
        let mut schema = &self.bundle;
        for name in path {
            match inner(&self.bundle, schema, name) {
                Some(inner) => schema = inner,
                None => return true,
            }
        }
        let kinds = kinds(&self.bundle, schema);
        kinds.is_empty() || kinds.contains(&Kind::String)
    }

    /// An annotation of the schema, or of the first schema with one that it refers to.
    fn annotation(&self, keyword: &str) -> Option<&Value> {
        let first = successors(Some(&self.bundle), |schema| referred(&self.bundle, schema));
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

fn referred<'b>(bundle: &'b Value, schema: &Value) -> Option<&'b Value> {
    let pointer = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
    bundle.pointer(pointer)
}

/// A schema with its references and alternatives, which all apply to the same value: each once, the
/// nearest first.
fn about_the_same<'b>(bundle: &'b Value, schema: &'b Value) -> Vec<&'b Value> {
    let mut found = vec![schema];
    let mut at = 0;
    while let Some(schema) = found.get(at).copied() {
        let lists = ["allOf", "anyOf", "oneOf"].into_iter();
        let lists = lists.filter_map(|keyword| schema.get(keyword)?.as_array());
        let others = referred(bundle, schema).into_iter().chain(lists.flatten());
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
fn kinds(bundle: &Value, schema: &Value) -> Vec<Kind> {
    let own = Kind::named_in(schema);
    if !own.is_empty() {
        return own;
    }
    let others = about_the_same(bundle, schema).into_iter();
    others.flat_map(Kind::named_in).collect()
}

/// The schema of a member or an item.
fn inner<'b>(bundle: &'b Value, schema: &'b Value, name: &str) -> Option<&'b Value> {
    let mut schemas = about_the_same(bundle, schema).into_iter();
    schemas.find_map(|schema| {
        let property = schema.get("properties").and_then(|known| known.get(name));
        property.or_else(|| schema.get("items"))
    })
}
