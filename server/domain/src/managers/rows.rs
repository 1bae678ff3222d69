//! The rows of managers.

use sea_orm::Set;

use super::notices::DIGEST_MINUTE;
use crate::{entities::manager::ActiveModel, ids::AccountId, vocabulary::RequestNotices};

/// The row of a manager who has chosen nothing.
pub(super) fn empty(account: AccountId) -> ActiveModel {
    ActiveModel {
        account_id: Set(account),
        notices: Set(RequestNotices::Each),
        digest_minute: Set(DIGEST_MINUTE),
        digest_due_at: Set(None),
        away_from: Set(None),
        away_until: Set(None),
        deputy_id: Set(None),
    }
}
