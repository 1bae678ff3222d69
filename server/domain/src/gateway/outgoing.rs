//! A call that is made from a page, and its answer.

use async_trait::async_trait;
use bytes::Bytes;

use super::{CallResult, Caller};
use crate::{
    Scope,
    catalogue::Api,
    ids::TransactionId,
    sandbox::{Answer, Case, Operation},
};

/// A call of an API, without its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingCall {
    /// In upper case.
    pub method: String,
    /// Relative to the API's base path, and percent-encoded.
    pub path_and_query: String,
    /// Among them that of the body's type.
    pub headers: Vec<(String, String)>,
    /// Empty for none.
    pub body: Bytes,
}

/// The most bytes that the body of a forwarded call may have.
pub const MAX_CALL_BYTES: usize = 10 * 1024 * 1024;

impl OutgoingCall {
    /// The call with a test value of the sandbox.
    #[must_use]
    pub fn of_case(operation: &Operation, case: &Case) -> Self {
        let body = case.body.as_ref().map(ToString::to_string);
        let json = ("content-type".to_owned(), "application/json".to_owned());
        let headers = case.headers.iter().cloned();
        Self {
            method: operation.method.clone(),
            path_and_query: case.path_and_query.clone(),
            headers: headers.chain(body.is_some().then_some(json)).collect(),
            body: body.unwrap_or_default().into(),
        }
    }

    /// The path, and what follows the `?`.
    #[must_use]
    pub fn path_and_query(&self) -> (&str, Option<&str>) {
        let whole = self.path_and_query.as_str();
        let parts = whole.split_once('?');
        parts.map_or((whole, None), |(path, query)| (path, Some(query)))
    }
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallAnswer {
    pub result: CallResult,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Whether there was more of the body than is kept.
    pub is_cut: bool,
}

impl From<Answer> for CallAnswer {
    fn from(answer: Answer) -> Self {
        let headers = answer.headers.into_iter();
        Self {
            result: CallResult {
                status: answer.status,
                code: answer.code,
                field: answer.field,
            },
            headers: headers
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            body: answer.body.into_bytes(),
            is_cut: false,
        }
    }
}

/// What forwards the calls of programs to the upstreams of APIs, and those of pages as well: with
/// the same rules for where a call may go, how long it may take and what it may hold.
#[async_trait]
pub trait Forwarder: Send + Sync {
    /// The upstream's answer; one in the API's own shape where there is none.
    async fn send(
        &self,
        api: &Api,
        upstream: &str,
        caller: &Caller,
        transaction: TransactionId,
        call: &OutgoingCall,
    ) -> CallAnswer;

    /// The answer of the portal's own API to whoever is signed in, without a token: they read what
    /// they may read, and change nothing.
    async fn ask_portal(
        &self,
        scope: &Scope,
        api: &Api,
        transaction: TransactionId,
        call: &OutgoingCall,
    ) -> CallAnswer;
}
