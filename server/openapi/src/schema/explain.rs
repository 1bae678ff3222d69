//! Explains why a value does not match a schema, in the portal's words.
//!
//! The validator could return all errors at once, with those of every nested alternative. A schema
//! that contains itself has too many of them. So each schema is asked by itself: for a schema that
//! it refers to, it only tells whether that one matches, and that one is asked next, about the part
//! of the value that does not match.

use jsonschema::{ValidationError, error::ValidationErrorKind as Kinds};
use serde_json::Value;

use super::{
    Failure, Fault, Kind, kind,
    order::first,
    outline::{Outline, Outlines},
};

/// How many schemas are followed: the depth of JSON, times the references that may follow for the
/// same value.
const STEPS: usize = 128 * 16;

/// Finds the words for a value that does not match.
pub(super) struct Explainer<'s> {
    pub(super) own: &'s Outline,
    pub(super) outlines: &'s Outlines,
}

impl<'s> Explainer<'s> {
    /// The first mistake in a value that does not match.
    pub(super) fn explain(&self, value: &Value) -> Failure {
        self.follow(self.own, value, true)
    }

    /// Follows schemas until one names the mistake.
    fn follow(&self, outline: &'s Outline, value: &Value, looks_closer: bool) -> Failure {
        let (mut outline, mut value) = (outline, value);
        let mut path = vec![];
        for _ in 0..STEPS {
            let Some(error) = outline.first_error(value) else {
                break;
            };
            let only = looks_closer.then(|| self.only_alternative(outline, &error, value));
            let error = only.flatten().unwrap_or(&error);
            let Some((target, part)) = self.handed_on(error, value) else {
                let mut failure = self.failure(outline, error, value, looks_closer);
                failure.path.splice(0..0, path);
                return failure;
            };
            path.extend(names(error));
            (outline, value) = (target, part);
        }
        Failure::new(path, Fault::Other, None)
    }

    /// The mistake in the only alternative of the value's type.
    fn only_alternative<'e, 'i>(
        &self,
        outline: &'s Outline,
        error: &'e ValidationError<'i>,
        value: &Value,
    ) -> Option<&'e ValidationError<'i>> {
        let (Kinds::AnyOf { context } | Kinds::OneOfNotValid { context }) = error.kind() else {
            return None;
        };
        let depth = names(error).len();
        let mut meant = context
            .iter()
            .filter_map(|errors| first(errors))
            .filter(|error| {
                let failure = self.of_alternative(outline, error, value);
                let is_at_all = matches!(*failure.fault, Fault::Kind { .. } | Fault::Unknown);
                failure.path.len() > depth || !is_at_all
            });
        match (meant.next(), meant.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    fn of_alternative(
        &self,
        outline: &'s Outline,
        error: &ValidationError<'_>,
        value: &Value,
    ) -> Failure {
        let Some((target, part)) = self.handed_on(error, value) else {
            return self.failure(outline, error, value, false);
        };
        let mut failure = self.follow(target, part, false);
        failure.path.splice(0..0, names(error));
        failure
    }

    /// The schema to ask next, and its part of the value.
    fn handed_on<'v>(
        &self,
        error: &ValidationError<'_>,
        value: &'v Value,
    ) -> Option<(&'s Outline, &'v Value)> {
        let Kinds::Custom { message, .. } = error.kind() else {
            return None;
        };
        let part = value.pointer(error.instance_path().as_str())?;
        Some((self.outlines.get(message.parse().ok()?)?, part))
    }

    fn failure(
        &self,
        outline: &'s Outline,
        error: &ValidationError<'_>,
        value: &Value,
        looks_closer: bool,
    ) -> Failure {
        let mut path = names(error);
        let (schema, rule) = outline.rule(error);
        let mut description = schema.and_then(|schema| schema.get("description"));
        let fault = match error.kind() {
            Kinds::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                description = schema.and_then(|schema| self.description_of(schema, name));
                path.push(name.to_owned());
                Fault::Missing
            }
            Kinds::AdditionalProperties { unexpected }
            | Kinds::UnevaluatedProperties { unexpected } => {
                path.extend(unexpected.iter().min().cloned());
                Fault::Unknown
            }
            Kinds::AnyOf { context } | Kinds::OneOfNotValid { context } if looks_closer => {
                self.no_alternative(outline, context, value, path.len())
            }
            Kinds::Type { .. } => Fault::Kind {
                expected: schema.map_or_else(Vec::new, Kind::named_in),
                found: kind::name_of(error.instance()),
            },
            Kinds::Not { .. } => Fault::Excluded(rule.map_or_else(Vec::new, values)),
            kind => simple(kind),
        };
        Failure::new(path, fault, description)
    }

