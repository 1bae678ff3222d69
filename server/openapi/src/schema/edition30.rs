//! Translates schemas of `OpenAPI` 3.0 into JSON Schema 2020-12.
//!
//! 3.0 has its own dialect (§4.7.24): `nullable`, and boolean `exclusiveMinimum` and
//! `exclusiveMaximum`.

use serde_json::{Map, Value, json};

/// Translates the keywords of a schema, without the schemas in it.
pub(super) fn translate(keywords: &mut Map<String, Value>) {
    translate_nullable(keywords);
    translate_exclusive(keywords, "minimum", "exclusiveMinimum");
    translate_exclusive(keywords, "maximum", "exclusiveMaximum");
}

/// Extends the `type` beside it; without one it has no effect.
fn translate_nullable(keywords: &mut Map<String, Value>) {
    let nullable = keywords.shift_remove("nullable");
    if nullable == Some(Value::Bool(true))
        && let Some(kind) = keywords.get_mut("type")
        && kind.is_string()
    {
        *kind = json!([kind.take(), "null"]);
    }
}

fn translate_exclusive(keywords: &mut Map<String, Value>, limit: &str, exclusive: &str) {
    let Some(Value::Bool(is_exclusive)) = keywords.get(exclusive).cloned() else {
        return;
    };
    keywords.shift_remove(exclusive);
    if is_exclusive && let Some(limit) = keywords.shift_remove(limit) {
        keywords.insert(exclusive.to_owned(), limit);
    }
}
