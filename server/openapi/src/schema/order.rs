//! Chooses one of several errors.

use std::cmp::Ordering;

use jsonschema::{ValidationError, error::ValidationErrorKind as Kinds, paths::LocationSegment};

/// The error that is reported.
pub(super) fn first<'e, 'i>(errors: &'e [ValidationError<'i>]) -> Option<&'e ValidationError<'i>> {
    errors.iter().min_by(|one, other| order(one, other))
}

/// The order of errors: a wrong type, other mistakes of the value, missing members, mistakes within
/// the value by name, and unexpected members.
pub(super) fn order(one: &ValidationError<'_>, other: &ValidationError<'_>) -> Ordering {
    let (mut ones, mut others) = (
        one.instance_path().segments(),
        other.instance_path().segments(),
    );
    loop {
        match (ones.next(), others.next()) {
            (None, None) => return rank(one).cmp(&rank(other)),
            (None, Some(_)) => return rank(one).cmp(&WITHIN).then(Ordering::Less),
            (Some(_), None) => return WITHIN.cmp(&rank(other)).then(Ordering::Greater),
            (Some(one), Some(other)) => match by_name(&one, &other) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
}

/// The position of mistakes within a value.
const WITHIN: u8 = 4;

fn rank(error: &ValidationError<'_>) -> u8 {
    match error.kind() {
        Kinds::Type { .. } => 0,
        Kinds::Enum { .. } | Kinds::Constant { .. } => 1,
        Kinds::Required { .. } => 3,
        Kinds::Custom { .. } => WITHIN,
        Kinds::AdditionalProperties { .. } | Kinds::UnevaluatedProperties { .. } => 5,
        Kinds::AnyOf { .. }
        | Kinds::OneOfNotValid { .. }
        | Kinds::OneOfMultipleValid { .. }
        | Kinds::Not { .. } => 6,
        _ => 2,
    }
}

fn by_name(one: &LocationSegment<'_>, other: &LocationSegment<'_>) -> Ordering {
    match (one, other) {
        (LocationSegment::Index(one), LocationSegment::Index(other)) => one.cmp(other),
        (one, other) => one.to_string().cmp(&other.to_string()),
    }
}
