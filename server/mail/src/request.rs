//! The mails about a request, for access or for another plan, each to one of those who deal with it.

use sea_orm::DbErr;

use super::{
    conditions,
    filed::FiledRequest,
    letters::{
        Approved, Cancelled, DecisionAwaited, DecisionsAwaited, PlanChangeApproved,
        PlanChangeAwaited, PlanChangeCancelled, PlanChangeReceived, PlanChangeRejected, Rejected,
        RequestReceived,
    },
    links,
    render::{Reader, Rendered},
};
use domain::{
    Role, Scope, accounts,
    applications::{self, ApplicationState},
    catalogue::Catalogue,
    clock::Timestamp,
    ids::{AccountId, RequestId},
    requests::{self, Decision, RequestKind, RequestState},
};

pub(super) async fn received(scope: &Scope, catalogue: &Catalogue, request: RequestId) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, request).await? else {
        return Ok(None);
    };
    let link = links::request(&scope.portal, request);
    match filed.request.kind {
        RequestKind::Access => {
            let letter = |name, request| RequestReceived {
                name,
                request,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
        RequestKind::PlanChange => {
            let letter = |name, request| PlanChangeReceived {
                name,
                request,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
    }
}

/// To one who still is a manager, of what still waits.
pub(super) async fn decision_awaited(
    scope: &Scope,
    catalogue: &Catalogue,
    request: RequestId,
    manager: AccountId,
) -> Rendered {
    let (Some(filed), Some(reader)) = (
        FiledRequest::find(scope, catalogue, request).await?,
        Reader::find(scope, manager).await?,
    ) else {
        return Ok(None);
    };
    if filed.request.state != RequestState::Pending || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    let applicant = filed.applicant.full_name();
    let link = links::decision(&scope.portal, request);
    match filed.request.kind {
        RequestKind::Access => {
            let letter = |name, request| DecisionAwaited {
                name,
                applicant,
                request,
                link,
            };
            filed.write(scope, reader, letter).await
        }
        RequestKind::PlanChange => {
            let letter = |name, request| PlanChangeAwaited {
                name,
                applicant,
                request,
                link,
            };
            filed.write(scope, reader, letter).await
        }
    }
}

/// To one who still is a manager, when something that came since then still waits for them.
pub(super) async fn more_awaited(scope: &Scope, manager: AccountId, since: Timestamp) -> Rendered {
    let Some(reader) = Reader::find(scope, manager).await? else {
        return Ok(None);
    };
    let waits = requests::wait_since(scope.portal.db.reader(), since, manager).await?;
    if !waits || !is_manager(scope, manager).await? {
        return Ok(None);
    }
    let letter = DecisionsAwaited {
        name: reader.name.clone(),
        link: links::decisions(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn decided(scope: &Scope, catalogue: &Catalogue, request: RequestId) -> Rendered {
    let (Some(filed), Some(decision)) = (
        FiledRequest::find(scope, catalogue, request).await?,
        requests::decision_of(scope.portal.db.reader(), request).await?,
    ) else {
        return Ok(None);
    };
    let Decision { outcome, said, .. } = decision;
    match outcome {
        RequestState::Approved => approved(scope, filed, said).await,
        RequestState::Rejected => rejected(scope, filed, said.unwrap_or_default()).await,
        RequestState::Pending | RequestState::AwaitingApplicant | RequestState::Cancelled => {
            Ok(None)
        }
    }
}

async fn approved(scope: &Scope, filed: FiledRequest<'_>, remark: Option<String>) -> Rendered {
    let application = filed.request.application_id;
    let link = links::application(&scope.portal, filed.group.id, application);
    match filed.request.kind {
        RequestKind::Access => {
            let locale = filed.applicant.locale;
            let conditions = conditions::told(scope, application, locale).await?;
            let letter = |name, request| Approved {
                name,
                request,
                remark,
                conditions,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
        RequestKind::PlanChange => {
            let letter = |name, request| PlanChangeApproved {
                name,
                request,
                remark,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
    }
}

async fn rejected(scope: &Scope, filed: FiledRequest<'_>, reason: String) -> Rendered {
    let link = links::request(&scope.portal, filed.request.id);
    match filed.request.kind {
        RequestKind::Access => {
            let letter = |name, request| Rejected {
                name,
                request,
                reason,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
        RequestKind::PlanChange => {
            let letter = |name, request| PlanChangeRejected {
                name,
                request,
                reason,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
    }
}

pub(super) async fn cancelled(
    scope: &Scope,
    catalogue: &Catalogue,
    request: RequestId,
) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, request).await? else {
        return Ok(None);
    };
    let link = links::request(&scope.portal, request);
    match filed.request.kind {
        RequestKind::Access => {
            let letter = |name, request| Cancelled {
                name,
                request,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
        RequestKind::PlanChange => {
            let (db, target) = (scope.portal.db.reader(), filed.request.application_id);
            let target = applications::find(db, target).await?;
            let revoked = target.is_some_and(|target| target.state == ApplicationState::Revoked);
            let letter = |name, request| PlanChangeCancelled {
                name,
                request,
                revoked,
                link,
            };
            filed.write_to_applicant(scope, letter).await
        }
    }
}

async fn is_manager(scope: &Scope, account: AccountId) -> Result<bool, DbErr> {
    accounts::has_role(scope.portal.db.reader(), account, Role::ContractManager).await
}
