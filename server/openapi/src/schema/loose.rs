//! The consequence of an unchecked pattern: nothing may be refused because of it. Within `not` and
//! `oneOf`, accepting more would refuse a value, so these keywords are loosened.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    keywords::{Applicator, applicator},
    prepare::{PASSED_OVER, PreparedSchema},
};

/// The numbers of schemas with an unchecked pattern, or with a reference to one; `None` where there
/// is no such pattern.
pub(super) fn loose(
    own: &PreparedSchema,
    reached: &BTreeMap<usize, &PreparedSchema>,
) -> Option<BTreeSet<usize>> {
    let first = reached.iter().filter(|(_, target)| target.is_loose);
    let mut loose: BTreeSet<usize> = first.map(|(number, _)| *number).collect();
    if loose.is_empty() && !own.is_loose {
        return None;
    }
    loop {
        let known = loose.len();
        let further = reached
            .iter()
            .filter(|(_, target)| !target.references.is_disjoint(&loose));
        let further: Vec<_> = further.map(|(number, _)| *number).collect();
        loose.extend(further);
        if loose.len() == known {
            return Some(loose);
        }
    }
}

/// The schema, with keywords loosened that an unchecked pattern would invert.
pub(super) fn loosened(schema: &Value, loose: Option<&BTreeSet<usize>>) -> Value {
    let (Some(loose), Value::Object(keywords)) = (loose, schema) else {
        return schema.clone();
    };
    let holds_loose = |keyword| {
        let held = keywords.get(keyword);
        held.is_some_and(|held| is_loose(held, loose))
    };
    let (is_conditional, is_counted) = (holds_loose("if"), holds_loose("contains"));
    let mut loosened_keywords = Map::new();
    for (keyword, value) in keywords {
        let keyword = match keyword.as_str() {
            "not" if is_loose(value, loose) => continue,
            "maxContains" if is_counted => continue,
            "if" | "then" | "else" if is_conditional => continue,
            "oneOf" if is_loose(value, loose) => "anyOf",
            keyword => keyword,
        };
        let inner = |schema: &Value| loosened(schema, Some(loose));
        let value = match (applicator(keyword), value) {
            (Some(Applicator::One), schema) => inner(schema),
            (Some(Applicator::List), Value::Array(schemas)) => schemas.iter().map(inner).collect(),
            (Some(Applicator::Named), Value::Object(schemas)) => {
                let schemas = schemas
                    .iter()
                    .map(|(name, schema)| (name.clone(), inner(schema)));
                Value::Object(schemas.collect())
            }
            _ => value.clone(),
        };
        loosened_keywords.insert(keyword.to_owned(), value);
    }
    Value::Object(loosened_keywords)
}

/// Whether a keyword holds an unchecked pattern.
fn is_loose(held: &Value, loose: &BTreeSet<usize>) -> bool {
    match held {
        Value::Object(members) => members.iter().any(|(name, value)| {
            let reference = (name == "$ref").then(|| value.as_str()).flatten();
            let number = reference.and_then(|reference| reference.rsplit('/').next()?.parse().ok());
            name == PASSED_OVER
                || number.is_some_and(|number: usize| loose.contains(&number))
                || is_loose(value, loose)
        }),
        Value::Array(items) => items.iter().any(|item| is_loose(item, loose)),
        _ => false,
    }
}
