//! What a schema says of a value itself, not of its parts.

use serde_json::Value;

use super::{Access, Content, Schema, Text, rules::rules, source::label, text::items, view::View};

/// How many values or examples of a schema are told of.
const VALUES: usize = 200;
const EXAMPLES: usize = 5;

/// The keywords that are named, not drawn.
const OTHERS: [&str; 9] = [
    "if",
    "dependentSchemas",
    "dependentRequired",
    "unevaluatedProperties",
    "unevaluatedItems",
    "propertyNames",
    "contains",
    "$dynamicRef",
    "$recursiveRef",
];

/// The schema without its parts.
pub(super) fn facts(view: &View<'_>) -> Schema {
    let nullable = view.is_nullable();
    let values = view.values().iter();
    let values = values.filter(|value| !nullable || !value.is_null());
    let text = |name: &str| {
        let own = view.part_with(name);
        let part = own.or_else(|| view.part_with(&format!("x-{name}")));
        part.map(|part| Text::of(part, name)).unwrap_or_default()
    };
    Schema {
        name: view.name.map(label),
        kinds: view.kinds(),
        nullable,
        format: view
            .first("format")
            .and_then(Value::as_str)
            .map(str::to_owned),
        title: text("title"),
        description: text("description"),
        deprecated: view.flag("deprecated"),
        access: access(view),
        default: view.first("default").cloned(),
        values: values.take(VALUES).cloned().collect(),
        examples: examples(view),
        rules: rules(view),
        content: Content::Plain,
        others: view
            .having(&OTHERS)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    }
}

pub(super) fn access(view: &View<'_>) -> Access {
    if view.flag("readOnly") {
        Access::Read
    } else if view.flag("writeOnly") {
        Access::Write
    } else {
        Access::Both
    }
}

fn examples(view: &View<'_>) -> Vec<Value> {
    let listed = view.part_with("examples");
    let listed = listed.map_or(&[][..], |part| items(part, "examples"));
    let examples = view.first("example").into_iter().chain(listed);
    examples.take(EXAMPLES).cloned().collect()
}
