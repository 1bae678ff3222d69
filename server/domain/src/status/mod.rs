//! The state of the portal and of its APIs, by the incidents that administrators write of. Every
//! instance holds them in memory, so that they can be read while the database does not answer.
//!
//! Every change names the revision of the incident that its author saw: of two at once, exactly one
//! counts, and the other is told.

mod act;
mod board;
mod check;
mod incident;
mod load;
mod open;
mod snapshot;
#[cfg(test)]
mod tests;

pub use crate::vocabulary::{IncidentKind, IncidentStage};
pub use act::{add_note, correct, correct_note};
pub use board::Board;
pub(crate) use board::advance;
pub use check::{IncidentMistake, MAX_TEXT, MAX_TITLE};
pub use incident::{Affected, ComponentState, Incident, IncidentNote, Phase};
pub use load::{by_id, find, past};
pub use open::{IncidentError, IncidentFacts, NewNote, mistakes, open};
pub use snapshot::Snapshot;
