//! The consequence of an unchecked pattern: nothing may be refused because of it. Within `not` and
//! `oneOf`, accepting more would refuse a value, so these keywords are loosened.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    keywords::{Applicator, applicator},
    outline::number,
    prepare::{PASSED_OVER, PreparedSchema},
};

/// Adds the numbers of the new schemas with an unchecked pattern, or with a reference to one.
pub(super) fn add_loose(loose: &mut BTreeSet<usize>, new: &BTreeMap<usize, &PreparedSchema>) {
    let first = new.iter().filter(|(_, schema)| schema.is_loose);
    loose.extend(first.map(|(number, _)| *number));
    let mut known = 0;
    while known < loose.len() {
        known = loose.len();
        let further = new
            .iter()
            .filter(|(_, schema)| !schema.references.is_disjoint(loose));
        let further: Vec<_> = further.map(|(number, _)| *number).collect();
        loose.extend(further);
    }
}

/// The schema, with keywords loosened that an unchecked pattern would invert.
pub(super) fn loosened(schema: &Value, loose: &BTreeSet<usize>) -> Value {
    let Value::Object(keywords) = schema else {
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
        let inner = |schema: &Value| loosened(schema, loose);
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
            let number = (name == "$ref").then(|| number(value)).flatten();
            name == PASSED_OVER
                || number.is_some_and(|number| loose.contains(&number))
                || is_loose(value, loose)
        }),
        Value::Array(items) => items.iter().any(|item| is_loose(item, loose)),
        _ => false,
    }
}
