//! Examples that are made from schemas.

use serde_json::{Value, json};

use super::document;
use crate::{Document, reference::ExampleValue};

/// The examples of a request and of a response with this schema.
fn made(schema: &Value, schemas: &Value) -> [Value; 2] {
    let content = json!({"content": {"application/json": {"schema": schema}}});
    let operation = json!({"requestBody": content, "responses": {"200": content}});
    let reference = document(&json!({"/": {"post": operation}}), schemas);
    let operation = &reference.operations[0];
    let bodies = [
        &operation.body.as_ref().unwrap().bodies[0],
        &operation.responses[0].bodies[0],
    ];
    bodies.map(|body| match body.examples.first().map(|it| &it.value) {
        Some(ExampleValue::Json(value)) => value.clone(),
        other => panic!("{other:?}"),
    })
}

#[test]
fn an_example_matches_its_schema() {
    let schemas = json!({
        "Node": {"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
        }},
        "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
            "oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}],
            "discriminator": {"propertyName": "kind"}},
        "Dog": {"required": ["barks"], "properties": {"barks": {"type": "boolean"}}},
        "Cat": {"required": ["purrs"], "properties": {"purrs": {"type": "boolean"}}, "not": {"required": ["barks"]}},
    });
    for schema in [
        json!({"type": "string", "minLength": 9, "maxLength": 12}),
        json!({"type": "string", "maxLength": 3}),
        json!({"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$", "maxLength": 8}),
        json!({"type": "integer", "minimum": 7, "multipleOf": 5}),
        json!({"type": "integer", "exclusiveMinimum": 0, "maximum": 1}),
        json!({"type": "integer", "maximum": -3}),
        json!({"type": "number", "minimum": 0, "maximum": 1}),
        json!({"type": "number", "exclusiveMinimum": 10.5}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
        json!({"type": "number", "multipleOf": 0.25, "maximum": 3}),
        json!({"type": "array", "minItems": 3, "uniqueItems": true, "items": {"type": "integer"}}),
        json!({"type": "array", "minItems": 2, "uniqueItems": true, "items": {"enum": ["a", "b"]}}),
        json!({"type": "array", "minItems": 2, "uniqueItems": true}),
        json!({"type": "array", "maxItems": 0, "items": {"type": "string"}}),
        json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}),
        json!({"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2}),
        json!({"type": "object", "required": ["a"], "additionalProperties": {"type": "boolean"}}),
        json!({"type": ["null", "boolean"]}),
        json!({"const": {"a": 1}}),
        json!({"anyOf": [{"type": "null"}, {"type": "string", "format": "uuid"}]}),
        json!({"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]}),
        json!({"allOf": [{"minLength": 2}, {"type": "string", "maxLength": 4}]}),
        json!({"$ref": "#/components/schemas/Node"}),
        json!({"$ref": "#/components/schemas/Pet"}),
    ] {
        let document = json!({"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}});
        let document = Document::read(&document.to_string()).unwrap();
        let compiled = document.schema(&schema).unwrap();
        for example in made(&schema, &schemas) {
            let checked = compiled.check(&example);
            assert!(checked.is_ok(), "{schema}: {example}: {checked:?}");
        }
    }
}

#[test]
fn formats_are_followed() {
    for format in [
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "email",
        "uri",
        "uri-reference",
        "hostname",
        "ipv4",
        "ipv6",
        "json-pointer",
        "regex",
        "cnpj",
        "cpf",
        "cpf-or-cnpj",
    ] {
        let schema = json!({"type": "string", "format": format});
        let [example, _] = made(&schema, &json!({}));
        let example = example.as_str().unwrap().to_owned();
        assert!(
            crate::Format::named(format).unwrap().has(&example),
            "{format}: {example}"
        );
    }
}

#[test]
fn what_the_document_gives_comes_first() {
    for given in [
        json!({"type": "string", "example": "given"}),
        json!({"type": "string", "examples": ["given", "other"]}),
        json!({"type": "string", "default": "given"}),
        json!({"enum": [null, "given"]}),
        json!({"oneOf": [{"type": "string", "example": "given"}, {"type": "integer"}]}),
    ] {
        assert_eq!(made(&given, &json!({}))[0], json!("given"), "{given}");
    }
}

#[test]
fn what_is_only_read_is_not_sent() {
    let schema = json!({"type": "object", "properties": {
        "id": {"type": "integer", "readOnly": true},
        "password": {"type": "string", "writeOnly": true},
        "old": {"type": "string", "deprecated": true},
        "age": {"type": "integer"},
    }});
    let [request, response] = made(&schema, &json!({}));
    assert_eq!(request, json!({"password": "string", "age": 1}));
    assert_eq!(response, json!({"id": 1, "age": 1}));
}
