//! The body of a call: what a form asks for, and what is sent of it.

use axum::body::Bytes;
use base64::{Engine, engine::general_purpose::STANDARD};
use openapi::reference::{
    Access, Body, ExampleContent, ExampleValue, Kind, Operation, Property, Rule, Schema,
};
use serde_json::Value;

use super::{
    super::super::super::try_out::multipart::{self, Part},
    typed::{Typed, text},
};
use crate::web::SentFile;

/// The field with the body.
pub const BODY: &str = "corpo";
/// Whose names stand for whole ranges.
const ANY: char = '*';

/// What a form asks for.
pub enum BodyForm<'r> {
    /// The body as it is written.
    Text(String),
    /// Field by field.
    Fields(Vec<BodyField<'r>>),
    /// A file, which is the body.
    File,
}

/// A field of a form.
pub struct BodyField<'r> {
    pub property: &'r Property,
    pub kind: FieldKind,
    /// What stands in it at first.
    pub example: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    Number,
    /// One of these.
    Choice(Vec<String>),
    /// A list or an object, as JSON.
    Json,
    File,
    Files,
}

/// What is sent, and its type.
pub struct Written {
    pub media_type: String,
    pub content: Bytes,
}

/// What the form of an operation asks for; `None` where it sends nothing, or where the document does
/// not say what.
pub fn body_form(operation: &Operation) -> Option<BodyForm<'_>> {
    let body = operation.first_body()?;
    if body.is_form() {
        let fields = fields(body);
        if !fields.is_empty() {
            return Some(BodyForm::Fields(fields));
        }
    } else if body.is_file() {
        return Some(BodyForm::File);
    }
    example_text(&operation.example_body()?.content).map(BodyForm::Text)
}

/// Whether a form can hold what the operation sends.
pub fn can_be_typed(operation: &Operation) -> bool {
    operation.first_body().is_none() || body_form(operation).is_some()
}

/// Whether the form of an operation has a field for files.
pub fn takes_files(operation: &Operation) -> bool {
    match body_form(operation) {
        Some(BodyForm::Fields(fields)) => fields.iter().any(BodyField::is_file),
        Some(BodyForm::File) => true,
        Some(BodyForm::Text(_)) | None => false,
    }
}

/// `None` for files.
fn example_text(content: &ExampleContent) -> Option<String> {
    match content {
        ExampleContent::Json(value) => serde_json::to_string_pretty(value).ok(),
        ExampleContent::Form(fields) => serde_urlencoded::to_string(fields).ok(),
        ExampleContent::Text(text) => Some(text.clone()),
        ExampleContent::Multipart(_) | ExampleContent::File(_) => None,
    }
}

fn fields(body: &Body) -> Vec<BodyField<'_>> {
    let example = body
        .examples
        .iter()
        .find_map(|example| match &example.value {
            ExampleValue::Json(Value::Object(members)) => Some(members),
            _ => None,
        });
    let properties = body.schema.members().map(|it| it.properties.as_slice());
    let sent = properties.unwrap_or_default().iter();
    let sent = sent.filter(|it| it.schema.access != Access::Read);
    let fields = sent.map(|property| {
        let kind = FieldKind::of(property, body);
        let example = example.and_then(|members| members.get(&property.name));
        let example = example.or(property.schema.default.as_ref());
        let is_file = matches!(kind, FieldKind::File | FieldKind::Files);
        BodyField {
            example: example.filter(|_| !is_file).map(text).unwrap_or_default(),
            property,
            kind,
        }
    });
    fields.collect()
}

impl FieldKind {
    fn of(property: &Property, body: &Body) -> Self {
        let schema = &property.schema;
        let has = |kind| schema.kinds.contains(&kind);
        if body.is_multipart() && (property.is_file() || encoding(property).is_some()) {
            return match property.items() {
                Some(_) => Self::Files,
                None => Self::File,
            };
        }
        if has(Kind::Array) || has(Kind::Object) {
            return Self::Json;
        }
        if !schema.values.is_empty() {
            return Self::Choice(choices(schema));
        }
        match schema.kinds.as_slice() {
            [Kind::Boolean] => Self::Choice(["true", "false"].map(str::to_owned).into()),
            [Kind::Integer | Kind::Number] => Self::Number,
            _ => Self::Text,
        }
    }
}

