//! What came for a contract manager since a time and still waits, for the mail that tells of it.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};

use super::{QueueItem, queue::items};
use crate::{
    Place, Scope,
    catalogue::Catalogue,
    clock::Timestamp,
    groups,
    ids::AccountId,
    managers::Roster,
    requests::{self, RequestOrder, RequestState},
};

/// The most requests that a mail tells of by themselves.
pub const MAX_TOLD: usize = 30;

/// What a mail tells of.
#[derive(Clone, Debug)]
pub struct Digest {
    /// The oldest first.
    pub items: Vec<QueueItem>,
    /// Whether there are more than [`MAX_TOLD`].
    pub has_more: bool,
}

/// What came for a manager since a time and still waits for them to decide.
///
/// # Errors
/// When the database cannot be read.
pub async fn digest(
    scope: &Scope,
    catalogue: &Catalogue,
    manager: AccountId,
    since: Timestamp,
) -> Result<Digest, DbErr> {
    let db = scope.portal.db.searches();
    let wanted = decidable(db, scope, manager)
        .await?
        .add(requests::SUBMITTED_AT.gte(since));
    let list = (Some(RequestState::Pending), RequestOrder::Age);
    let limit = MAX_TOLD as u64 + 1;
    let mut rows = requests::part_of_state(db, list, wanted, &Place::First, limit).await?;
    let has_more = rows.len() > MAX_TOLD;
    rows.truncate(MAX_TOLD);
    Ok(Digest {
        items: items(scope, catalogue, rows).await?,
        has_more,
    })
}

/// The condition that a manager may decide on a request.
async fn decidable(
    db: &impl ConnectionTrait,
    scope: &Scope,
    manager: AccountId,
) -> Result<Condition, DbErr> {
    let coverage = Roster::load(db, scope).await?.coverage(manager);
    let covered = coverage.condition(requests::API, requests::GROUP);
    let own = Condition::any()
        .add(requests::APPLICANT.eq(manager))
        .add(requests::GROUP.in_subquery(groups::ids_of(manager)));
    let others = (!scope.portal.settings.decide_own_requests).then(|| own.not());
    Ok(Condition::all().add(covered).add_option(others))
}
