//! Compares schemas: property by property, through references and `allOf`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{BreakKind, resolved};

/// How deep values are compared; schemas may contain themselves.
const DEPTH: usize = 12;
/// How many schemas are read as one.
const PARTS: usize = 64;

/// Who sends the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// The program: it may not be asked for more.
    Sent,
    /// The API: it may not give less.
    Answered,
}

pub(super) struct Schemas<'d> {
    pub(super) before: &'d Value,
    pub(super) after: &'d Value,
    pub(super) direction: Direction,
    pub(super) found: Vec<(String, BreakKind)>,
}

/// What a schema says with all that it refers to.
#[derive(Default)]
struct View<'d> {
    kinds: BTreeSet<&'d str>,
    values: Option<Vec<&'d Value>>,
    properties: BTreeMap<&'d str, &'d Value>,
    required: BTreeSet<&'d str>,
    items: Option<&'d Value>,
}

impl<'d> View<'d> {
    fn of(root: &'d Value, schema: &'d Value) -> Self {
        let mut view = Self::default();
        let mut parts = vec![schema];
        let mut read = 0;
        while let Some(part) = parts.pop() {
            read += 1;
            if read > PARTS {
                break;
            }
            let target = resolved(root, part);
            if !std::ptr::eq(target, part) {
                parts.push(target);
            }
            parts.extend(part["allOf"].as_array().into_iter().flatten());
            view.add(part);
        }
        view
    }

    fn add(&mut self, part: &'d Value) {
        match &part["type"] {
            Value::String(kind) => drop(self.kinds.insert(kind)),
            Value::Array(kinds) => self.kinds.extend(kinds.iter().filter_map(Value::as_str)),
            _ => {}
        }
        if part["nullable"] == Value::Bool(true) {
            self.kinds.insert("null");
        }
        if let Some(values) = part["enum"].as_array() {
            self.values = Some(values.iter().collect());
        }
        let properties = part["properties"].as_object();
        for (name, schema) in properties.into_iter().flatten() {
            self.properties.entry(name).or_insert(schema);
        }
        let required = part["required"].as_array();
        let required = required.into_iter().flatten().filter_map(Value::as_str);
        self.required.extend(required);
        if part["items"].is_object() {
            self.items = Some(&part["items"]);
        }
    }

    fn kinds(&self) -> String {
        let kinds: Vec<_> = self.kinds.iter().copied().collect();
        kinds.join("|")
    }
}

impl<'d> Schemas<'d> {
    pub(super) fn compare(
        &mut self,
        place: &str,
        before: &'d Value,
        after: &'d Value,
        depth: usize,
    ) {
        if depth > DEPTH || before.is_null() || after.is_null() {
            return;
        }
        let before = View::of(self.before, before);
        let after = View::of(self.after, after);
        if let Some(kind) = self.kinds(&before, &after) {
            self.found.push((place.to_owned(), kind));
            return;
        }
        self.values(place, &before, &after);
        self.properties(place, &before, &after, depth);
        if let (Some(before), Some(after)) = (before.items, after.items) {
            self.compare(&format!("{place}[]"), before, after, depth + 1);
        }
    }

    /// What is sent may be of more types than before, and what is answered of fewer.
    fn kinds(&self, before: &View, after: &View) -> Option<BreakKind> {
        if before.kinds.is_empty() || after.kinds.is_empty() {
            return None;
        }
        let (taken, given) = match self.direction {
            Direction::Sent => (&after.kinds, &before.kinds),
            Direction::Answered => (&before.kinds, &after.kinds),
        };
        let fits =
            |kind: &str| taken.contains(kind) || (kind == "integer" && taken.contains("number"));
        let all_fit = given.iter().all(|kind| fits(kind));
        (!all_fit).then(|| BreakKind::TypeChanged {
            before: before.kinds(),
            after: after.kinds(),
        })
    }

    fn values(&mut self, place: &str, before: &View, after: &View) {
        if self.direction == Direction::Answered {
            return;
        }
        let (Some(before), Some(after)) = (&before.values, &after.values) else {
            return;
        };
        for value in before.iter().filter(|value| !after.contains(value)) {
            let gone = BreakKind::ValueRemoved(value.to_string());
            self.found.push((place.to_owned(), gone));
        }
    }

    fn properties(&mut self, place: &str, before: &View<'d>, after: &View<'d>, depth: usize) {
        let at = |name: &str| format!("{place}.{name}");
        if self.direction == Direction::Sent {
            let new = after.required.difference(&before.required);
            self.found
                .extend(new.map(|name| (at(name), BreakKind::Required)));
        }
        for (name, schema) in &before.properties {
            let Some(other) = after.properties.get(name) else {
                if self.direction == Direction::Answered {
                    self.found.push((at(name), BreakKind::PropertyRemoved));
                }
                continue;
            };
            let is_optional = before.required.contains(name) && !after.required.contains(name);
            if self.direction == Direction::Answered && is_optional {
                self.found.push((at(name), BreakKind::PropertyOptional));
            }
            self.compare(&at(name), schema, other, depth + 1);
        }
    }
}
