//! A call of an operation that is as its document asks for.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{
    Body, ExampleValue, Operation, Parameter, Place, Property, Reference, Rule, Schema,
    body::{essence, is_form, is_json},
};

/// What stays as it is in a part of a path or a query (RFC 3986 §2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
/// What stands for a file of the reader's.
const FILE: &str = "example.bin";

/// A call with whatever it must have, by the examples of its document.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleCall {
    /// In upper case.
    pub method: String,
    /// What comes after the API's base path.
    pub path_and_query: String,
    /// Without those that prove who calls, and without `Content-Type`, which the body has.
    pub headers: Vec<(String, String)>,
    pub body: Option<ExampleBody>,
}

/// What a call sends.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleBody {
    pub media_type: String,
    pub content: ExampleContent,
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq)]
pub enum ExampleContent {
    Json(Value),
    /// Names and values, not yet encoded.
    Form(Vec<(String, String)>),
    /// The parts of `multipart/form-data`, by their names.
    Multipart(Vec<(String, ExamplePart)>),
    Text(String),
    /// A file of the reader's, by the name that stands in its place.
    File(String),
}

/// A part of a form with files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExamplePart {
    Text(String),
    /// A file of the reader's, by the name that stands in its place.
    File(String),
}

impl Operation {
    /// A call with all required parameters, and with a body where the operation takes one.
    #[must_use]
    pub fn example_call(&self) -> ExampleCall {
        let of_required = |it: &Parameter| it.required.then(|| it.example_or_empty());
        self.call(of_required, self.example_body())
    }

    /// A call with this body, and with those parameters that `value` has a value for.
    pub fn call(
        &self,
        value: impl Fn(&Parameter) -> Option<Value>,
        body: Option<ExampleBody>,
    ) -> ExampleCall {
        let given = self.parameters.iter();
        let given: Vec<_> = given.filter_map(|it| Some((it, value(it)?))).collect();
        let of = |place| given.iter().filter(move |(it, _)| it.place == place);
        let query = of(Place::Query).flat_map(|(it, value)| query_pairs(it, value));
        let query: Vec<_> = query.collect();
        let encoded = |it: &Parameter, value: &Value| {
            utf8_percent_encode(&joined(it, value), ENCODED).to_string()
        };
        let path = of(Place::Path).fold(self.path.clone(), |path, (it, value)| {
            path.replace(&format!("{{{}}}", it.name), &encoded(it, value))
        });
        let mut headers = self.accepted();
        headers.extend(
            of(Place::Header).map(|(it, value)| (it.name.clone(), one_line(&joined(it, value)))),
        );
        let cookies: Vec<_> = of(Place::Cookie)
            .map(|(it, value)| format!("{}={}", it.name, encoded(it, value)))
            .collect();
        if !cookies.is_empty() {
            headers.push(("Cookie".to_owned(), cookies.join("; ")));
        }
        ExampleCall {
            method: self.method.clone(),
            path_and_query: if query.is_empty() {
                path
            } else {
                format!("{path}?{}", query.join("&"))
            },
            headers,
            body,
        }
    }

    /// The media type of the first response that callers hope for.
    fn accepted(&self) -> Vec<(String, String)> {
        let mut hoped_for = self.responses.iter().filter(|it| it.is_success());
        let body = hoped_for.find_map(|response| response.bodies.first());
        let accept = body.map(|body| ("Accept".to_owned(), body.media_type.clone()));
        accept.into_iter().collect()
    }

    /// The first body, JSON before others, with its example.
    #[must_use]
    pub fn example_body(&self) -> Option<ExampleBody> {
        self.first_body().map(|body| ExampleBody {
            media_type: body.media_type.clone(),
            content: content(body),
        })
    }

    /// The body whose example [`Operation::example_body`] is.
    #[must_use]
    pub fn first_body(&self) -> Option<&Body> {
        let bodies = &self.body.as_ref()?.bodies;
        let json = bodies.iter().find(|body| is_json(&body.media_type));
        let body = json.or_else(|| bodies.iter().find(|body| !body.examples.is_empty()));
        body.or(bodies.first())
    }
}

impl Reference {
    /// A call of the operation with this slug.
    #[must_use]
    pub fn example_call(&self, slug: &str) -> Option<ExampleCall> {
        self.operation(slug).map(Operation::example_call)
    }
}

