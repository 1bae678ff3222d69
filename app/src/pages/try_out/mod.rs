//! What came of a call that somebody made from a page, for all pages that make some.

mod exchange;
pub mod multipart;
mod outcome;
mod own;
mod refusal;

pub use exchange::milliseconds;
pub use outcome::TryOutcome;
pub use own::OwnOutcome;
pub use refusal::{TryRefusal, TryRefusalNotice, made_or_refused};
