//! What was typed for the call of an operation, and the call that it makes.

use domain::gateway::OutgoingCall;
use openapi::reference::{ExampleContent, Kind, Operation, Parameter, Place};
use serde_json::Value;

/// The field with the body.
pub const BODY: &str = "corpo";

/// The fields of a form by their names. Where there is no form yet, the examples of the document.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Option<Vec<(String, String)>>);

impl Typed {
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter().flatten();
        let (_, value) = fields.find(|(field, _)| field == name)?;
        Some(value)
    }

    /// What stands in the field of a parameter.
    pub fn parameter(&self, parameter: &Parameter) -> String {
        if self.0.is_some() {
            let typed = self.field(&field_name(parameter));
            return typed.unwrap_or_default().to_owned();
        }
        if parameter.required {
            text(&parameter.example_or_empty())
        } else {
            String::new()
        }
    }

    /// What stands in the field of the body.
    pub fn body(&self, operation: &Operation) -> String {
        if self.0.is_some() {
            return self.field(BODY).unwrap_or_default().replace("\r\n", "\n");
        }
        let example = operation.example_body();
        example
            .and_then(|body| body_text(&body.content))
            .unwrap_or_default()
    }

    /// The call, with whatever was typed, right or wrong: the API answers it.
    pub fn call(&self, operation: &Operation) -> OutgoingCall {
        let value = |parameter: &Parameter| {
            let text = self.parameter(parameter);
            let is_left_out = text.is_empty() && !parameter.required;
            (!is_left_out).then(|| parsed(text, parameter))
        };
        let call = operation.call(value, None);
        let body = self.body(operation);
        let mut headers = call.headers;
        if let Some(example) = operation.example_body().filter(|_| !body.is_empty()) {
            // A range says that any type will do.
            let media_type = if example.media_type.contains('*') {
                "application/json".to_owned()
            } else {
                example.media_type
            };
            headers.push(("Content-Type".to_owned(), media_type));
        }
        OutgoingCall {
            method: call.method,
            path_and_query: call.path_and_query,
            headers,
            body,
        }
    }
}

/// What the field of a parameter is called.
pub fn field_name(parameter: &Parameter) -> String {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    };
    format!("{place}.{}", parameter.name)
}

/// Whether a form can hold what the operation sends.
pub fn can_be_typed(operation: &Operation) -> bool {
    let example = operation.example_body();
    example.is_none_or(|body| body_text(&body.content).is_some())
}

/// `None` for files.
fn body_text(content: &ExampleContent) -> Option<String> {
    match content {
        ExampleContent::Json(value) => serde_json::to_string_pretty(value).ok(),
        ExampleContent::Form(fields) => serde_urlencoded::to_string(fields).ok(),
        ExampleContent::Text(text) => Some(text.clone()),
        ExampleContent::Multipart(_) | ExampleContent::File(_) => None,
    }
}

/// A value as it is typed; lists and objects as JSON.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn parsed(text: String, parameter: &Parameter) -> Value {
    let kinds = &parameter.schema.kinds;
    let has_parts = kinds.contains(&Kind::Array) || kinds.contains(&Kind::Object);
    let value = has_parts
        .then(|| serde_json::from_str(&text).ok())
        .flatten();
    let value = value.filter(|it: &Value| it.is_array() || it.is_object());
    value.unwrap_or(Value::String(text))
}

#[cfg(test)]
mod tests {
    use openapi::reference::Reference;
    use serde_json::json;

    use super::*;

    fn operation() -> Operation {
        let parameter = |name: &str, place: &str, required: bool, schema: Value, example: Value| {
            json!({
                "name": name, "in": place, "required": required,
                "schema": schema, "example": example,
            })
        };
        let document = json!({
            "openapi": "3.1.0", "info": {"title": "A", "version": "1"},
            "paths": {"/things/{id}": {"put": {
                "parameters": [
                    parameter("id", "path", true, json!({"type": "string"}), json!("a/b")),
                    parameter("tags", "query", true, json!({"type": "array"}), json!(["x", "y"])),
                    parameter("limit", "query", false, json!({"type": "integer"}), json!(10)),
                    parameter("X-Id", "header", false, json!({"type": "string"}), json!("1")),
                ],
                "requestBody": {"content": {"application/json": {"example": {"a": 1}}}},
                "responses": {},
            }}},
        });
        Reference::read(&document).operations.remove(0)
    }

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let fields = fields.iter();
        let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Typed(Some(fields.collect()))
    }

    #[test]
    fn a_form_begins_with_what_the_document_gives() {
        let call = Typed::default().call(&operation());
        assert_eq!(call.method, "PUT");
        assert_eq!(call.path_and_query, "/things/a%2Fb?tags=x&tags=y");
        let json = ("Content-Type".to_owned(), "application/json".to_owned());
        assert_eq!(call.headers, [json]);
        assert_eq!(call.body, "{\n  \"a\": 1\n}");
    }

    #[test]
    fn what_is_typed_is_sent_and_what_is_left_empty_is_not() {
        let fields = [
            ("path.id", "7"),
            ("query.tags", "z"),
            ("query.limit", "many"),
            ("header.X-Id", ""),
            ("corpo", "{\r\n"),
            ("other", "x"),
        ];
        let call = typed(&fields).call(&operation());
        assert_eq!(call.path_and_query, "/things/7?tags=z&limit=many");
        assert_eq!(call.headers.len(), 1);
        assert_eq!(call.body, "{\n");
        let call = typed(&[]).call(&operation());
        assert_eq!(call.path_and_query, "/things/?tags=");
        assert_eq!((call.headers.len(), call.body.as_str()), (0, ""));
    }
}
