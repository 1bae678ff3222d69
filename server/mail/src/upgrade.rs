//! The mails about a request to go from Trial to Pay Per Use.

use sea_orm::EntityTrait;

use super::{
    letters::{
        UpgradeApproved, UpgradeAwaited, UpgradeCancelled, UpgradeReceived, UpgradeRejected,
    },
    links,
    render::{Reader, Rendered},
    request::{Decision, FiledRequest},
};
use domain::{Scope, applications::State, ids::ApplicationId, rows::application};

pub(super) async fn received(scope: &Scope, filed: FiledRequest<'_>) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeReceived {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::request(&scope.portal, filed.application.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn awaited(scope: &Scope, filed: FiledRequest<'_>, manager: Reader) -> Rendered {
    let letter = UpgradeAwaited {
        name: manager.name.clone(),
        applicant: filed.applicant_name(),
        request: filed.request(scope, manager.locale).await?,
        link: links::decision(&scope.portal, filed.application.id),
    };
    manager.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn decided(
    scope: &Scope,
    filed: FiledRequest<'_>,
    target: ApplicationId,
    decision: Decision,
) -> Rendered {
    match decision {
        Decision::Approved { remark } => approved(scope, filed, target, remark).await,
        Decision::Rejected { reason } => rejected(scope, filed, reason).await,
    }
}

async fn approved(
    scope: &Scope,
    filed: FiledRequest<'_>,
    target: ApplicationId,
    remark: Option<String>,
) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeApproved {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        remark,
        link: links::application(&scope.portal, filed.group.id, target),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn rejected(scope: &Scope, filed: FiledRequest<'_>, reason: String) -> Rendered {
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeRejected {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason,
        link: links::request(&scope.portal, filed.application.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn cancelled(
    scope: &Scope,
    filed: FiledRequest<'_>,
    target: ApplicationId,
) -> Rendered {
    let target = application::Entity::find_by_id(target)
        .one(scope.portal.db.reader())
        .await?;
    let reader = Reader::from(filed.applicant.clone());
    let letter = UpgradeCancelled {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        revoked: target.is_some_and(|target| target.state == State::Revoked),
        link: links::request(&scope.portal, filed.application.id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}
