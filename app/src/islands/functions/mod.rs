//! What islands ask the server for. The bodies run on the server, on behalf of whoever is signed in
//! there; the browser has the calls alone.

mod call;
mod preview;
mod suggest;

use leptos::server_fn::{
    Bytes, Decodes,
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

pub use call::{
    OF_FORM, OpenCallForm, SendCall, SendForm, Sent, open_call_form, send_call, send_form,
};
pub use preview::{PreviewArticle, preview_article};
pub use suggest::{Suggest, Suggestion, suggest};

/// Why there is no answer. What broke goes to the log, never to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunctionError {
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// Not for this reader.
    Refused,
    /// More than may be sent.
    TooLarge,
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

    /// What the function itself answered, or else what stood before it.
    fn de(data: Bytes) -> Self {
        JsonEncoding::decode(data.clone()).unwrap_or_else(|_| of_bare_status(data))
    }
}

/// A refusal by a bare status, as `server/src/http/json_errors.rs` words it.
#[derive(Deserialize)]
struct Bare {
    error: String,
}

fn of_bare_status(data: Bytes) -> FunctionError {
    let Ok(bare): Result<Bare, _> = JsonEncoding::decode(data) else {
        return FunctionError::Failed;
    };
    match bare.error.as_str() {
        "unauthorized" => FunctionError::SignedOut,
        "forbidden" | "not_found" => FunctionError::Refused,
        "too_large" => FunctionError::TooLarge,
        "slow_down" | "temporarily_unavailable" => FunctionError::Busy,
        _ => FunctionError::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_refuses_is_understood() {
        for (answer, error) in [
            (r#""TooLarge""#, FunctionError::TooLarge),
            (
                r#"{"error":"unauthorized","error_description":"…"}"#,
                FunctionError::SignedOut,
            ),
            (r#"{"error":"slow_down"}"#, FunctionError::Busy),
            (
                r#"{"error":"temporarily_unavailable"}"#,
                FunctionError::Busy,
            ),
            (r#"{"error":"server_error"}"#, FunctionError::Failed),
            ("<html>Bad gateway</html>", FunctionError::Failed),
            ("", FunctionError::Failed),
        ] {
            assert_eq!(FunctionError::de(answer.into()), error, "{answer}");
        }
    }
}
