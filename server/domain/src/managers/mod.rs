//! Contract managers: which requests each decides on, who stands in for whom, and how they are told.

mod administration;
mod coverage;
mod notices;
mod roster;
mod rows;

pub use crate::vocabulary::RequestNotices;
pub use administration::{
    Absence, AbsenceError, Colleague, CoverageChangeError, MAX_PARTS, Manager, leaves_gaps,
    manager, managers, names, set_absence, set_coverage,
};
pub use coverage::{Coverage, CoverageError};
pub use notices::{NoticeChoice, choose_notices, notice_choice};
pub(crate) use notices::{choices, queue_digest};
pub(crate) use roster::{Roster, covers};
pub use roster::{coverage, coverage_of};
