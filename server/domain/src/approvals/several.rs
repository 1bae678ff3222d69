//! Decides on several requests at once. Each is decided by itself, in a transaction of its own: one
//! that cannot be stops none of the others, and none is left half done.

use std::collections::HashSet;

use sea_orm::DbErr;
use values::Reason;

use super::decide::{Approval, DecisionError, approve, approve_with, reject, reject_seen};
use crate::{
    Error, Role, Scope,
    ids::RequestId,
    requests::{self, Request, RequestState},
    store::Vault,
};

/// The most requests that are decided at once.
pub const MAX_AT_ONCE: usize = 100;

/// What a contract manager decides, and tells the applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewDecision {
    Approve(Option<Reason>),
    Reject(Reason),
}

impl NewDecision {
    const fn outcome(&self) -> RequestState {
        match self {
            Self::Approve(_) => RequestState::Approved,
            Self::Reject(_) => RequestState::Rejected,
        }
    }
}

/// When a decision was taken that somebody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Now,
    /// The asker had taken the same one before.
    Before,
}

/// What became of one of several requests.
#[derive(Debug)]
pub struct DecisionResult {
    pub request: RequestId,
    pub outcome: Result<Taken, DecisionError>,
}

/// Approves or rejects a request.
///
/// # Errors
/// As [`approve`].
pub async fn decide(
    scope: &Scope,
    vault: &Vault,
    id: RequestId,
    decision: NewDecision,
) -> Result<(), DecisionError> {
    match decision {
        NewDecision::Approve(remark) => approve(scope, vault, id, remark).await,
        NewDecision::Reject(reason) => reject(scope, id, reason).await,
    }
}

/// Takes the same decision on these requests, one after the other, and tells of each what became of
/// it. One whose applicant was asked something is not decided: whoever decides on many has read no
/// question of a colleague. Sent again, it changes nothing and tells the same. Requests beyond
/// [`MAX_AT_ONCE`] are not looked at.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn decide_several(
    scope: &Scope,
    vault: &Vault,
    ids: &[RequestId],
    decision: &NewDecision,
) -> Result<Vec<DecisionResult>, Error> {
    scope.require(Role::ContractManager)?;
    let mut seen = HashSet::new();
    let mut results = Vec::with_capacity(ids.len().min(MAX_AT_ONCE));
    for id in ids.iter().take(MAX_AT_ONCE).filter(|id| seen.insert(**id)) {
        let outcome = match decide_pending(scope, vault, *id, decision.clone()).await {
            Ok(()) => Ok(Taken::Now),
            Err(error) => before(scope, *id, decision, error).await,
        };
        results.push(DecisionResult {
            request: *id,
            outcome,
        });
    }
    Ok(results)
}

async fn decide_pending(
    scope: &Scope,
    vault: &Vault,
    id: RequestId,
    decision: NewDecision,
) -> Result<(), DecisionError> {
    let seen = Some(RequestState::Pending);
    match decision {
        NewDecision::Approve(remark) => {
            let approval = Approval {
                remark,
                seen,
                ..Approval::default()
            };
            approve_with(scope, vault, id, approval).await
        }
        NewDecision::Reject(reason) => reject_seen(scope, id, seen, reason).await,
    }
}

/// Those of these requests that there are, for whoever chose them in a list.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn chosen(scope: &Scope, ids: &[RequestId]) -> Result<Vec<Request>, Error> {
    scope.require(Role::ContractManager)?;
    Ok(requests::by_ids(scope.portal.db.reader(), ids).await?)
}

/// Whether the asker took this very decision before.
async fn before(
    scope: &Scope,
    id: RequestId,
    decision: &NewDecision,
    error: DecisionError,
) -> Result<Taken, DecisionError> {
    if !matches!(error, DecisionError::AlreadyDecided { .. }) {
        return Err(error);
    }
    if is_own_decision(scope, id, decision.outcome()).await? {
        Ok(Taken::Before)
    } else {
        Err(error)
    }
}

async fn is_own_decision(
    scope: &Scope,
    id: RequestId,
    outcome: RequestState,
) -> Result<bool, DbErr> {
    let taken = requests::decision_of(scope.portal.db.writer(), id).await?;
    let asker = scope.account_id();
    Ok(taken.is_some_and(|taken| asker.is_some() && taken.by == asker && taken.outcome == outcome))
}
