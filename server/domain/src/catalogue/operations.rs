//! The operations of an `OpenAPI` document that lack what a reader needs.

use serde_json::Value;

use super::Missing;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];
/// How many references may follow each other.
const REFERENCES: usize = 8;

/// What the operations lack: there is none, or some have no example of what they take or answer.
pub(super) fn missing(document: &str) -> Vec<Missing> {
    let Ok(root) = serde_json::from_str::<Value>(document) else {
        return vec![Missing::Document];
    };
    let mut operations = operations(&root).peekable();
    if operations.peek().is_none() {
        return vec![Missing::Operations];
    }
    operations
        .filter(|(_, operation)| lacks_example(&root, operation))
        .map(|(name, _)| Missing::Example(name))
        .collect()
}

/// The operations by method and path.
fn operations(root: &Value) -> impl Iterator<Item = (String, &Value)> {
    let paths = root.get("paths").and_then(Value::as_object);
    paths.into_iter().flatten().flat_map(move |(path, item)| {
        let item = resolved(root, item);
        METHODS.iter().filter_map(move |method| {
            let name = format!("{} {path}", method.to_uppercase());
            Some((name, item.get(method)?))
        })
    })
}

fn lacks_example(root: &Value, operation: &Value) -> bool {
    let body = operation.get("requestBody");
    if body.is_some_and(|body| has_bare_content(root, body)) {
        return true;
    }
    let responses = operation.get("responses").and_then(Value::as_object);
    let mut answered = responses
        .into_iter()
        .flatten()
        .filter(|(status, _)| status.starts_with('2'));
    answered.any(|(_, response)| has_bare_content(root, response))
}

/// Whether no media type of a body or a response has an example, though it has content.
fn has_bare_content(root: &Value, part: &Value) -> bool {
    let content = resolved(root, part)
        .get("content")
        .and_then(Value::as_object);
    content.is_some_and(|content| {
        !content.is_empty() && !content.values().any(|it| has_example(root, it))
    })
}

fn has_example(root: &Value, media: &Value) -> bool {
    let named = media.get("examples").and_then(Value::as_object);
    let schema = media.get("schema").map(|schema| resolved(root, schema));
    media.get("example").is_some()
        || named.is_some_and(|examples| !examples.is_empty())
        || schema.is_some_and(|it| it.get("example").is_some() || it.get("examples").is_some())
}

fn resolved<'a>(root: &'a Value, part: &'a Value) -> &'a Value {
    let mut part = part;
    for _ in 0..REFERENCES {
        let reference = part.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|it| root.pointer(it.strip_prefix('#')?));
        match target {
            Some(target) => part = target,
            None => break,
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(paths: &str) -> Vec<String> {
        let document = format!(r#"{{"openapi": "3.1.0", "paths": {paths}}}"#);
        missing(&document).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_operation_without_an_example_is_named() {
        let bare = r#"{"content": {"application/json": {"schema": {"type": "object"}}}}"#;
        let shown = r#"{"content": {"application/json": {"example": {}}}}"#;
        let operation = |body: &str, answer: &str| {
            format!(
                r#"{{"/a": {{"post": {{"requestBody": {body}, "responses": {{"200": {answer}}}}}}}}}"#
            )
        };
        assert_eq!(said(&operation(shown, shown)), [""; 0]);
        assert_eq!(said(&operation(bare, shown)), ["an example of POST /a"]);
        assert_eq!(said(&operation(shown, bare)), ["an example of POST /a"]);
        assert_eq!(
            said(r#"{"/a": {"delete": {"responses": {"204": {}}}}}"#),
            [""; 0]
        );
    }

    #[test]
    fn a_document_without_operations_describes_nothing() {
        assert_eq!(missing("{}"), [Missing::Operations]);
        assert_eq!(missing("no JSON"), [Missing::Document]);
    }
}
