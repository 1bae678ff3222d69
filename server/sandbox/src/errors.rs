//! Errors in the API's own shape.

use std::collections::BTreeMap;

use openapi::Failure;

use super::{
    Answer, Moment, Reply,
    missing_quotes::MissingQuotes,
    template::{PlaceholderValues, Template},
};

/// The meaning and the remedy of each status that the document describes.
pub(super) type Texts = BTreeMap<u16, (String, String)>;

#[derive(Debug)]
pub(super) struct Errors {
    pub(super) template: Template,
    pub(super) media_type: String,
    pub(super) code: CodePattern,
    /// The texts for calls without an operation, or whose operation does not describe the status.
    /// They come from the first operation that describes it, in the order of paths and methods.
    pub(super) texts: Texts,
    /// The path of the API's page on the portal.
    pub(super) page: String,
}

/// The pattern of error codes, as in `API-SMV-{status}`.
#[derive(Debug)]
pub(super) struct CodePattern(pub(super) String);

impl CodePattern {
    pub(super) fn of(&self, status: u16) -> String {
        self.0.replace("{status}", &status.to_string())
    }
}

/// Why a call is refused.
#[derive(Debug, Default)]
pub(super) struct Problem {
    pub(super) status: u16,
    /// Replaces the document's text for the status.
    pub(super) message: Option<String>,
    pub(super) detail: Option<String>,
    pub(super) field: Option<String>,
    /// The methods of the path, when the call has another one.
    pub(super) allow: Option<String>,
}

impl Problem {
    pub(super) fn unknown_path() -> Self {
        Self {
            status: 404,
            message: Some("There is nothing at this path.".to_owned()),
            detail: Some("Check the path against the API's documentation.".to_owned()),
            ..Self::default()
        }
    }

    pub(super) fn method(allow: &str) -> Self {
        Self {
            status: 405,
            detail: Some(format!("Here the API takes {allow}.")),
            allow: Some(allow.to_owned()),
            ..Self::default()
        }
    }

    pub(super) fn nothing_sent() -> Self {
        Self {
            status: 400,
            message: Some("The body is missing.".to_owned()),
            detail: Some("Send the form or the file in the body of the request.".to_owned()),
            ..Self::default()
        }
    }

    pub(super) fn no_body() -> Self {
        Self {
            status: 400,
            message: Some("The body is missing.".to_owned()),
            detail: Some("Send the data as JSON in the body of the request.".to_owned()),
            ..Self::default()
        }
    }

    pub(super) fn malformed(error: &serde_json::Error) -> Self {
        Self {
            status: 400,
            message: Some("The body is not valid JSON.".to_owned()),
            detail: Some(format!("Reading it failed: {error}.")),
            ..Self::default()
        }
    }

    pub(super) fn missing_quotes(found: &MissingQuotes) -> Self {
        let field = found.path.join(".");
        let (line, column) = (found.line, found.column);
        Self {
            status: 400,
            message: Some("The body is not valid JSON.".to_owned()),
            detail: Some(format!(
                "{field} must be in quotes, at line {line}, column {column}."
            )),
            field: Some(field),
            ..Self::default()
        }
    }

    /// A parameter that is not written as it should be.
    pub(super) fn form(name: &str, words: &str) -> Self {
        Self {
            status: 400,
            message: Some(format!("The field {name} is wrong.")),
            detail: Some(format!("{name} {words}.")),
            field: Some(name.to_owned()),
            ..Self::default()
        }
    }

    pub(super) fn field(failure: &Failure) -> Self {
        let field = failure.field();
        let state = if failure.is_missing() {
            "missing"
        } else {
            "wrong"
        };
        let (message, detail) = if field.is_empty() {
            (
                format!("The body is {state}."),
                format!("The body {failure}."),
            )
        } else {
            (
                format!("The field {field} is {state}."),
                format!("{field} {failure}."),
            )
        };
        Self {
            status: 400,
            message: Some(message),
            detail: Some(detail),
            field: (!field.is_empty()).then_some(field),
            ..Self::default()
        }
    }
}

impl Errors {
    /// Makes the answer to a problem. `own` has the texts of the operation.
    pub(super) fn answer(
        &self,
        problem: &Problem,
        own: Option<&Texts>,
        moment: &Moment<'_>,
    ) -> Answer {
        let (status, code) = (problem.status, self.code.of(problem.status));
        let (message, detail) = self.texts(status, own);
        let body = self.template.fill(&PlaceholderValues {
            moment,
            status,
            code: &code,
            message: problem.message.as_deref().unwrap_or(message),
            detail: problem.detail.as_deref().unwrap_or(detail),
            field: problem.field.as_deref(),
            page: &self.page,
            request: None,
            items: None,
        });
        let allow = problem.allow.clone().map(|allow| ("allow", allow));
        Answer {
            status,
            code: Some(code),
            field: problem.field.clone(),
            body,
            headers: [("content-type", self.media_type.clone())]
                .into_iter()
                .chain(allow)
                .collect(),
        }
    }

    /// The meaning and the remedy of a status.
    pub(super) fn texts<'a>(&'a self, status: u16, own: Option<&'a Texts>) -> (&'a str, &'a str) {
        let known = own.and_then(|own| own.get(&status));
        let known = known.or_else(|| self.texts.get(&status));
        known.map_or_else(|| standard(status), |(message, remedy)| (message, remedy))
    }
}

impl Reply {
    /// The problem, when the reply is an error without an example.
    pub(super) fn problem(&self) -> Option<Problem> {
        let is_error = self.body.is_none() && self.status >= 400;
        is_error.then(|| Problem {
            status: self.status,
            ..Problem::default()
        })
    }
}

/// Texts for statuses that a document does not describe.
const fn standard(status: u16) -> (&'static str, &'static str) {
    const LATER: &str =
        "Try again shortly; if it goes on, write to support with this transaction id.";
    match status {
        400 => (
            "The request is not understood.",
            "Check it against the API's documentation.",
        ),
        401 => (
            "The access token is missing, has expired or was revoked.",
            "Get a new token and send it in x-client-auth: Bearer.",
        ),
        403 => (
            "The application has no access to this API.",
            "See in the portal whether access is approved and whether the keys are those of this API.",
        ),
        404 => (
            "There is nothing at this path.",
            "Check the path against the API's documentation.",
        ),
        405 => (
            "The method is not taken here.",
            "Check it against the API's documentation.",
        ),
        408 => (
            "The request did not arrive in time.",
            "Send it again, all at once.",
        ),
        413 => ("The request is too large.", "Send less at once."),
        429 => (
            "The plan's calls are used up, or its days are over.",
            "Wait as long as Retry-After says.",
        ),
        502 => (
            "The API could not be reached, or its answer was cut off.",
            LATER,
        ),
        503 => ("The API takes no calls just now.", LATER),
        504 => ("The API did not answer in time.", LATER),
        _ => ("Something failed on our side.", LATER),
    }
}
