//! An earlier Trial of the same API by the same group, which the applicant and the contract manager
//! see.

use sea_orm::{ConnectionTrait, DbErr};

use super::{Draft, find::numbers};
use crate::{
    Scope,
    applications::{self, ApplicationState},
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApiId, ApplicationId, GroupId},
};

/// An application that the group has or had on Trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierTrial {
    pub id: ApplicationId,
    /// The number of the request that made it.
    pub number: String,
    pub name: String,
    pub state: ApplicationState,
    pub approved_at: Timestamp,
}

/// The last Trial that the group of a draft had of its API, if the draft asks for a Trial.
///
/// # Errors
/// When the database cannot be read.
pub async fn earlier_trial(scope: &Scope, draft: &Draft) -> Result<Option<EarlierTrial>, DbErr> {
    match &draft.group {
        Some(group) if draft.plan == Plan::Trial => {
            let db = scope.portal.db.reader();
            last_trial(db, group.id, draft.api.id, None).await
        }
        _ => Ok(None),
    }
}

/// The last Trial that a group had of an API; if a time is given, of those requested before it.
pub(crate) async fn last_trial(
    db: &impl ConnectionTrait,
    group: GroupId,
    api: ApiId,
    before: Option<Timestamp>,
) -> Result<Option<EarlierTrial>, DbErr> {
    let Some(trial) = applications::earlier_trial(db, group, api, before).await? else {
        return Ok(None);
    };
    let made_by = trial.id.request();
    let mut numbers = numbers(db, &[made_by]).await?;
    Ok(Some(EarlierTrial {
        id: trial.id,
        number: numbers.remove(&made_by).unwrap_or_default(),
        name: trial.name,
        state: trial.state,
        approved_at: trial.approved_at,
    }))
}
