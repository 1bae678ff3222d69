//! Documents that nobody wants: malformed, endless, huge.

use serde_json::{Value, json};

use super::{document, schema_among};
use crate::reference::{Content, Reference, Schema, SchemaLink};

/// How many schemas there are in a tree.
fn size(schema: &Schema) -> usize {
    let Some(members) = schema.members() else {
        return 1;
    };
    let properties = members.properties.iter().map(|it| &it.schema);
    let patterns = members.patterns.iter().map(|(_, schema)| schema);
    let alternatives = members.alternatives.iter().flat_map(|it| &it.schemas);
    let boxed = [&members.additional, &members.items, &members.not];
    let boxed = boxed.into_iter().filter_map(|it| it.as_deref());
    let children = properties.chain(patterns).chain(alternatives).chain(boxed);
    1 + children
        .chain(&members.first_items)
        .map(size)
        .sum::<usize>()
}

fn reads(document: &Value) {
    calls(&Reference::read(document));
}

/// Every operation has a call.
fn calls(reference: &Reference) {
    for operation in &reference.operations {
        let call = operation.example_call();
        assert!(call.path_and_query.starts_with(&operation.path), "{call:?}");
    }
}

#[test]
fn nothing_in_a_document_makes_reading_fail() {
    let odd = [
        json!(null),
        json!(true),
        json!(7),
        json!("a"),
        json!([1]),
        json!({"a": 1}),
    ];
    for value in &odd {
        reads(value);
        for name in [
            "info",
            "tags",
            "paths",
            "webhooks",
            "components",
            "security",
        ] {
            reads(&json!({name: value}));
            reads(&json!({name: {"/": value}}));
        }
        for name in [
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "tags",
            "security",
        ] {
            calls(&document(&json!({"/": {"get": {name: value}}}), &json!({})));
            calls(&document(
                &json!({"/": {"get": {name: [value]}}}),
                &json!({}),
            ));
            calls(&document(
                &json!({"/": {"get": {name: {"200": value}}}}),
                &json!({}),
            ));
        }
        for keyword in [
            "type",
            "properties",
            "required",
            "items",
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "enum",
            "additionalProperties",
            "patternProperties",
            "minimum",
            "exclusiveMinimum",
            "minLength",
            "maxItems",
            "multipleOf",
            "pattern",
            "format",
            "discriminator",
            "$ref",
            "nullable",
            "prefixItems",
            "example",
            "examples",
            "default",
            "x-description",
            "description",
        ] {
            schema_among(&json!({keyword: value}), &json!({}));
            schema_among(&json!({"type": "array", keyword: [value]}), &json!({}));
            schema_among(
                &json!({"type": "object", "minProperties": 1e300, keyword: {"a": value}}),
                &json!({}),
            );
        }
    }
    assert!(Reference::parse("no JSON").is_none());
}

#[test]
fn references_that_lead_in_circles_end() {
    let schemas = json!({
        "A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"},
        "C": {"allOf": [{"$ref": "#/components/schemas/C"}, {"properties": {"c": {"$ref": "#/components/schemas/C"}}}]},
        "D": {"oneOf": [{"$ref": "#/components/schemas/D"}, {"$ref": "#/components/schemas/E"}]},
        "E": {"anyOf": [{"$ref": "#/components/schemas/D"}, {"$ref": "#/components/schemas/E"}]},
        "F": {"required": ["f"], "properties": {"f": {"$ref": "#/components/schemas/F"}}},
        "G": {"items": {"items": {"$ref": "#/components/schemas/G"}}},
    });
    for name in ["A", "C", "D", "E", "F", "G"] {
        let reference = json!({"$ref": format!("#/components/schemas/{name}")});
        let (schema, document) = schema_among(&reference, &schemas);
        assert!(size(&schema) < 20, "{name}: {schema:?}");
        calls(&document);
    }
    let circle = json!({"$ref": "#/components/parameters/P"});
    reads(&json!({
        "paths": {"/": {"$ref": "#/paths/~1"}, "/a": {"get": {"parameters": [circle]}}},
        "components": {"parameters": {"P": circle}},
    }));
}

#[test]
fn schemas_that_multiply_are_cut_and_lead_to_their_names() {
    let properties = |number: usize| -> Value {
        let next = json!({"$ref": format!("#/components/schemas/S{}", number + 1)});
        (0..9)
            .map(|name| (format!("p{name}"), next.clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let schemas: serde_json::Map<_, _> = (0..40)
        .map(|number| {
            (
                format!("S{number}"),
                json!({"type": "object", "properties": properties(number)}),
            )
        })
        .collect();
    let (schema, reference) =
        schema_among(&json!({"$ref": "#/components/schemas/S0"}), &schemas.into());
    assert!((100..=401).contains(&size(&schema)), "{}", size(&schema));
    assert_eq!(reference.schemas.len(), 24);
    calls(&reference);
}

#[test]
fn a_large_object_without_a_name_says_how_much_is_left_out() {
    let properties: serde_json::Map<_, _> = (0..1000)
        .map(|name| {
            (
                format!("p{name}"),
                json!({"type": "object", "properties": {"a": {}}}),
            )
        })
        .collect();
    let (schema, _) = schema_among(&json!({"properties": properties}), &json!({}));
    let members = schema.members().unwrap();
    assert_eq!((members.properties.len(), members.omitted), (400, 600));
    let deep = &members.properties[0].schema.content;
    assert_eq!(*deep, Content::Link(SchemaLink::Document));
}

#[test]
fn a_document_with_many_operations_stays_small() {
    let things: serde_json::Map<_, _> = (0..600)
        .map(|number| {
            let other = json!({"$ref": format!("#/components/schemas/T{}", (number * 7 + 1) % 600)});
            (format!("T{number}"), json!({"type": "object", "properties": {
                "id": {"type": "string", "format": "uuid"}, "name": {"type": "string", "maxLength": 80},
                "other": other, "others": {"type": "array", "items": other},
            }}))
        })
        .collect();
    let paths: serde_json::Map<_, _> = (0..600)
        .map(|number| {
            let schema = json!({"$ref": format!("#/components/schemas/T{number}")});
            let content = json!({"content": {"application/json": {"schema": schema}}});
            (format!("/t{number}/{{id}}"), json!({"put": {
                "operationId": format!("putT{number}"), "tags": [format!("tag {}", number / 20)],
                "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}],
                "requestBody": content, "responses": {"200": content, "400": content, "500": content},
            }}))
        })
        .collect();
    let reference = document(&paths.into(), &things.into());
    assert_eq!(reference.operations.len(), 600);
    assert_eq!(reference.sections().len(), 30);
    let bodies = reference.operations.iter().flat_map(|operation| {
        let request = operation.body.iter().flat_map(|body| &body.bodies);
        request.chain(operation.responses.iter().flat_map(|it| &it.bodies))
    });
    let total: usize = bodies.map(|body| size(&body.schema)).sum();
    assert!(total < 18_000, "{total}");
}
