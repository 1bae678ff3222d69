//! The people of a group: who they are, what they may do, and how they leave.

mod change;
mod list;

pub use change::{MemberError, change_role, hand_over, leave, remove};
pub(super) use change::{begin_change, lock_group, notify, record};
pub use list::{Member, all, one, page};

use crate::Error;

const NO_SUCH_MEMBER: Error = Error::NotFound("no such member");
