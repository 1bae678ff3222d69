//! What islands ask the server for. The bodies run on the server, on behalf of whoever is signed in
//! there; the browser has the calls alone.

mod preview;

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

pub use preview::{PreviewArticle, preview_article};

/// Why there is no answer. What broke goes to the log, never to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunctionError {
    /// Not for this reader.
    Refused,
    /// Later there is an answer.
    Busy,
    /// Nobody asks or answers so.
    Malformed,
    Failed,
}

impl FromServerFnError for FunctionError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Malformed,
            _ => Self::Failed,
        }
    }
}
