//! The responses of operations, with examples that match their schemas.

use std::collections::{BTreeMap, HashMap};

use openapi::{Document, PathItem, json_content};
use serde_json::Value;

use super::invalid::InvalidDocument;

pub(super) type Responses = BTreeMap<u16, Response>;

pub(super) struct Response {
    pub(super) description: String,
    /// The remedy of an error.
    pub(super) remedy: String,
    /// `None` without a body.
    pub(super) media_type: Option<String>,
    pub(super) examples: BTreeMap<String, Value>,
}

/// The responses of all operations.
pub(super) fn of_all(document: &Document) -> Result<HashMap<&str, Responses>, InvalidDocument> {
    let operations = document.paths.values().flat_map(PathItem::operations);
    let read = operations.map(|(_, operation)| {
        let id = operation.operation_id.as_str();
        let responses = read(document, &operation.responses);
        Ok((id, responses.map_err(|error| error.within(id))?))
    });
    read.collect()
}

fn read(
    document: &Document,
    by_status: &BTreeMap<String, Value>,
) -> Result<Responses, InvalidDocument> {
    let mut responses = Responses::new();
    for (status, part) in by_status {
        // `default` and `4XX` are no statuses that an answer can have.
        if let Ok(status) = status.parse() {
            let response = response(document, part);
            responses.insert(status, response.map_err(|error| error.within(status))?);
        }
    }
    Ok(responses)
}

fn response(document: &Document, part: &Value) -> Result<Response, InvalidDocument> {
    let facts: openapi::Response = document.part(part)?;
    let remedy: Option<String> = facts.extension("x-remedy")?;
    let mut response = Response {
        description: facts.description,
        remedy: remedy.unwrap_or_default(),
        media_type: None,
        examples: BTreeMap::new(),
    };
    if let Some((name, media)) = json_content(facts.content)? {
        response.media_type = Some(name);
        response.examples = media.checked_examples(document)?;
    }
    Ok(response)
}
