//! Outlines: schemas that do not look into their references.

use std::sync::Arc;

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::{Value, json};

use super::{
    Patterns, format,
    keywords::{Applicator, applicator},
    order::order,
};

/// The keyword for a reference in an outline. No document has it, as extensions are left out.
pub(super) const FITS: &str = "x-fits";

/// A schema that does not look into its references.
#[derive(Debug)]
pub(super) struct Outline {
    pub(super) schema: Value,
    validator: Validator,
}

/// The keyword that tells whether a value matches the target of a reference.
struct Fits {
    /// Validates an object whose members are named after the schemas to check them by.
    all: Arc<Validator>,
    target: String,
}

impl<'i> Keyword<'i> for Fits {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(value) {
            Ok(())
        } else {
            Err(ValidationError::custom(self.target.clone()))
        }
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        self.all.is_valid(&json!({&self.target: value}))
    }
}

impl Outline {
    pub(super) fn build(
        schema: &Value,
        all: &Arc<Validator>,
        patterns: &Patterns,
    ) -> Result<Self, ValidationError<'static>> {
        let schema = outlined(schema, !refers(schema));
        let all = Arc::clone(all);
        let options = format::options(patterns).with_keyword(FITS, move |_, target, _| {
            Ok(Box::new(Fits {
                all: Arc::clone(&all),
                target: target.as_str().unwrap_or_default().to_owned(),
            }))
        });
        Ok(Self {
            validator: options.build(&schema)?,
            schema,
        })
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

/// A schema with our keyword for each reference. Rules for unevaluated members are left out, as
/// they depend on what the targets evaluated.
fn outlined(schema: &Value, is_whole: bool) -> Value {
    let Value::Object(keywords) = schema else {
        return schema.clone();
    };
    let kept = keywords.iter().filter(|(keyword, _)| {
        *keyword != "$defs" && (is_whole || !keyword.starts_with("unevaluated"))
    });
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
        _ if keyword == "$ref" => {
            let name = value.as_str().and_then(|target| target.rsplit('/').next());
            (FITS.to_owned(), Value::from(name))
        }
        _ => (keyword.clone(), value.clone()),
    });
    Value::Object(outlined.collect())
}

fn refers(schema: &Value) -> bool {
    match schema {
        Value::Object(keywords) => keywords
            .iter()
            .any(|(keyword, value)| keyword == "$ref" || (keyword != "$defs" && refers(value))),
        Value::Array(items) => items.iter().any(refers),
        _ => false,
    }
}
