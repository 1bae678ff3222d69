//! Messages that anybody may write to support. Each has a number, and is open until somebody in
//! support closes it.
//!
//! Every change names the revision of the message that its author saw: of two at once, exactly one
//! counts, and the other is told.

mod acts;
mod form;
mod list;
mod notices;
mod number;
mod send;
mod stale;
#[cfg(any(test, feature = "testing"))]
#[expect(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::unwrap_used,
    reason = "for tests alone"
)]
pub mod tests;
mod view;

pub use crate::entities::message::Model as Message;
pub use crate::vocabulary::{MessageAct, MessageState};
pub use acts::{ActError, AfterAnswer, answer, assign, close, release, reopen};
pub use form::form_seal;
pub use list::{Listed, MAX_COUNTED, MessageSummary, Search, count_open, list};
pub use notices::wait_since;
pub use send::{NewMessage, SendError, SentForm, send};
pub use stale::{CLOSED_KEPT, delete_stale};
pub use view::{Answer, MessageEvent, MessageView, answer_by_id, by_id, view};

pub(crate) use number::next as next_number;
