//! Outlines: schemas that do not look into their references, but ask the outlines of their targets.
//! So each schema of a document is compiled once, however many refer to it.

use std::{
    fmt,
    sync::{Arc, OnceLock, Weak},
};

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::Value;

use super::{
    Patterns, format,
    keywords::{Applicator, applicator},
    memory,
    order::order,
};

/// The keyword for a reference in an outline. No document has it, as extensions are left out.
const FITS: &str = "x-fits";

/// The outlines of the targets of references, by their numbers. It grows by rows, each twice as
/// long as the one before, so that an outline stays where it is.
#[derive(Default)]
pub(super) struct Outlines([OnceLock<Row>; 32]);

type Row = Box<[OnceLock<Box<Outline>>]>;

/// A schema that does not look into its references.
#[derive(Debug)]
pub(super) struct Outline {
    /// Its references are `#/$defs/` with a number.
    pub(super) schema: Value,
    validator: Validator,
    /// Looks into references, where rules for unevaluated members need what their targets evaluated.
    whole: Option<Validator>,
}

/// The keyword that tells whether a value matches the target of a reference.
struct Fits {
    outlines: Weak<Outlines>,
    number: usize,
}

impl<'i> Keyword<'i> for Fits {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        if Keyword::is_valid(self, value) {
            Ok(())
        } else {
            Err(ValidationError::custom(self.number.to_string()))
        }
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        let outlines = self.outlines.upgrade();
        let fits = outlines.and_then(|outlines| {
            let outline = outlines.get(self.number)?;
            Some(memory::remembered(self.number, value, || {
                outline.is_valid(value)
            }))
        });
        fits.unwrap_or(true)
    }
}

/// Without the schemas, which are many.
impl fmt::Debug for Outlines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outlines")
    }
}

impl Outlines {
    pub(super) fn get(&self, number: usize) -> Option<&Outline> {
        let (level, at) = level_and_place(number)?;
        let outlines = self.0.get(level)?.get()?;
        Some(outlines.get(at)?.get()?)
    }

    pub(super) fn set(&self, number: usize, outline: Outline) {
        let Some((level, at)) = level_and_place(number) else {
            return;
        };
        if let Some(row) = self.0.get(level) {
            let row = row.get_or_init(|| (0..1 << level).map(|_| OnceLock::new()).collect());
            row[at].get_or_init(|| Box::new(outline));
        }
    }

    /// The schema that a schema refers to.
    pub(super) fn referred(&self, schema: &Value) -> Option<&Value> {
        Some(&self.get(number(schema.get("$ref")?)?)?.schema)
    }
}

/// The row of a number, and the place in it.
fn level_and_place(number: usize) -> Option<(usize, usize)> {
    let number = number.checked_add(1)?;
    let level = number.ilog2();
    Some((usize::try_from(level).ok()?, number - (1 << level)))
}

/// The number in a prepared reference.
pub(super) fn number(reference: &Value) -> Option<usize> {
    reference.as_str()?.rsplit('/').next()?.parse().ok()
}

impl Outline {
    /// Compiles a prepared schema. `bundle` has its targets beside it, where it needs them.
    pub(super) fn build(
        schema: Value,
        bundle: Option<&Value>,
        outlines: &Arc<Outlines>,
        patterns: &Patterns,
    ) -> Result<Self, ValidationError<'static>> {
        let known = Arc::downgrade(outlines);
        let options = format::options(patterns).with_keyword(FITS, move |_, target, _| {
            Ok(Box::new(Fits {
                outlines: Weak::clone(&known),
                number: number(target).unwrap_or(usize::MAX),
            }))
        });
        let whole = bundle.map(|bundle| format::options(patterns).build(bundle));
        Ok(Self {
            validator: options.build(&outlined(&schema, bundle.is_none()))?,
            whole: whole.transpose()?,
            schema,
        })
    }

    pub(super) fn is_valid(&self, value: &Value) -> bool {
        self.whole
            .as_ref()
            .unwrap_or(&self.validator)
            .is_valid(value)
    }

    /// The error that is reported; `None` where the value matches the outline.
    pub(super) fn first_error<'v>(&'v self, value: &'v Value) -> Option<ValidationError<'v>> {
        self.validator.iter_errors(value).min_by(order)
    }

    /// The schema and the rule that an error is about.
    pub(super) fn rule(&self, error: &ValidationError<'_>) -> (Option<&Value>, Option<&Value>) {
        let pointer = error.schema_path().as_str();
        let schema = pointer.rsplit_once('/').map_or("", |(schema, _)| schema);
        (self.schema.pointer(schema), self.schema.pointer(pointer))
    }
}

/// A schema with our keyword for each reference. Rules for unevaluated members are left out where
/// they depend on what the targets evaluated.
fn outlined(schema: &Value, is_whole: bool) -> Value {
    let Value::Object(keywords) = schema else {
        return schema.clone();
    };
    let kept = keywords
        .iter()
        .filter(|(keyword, _)| is_whole || !keyword.starts_with("unevaluated"));
    let outlined = |schema: &Value| outlined(schema, is_whole);
    let outlined = kept.map(|(keyword, value)| match (applicator(keyword), value) {
        (Some(Applicator::One), schema) => (keyword.clone(), outlined(schema)),
        (Some(Applicator::List), Value::Array(schemas)) => {
            (keyword.clone(), schemas.iter().map(&outlined).collect())
        }
        (Some(Applicator::Named), Value::Object(schemas)) => {
            let schemas = schemas
                .iter()
                .map(|(name, schema)| (name.clone(), outlined(schema)));
            (keyword.clone(), schemas.collect())
        }
        _ if keyword == "$ref" => (FITS.to_owned(), value.clone()),
        _ => (keyword.clone(), value.clone()),
    });
    Value::Object(outlined.collect())
}

/// Whether a schema has rules for unevaluated members, and references.
pub(super) fn needs_bundle(schema: &Value) -> bool {
    let has = |name: &str| has_keyword(schema, &|keyword| keyword.starts_with(name));
    has("unevaluated") && has("$ref")
}

fn has_keyword(schema: &Value, is_meant: &impl Fn(&str) -> bool) -> bool {
    match schema {
        Value::Object(keywords) => keywords
            .iter()
            .any(|(keyword, value)| is_meant(keyword) || has_keyword(value, is_meant)),
        Value::Array(items) => items.iter().any(|item| has_keyword(item, is_meant)),
        _ => false,
    }
}
