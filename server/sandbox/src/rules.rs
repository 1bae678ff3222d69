//! What a document says of the sandbox: its `x-sandbox` extensions, as they are written.
//!
//! What an operation answers stands in its `x-sandbox`: cases, of which the first that applies
//! decides, then a look-up in a list of examples, then what is answered otherwise.

use std::collections::BTreeMap;

use locales::Locale;
use serde::Deserialize;
use serde_json::Value;

/// The name of the extensions.
pub(super) const SANDBOX: &str = "x-sandbox";

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
    pub(super) example: Value,
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
