//! Compiles all schemas, which finds what only the validator knows.

use std::{collections::HashMap, mem, ptr};

use serde_json::{Value, json};

use super::{
    super::{ProblemKind, Severity, schema::Schemas},
    MAX_PROBLEMS, Walker,
};

impl Walker<'_> {
    /// Compiles the schemas that are not within others. One that others refer to is told of once.
    pub(super) fn compile(&mut self) {
        let mut schemas = Schemas::default();
        // By place, in a schema without a place yet.
        let mut unplaced = HashMap::new();
        let mut found = HashMap::new();
        for (part, component) in mem::take(&mut self.schemas) {
            let reference = component.map(|place| {
                let fragment = place.replace('%', "%25");
                json!({"$ref": format!("#{fragment}")})
            });
            let compiled =
                schemas.compile(self.root, self.edition, reference.as_ref().unwrap_or(part));
            let Err(error) = compiled else {
                continue;
            };
            let (within, reason) = error.into_parts();
            let kind = ProblemKind::from(reason);
            let is_last = kind == ProblemKind::SchemasTooLarge || found.len() >= MAX_PROBLEMS;
            if let Some(pointer) = within.strip_prefix('#') {
                found.entry(pointer.to_owned()).or_insert(kind);
            } else {
                unplaced.insert(ptr::from_ref(part).addr(), (within, kind));
            }
            if is_last || unplaced.len() >= MAX_PROBLEMS {
                break;
            }
        }
        if !unplaced.is_empty() {
            place(self.root, &mut String::new(), &mut unplaced, &mut found);
        }
        let problems = found.into_iter();
        let problems = problems.map(|(place, kind)| self.problem(&place, Severity::Refused, kind));
        self.refused = problems.collect();
    }
}

/// Finds the places of values by their addresses.
fn place(
    value: &Value,
    pointer: &mut String,
    unplaced: &mut HashMap<usize, (String, ProblemKind)>,
    found: &mut HashMap<String, ProblemKind>,
) {
    if let Some((within, kind)) = unplaced.remove(&ptr::from_ref(value).addr()) {
        found.entry(format!("{pointer}/{within}")).or_insert(kind);
    }
    let length = pointer.len();
    let mut inner = |name: &str, value: &Value| {
        pointer.push('/');
        pointer.push_str(name);
        place(value, pointer, unplaced, found);
        pointer.truncate(length);
    };
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                inner(&name.replace('~', "~0").replace('/', "~1"), value);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                inner(&index.to_string(), item);
            }
        }
        _ => {}
    }
}
