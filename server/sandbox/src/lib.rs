//! A sandbox: answers calls of an API by its `OpenAPI` document, which is compiled once. The same
//! call always gets the same answer.

mod cases;
mod compile;
mod deep;
mod errors;
mod invalid;
mod missing_quotes;
mod pages;
mod parameter;
mod reply;
mod request;
mod responses;
mod route;
mod rules;
mod template;
#[cfg(test)]
mod tests;
mod value_path;
mod written;

use chrono::{DateTime, Utc};
use locales::Locale;
use serde_json::Value;
use uuid::Uuid;

pub use invalid::InvalidDocument;

use errors::{Errors, Problem};
use reply::{Handler, Reply};
use request::Given;
use route::Route;

/// The sandbox of one API.
#[derive(Debug)]
pub struct Sandbox {
    routes: Vec<Route>,
    errors: Errors,
    operations: Vec<Operation>,
    warnings: Vec<String>,
}

/// A call of the API.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// In upper case.
    pub method: &'a str,
    /// Relative to the API's base path, and still percent-encoded, as in `/contacts/1001`.
    pub path: &'a str,
    /// Without the `?`.
    pub query: Option<&'a str>,
    /// The headers in their order; names in any case. Values that are no text may be left out.
    pub headers: &'a [(&'a str, &'a str)],
    pub body: &'a [u8],
    pub transaction: Uuid,
    pub now: DateTime<Utc>,
    /// The scheme and authority of the portal, without a slash at the end.
    pub public_url: &'a str,
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status code.
    pub status: u16,
    /// The API's own code, as in `API-SMV-404`.
    pub code: Option<String>,
    /// The field that was wrong, as in `data.port`.
    pub field: Option<String>,
    /// JSON; empty for none.
    pub body: String,
    /// Names in lower case: the content type of a body, and `allow` with 405.
    pub headers: Vec<(&'static str, String)>,
}

/// An error before the call reaches the API, or in place of its answer.
#[derive(Clone, Copy, Debug)]
pub struct ErrorFacts<'a> {
    /// The HTTP status code.
    pub status: u16,
    pub transaction: Uuid,
    /// The remedy, in place of the document's text for the status.
    pub detail: Option<&'a str>,
    pub public_url: &'a str,
}

/// An operation with its test values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The document's `operationId`.
    pub id: String,
    pub method: String,
    /// Relative to the base path, with its parameters in braces.
    pub path: String,
    /// In the order of [`Locale::ALL`].
    pub summary: [String; Locale::ALL.len()],
    pub cases: Vec<Case>,
    /// The status of a correct call without test values.
    pub otherwise: u16,
}

/// A test value, and the call that carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// A name that is unique in the operation.
    pub id: String,
    /// In the order of [`Locale::ALL`].
    pub label: [String; Locale::ALL.len()],
    /// The status of its answer.
    pub status: u16,
    /// The API's code in its answer.
    pub code: String,
    pub values: Vec<TestValue>,
    /// Relative to the base path.
    pub path_and_query: String,
    /// Those that the operation describes, cookies among them.
    pub headers: Vec<(String, String)>,
    pub body: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestValue {
    /// As in `data.msisdn`.
    pub field: String,
    /// As it is typed.
    pub value: String,
}

/// The handler of a path, and the path's parameters by name.
type RouteMatch<'a> = (&'a Handler, Vec<(&'a str, &'a str)>);

/// The circumstances of an answer.
struct Moment<'a> {
    transaction: Uuid,
    now: DateTime<Utc>,
    public_url: &'a str,
}

impl Sandbox {
    /// Compiles an `OpenAPI` document of edition 3.0 or 3.1, as JSON, with its `x-sandbox` extensions.
    ///
    /// # Errors
    /// When a part of it is not understood, an example does not match its schema, or a case does
    /// not get the answer that it names.
    pub fn compile(document: &str) -> Result<Self, InvalidDocument> {
        compile::compile(document)
    }

    /// Answers a call whose path is relative to the API's base path.
    #[must_use]
    pub fn answer(&self, call: &Call<'_>) -> Answer {
        let moment = Moment {
            transaction: call.transaction,
            now: call.now,
            public_url: call.public_url,
        };
        let (handler, parameters) = match self.handler(call) {
            Ok(found) => found,
            Err(problem) => return self.errors.answer(&problem, None, &moment),
        };
        let given = Given {
            segments: &parameters,
            query: call.query,
            headers: call.headers,
            body: call.body,
        };
        match handler.input.read(given) {
            Ok(request) => handler.answer(&request, &self.errors, &moment),
            Err(problem) => self.errors.answer(&problem, Some(&handler.texts), &moment),
        }
    }

    /// The operations with their test values, for the API's page and the console.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The patterns that are not checked, with their places in the document.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Whether the API has a path, which is relative to its base path.
    #[must_use]
    pub fn has_path(&self, path: &str) -> bool {
        let mut routes = self.routes.iter();
        routes.any(|route| route.template.matches(path).is_some())
    }

    /// An error in this API's own shape.
    #[must_use]
    pub fn error(&self, error: &ErrorFacts<'_>) -> Answer {
        let moment = Moment {
            transaction: error.transaction,
            now: made_at(error.transaction),
            public_url: error.public_url,
        };
        let problem = Problem {
            status: error.status,
            detail: error.detail.map(str::to_owned),
            ..Problem::default()
        };
        self.errors.answer(&problem, None, &moment)
    }

    /// The handler of a call, and the parameters of its path.
    fn handler<'a>(&'a self, call: &Call<'a>) -> Result<RouteMatch<'a>, Problem> {
        let mut allow = None;
        for route in &self.routes {
            let Some(parameters) = route.template.matches(call.path) else {
                continue;
            };
            match route.handler(call.method) {
                Some(handler) => return Ok((handler, parameters)),
                // Another path may match as well, and have the method.
                None => allow = allow.or(Some(&route.allow)),
            }
        }
        Err(allow.map_or_else(Problem::unknown_path, |allow| Problem::method(allow)))
    }
}

/// Checks that a text is an `OpenAPI` document, even if no sandbox can be made from it.
///
/// # Errors
/// When it is no JSON, of an edition other than 3, or lacks what every document has.
pub fn check_document(text: &str) -> Result<(), InvalidDocument> {
    Ok(openapi::check_root(text)?)
}

/// The time within the identifier of a call (RFC 9562 §5.7).
fn made_at(id: Uuid) -> DateTime<Utc> {
    let (seconds, nanoseconds) = id.get_timestamp().map_or((0, 0), |time| time.to_unix());
    let seconds = i64::try_from(seconds).unwrap_or_default();
    DateTime::from_timestamp(seconds, nanoseconds).unwrap_or_default()
}
