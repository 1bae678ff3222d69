//! The mails about a request to go from Trial to Pay Per Use.

use super::{
    letters::{
        UpgradeApproved, UpgradeAwaited, UpgradeCancelled, UpgradeReceived, UpgradeRejected,
    },
    links,
    render::{Reader, Rendered},
    request::FiledRequest,
};
use domain::{
    Scope,
    applications::{self, ApplicationState},
    requests::{Decision, RequestState},
};

pub(super) async fn received(scope: &Scope, filed: FiledRequest<'_>) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeReceived {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, filed.request.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn awaited(scope: &Scope, filed: FiledRequest<'_>, manager: Reader) -> Rendered {
    let letter = UpgradeAwaited {
        name: manager.name.clone(),
        applicant: filed.applicant_name(),
        request: filed.request(scope, manager.locale).await?,
        link: links::decision(&scope.portal, filed.request.id),
    };
    manager.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn decided(
    scope: &Scope,
    filed: FiledRequest<'_>,
    Decision { outcome, said, .. }: Decision,
) -> Rendered {
    match outcome {
        RequestState::Approved => approved(scope, filed, said).await,
        RequestState::Rejected => rejected(scope, filed, said.unwrap_or_default()).await,
        RequestState::Pending | RequestState::Cancelled => Ok(None),
    }
}

async fn approved(scope: &Scope, filed: FiledRequest<'_>, remark: Option<String>) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeApproved {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        remark,
        link: links::application(&scope.portal, filed.group.id, filed.request.application_id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn rejected(scope: &Scope, filed: FiledRequest<'_>, reason: String) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeRejected {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason,
        link: links::request(&scope.portal, filed.request.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn cancelled(scope: &Scope, filed: FiledRequest<'_>) -> Rendered {
    let target = filed.request.application_id;
    let target = applications::find(scope.portal.db.reader(), target).await?;
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeCancelled {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        revoked: target.is_some_and(|target| target.state == ApplicationState::Revoked),
        link: links::request(&scope.portal, filed.request.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}
