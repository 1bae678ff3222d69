//! How many requests and applications there are in each status.

use sea_orm::DbErr;

use super::{Search, search::Conditions};
use crate::{
    Error, Role, Scope, applications,
    requests::{self, Status},
};

/// The largest number that is counted: it stands for that many and more.
pub const MAX_COUNTED: u64 = 1000;

/// How many requests and applications a search finds in each status, whatever its own.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn counts(scope: &Scope, search: &Search) -> Result<Vec<(Status, u64)>, Error> {
    scope.require(Role::ContractManager)?;
    let conditions = Conditions::of(scope, search).await?;
    let mut counts = Vec::with_capacity(Status::ALL.len());
    for status in Status::ALL {
        counts.push((*status, count(scope, &conditions, *status).await?));
    }
    Ok(counts)
}

/// How many requests wait that the asker decides on.
///
/// # Errors
/// As [`counts`].
pub async fn count_open(scope: &Scope) -> Result<u64, Error> {
    scope.require(Role::ContractManager)?;
    let queue = Search::default();
    let conditions = Conditions::of(scope, &queue).await?;
    Ok(count(scope, &conditions, Status::Pending).await?)
}

async fn count(scope: &Scope, conditions: &Conditions<'_>, status: Status) -> Result<u64, DbErr> {
    let db = scope.portal.db.searches();
    if let Some(state) = status.of_application() {
        let wanted = conditions.on_applications(status);
        return applications::count_of_state(db, state, wanted, MAX_COUNTED).await;
    }
    let wanted = conditions.on_requests(Some(status));
    requests::count_of_state(db, status.of_request(), wanted, MAX_COUNTED).await
}
