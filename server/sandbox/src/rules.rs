//! The `x-sandbox` extensions of a document, as they are written.
//!
//! An operation's extension has cases, of which the first matching one decides, then a look-up in a
//! list of examples, and then the answer for all other calls.

use std::collections::BTreeMap;

use locales::Locale;
use serde::Deserialize;
use serde_json::Value;

/// The name of the extensions.
pub(super) const SANDBOX: &str = "x-sandbox";

#[derive(Deserialize)]
pub(super) struct SandboxFacts {
    /// The pattern of codes with `{status}`, as in `API-SMV-{status}`.
    pub(super) code: String,
    pub(super) error: ErrorFacts,
    /// Values for every answer: the JSON pointer of a place, and the name of a placeholder.
    #[serde(default)]
    pub(super) fill: BTreeMap<String, String>,
}

/// The names of an error's members.
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

/// A test value. Without an answer it shows what the rest of the document answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseFacts {
    pub(super) id: String,
    pub(super) label: BTreeMap<String, String>,
    /// Conditions by their place in the request, as in `body.data.msisdn`.
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

/// A text without a format, and an example of it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotFacts {
    pub(super) not: String,
    pub(super) example: Value,
}

/// A look-up of an item of an example by a key in the request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LookupFacts {
    pub(super) list: ListFacts,
    /// The JSON pointer of the key in an item.
    pub(super) key: String,
    /// The place of the key in the request.
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
    /// The name of an example of the response; without one, an error gets its own text.
    pub(super) example: Option<String>,
    /// Like [`SandboxFacts::fill`], for this answer only.
    #[serde(default)]
    pub(super) fill: BTreeMap<String, String>,
    /// The parts of the found item: their place in the answer, and in the item.
    #[serde(default)]
    pub(super) put: BTreeMap<String, String>,
    pub(super) pages: Option<PagesFacts>,
}

/// A list in pages, by the parameters `limit` and `cursor`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PagesFacts {
    pub(super) items: String,
    /// The place of the next page's address.
    pub(super) next: String,
}

/// A text in every language, in the order of [`Locale::ALL`]; English replaces a missing one.
pub(super) fn in_every_language(
    texts: &BTreeMap<String, String>,
    english: &str,
) -> [String; Locale::ALL.len()] {
    Locale::ALL.map(|locale| {
        let text = texts.get(locale.tag()).map(String::as_str);
        text.unwrap_or(english).to_owned()
    })
}
