//! The bodies of requests and responses.

use serde_json::Value;

use super::{
    Body, Content, Example, ExampleValue, RequestBody, Response, Schema, Text,
    example::Direction,
    parameter::{ANYTHING, headers},
    source::{Part, Source, label, reference},
    text::{flag, members},
    unfold::Unfolder,
    view::View,
};

/// How many examples of a body are told of.
const EXAMPLES: usize = 20;

/// A media type and what is said of it.
type Media<'d> = (&'d String, &'d Value);

pub(super) fn request<'d>(
    unfolder: &mut Unfolder<'d>,
    operation: &'d Value,
) -> Option<RequestBody> {
    let part = operation.get("requestBody")?;
    let mut body = RequestBody {
        required: false,
        description: Text::default(),
        bodies: vec![],
        elsewhere: None,
    };
    match unfolder.source.part(part) {
        Part::Here(part) => {
            body.required = flag(part, "required");
            body.description = Text::of(part, "description");
            body.bodies = members(part, "content")
                .map(|media| whole(unfolder, media, Direction::Request))
                .collect();
        }
        Part::Elsewhere(reference) => body.elsewhere = Some(reference.to_owned()),
    }
    Some(body)
}

/// The responses of an operation. A schema is unfolded once, in the first that has it.
pub(super) fn responses<'d>(unfolder: &mut Unfolder<'d>, operation: &'d Value) -> Vec<Response> {
    let mut seen: Vec<(&str, &str)> = vec![];
    let responses = members(operation, "responses").filter(|(status, _)| !status.starts_with("x-"));
    let responses = responses.map(|(status, part)| {
        let mut response = Response {
            status: status.clone(),
            description: Text::default(),
            headers: vec![],
            bodies: vec![],
            elsewhere: None,
        };
        match unfolder.source.part(part) {
            Part::Elsewhere(reference) => response.elsewhere = Some(reference.to_owned()),
            Part::Here(part) => {
                response.description = Text::of(part, "description");
                response.headers = headers(unfolder, part);
                response.bodies = members(part, "content")
                    .map(|media| once(unfolder, media, status, &mut seen))
                    .collect();
            }
        }
        response
    });
    responses.collect()
}

/// A body of a response, unfolded where no response before has its schema.
fn once<'d>(
    unfolder: &mut Unfolder<'d>,
    media: Media<'d>,
    status: &'d str,
    seen: &mut Vec<(&'d str, &'d str)>,
) -> Body {
    let Some(name) = media.1.get("schema").and_then(reference) else {
        return whole(unfolder, media, Direction::Response);
    };
    if let Some((_, before)) = seen.iter().find(|(known, _)| *known == name) {
        return Body {
            same_as: Some((*before).to_owned()),
            ..repeated(unfolder.source, media, name)
        };
    }
    let body = whole(unfolder, media, Direction::Response);
    if matches!(body.schema.content, Content::Parts(_)) {
        seen.push((name, status));
    }
    body
}

/// A body whose schema was told of before: its name, and the examples that are its own.
fn repeated<'d>(source: Source<'d>, (media_type, media): Media<'d>, name: &'d str) -> Body {
    let view = media
        .get("schema")
        .map(|schema| View::new(source, &[schema], &[]));
    Body {
        media_type: media_type.clone(),
        schema: Schema {
            name: Some(label(name)),
            kinds: view.map(|view| view.kinds()).unwrap_or_default(),
            ..Schema::default()
        },
        same_as: None,
        examples: given_examples(source, media),
    }
}

fn whole<'d>(
    unfolder: &mut Unfolder<'d>,
    (media_type, media): Media<'d>,
    direction: Direction,
) -> Body {
    let schema = media.get("schema").unwrap_or(&ANYTHING);
    let mut examples = given_examples(unfolder.source, media);
    if examples.is_empty() && is_made_of_values(media_type) && *schema != ANYTHING {
        let made = unfolder.sample(schema, direction);
        examples.extend(made.map(Example::made));
    }
    Body {
        media_type: media_type.clone(),
        schema: unfolder.unfold(schema),
        same_as: None,
        examples,
    }
}

/// The examples that a media type, a parameter or a header gives.
pub(super) fn given_examples<'d>(source: Source<'d>, owner: &'d Value) -> Vec<Example> {
    let named = members(owner, "examples").take(EXAMPLES);
    let named = named.filter_map(|(name, part)| {
        let part = source.here(part)?;
        Some(Example {
            name: name.clone(),
            summary: Text::of(part, "summary"),
            description: Text::of(part, "description"),
            value: value(part)?,
            is_made: false,
        })
    });
    let only = owner.get("example").map(|example| Example {
        is_made: false,
        ..Example::made(example.clone())
    });
    let mut examples: Vec<_> = only.into_iter().chain(named).collect();
    for example in &mut examples {
        example.value.as_sent();
    }
    examples
}

fn value(part: &Value) -> Option<ExampleValue> {
    let text = |name| part.get(name).and_then(Value::as_str).map(str::to_owned);
    let value = part.get("dataValue").or_else(|| part.get("value"));
    value
        .map(|value| ExampleValue::Json(value.clone()))
        .or_else(|| text("serializedValue").map(ExampleValue::Text))
        .or_else(|| text("externalValue").map(ExampleValue::Address))
}

impl ExampleValue {
    /// A text that is a JSON document is shown as that document.
    fn as_sent(&mut self) {
        if let Self::Json(Value::String(text)) = self
            && text.trim_start().starts_with(['{', '['])
        {
            *self = match serde_json::from_str(text) {
                Ok(value) => Self::Json(value),
                Err(_) => Self::Text(std::mem::take(text)),
            };
        } else if let Self::Json(Value::String(text)) = self
            && text.trim_start().starts_with('<')
        {
            *self = Self::Text(std::mem::take(text));
        }
    }
}

/// The first media type of a part, with its name.
pub(super) fn first_media(part: &Value) -> Option<(&String, &Value)> {
    members(part, "content").next()
}

/// Whether a value as JSON tells what is sent: JSON itself, fields of a form, or a plain text.
fn is_made_of_values(media_type: &str) -> bool {
    is_json(media_type) || is_form(media_type) || essence(media_type) == "text/plain"
}

pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "*/*" || essence.ends_with("/json") || essence.ends_with("+json")
}

pub(super) fn is_form(media_type: &str) -> bool {
    ["application/x-www-form-urlencoded", "multipart/form-data"]
        .contains(&essence(media_type).as_str())
}

/// A media type without its parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}
