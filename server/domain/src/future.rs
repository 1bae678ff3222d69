//! Corrects times that were written while the clock ran ahead, once it is right again: jobs would
//! wait for days, networks would stay locked, and sessions and leases would never end. Afterwards
//! no such time lies further ahead than if it had been written now.
//!
//! Times of decisions and of audit events stay as they were written.

use sea_orm::DbErr;

use crate::{Portal, accounts, jobs, usage};

/// Moves times that something waits for back to the end of the longest possible wait.
///
/// # Errors
/// When the database cannot be written.
pub async fn correct_future_times(portal: &Portal) -> Result<(), DbErr> {
    let corrected = jobs::correct_future_times(portal).await?
        + accounts::correct_future_times(portal).await?
        + usage::correct_future_times(portal).await?;
    if corrected > 0 {
        tracing::warn!(
            corrected,
            "a clock ran ahead: times beyond the longest wait were brought back"
        );
    }
    Ok(())
}
