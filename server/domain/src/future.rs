//! What a clock that ran ahead left behind, once it is right again: jobs that would wait for days,
//! networks that would stay shut, sessions and leases that would never end. Nothing of it may lie
//! further ahead than it could if it had been written now.
//!
//! What people decided at such a time, and the audit's times, stay as they were written.

use sea_orm::DbErr;

use crate::{Portal, accounts, jobs, usage};

/// Brings the times that something waits for back to where the longest wait ends.
///
/// # Errors
/// When the database cannot be written.
pub async fn recall(portal: &Portal) -> Result<(), DbErr> {
    let recalled = jobs::recall(portal).await?
        + accounts::recall(portal).await?
        + usage::recall(portal).await?;
    if recalled > 0 {
        tracing::warn!(
            recalled,
            "a clock ran ahead: times beyond the longest wait were brought back"
        );
    }
    Ok(())
}
