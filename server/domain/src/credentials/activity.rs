//! When a secret is active: while it is neither revoked nor expired.

use sea_orm::{ColumnTrait, Condition};

use crate::{clock::Timestamp, entities::secret};

/// The rule that decides for every use of a secret.
#[must_use]
pub fn is_active(
    revoked_at: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> bool {
    revoked_at.is_none() && expires_at.is_none_or(|end| now < end)
}

/// The rule as a condition of queries.
pub(crate) fn active_at(now: Timestamp) -> Condition {
    let lasts = Condition::any()
        .add(secret::Column::ExpiresAt.is_null())
        .add(secret::Column::ExpiresAt.gt(now));
    Condition::all()
        .add(secret::Column::RevokedAt.is_null())
        .add(lasts)
}

impl secret::Model {
    /// Applies the rule to a row.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        is_active(self.revoked_at, self.expires_at, now)
    }
}
