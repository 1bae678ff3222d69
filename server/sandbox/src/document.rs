//! The parts of an `OpenAPI` 3.1 document that the sandbox is made of, as they are written.
//!
//! What an operation answers stands in its `x-sandbox`: cases, of which the first that applies
//! decides, then a look-up in a list of examples, then what is answered otherwise.

use std::collections::BTreeMap;

use locales::Locale;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    invalid::{InvalidDocument, Reason},
    ordered::Json,
};

/// How many references may lead on to another.
const REFERENCES: usize = 8;

pub(super) struct Document {
    root: Json,
    pub(super) facts: Facts,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Facts {
    openapi: String,
    /// The first names the base path.
    #[serde(default)]
    pub(super) servers: Vec<Server>,
    /// The API's page on the portal.
    pub(super) external_docs: Option<ExternalDocs>,
    pub(super) paths: BTreeMap<String, PathItem>,
    #[serde(rename = "x-sandbox")]
    pub(super) sandbox: SandboxFacts,
}

#[derive(Deserialize)]
pub(super) struct Server {
    pub(super) url: String,
}

#[derive(Deserialize)]
pub(super) struct ExternalDocs {
    pub(super) url: String,
}

#[derive(Deserialize)]
pub(super) struct SandboxFacts {
    /// With `{status}` in it, as in `API-SMV-{status}`.
    pub(super) code: String,
    pub(super) error: ErrorFacts,
    /// What is put into every answer that has such a place: a JSON pointer, and a hole's name.
    #[serde(default)]
    pub(super) fill: BTreeMap<String, String>,
}

/// How the API words an error.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ErrorFacts {
    pub(super) media_type: String,
    pub(super) example: Json,
}

#[derive(Deserialize)]
pub(super) struct PathItem {
    #[serde(default)]
    pub(super) parameters: Vec<Json>,
    pub(super) get: Option<OperationFacts>,
    pub(super) post: Option<OperationFacts>,
    pub(super) put: Option<OperationFacts>,
    pub(super) patch: Option<OperationFacts>,
    pub(super) delete: Option<OperationFacts>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OperationFacts {
    pub(super) operation_id: String,
    #[serde(default)]
    pub(super) summary: String,
    /// The summary in further languages.
    #[serde(default, rename = "x-summary")]
    pub(super) summaries: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) parameters: Vec<Json>,
    pub(super) request_body: Option<Json>,
    pub(super) responses: BTreeMap<String, Json>,
    #[serde(rename = "x-sandbox")]
    pub(super) sandbox: OperationRules,
}

#[derive(Deserialize)]
pub(super) struct ParameterFacts {
    pub(super) name: String,
    #[serde(rename = "in")]
    pub(super) place: ParameterLocation,
    #[serde(default)]
    pub(super) required: bool,
    pub(super) schema: Json,
    pub(super) example: Option<Value>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum ParameterLocation {
    Query,
    Path,
    Header,
    Cookie,
}

#[derive(Deserialize)]
pub(super) struct RequestBodyFacts {
    #[serde(default)]
    pub(super) required: bool,
    pub(super) content: BTreeMap<String, MediaType>,
}

#[derive(Deserialize)]
pub(super) struct ResponseFacts {
    pub(super) description: String,
    /// What to do about an error.
    #[serde(default, rename = "x-remedy")]
    pub(super) remedy: String,
    #[serde(default)]
    pub(super) content: BTreeMap<String, MediaType>,
}

#[derive(Deserialize)]
pub(super) struct MediaType {
    pub(super) schema: Json,
    pub(super) example: Option<Json>,
    #[serde(default)]
    pub(super) examples: BTreeMap<String, Example>,
}

#[derive(Deserialize)]
pub(super) struct Example {
    pub(super) value: Json,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OperationRules {
    #[serde(default)]
    pub(super) cases: Vec<CaseFacts>,
    pub(super) lookup: Option<LookupFacts>,
    pub(super) otherwise: AnswerFacts,
}

/// A test value. One without an answer only shows what the rest of the document answers it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseFacts {
    pub(super) id: String,
    pub(super) label: BTreeMap<String, String>,
    /// By places of the request, as in `body.data.msisdn`.
    #[serde(default)]
    pub(super) when: BTreeMap<String, Condition>,
    pub(super) answer: Option<AnswerFacts>,
    pub(super) expects: Option<u16>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Condition {
    Not(NotFacts),
    Is(Value),
}

/// A text that lacks a format, with one that does.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotFacts {
    pub(super) not: String,
    pub(super) example: Value,
}

/// An item of a listed example whose key is in the request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LookupFacts {
    pub(super) list: ListFacts,
    /// Where an item has its key: a JSON pointer.
    pub(super) key: String,
    /// Where the request has it.
    pub(super) by: String,
    pub(super) answer: AnswerFacts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListFacts {
    pub(super) operation: String,
    pub(super) example: String,
    pub(super) at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerFacts {
    pub(super) status: u16,
    /// The name of one of the response's examples; without one an error speaks for itself.
    pub(super) example: Option<String>,
    /// As [`SandboxFacts::fill`], in this answer alone.
    #[serde(default)]
    pub(super) fill: BTreeMap<String, String>,
    /// Parts of the item that was looked up: where they go, and where they come from.
    #[serde(default)]
    pub(super) put: BTreeMap<String, String>,
    pub(super) pages: Option<PagesFacts>,
}

/// A list that is given in pages, by the parameters `limit` and `cursor`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PagesFacts {
    pub(super) items: String,
    /// Where the address of the next page goes.
    pub(super) next: String,
}

impl Document {
    pub(super) fn parse(text: &str) -> Result<Self, InvalidDocument> {
        let root: Json = serde_json::from_str(text)?;
        let facts = Facts::deserialize(&root)?;
        if !facts.openapi.starts_with("3.1.") {
            return Err(Reason::Edition(facts.openapi).at("openapi"));
        }
        Ok(Self { root, facts })
    }

    /// The part itself, or the one that it refers to.
    pub(super) fn read<T: DeserializeOwned>(&self, part: &Json) -> Result<T, InvalidDocument> {
        Ok(T::deserialize(self.resolved(part)?)?)
    }

    pub(super) fn resolved<'d>(&'d self, part: &'d Json) -> Result<&'d Json, Reason> {
        let mut part = part;
        for _ in 0..REFERENCES {
            let Some(reference) = part.get("$ref").and_then(Json::as_str) else {
                return Ok(part);
            };
            let target = reference.strip_prefix('#');
            part = target
                .and_then(|pointer| self.root.pointer(pointer))
                .ok_or_else(|| Reason::Reference(reference.to_owned()))?;
        }
        Err(Reason::Depth)
    }
}

impl PathItem {
    pub(super) fn operations(&self) -> impl Iterator<Item = (&'static str, &OperationFacts)> {
        [
            ("GET", &self.get),
            ("POST", &self.post),
            ("PUT", &self.put),
            ("PATCH", &self.patch),
            ("DELETE", &self.delete),
        ]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
    }
}

/// A text in every language, in the order of [`Locale::ALL`]; one that is missing is English.
pub(super) fn in_every_language(
    texts: &BTreeMap<String, String>,
    english: &str,
) -> [String; Locale::ALL.len()] {
    Locale::ALL.map(|locale| {
        let text = texts.get(locale.tag()).map(String::as_str);
        text.unwrap_or(english).to_owned()
    })
}
