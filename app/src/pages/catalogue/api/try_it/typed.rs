//! What was typed for the call of an operation, and the call that it makes.

use axum::body::Bytes;
use domain::gateway::{MAX_CALL_BYTES, OutgoingCall};
use openapi::reference::{Kind, Operation, Parameter, Place};
use serde_json::Value;

use super::body::{BODY, BodyForm, body_form, written};
use crate::{
    forms::FieldError,
    web::{PostedParts, SentFile},
};

/// Names a field whose file has to be chosen again.
pub const LOST: &str = "escolher-de-novo";

/// The fields of a form by their names. Where there is no form yet, the examples of the document.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    fields: Option<Vec<(String, String)>>,
    files: Vec<(String, SentFile)>,
    /// The field whose file is larger than a call may be.
    pub too_large: Option<String>,
}

impl From<PostedParts> for Typed {
    fn from(posted: PostedParts) -> Self {
        Self {
            fields: Some(posted.fields),
            files: posted.files,
            too_large: posted.too_large,
        }
    }
}

impl Typed {
    /// What was typed, without files; `None` where there is no form yet.
    pub fn without_files(fields: Option<Vec<(String, String)>>) -> Self {
        Self {
            fields,
            ..Self::default()
        }
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter().flatten();
        let (_, value) = fields.find(|(field, _)| field == name)?;
        Some(value)
    }

    /// What was sent in a field, empty where it was not there; `None` where there is no form yet.
    pub fn sent(&self, name: &str) -> Option<String> {
        let typed = self.fields.is_some().then(|| self.field(name));
        typed.map(|typed| typed.unwrap_or_default().replace("\r\n", "\n"))
    }

    /// The files that were chosen in a field.
    pub fn files(&self, name: &str) -> impl Iterator<Item = &SentFile> {
        let own = self.files.iter().filter(move |(field, _)| field == name);
        own.map(|(_, file)| file)
    }

    /// The names of the files that were chosen in a field, also of those that are not here any more.
    pub fn file_names(&self, name: &str) -> Vec<&str> {
        let fields = self.fields.iter().flatten();
        let own = fields.filter(|(field, value)| field == name && !value.is_empty());
        own.map(|(_, value)| value.as_str()).collect()
    }

    /// The field whose file keeps the call from being made, and why. That one was chosen before, and
    /// not again, is told of once.
    pub fn mistake(&self) -> Option<(&str, FieldError)> {
        if let Some(field) = self.too_large.as_deref() {
            let most = MAX_CALL_BYTES;
            return Some((field, FieldError::FileTooLarge { most }));
        }
        let fields = self.fields.iter().flatten();
        let mut before = fields.filter(|(name, _)| name == LOST);
        let lost = before.find(|(_, field)| self.files(field).next().is_none());
        lost.map(|(_, field)| (field.as_str(), FieldError::FileNotChosen))
    }

    /// The first field with a file.
    pub fn first_file_field(&self) -> Option<&str> {
        self.files.first().map(|(field, _)| field.as_str())
    }

    /// What stands in the field of a parameter.
    pub fn parameter(&self, parameter: &Parameter) -> String {
        if self.fields.is_some() {
            let typed = self.field(&field_name(parameter));
            return typed.unwrap_or_default().to_owned();
        }
        if parameter.required {
            text(&parameter.example_or_empty())
        } else {
            String::new()
        }
    }

    /// What stands in the field of a body that is written as it is.
    pub fn body(&self, operation: &Operation) -> String {
        self.sent(BODY)
            .unwrap_or_else(|| match body_form(operation) {
                Some(BodyForm::Text(example)) => example,
                _ => String::new(),
            })
    }

    /// The call, with whatever was typed, right or wrong: the API answers it. The boundary is that
    /// of a form with files.
    pub fn call(&self, operation: &Operation, boundary: &str) -> OutgoingCall {
        let value = |parameter: &Parameter| {
            let text = self.parameter(parameter);
            let is_left_out = text.is_empty() && !parameter.required;
            (!is_left_out).then(|| parsed(text, parameter))
        };
        let call = operation.call(value, None);
        let mut headers = call.headers;
        let written = written(operation, self, boundary);
        let body = written.map_or_else(Bytes::new, |written| {
            headers.push(("Content-Type".to_owned(), written.media_type));
            written.content
        });
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
        Typed::without_files(Some(fields.collect()))
    }

    #[test]
    fn a_form_begins_with_what_the_document_gives() {
        let call = Typed::default().call(&operation(), "b");
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
        let call = typed(&fields).call(&operation(), "b");
        assert_eq!(call.path_and_query, "/things/7?tags=z&limit=many");
        assert_eq!(call.headers.len(), 1);
        assert_eq!(call.body, "{\n");
        let call = typed(&[]).call(&operation(), "b");
        assert_eq!(call.path_and_query, "/things/?tags=");
        assert_eq!((call.headers.len(), &call.body[..]), (0, &b""[..]));
    }
}
