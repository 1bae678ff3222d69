//! What readers of an API's page see.

mod bounds;
mod calls;
mod demo;
mod examples;
mod operations;
mod schemas;

use serde_json::{Value, json};

use super::{Members, Operation, Reference, Schema};

/// A document with these paths and schemas.
fn document(paths: &Value, schemas: &Value) -> Reference {
    Reference::read(&json!({
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }))
}

/// The schema of a body, among others.
fn schema_among(schema: &Value, schemas: &Value) -> (Schema, Reference) {
    let body = json!({"content": {"application/json": {"schema": schema}}});
    let reference = document(&json!({"/": {"post": {"requestBody": body}}}), schemas);
    let body = reference.operations[0].body.as_ref().unwrap();
    (body.bodies[0].schema.clone(), reference)
}

fn schema(schema: &Value) -> Schema {
    schema_among(schema, &json!({})).0
}

fn members(schema: &Schema) -> &Members {
    schema.members().unwrap_or_else(|| panic!("{schema:?}"))
}

fn names(members: &Members) -> Vec<&str> {
    let properties = members.properties.iter();
    properties.map(|property| property.name.as_str()).collect()
}

fn slugs(operations: &[Operation]) -> Vec<&str> {
    operations
        .iter()
        .map(|operation| operation.slug.as_str())
        .collect()
}
