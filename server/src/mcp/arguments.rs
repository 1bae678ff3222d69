//! The arguments of a call. What is wrong with them is said by their names and never by their
//! values, which may be what nobody was to send.

use rmcp::model::JsonObject;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::failure::Failure;

/// Reads arguments that are to be of this schema.
///
/// # Errors
/// [`Failure::Said`] with the argument that is missing, is none, or has another value.
pub fn read<T: DeserializeOwned>(arguments: JsonObject, schema: &JsonObject) -> Result<T, Failure> {
    let known = schema.get("properties").and_then(Value::as_object);
    let known: Vec<_> = known.into_iter().flat_map(JsonObject::keys).collect();
    if let Some(name) = arguments.keys().find(|name| !known.contains(name)) {
        let text = match &*known {
            [] => format!("There is no argument `{name}`; this tool takes none."),
            _ => format!(
                "There is no argument `{name}`. There are: {}.",
                list(&known)
            ),
        };
        return Err(Failure::Said(text));
    }
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    let missing: Vec<_> = required.filter(|it| !arguments.contains_key(*it)).collect();
    if !missing.is_empty() {
        return Err(Failure::Said(format!("Missing: {}.", list(&missing))));
    }
    serde_path_to_error::deserialize(Value::Object(arguments)).map_err(|error| {
        Failure::Said(format!(
            "The argument `{}` has a value that the input schema does not allow.",
            error.path()
        ))
    })
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
        name: String,
        #[serde(default)]
        count: Option<u8>,
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
        };
        assert_eq!(reads(&json!({"name": "x"})), Ok(input));
    }

    #[test]
    fn what_is_wrong_is_named_without_its_value() {
        let said = |arguments| reads(&arguments).unwrap_err();
        assert_eq!(said(json!({})), "Missing: `name`.");
        let unknown = said(json!({"name": "x", "secret": "hunter2"}));
        assert_eq!(
            unknown,
            "There is no argument `secret`. There are: `count`, `name`."
        );
        let wrong = said(json!({"name": "x", "count": "hunter2"}));
        assert!(
            wrong.contains("`count`") && !wrong.contains("hunter2"),
            "{wrong}"
        );
    }
}
