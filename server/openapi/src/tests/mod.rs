//! What API users and owners of documents see.

mod any;
mod checking;
mod editions;
mod hostile;
mod keywords;
mod large;
mod limits;
mod operations;
mod schemas;
mod sources;
mod table;

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Document, InvalidDocument, Schema};

/// A document with these schemas.
fn document(edition: &str, schemas: &Value) -> Document {
    let document = json!({
        "openapi": edition,
        "paths": {},
        "components": {"schemas": schemas},
    });
    Document::read(&document.to_string()).unwrap()
}

/// A schema of a document with others to refer to.
fn compiled(schema: &Value) -> Result<Arc<Schema>, InvalidDocument> {
    let schemas = json!({
        "Circle": {"$ref": "#/components/schemas/Circle"},
        "Spiral": {"allOf": [{"not": {"$ref": "#/components/schemas/Spiral"}}]},
        "Node": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "description": "What it is called."},
                "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
            },
        },
        "Wrong": {"items": {"type": "text"}},
    });
    document("3.1.0", &schemas).schema(schema)
}

/// The message for a value, with the name of its field.
fn said(schema: &Value, value: &Value) -> Option<String> {
    said_by(&compiled(schema).unwrap(), value)
}

fn said_by(schema: &Schema, value: &Value) -> Option<String> {
    let failure = schema.check(value).err()?;
    Some(format!("{} {failure}", failure.field()))
}
