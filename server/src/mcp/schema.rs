//! The schemas of what tools take and answer, made of its types, without what only types say.

use std::{any::Any, sync::Arc};

use rmcp::{
    handler::server::tool::{schema_for_input, schema_for_output},
    model::JsonObject,
};
use schemars::JsonSchema;
use serde_json::Value;

/// The schema of arguments. That it is one of an object is tested for every tool.
pub fn of_input<T: JsonSchema + Any>() -> Arc<JsonObject> {
    let schema = schema_for_input::<T>().unwrap_or_default();
    tidied(&schema)
}

/// The schema of an answer.
pub fn of_output<T: JsonSchema + Any>() -> Arc<JsonObject> {
    tidied(&schema_for_output::<T>())
}

fn tidied(schema: &JsonObject) -> Arc<JsonObject> {
    let mut schema = schema.clone();
    tidy_object(&mut schema);
    Arc::new(schema)
}

/// Leaves out the sizes of numbers, which no standard names as formats, and that nothing stands for
/// nothing.
fn tidy_object(object: &mut JsonObject) {
    if object.get("default").is_some_and(Value::is_null) {
        object.remove("default");
    }
    let format = object.get("format").and_then(Value::as_str);
    if format.is_some_and(|it| it == "double" || it.starts_with("uint") || it.starts_with("int")) {
        object.remove("format");
    }
    object.values_mut().for_each(tidy);
}

fn tidy(value: &mut Value) {
    match value {
        Value::Object(object) => tidy_object(object),
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_schema_says_nothing_of_how_numbers_are_kept() {
        let mut schema = json!({"properties": {
            "count": {"type": ["integer", "null"], "format": "uint32", "default": null},
            "id": {"type": "string", "format": "uuid"},
            "all": {"type": "boolean", "default": false},
        }});
        tidy(&mut schema);
        let tidied = json!({"properties": {
            "count": {"type": ["integer", "null"]},
            "id": {"type": "string", "format": "uuid"},
            "all": {"type": "boolean", "default": false},
        }});
        assert_eq!(schema, tidied);
    }
}
