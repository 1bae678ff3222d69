//! What a sandbox answers where the document has no `x-sandbox`: the example of the first response
//! that callers hope for, and errors as RFC 9457 describes them.

use std::collections::BTreeMap;

use locales::{Locale, api};
use serde_json::json;

use super::super::{
    invalid::{InvalidDocument, Reason},
    request::Input,
    responses::Responses,
    rules::{AnswerFacts, CaseFacts, ErrorFacts, OperationRules, SandboxFacts},
};

/// What the only test value of an operation is called.
const EXAMPLE: &str = "example";

pub(super) fn facts() -> SandboxFacts {
    let fill = [("/title", "message"), ("/detail", "detail")];
    let fill = fill.map(|(place, name)| (place.to_owned(), name.to_owned()));
    SandboxFacts {
        code: "{status}".to_owned(),
        error: ErrorFacts {
            media_type: "application/problem+json".to_owned(),
            example: json!({"type": "about:blank", "title": "-", "detail": "-"}),
        },
        fill: fill.into(),
    }
}

/// The rules of an operation.
pub(super) fn rules(
    responses: Option<&Responses>,
    input: &Input,
) -> Result<OperationRules, InvalidDocument> {
    let mut known = responses.into_iter().flatten();
    let hoped_for = known.find(|(status, _)| (200..400).contains(*status));
    let (status, response) = hoped_for.ok_or_else(|| Reason::Status("2XX".to_owned()))?;
    // The one without a name comes first.
    let example = response.examples.keys().next();
    let example = response
        .media_type
        .is_some()
        .then(|| example.cloned().unwrap_or_default());
    Ok(OperationRules {
        cases: case(*status, input).into_iter().collect(),
        lookup: None,
        otherwise: AnswerFacts {
            status: *status,
            example,
            fill: BTreeMap::new(),
            put: BTreeMap::new(),
            pages: None,
        },
    })
}

/// The call of the examples, if there are all that it takes.
fn case(status: u16, input: &Input) -> Option<CaseFacts> {
    let mut needed = input.parameters.iter().filter(|it| it.required);
    // Nobody has a file of the reader's, nor fills in their form.
    let body = input.body.as_ref();
    let has_body = body.is_none_or(|body| !body.required || body.json.is_some());
    let is_whole = has_body && needed.all(|parameter| parameter.example.is_some());
    let labels = Locale::ALL.map(|locale| {
        let label = api::document_example(locale).to_owned();
        (locale.tag().to_owned(), label)
    });
    is_whole.then(|| CaseFacts {
        id: EXAMPLE.to_owned(),
        label: labels.into(),
        when: BTreeMap::new(),
        answer: None,
        expects: Some(status),
    })
}
