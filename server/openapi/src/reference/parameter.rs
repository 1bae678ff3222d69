//! Parameters and headers.

use serde_json::Value;

use super::{
    Example, ExampleValue, Header, Parameter, ParameterStyle, Place, Text,
    body::{first_media, given_examples},
    example::Direction,
    source::{Part, label},
    text::{flag, items, members, optional, string},
    unfold::Unfolder,
};

/// A schema that allows anything.
pub(super) static ANYTHING: Value = Value::Bool(true);

/// The parameters of a path and those of its operation, which come first where both have one. They
/// are in the order of their places.
pub(super) fn parameters<'d>(
    unfolder: &mut Unfolder<'d>,
    path: &'d Value,
    operation: &'d Value,
) -> Vec<Parameter> {
    let all = items(path, "parameters")
        .iter()
        .chain(items(operation, "parameters"));
    let mut parameters: Vec<Parameter> = vec![];
    for part in all {
        let Some(parameter) = parameter(unfolder, part) else {
            continue;
        };
        let same = |it: &&mut Parameter| it.name == parameter.name && it.place == parameter.place;
        match parameters.iter_mut().find(same) {
            Some(of_path) => *of_path = parameter,
            None => parameters.push(parameter),
        }
    }
    parameters.sort_by_key(|parameter| parameter.place);
    parameters
}

/// `None` where it says not what it is, or is a header that other parts of the document are about.
fn parameter<'d>(unfolder: &mut Unfolder<'d>, part: &'d Value) -> Option<Parameter> {
    let part = match unfolder.source.part(part) {
        Part::Here(part) => part,
        Part::Elsewhere(reference) => return Some(elsewhere(reference)),
    };
    let name = optional(part, "name")?;
    let place = match string(part, "in").as_str() {
        "path" => Place::Path,
        "query" | "querystring" => Place::Query,
        "header" => Place::Header,
        "cookie" => Place::Cookie,
        _ => return None,
    };
    let is_described_elsewhere = ["accept", "content-type", "content-length", "authorization"]
        .iter()
        .any(|header| name.eq_ignore_ascii_case(header));
    if place == Place::Header && is_described_elsewhere {
        return None;
    }
    let value = Described::read(unfolder, part);
    Some(Parameter {
        name,
        place,
        required: place == Place::Path || flag(part, "required"),
        deprecated: flag(part, "deprecated"),
        description: Text::of(part, "description"),
        schema: unfolder.unfold(value.schema),
        style: style(part, place),
        media_type: value.media_type,
        examples: value.examples,
        elsewhere: None,
    })
}

/// The headers of a response.
pub(super) fn headers<'d>(unfolder: &mut Unfolder<'d>, response: &'d Value) -> Vec<Header> {
    let headers = members(response, "headers").filter_map(|(name, part)| {
        let part = unfolder.source.here(part)?;
        let value = Described::read(unfolder, part);
        Some(Header {
            name: name.clone(),
            required: flag(part, "required"),
            deprecated: flag(part, "deprecated"),
            description: Text::of(part, "description"),
            schema: unfolder.unfold(value.schema),
        })
    });
    headers.collect()
}

/// What parameters and headers have in common.
struct Described<'d> {
    schema: &'d Value,
    media_type: Option<String>,
    examples: Vec<Example>,
}

impl<'d> Described<'d> {
    fn read(unfolder: &mut Unfolder<'d>, part: &'d Value) -> Self {
        let media = first_media(part);
        let owner = media.map_or(part, |(_, media)| media);
        let schema = owner.get("schema").unwrap_or(&ANYTHING);
        let mut examples = given_examples(unfolder.source, owner);
        if examples.is_empty() {
            let made = unfolder.sample(schema, Direction::Request);
            examples.extend(made.map(Example::made));
        }
        Self {
            schema,
            media_type: media.map(|(name, _)| name.clone()),
            examples,
        }
    }
}

impl Example {
    /// One that is made from the schema.
    pub(super) fn made(value: Value) -> Self {
        Self {
            name: String::new(),
            summary: Text::default(),
            description: Text::default(),
            value: ExampleValue::Json(value),
            is_made: true,
        }
    }
}

fn elsewhere(reference: &str) -> Parameter {
    Parameter {
        name: label(reference),
        place: Place::Query,
        required: false,
        deprecated: false,
        description: Text::default(),
        schema: super::Schema::default(),
        style: style(&Value::Null, Place::Query),
        media_type: None,
        examples: vec![],
        elsewhere: Some(reference.to_owned()),
    }
}

/// Its own, or that of its place (`OpenAPI` 3.1.1 §4.8.12.2.1).
fn style(part: &Value, place: Place) -> ParameterStyle {
    let usual = match place {
        Place::Path | Place::Header => "simple",
        Place::Query | Place::Cookie => "form",
    };
    let name = optional(part, "style").unwrap_or_else(|| usual.to_owned());
    let explode = part.get("explode").and_then(Value::as_bool);
    ParameterStyle {
        explode: explode.unwrap_or(name == "form"),
        name,
    }
}
