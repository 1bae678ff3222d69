//! How keywords hold schemas, by the table of all constructs.

use super::super::{
    Edition,
    table::{Holds, Object},
};

/// The way in which a keyword holds schemas.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Applicator {
    One,
    List,
    Named,
}

/// The way in which a keyword of JSON Schema 2020-12 holds schemas, if it does.
pub(super) fn applicator(keyword: &str) -> Option<Applicator> {
    match Object::Schema.field(Edition::V3_1, keyword)?.holds {
        Holds::One(Object::Schema) => Some(Applicator::One),
        Holds::List(Object::Schema) => Some(Applicator::List),
        Holds::Named(Object::Schema) => Some(Applicator::Named),
        _ => None,
    }
}

/// Whether the schemas of a keyword apply to the same value, and not to a part of it.
pub(super) fn applies_in_place(keyword: &str) -> bool {
    let keywords = [
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "dependentSchemas",
    ];
    keywords.contains(&keyword)
}
