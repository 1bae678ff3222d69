//! Translates schemas of `OpenAPI` 3.0 into JSON Schema 2020-12.
//!
//! 3.0 has its own dialect (§4.7.24): `nullable`, boolean `exclusiveMinimum` and
//! `exclusiveMaximum`, one `example`, and references beside which other keywords are ignored.

use serde_json::{Map, Value, json};

/// Translates the keywords of a schema, without the schemas in it.
pub(super) fn translated(keywords: &Map<String, Value>) -> Map<String, Value> {
    if let Some(reference) = keywords.get("$ref") {
        return Map::from_iter([("$ref".to_owned(), reference.clone())]);
    }
    let mut translated = keywords.clone();
    translate_nullable(&mut translated);
    translate_exclusive(&mut translated, "minimum", "exclusiveMinimum");
    translate_exclusive(&mut translated, "maximum", "exclusiveMaximum");
    if let Some(example) = translated.shift_remove("example") {
        translated.insert("examples".to_owned(), json!([example]));
    }
    translated
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
