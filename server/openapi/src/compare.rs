//! What callers of an API have to change when its document changes.
//!
//! Both documents have passed [`check`](crate::check()). Only what can break a program is told:
//! what a call may no longer leave out or send, and what an answer no longer has. Alternatives
//! (`oneOf`, `anyOf`) are not compared.

mod schemas;
#[cfg(test)]
mod tests;

use std::fmt;

use serde_json::{Map, Value};

use self::schemas::{Direction, Schemas};

/// The methods of a path item (`OpenAPI` 3.1.1 §4.8.9).
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];
/// More than anybody reads.
pub const MAX_BREAKS: usize = 500;

/// A change that can break a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The operation, as in `POST /contacts`.
    pub operation: String,
    /// What of it, as in `body.data.name` or `query.limit`; empty for all of it.
    pub place: String,
    pub kind: BreakKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// The operation is gone.
    OperationRemoved,
    /// A parameter or a property has to be sent from now on.
    Required,
    /// A body has to be sent from now on.
    BodyRequired,
    /// Bodies of this media type are no longer taken or given.
    MediaTypeRemoved,
    /// The answer with this status is gone.
    ResponseRemoved,
    /// A property of an answer is gone.
    PropertyRemoved,
    /// A property of an answer that was always there may be missing.
    PropertyOptional,
    /// A value has another type.
    TypeChanged { before: String, after: String },
    /// A value that could be sent is no longer taken.
    ValueRemoved(String),
}

impl fmt::Display for BreakKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OperationRemoved => f.write_str("the operation is gone"),
            Self::Required => f.write_str("it has to be sent from now on"),
            Self::BodyRequired => f.write_str("a body has to be sent from now on"),
            Self::MediaTypeRemoved => f.write_str("the media type is gone"),
            Self::ResponseRemoved => f.write_str("the response is gone"),
            Self::PropertyRemoved => f.write_str("the property is gone"),
            Self::PropertyOptional => f.write_str("the property may be missing from now on"),
            Self::TypeChanged { before, after } => write!(f, "it was {before} and is {after}"),
            Self::ValueRemoved(value) => write!(f, "{value} is no longer taken"),
        }
    }
}

/// What can break a program that was written for the document of before, in its order. Texts that
/// are no documents have nothing to compare.
#[must_use]
pub fn breaking(before: &str, after: &str) -> Vec<Break> {
    let parse = |text| serde_json::from_str::<Value>(text).ok();
    let (Some(before), Some(after)) = (parse(before), parse(after)) else {
        return vec![];
    };
    let mut comparison = Comparison {
        before: &before,
        after: &after,
        found: vec![],
    };
    comparison.operations();
    comparison.found.truncate(MAX_BREAKS);
    comparison.found
}

struct Comparison<'d> {
    before: &'d Value,
    after: &'d Value,
    found: Vec<Break>,
}

/// The same part of both documents.
#[derive(Clone, Copy)]
struct Pair<'d> {
    before: &'d Value,
    after: &'d Value,
}

impl<'d> Comparison<'d> {
    fn operations(&mut self) {
        let after = operations(self.after);
        for (name, item, operation) in operations(self.before) {
            let same = after.iter().find(|(other, ..)| *other == name);
            match same {
                None => self.push(&name, String::new(), BreakKind::OperationRemoved),
                Some((_, other_item, other)) => {
                    let items = Pair {
                        before: item,
                        after: other_item,
                    };
                    let operations = Pair {
                        before: operation,
                        after: other,
                    };
                    self.operation(&name, items, operations);
                }
            }
        }
    }

    fn operation(&mut self, name: &str, items: Pair<'d>, operations: Pair<'d>) {
        self.parameters(name, items, operations);
        self.body(name, operations);
        self.responses(name, operations);
    }

    fn parameters(&mut self, name: &str, items: Pair<'d>, operations: Pair<'d>) {
        let before = parameters(self.before, items.before, operations.before);
        for (key, parameter) in parameters(self.after, items.after, operations.after) {
            let earlier = before.iter().find(|(other, _)| *other == key);
            let is_required = |parameter: &Value| parameter["required"] == Value::Bool(true);
            let was_required = earlier.is_some_and(|(_, earlier)| is_required(earlier));
            if is_required(parameter) && !was_required {
                self.push(name, key.clone(), BreakKind::Required);
            }
            if let Some((_, earlier)) = earlier {
                let schemas = Pair {
                    before: &earlier["schema"],
                    after: &parameter["schema"],
                };
                self.schemas(name, &key, schemas, Direction::Sent);
            }
        }
    }

