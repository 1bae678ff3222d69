//! A large document, as many companies have one.

use serde_json::{Value, json};

use super::checking::checked;
use crate::Document;

/// A document with many operations, whose schemas all refer to each other.
fn generated(operations: usize) -> Value {
    let to =
        |number: usize| json!({"$ref": format!("#/components/schemas/S{}", number % operations)});
    let schemas = (0..operations).map(|number| {
        let schema = json!({
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "integer", "format": "int64"},
                "name": {"type": "string", "pattern": "^[a-z]{1,20}$"},
                "next": to(number + 1),
                "others": {"type": "array", "items": to(number * 7 + 3)},
                "kind": {"oneOf": [to(number + 11), {"type": "null"}]},
            },
        });
        (format!("S{number}"), schema)
    });
    let paths = (0..operations).map(|number| {
        let body = json!({"application/json": {"schema": to(number)}});
        let path = json!({"post": {
            "operationId": format!("o{number}"),
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "requestBody": {"content": body},
            "responses": {"200": {"description": "A", "content": body}},
        }});
        (format!("/p{number}/{{id}}"), path)
    });
    json!({
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": Value::Object(paths.collect()),
        "components": {"schemas": Value::Object(schemas.collect())},
    })
}

#[test]
fn a_document_of_600_operations_is_taken_whole() {
    let text = generated(600).to_string();
    let report = checked(&text);
    assert_eq!(report.problems, []);
    assert_eq!(report.operations, 600);
    let document = Document::read(&text).unwrap();
    for number in 0..600 {
        let part = json!({"$ref": format!("#/components/schemas/S{number}")});
        let schema = document.schema(&part).unwrap();
        let value = json!({"id": 1, "next": {"id": 2, "others": [{"id": "3"}]}});
        let failure = schema.check(&value).unwrap_err();
        assert_eq!(failure.field(), "next.others.0.id");
    }
}
