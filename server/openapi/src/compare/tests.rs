use serde_json::{Value, json};

use super::breaking;

fn document(operation: &Value, schemas: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": schemas},
    })
}

/// A document whose one operation takes and answers a value of this schema.
fn with(schema: &Value) -> Value {
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/A"}}});
    let operation = json!({
        "requestBody": {"content": content},
        "responses": {"200": {"content": content}},
    });
    document(&operation, &json!({"A": schema}))
}

fn said(before: &Value, after: &Value) -> Vec<String> {
    let found = breaking(&before.to_string(), &after.to_string());
    let lines = found.iter().map(|it| {
        let place = if it.place.is_empty() { "" } else { " " };
        format!("{}{place}{}: {}", it.operation, it.place, it.kind)
    });
    lines.collect()
}

#[test]
fn the_same_document_breaks_nothing() {
    let schema = json!({"type": "object", "required": ["x"], "properties": {"x": {"$ref": "#/components/schemas/A"}}});
    assert_eq!(said(&with(&schema), &with(&schema)), [""; 0]);
    assert!(breaking("no JSON", "{}").is_empty());
}

#[test]
fn an_operation_or_an_answer_that_is_gone_is_told() {
    let before = document(&json!({"responses": {"200": {}, "404": {}}}), &json!({}));
    let after = document(&json!({"responses": {"200": {}}}), &json!({}));
    assert_eq!(said(&before, &after), ["POST /a 404: the response is gone"]);
    let other = json!({"openapi": "3.1.0", "paths": {"/b": {"post": {}}}});
    assert_eq!(said(&before, &other), ["POST /a: the operation is gone"]);
}

#[test]
fn a_parameter_that_has_to_be_sent_is_told_and_one_that_may_be_is_not() {
    let operation = |parameters: Value| document(&json!({"parameters": parameters}), &json!({}));
    let before = operation(json!([
        {"in": "query", "name": "q", "required": true, "schema": {"type": "string"}},
        {"in": "query", "name": "n", "schema": {"type": "integer"}},
    ]));
    let after = operation(json!([
        {"in": "query", "name": "q", "schema": {"type": "string"}},
        {"in": "query", "name": "n", "required": true, "schema": {"type": "string"}},
        {"in": "header", "name": "x-new", "required": true},
        {"in": "query", "name": "free"},
    ]));
    assert_eq!(
        said(&before, &after),
        [
            "POST /a query.n: it has to be sent from now on",
            "POST /a query.n: it was integer and is string",
            "POST /a header.x-new: it has to be sent from now on",
        ]
    );
}

#[test]
fn what_is_sent_and_what_is_answered_break_in_different_ways() {
    let before = json!({
        "type": "object",
        "required": ["kept"],
        "properties": {"kept": {"type": "string"}, "gone": {"type": "string"}, "n": {"type": "integer"}},
    });
    let after = json!({
        "type": "object",
        "required": ["new"],
        "properties": {"kept": {"type": "string"}, "new": {"type": "string"}, "n": {"type": "number"}},
    });
    assert_eq!(
        said(&with(&before), &with(&after)),
        [
            "POST /a body.new: it has to be sent from now on",
            "POST /a 200.gone: the property is gone",
            "POST /a 200.kept: the property may be missing from now on",
            "POST /a 200.n: it was integer and is number",
        ]
    );
}

#[test]
fn parts_of_all_of_are_read_as_one_and_values_are_compared() {
    let before = json!({"allOf": [
        {"type": "object", "properties": {"state": {"enum": ["a", "b"]}}},
        {"properties": {"list": {"type": "array", "items": {"type": "string"}}}},
    ]});
    let after = json!({"type": "object", "properties": {
        "state": {"enum": ["b", "c"]},
        "list": {"type": "array", "items": {"type": "integer"}},
    }});
    assert_eq!(
        said(&with(&before), &with(&after)),
        [
            "POST /a body.list[]: it was string and is integer",
            "POST /a body.state: \"a\" is no longer taken",
            "POST /a 200.list[]: it was string and is integer",
        ]
    );
}

#[test]
fn schemas_that_contain_themselves_come_to_an_end() {
    let looped = |kind: &str| {
        json!({"type": "object", "properties": {
            "next": {"$ref": "#/components/schemas/A"},
            "x": {"type": kind},
        }})
    };
    let found = said(&with(&looped("string")), &with(&looped("integer")));
    assert!(found.len() > 2 && found.len() < 100, "{}", found.len());
}