    /// The description of a field in a schema.
    fn description_of(&self, schema: &'s Value, name: &str) -> Option<&'s Value> {
        let mut schema = schema.get("properties")?.get(name)?;
        for _ in 0..super::REFERENCES {
            if let Some(description) = schema.get("description") {
                return Some(description);
            }
            schema = self.outlines.referred(schema)?;
        }
        None
    }

    /// What the alternatives have in common, or the mistake in the nearest one.
    fn no_alternative(
        &self,
        outline: &'s Outline,
        alternatives: &[Vec<ValidationError<'_>>],
        value: &Value,
        depth: usize,
    ) -> Fault {
        let failures = alternatives.iter().filter_map(|errors| first(errors));
        let failures = failures.map(|error| self.of_alternative(outline, error, value));
        let failures: Vec<_> = failures.collect();
        if let Some(fault) = in_common(&failures, depth) {
            return fault;
        }
        // The first one of the deepest failures.
        let nearest = failures
            .into_iter()
            .rev()
            .max_by_key(|failure| failure.path.len());
        let nearest = nearest.filter(|failure| failure.path.len() > depth);
        Fault::NoAlternative(nearest.map(Box::new))
    }
}

/// Mistakes that the error alone describes.
fn simple(kind: &Kinds) -> Fault {
    match kind {
        Kinds::Enum { options } => Fault::NoneOf(options.as_array().cloned().unwrap_or_default()),
        Kinds::Constant { expected_value } => Fault::NoneOf(vec![expected_value.as_ref().clone()]),
        Kinds::Pattern { .. } | Kinds::RegexEngineFailure { .. } => Fault::Pattern,
        Kinds::Format { format } => Fault::Format(vec![format.clone()]),
        Kinds::MinLength { limit } => Fault::TooShort(*limit),
        Kinds::MaxLength { limit } => Fault::TooLong(*limit),
        Kinds::Minimum { limit } => Fault::TooLow(limit.clone()),
        Kinds::Maximum { limit } => Fault::TooHigh(limit.clone()),
        Kinds::ExclusiveMinimum { limit } => Fault::NotMore(limit.clone()),
        Kinds::ExclusiveMaximum { limit } => Fault::NotLess(limit.clone()),
        Kinds::MultipleOf { multiple_of } => Fault::NoMultiple(*multiple_of),
        Kinds::MinItems { limit } => Fault::TooFew(*limit),
        Kinds::MaxItems { limit } => Fault::TooMany(*limit),
        Kinds::AdditionalItems { limit } => Fault::TooMany(*limit as u64),
        Kinds::UniqueItems => Fault::Twice,
        Kinds::Contains => Fault::NoItem,
        Kinds::MinProperties { limit } => Fault::TooFewFields(*limit),
        Kinds::MaxProperties { limit } => Fault::TooManyFields(*limit),
        Kinds::PropertyNames { .. } => Fault::FieldName,
        Kinds::FalseSchema => Fault::Unknown,
        Kinds::ContentEncoding { .. } | Kinds::ContentMediaType { .. } => Fault::Content,
        Kinds::AnyOf { .. } | Kinds::OneOfNotValid { .. } => Fault::NoAlternative(None),
        Kinds::OneOfMultipleValid { .. } => Fault::SeveralAlternatives,
        _ => Fault::Other,
    }
}

/// Sums up alternatives that differ in format or type only.
fn in_common(failures: &[Failure], depth: usize) -> Option<Fault> {
    let mut formats = vec![];
    let mut kinds = vec![];
    let mut is = "";
    for failure in failures {
        match failure.fault.as_ref() {
            _ if failure.path.len() != depth => return None,
            Fault::Format(names) => formats.extend(names.iter().cloned()),
            Fault::Kind { expected, found } => {
                let further = expected.iter().filter(|kind| !kinds.contains(*kind));
                kinds.extend(further.copied().collect::<Vec<_>>());
                is = found;
            }
            _ => return None,
        }
    }
    match (formats.is_empty(), kinds.is_empty()) {
        (false, true) => Some(Fault::Format(formats)),
        (true, false) => Some(Fault::Kind {
            expected: kinds,
            found: is,
        }),
        _ => None,
    }
}

/// The values that a schema lists.
fn values(schema: &Value) -> Vec<Value> {
    let several = schema.get("enum").and_then(Value::as_array);
    let one = schema.get("const");
    several.into_iter().flatten().chain(one).cloned().collect()
}

fn names(error: &ValidationError<'_>) -> Vec<String> {
    let path = error.instance_path();
    path.segments().map(|segment| segment.to_string()).collect()
}
