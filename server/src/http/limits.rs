//! The time limit and the panic message that pages and endpoints share.

use std::{any::Any, time::Duration};

/// The longest time until an answer.
pub const ANSWER: Duration = Duration::from_secs(30);
/// When to try again after that.
pub const RETRY_AFTER: Duration = Duration::from_secs(10);

/// The message of a panic.
pub fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("without a message")
}
