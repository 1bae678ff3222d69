//! The arguments of a call. What is wrong with them is said by their names and never by their
//! values, which may be what nobody was to send.

use rmcp::model::JsonObject;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{bounds, failure::Failure};

/// Reads arguments that are to be of this schema. Many programs write what they leave out as null.
///
/// # Errors
/// [`Failure::Said`] with the argument that is missing, is none, or has another value.
pub fn read<T: DeserializeOwned>(
    mut arguments: JsonObject,
    schema: &JsonObject,
) -> Result<T, Failure> {
    let properties = schema.get("properties").and_then(Value::as_object);
    require_known(&arguments, properties)?;
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    let required: Vec<_> = required.collect();
    arguments.retain(|name, value| !value.is_null() || required.contains(&&**name));
    let missing = required.iter().filter(|it| !arguments.contains_key(**it));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        return Err(Failure::Said(format!("Missing: {}.", list(&missing))));
    }
    let schema_of = |name: &str| properties.and_then(|all| all.get(name));
    for (name, value) in &arguments {
        if let Some(wrong) = schema_of(name).and_then(|schema| bounds::broken(schema, value)) {
            return Err(Failure::Said(format!("The argument `{name}` {wrong}.")));
        }
    }
    serde_path_to_error::deserialize(Value::Object(arguments)).map_err(|error| {
        let path = error.path().to_string();
        Failure::Said(format!(
            "The argument `{path}` has a value that the input schema does not allow.{}",
            expected(schema_of(&path))
        ))
    })
}

fn require_known(arguments: &JsonObject, properties: Option<&JsonObject>) -> Result<(), Failure> {
    let mut known: Vec<_> = properties.into_iter().flat_map(JsonObject::keys).collect();
    known.sort_unstable();
    let Some(name) = arguments.keys().find(|name| !known.contains(name)) else {
        return Ok(());
    };
    Err(Failure::Said(match &*known {
        [] => format!("There is no argument `{name}`; this tool takes none."),
        _ => format!(
            "There is no argument `{name}`. There are: {}.",
            list(&known)
        ),
    }))
}

/// What a value that cannot be read was to be.
fn expected(schema: Option<&Value>) -> &'static str {
    let format = schema.and_then(|schema| schema.get("format"));
    match format.and_then(Value::as_str) {
        Some("uuid") => " It is an id, as another tool named it.",
        Some("date-time") => " It is a time, as in 2026-11-30T12:00:00Z.",
        _ => "",
    }
}

fn list(names: &[impl AsRef<str>]) -> String {
    let names = names.iter().map(|name| format!("`{}`", name.as_ref()));
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use rmcp::handler::server::tool::schema_for_input;
    use schemars::JsonSchema;
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Input {
        #[schemars(length(max = 5))]
        name: String,
        #[serde(default)]
        #[schemars(range(min = 1, max = 9))]
        count: Option<u8>,
        #[serde(default)]
        note: String,
    }

    fn reads(arguments: &Value) -> Result<Input, String> {
        let schema = schema_for_input::<Input>().unwrap();
        let read = read(arguments.as_object().unwrap().clone(), &schema);
        read.map_err(|failure| match failure {
            Failure::Said(text) => text,
            Failure::Api(_) => unreachable!(),
        })
    }

    #[test]
    fn what_is_right_is_read() {
        let input = Input {
            name: "x".to_owned(),
            count: None,
            note: String::new(),
        };
        assert_eq!(reads(&json!({"name": "x"})), Ok(input));
    }

    #[test]
    fn nothing_may_be_written_as_null_where_nothing_is_needed() {
        let input = Input {
            name: "x".to_owned(),
            count: None,
            note: String::new(),
        };
        let nulls = json!({"name": "x", "count": null, "note": null});
        assert_eq!(reads(&nulls), Ok(input));
        let null = reads(&json!({"name": null})).unwrap_err();
        assert!(null.contains("`name`"), "{null}");
    }

    #[test]
    fn bounds_of_the_schema_hold() {
        let said = |arguments| reads(&arguments).unwrap_err();
        let long = said(json!({"name": "hunter2"}));
        assert_eq!(long, "The argument `name` has more than 5 characters.");
        let large = said(json!({"name": "x", "count": 10}));
        assert_eq!(large, "The argument `count` is more than 9.");
        let small = said(json!({"name": "x", "count": 0}));
        assert_eq!(small, "The argument `count` is less than 1.");
    }

    #[test]
    fn what_is_wrong_is_named_without_its_value() {
        let said = |arguments| reads(&arguments).unwrap_err();
        assert_eq!(said(json!({})), "Missing: `name`.");
        let unknown = said(json!({"name": "x", "secret": "hunter2"}));
        assert_eq!(
            unknown,
            "There is no argument `secret`. There are: `count`, `name`, `note`."
        );
        let wrong = said(json!({"name": "x", "count": "hunter2"}));
        assert!(
            wrong.contains("`count`") && !wrong.contains("hunter2"),
            "{wrong}"
        );
    }
}