    fn body(&mut self, name: &str, operations: Pair<'d>) {
        let after = resolved(self.after, &operations.after["requestBody"]);
        let before = resolved(self.before, &operations.before["requestBody"]);
        let is_required = |body: &Value| body["required"] == Value::Bool(true);
        if is_required(after) && !is_required(before) {
            self.push(name, "body".to_owned(), BreakKind::BodyRequired);
        }
        self.contents(name, "body", Pair { before, after }, Direction::Sent);
    }

    fn responses(&mut self, name: &str, operations: Pair<'d>) {
        let Some(before) = operations.before["responses"].as_object() else {
            return;
        };
        for (status, response) in before {
            let before = resolved(self.before, response);
            let after = &operations.after["responses"][status];
            if after.is_null() {
                self.push(name, status.clone(), BreakKind::ResponseRemoved);
                continue;
            }
            let after = resolved(self.after, after);
            self.contents(name, status, Pair { before, after }, Direction::Answered);
        }
    }

    /// The media types of a body or a response.
    fn contents(&mut self, name: &str, place: &str, holders: Pair<'d>, direction: Direction) {
        let Some(before) = holders.before["content"].as_object() else {
            return;
        };
        for (media_type, before) in before {
            let after = &holders.after["content"][media_type];
            if after.is_null() {
                let place = format!("{place} {media_type}");
                self.push(name, place, BreakKind::MediaTypeRemoved);
                continue;
            }
            let schemas = Pair {
                before: &before["schema"],
                after: &after["schema"],
            };
            self.schemas(name, place, schemas, direction);
        }
    }

    fn schemas(&mut self, name: &str, place: &str, pair: Pair<'d>, direction: Direction) {
        let mut schemas = Schemas {
            before: self.before,
            after: self.after,
            direction,
            found: vec![],
        };
        schemas.compare(place, pair.before, pair.after, 0);
        for (place, kind) in schemas.found {
            self.push(name, place, kind);
        }
    }

    fn push(&mut self, operation: &str, place: String, kind: BreakKind) {
        // A schema may stand at many places of an operation; once is enough for each.
        let found = Break {
            operation: operation.to_owned(),
            place,
            kind,
        };
        if self.found.len() < MAX_BREAKS && !self.found.contains(&found) {
            self.found.push(found);
        }
    }
}

/// The operations with their path items, by method and path.
fn operations(root: &Value) -> Vec<(String, &Value, &Value)> {
    let paths = root["paths"].as_object().map(Map::iter);
    let paths = paths.into_iter().flatten();
    let operations = paths.flat_map(|(path, item)| {
        let item = resolved(root, item);
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(method)?;
            Some((format!("{} {path}", method.to_uppercase()), item, operation))
        })
    });
    operations.collect()
}

/// The parameters of an operation and its path, by place and name; those of the operation win.
fn parameters<'d>(
    root: &'d Value,
    item: &'d Value,
    operation: &'d Value,
) -> Vec<(String, &'d Value)> {
    let mut all: Vec<(String, &Value)> = vec![];
    for holder in [operation, item] {
        let parameters = holder["parameters"].as_array();
        for parameter in parameters.into_iter().flatten() {
            let parameter = resolved(root, parameter);
            let text = |name: &str| parameter[name].as_str().unwrap_or_default();
            let key = format!("{}.{}", text("in"), text("name"));
            if all.iter().all(|(other, _)| *other != key) {
                all.push((key, parameter));
            }
        }
    }
    all
}

/// What a reference leads to. Those that lead in a circle were refused before.
fn resolved<'d>(root: &'d Value, value: &'d Value) -> &'d Value {
    const MAX_REFERENCES: usize = 32;
    let mut value = value;
    for _ in 0..MAX_REFERENCES {
        let target = value["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
        match target.and_then(|pointer| root.pointer(pointer)) {
            Some(target) => value = target,
            None => break,
        }
    }
    value
}
