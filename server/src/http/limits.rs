//! What pages and endpoints have in common when something goes wrong.

use std::{any::Any, time::Duration};

/// Nobody waits longer for an answer.
pub const ANSWER: Duration = Duration::from_secs(30);

/// What a panic said.
pub fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("without a message")
}
