//! What an operation may answer, with the examples of it, each held against its schema.

use std::collections::{BTreeMap, HashMap};

use super::{
    document::{Document, MediaType, OperationFacts, PathItem, ResponseFacts},
    invalid::{InvalidDocument, Reason},
    ordered::Json,
    schema::Schema,
};

pub(super) type Responses = BTreeMap<u16, Response>;

pub(super) struct Response {
    pub(super) description: String,
    pub(super) remedy: String,
    /// None where there is no body.
    pub(super) media_type: Option<String>,
    pub(super) examples: BTreeMap<String, Json>,
}

/// By operation.
pub(super) fn of_all(document: &Document) -> Result<HashMap<&str, Responses>, InvalidDocument> {
    let operations = document.facts.paths.values().flat_map(PathItem::operations);
    let read = operations.map(|(_, operation)| {
        let id = operation.operation_id.as_str();
        let responses = read(document, operation);
        Ok((id, responses.map_err(|error| error.within(id))?))
    });
    read.collect()
}

fn read(document: &Document, operation: &OperationFacts) -> Result<Responses, InvalidDocument> {
    let mut responses = Responses::new();
    for (status, part) in &operation.responses {
        // `default` and `4XX` say nothing that a call could be answered with.
        if let Ok(status) = status.parse() {
            let response = response(document, part);
            responses.insert(status, response.map_err(|error| error.within(status))?);
        }
    }
    Ok(responses)
}

fn response(document: &Document, part: &Json) -> Result<Response, InvalidDocument> {
    let facts: ResponseFacts = document.read(part)?;
    let mut response = Response {
        description: facts.description,
        remedy: facts.remedy,
        media_type: None,
        examples: BTreeMap::new(),
    };
    if let Some((name, media)) = json(facts.content)? {
        response.media_type = Some(name);
        response.examples = examples(document, media)?;
    }
    Ok(response)
}

/// The content that is JSON; none where there is no content at all.
pub(super) fn json(
    content: BTreeMap<String, MediaType>,
) -> Result<Option<(String, MediaType)>, Reason> {
    let first = content.keys().next().cloned();
    let mut content = content.into_iter();
    let is_json = |name: &str| name == "application/json" || name.ends_with("+json");
    match (content.find(|(name, _)| is_json(name)), first) {
        (None, Some(other)) => Err(Reason::MediaType(other)),
        (found, _) => Ok(found),
    }
}

fn examples(
    document: &Document,
    media: MediaType,
) -> Result<BTreeMap<String, Json>, InvalidDocument> {
    let schema = Schema::compile(document, &media.schema)?;
    let named = media.examples.into_iter();
    let mut examples: BTreeMap<_, _> = named.map(|(name, example)| (name, example.value)).collect();
    examples.extend(media.example.map(|example| (String::new(), example)));
    for (name, example) in &examples {
        conforms(&schema, example).map_err(|error| error.within(name))?;
    }
    Ok(examples)
}

pub(super) fn conforms(schema: &Schema, example: &Json) -> Result<(), InvalidDocument> {
    let value = example.to_value();
    let checked = schema.check(&value);
    checked.map_err(|failure| {
        Reason::WrongExample(format!("{} {failure}", failure.field())).at("example")
    })
}