fn content(body: &Body) -> ExampleContent {
    let is_json = is_json(&body.media_type);
    match body.examples.first().map(|example| &example.value) {
        Some(ExampleValue::Json(value)) if is_multipart(&body.media_type) => {
            let fields = fields("", value, true).into_iter();
            ExampleContent::Multipart(fields.map(|field| part(field, &body.schema)).collect())
        }
        Some(ExampleValue::Json(value)) if is_form(&body.media_type) => {
            ExampleContent::Form(fields("", value, true))
        }
        Some(ExampleValue::Json(Value::String(text))) if !is_json => {
            ExampleContent::Text(text.clone())
        }
        Some(ExampleValue::Json(value)) => ExampleContent::Json(value.clone()),
        Some(ExampleValue::Text(text)) => ExampleContent::Text(text.clone()),
        None if is_json => ExampleContent::Json(Value::Object(serde_json::Map::new())),
        _ => ExampleContent::File(FILE.to_owned()),
    }
}

impl Body {
    /// Whether it is a form with parts, some of which may be files.
    #[must_use]
    pub fn is_multipart(&self) -> bool {
        is_multipart(&self.media_type)
    }

    /// Whether it is a form, of either kind.
    #[must_use]
    pub fn is_form(&self) -> bool {
        is_form(&self.media_type)
    }

    /// Whether it is a file as a whole.
    #[must_use]
    pub fn is_file(&self) -> bool {
        is_file(&self.schema) || matches!(content(self), ExampleContent::File(_))
    }
}

impl Property {
    /// Whether its value in a form with parts is a file, or several.
    #[must_use]
    pub fn is_file(&self) -> bool {
        is_file(self.items().unwrap_or(&self.schema))
    }

    /// The schema of its items, where it is a list.
    #[must_use]
    pub fn items(&self) -> Option<&Schema> {
        let members = self.schema.members()?;
        members.items.as_deref()
    }
}

fn is_multipart(media_type: &str) -> bool {
    essence(media_type) == "multipart/form-data"
}

/// A field of a form, which is a file where its schema says so.
fn part((name, text): (String, String), schema: &Schema) -> (String, ExamplePart) {
    let mut properties = schema.members().into_iter().flat_map(|it| &it.properties);
    let property = properties.find(|property| property.name == name);
    let is_file = property.is_some_and(Property::is_file);
    let content = if is_file {
        ExamplePart::File(FILE.to_owned())
    } else {
        ExamplePart::Text(text)
    };
    (name, content)
}

/// By the format of edition 3.0, or the media type of 3.1 (`OpenAPI` 3.1.1 §4.8.14.3).
fn is_file(schema: &Schema) -> bool {
    let holds_media = |rule: &Rule| matches!(rule, Rule::MediaType(_));
    schema.format.as_deref() == Some("binary") || schema.rules.iter().any(holds_media)
}

/// The pairs of a query, as the style of the parameter asks for.
fn query_pairs(parameter: &Parameter, value: &Value) -> Vec<String> {
    let (name, style) = (&parameter.name, &parameter.style);
    let fields = match value {
        Value::Object(members) if style.name == "deepObject" => members
            .iter()
            .map(|(member, value)| (format!("{name}[{member}]"), plain(value)))
            .collect(),
        value if style.explode && parameter.media_type.is_none() => fields(name, value, true),
        value => vec![(name.clone(), joined(parameter, value))],
    };
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let pairs = fields.iter();
    let pairs = pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect()
}

/// A value as fields of a form: each item and each member by itself.
fn fields(name: &str, value: &Value, is_outermost: bool) -> Vec<(String, String)> {
    match value {
        Value::Object(members) if is_outermost => members
            .iter()
            .flat_map(|(name, value)| fields(name, value, false))
            .collect(),
        Value::Array(items) => items
            .iter()
            .map(|item| (name.to_owned(), plain(item)))
            .collect(),
        value => vec![(name.to_owned(), plain(value))],
    }
}

/// A value in one text, with its items or members after each other.
fn joined(parameter: &Parameter, value: &Value) -> String {
    if parameter.media_type.as_deref().is_some_and(is_json) {
        return value.to_string();
    }
    let separator = match parameter.style.name.as_str() {
        "spaceDelimited" => " ",
        "pipeDelimited" => "|",
        _ => ",",
    };
    let texts: Vec<_> = match value {
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(members) if parameter.style.explode => members
            .iter()
            .map(|(name, value)| format!("{name}={}", plain(value)))
            .collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| [name.clone(), plain(value)])
            .collect(),
        value => vec![plain(value)],
    };
    texts.join(separator)
}

/// A value as people write it into an address.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A header is one line, without controls (RFC 9110 §5.5).
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
