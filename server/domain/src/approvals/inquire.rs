//! Asks the applicant of a request something before deciding. Of two managers at once one asks or
//! decides, and the other is told.

use sea_orm::DbErr;
use values::InquiryText;

use super::party::{self, ConflictOfInterest, Owners};
use crate::{
    Error, Role, Scope, changes,
    db::Transaction,
    from_common,
    ids::{InquiryId, RequestId},
    requests::{self, Request, RequestState},
    vocabulary::ChangeKind,
};

#[derive(Debug, thiserror::Error)]
pub enum InquiryError {
    /// Somebody asked or decided before, or the question is over.
    #[error("the request is {state} by now")]
    Changed { state: RequestState },
    /// The asker made the request, or belongs to its group.
    #[error("the request is the asker's own")]
    Own,
    /// Other managers decide on this company and this API.
    #[error("the request is not the asker's to decide")]
    NotCovered,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(InquiryError);

/// Asks the applicant of a request that waits for a decision. It waits for them until they answer.
///
/// # Errors
/// [`InquiryError::Changed`] when it does not wait for a decision any more, [`InquiryError::Own`] when
/// the request is the asker's own, [`InquiryError::NotCovered`] when other managers decide.
pub async fn ask(
    scope: &Scope,
    id: RequestId,
    question: &InquiryText,
) -> Result<InquiryId, InquiryError> {
    let (transaction, request) = begin(scope, id).await?;
    let allowed = party::may_decide_on_part(
        &transaction,
        scope,
        (requests::APPLICANT, requests::GROUP, requests::API),
    )
    .await?;
    let asked = requests::ask(&transaction, scope, id, question, allowed).await?;
    match asked {
        Some(asked) => {
            commit(transaction, scope, &request).await?;
            Ok(asked)
        }
        None => Err(why_not(&transaction, scope, &request).await?),
    }
}

/// Takes a question back that was not answered yet. The request waits for its decision again.
///
/// # Errors
/// [`InquiryError::Changed`] when the question is over, [`InquiryError::Own`] when the request is the
/// asker's own, [`InquiryError::NotCovered`] when other managers decide.
pub async fn withdraw(
    scope: &Scope,
    id: RequestId,
    question: InquiryId,
) -> Result<(), InquiryError> {
    let (transaction, request) = begin(scope, id).await?;
    let allowed = party::may_decide_on_part(
        &transaction,
        scope,
        (requests::APPLICANT, requests::GROUP, requests::API),
    )
    .await?;
    if requests::withdraw(&transaction, scope, id, question, allowed).await? {
        commit(transaction, scope, &request).await?;
        Ok(())
    } else {
        Err(why_not(&transaction, scope, &request).await?)
    }
}

async fn begin(scope: &Scope, id: RequestId) -> Result<(Transaction, Request), InquiryError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    Ok((transaction, request))
}

/// The status is announced: keys for tests depend on it.
async fn commit(transaction: Transaction, scope: &Scope, request: &Request) -> Result<(), DbErr> {
    let changed = [(ChangeKind::Application, request.application_id.0)];
    changes::commit(transaction, scope, &changed).await
}

async fn why_not(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
) -> Result<InquiryError, DbErr> {
    let found = requests::load(transaction, request.id).await?;
    let state = found.map_or(request.state, |found| found.state);
    let conflict = party::conflict(transaction, scope, Owners::from(request)).await?;
    if state.is_open() && conflict == ConflictOfInterest::Barred {
        return Ok(InquiryError::Own);
    }
    let owners = Owners::from(request);
    if state.is_open() && !party::is_covered(transaction, scope, request.api_id, owners).await? {
        return Ok(InquiryError::NotCovered);
    }
    Ok(InquiryError::Changed { state })
}