/// The values that are allowed, as they are typed.
pub fn choices(schema: &Schema) -> Vec<String> {
    let values = schema.values.iter().map(text);
    values.filter(|value| !value.is_empty()).collect()
}

/// How the document wants a file written as text, as in `base64` (JSON Schema 2020-12 §8.3).
fn encoding(property: &Property) -> Option<&str> {
    let schema = property.items().unwrap_or(&property.schema);
    schema.rules.iter().find_map(|rule| match rule {
        Rule::Encoding(name) => Some(name.as_str()),
        _ => None,
    })
}

impl BodyField<'_> {
    /// What the field is called; its id, too.
    pub fn name(&self) -> String {
        format!("{BODY}.{}", self.property.name)
    }

    pub fn is_file(&self) -> bool {
        matches!(self.kind, FieldKind::File | FieldKind::Files)
    }

    /// What stands in it.
    pub fn value(&self, typed: &Typed) -> String {
        typed
            .sent(&self.name())
            .unwrap_or_else(|| self.example.clone())
    }

    /// What is sent of it: one text, or one for each item of a list; nothing where it is left empty
    /// and need not be there.
    fn texts(&self, typed: &Typed) -> Vec<(String, Option<String>)> {
        let value = self.value(typed);
        if value.is_empty() && !self.property.required {
            return vec![];
        }
        let json = (self.kind == FieldKind::Json)
            .then(|| serde_json::from_str(&value).ok())
            .flatten();
        match json {
            Some(Value::Array(items)) => items.iter().map(item).collect(),
            Some(object @ Value::Object(_)) => vec![item(&object)],
            _ => vec![(value, None)],
        }
    }

    fn parts(&self, typed: &Typed) -> Vec<Part> {
        let (field, name) = (self.name(), &self.property.name);
        if self.is_file() {
            let files = typed.files(&field);
            let part = |file: &SentFile| Part {
                name: name.clone(),
                file: Some(file.name.clone()),
                media_type: Some(file.media_type.clone()),
                content: match encoding(self.property) {
                    Some("base64") => STANDARD.encode(&file.content).into(),
                    _ => file.content.clone(),
                },
            };
            return files.map(part).collect();
        }
        let texts = self.texts(typed).into_iter();
        let parts = texts.map(|(text, media_type)| Part {
            name: name.clone(),
            file: None,
            media_type,
            content: text.into(),
        });
        parts.collect()
    }
}

/// An item of a list, or an object; objects are JSON by default (`OpenAPI` 3.1.1 §4.8.15.1.1).
fn item(value: &Value) -> (String, Option<String>) {
    let json = value.is_object().then(|| "application/json".to_owned());
    (text(value), json)
}

/// The body, with whatever was typed and chosen, right or wrong: the API answers it. `None` where
/// there is none.
pub fn written(operation: &Operation, typed: &Typed, boundary: &str) -> Option<Written> {
    let body = operation.first_body()?;
    match body_form(operation)? {
        BodyForm::Text(_) => {
            let text = typed.body(operation);
            (!text.is_empty()).then(|| Written {
                media_type: specific(&body.media_type, "application/json").to_owned(),
                content: text.into(),
            })
        }
        BodyForm::File => typed.files(BODY).next().map(|file| Written {
            media_type: specific(&body.media_type, &file.media_type).to_owned(),
            content: file.content.clone(),
        }),
        BodyForm::Fields(fields) if body.is_multipart() => {
            let parts: Vec<_> = fields.iter().flat_map(|field| field.parts(typed)).collect();
            (!parts.is_empty()).then(|| Written {
                media_type: multipart::media_type(boundary),
                content: multipart::write(&parts, boundary),
            })
        }
        BodyForm::Fields(fields) => {
            let pairs = fields.iter().flat_map(|field| {
                let texts = field.texts(typed).into_iter();
                texts.map(|(text, _)| (field.property.name.as_str(), text))
            });
            let content = serde_urlencoded::to_string(pairs.collect::<Vec<_>>()).ok()?;
            (!content.is_empty()).then(|| Written {
                media_type: body.media_type.clone(),
                content: content.into(),
            })
        }
    }
}

/// A range says that any type will do.
fn specific<'a>(media_type: &'a str, other: &'a str) -> &'a str {
    if media_type.contains(ANY) {
        other
    } else {
        media_type
    }
}
