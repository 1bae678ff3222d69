//! The mails that say that access stops or goes on, to the applicant and to the group.

use super::{
    filed::FiledRequest,
    letters::{Resumed, Revoked, Suspended},
    links,
    render::Rendered,
};
use domain::{
    Scope, applications::ApplicationState, catalogue::Catalogue, ids::ApplicationId,
    jobs::Addressee,
};

/// That an application has come to this state; none when it is in another by now.
pub(super) async fn changed(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    state: ApplicationState,
    to: Addressee,
) -> Rendered {
    let found = FiledRequest::of_application(scope, catalogue, id).await?;
    let Some((filed, application)) = found.filter(|(_, found)| found.state == state) else {
        return Ok(None);
    };
    // Whoever stands for the group may be the applicant, who hears of it anyway.
    let reader = filed
        .reader(to)
        .filter(|reader| to == Addressee::Applicant || reader.email != filed.applicant.email);
    let Some(reader) = reader else {
        return Ok(None);
    };
    let link = links::application(&scope.portal, filed.group.id, id);
    let remark = application.reason;
    let reason = remark.clone().unwrap_or_default();
    match state {
        ApplicationState::Suspended => {
            let letter = |name, request| Suspended {
                name,
                request,
                reason,
                link,
            };
            filed.write(scope, reader, letter).await
        }
        ApplicationState::Approved => {
            let letter = |name, request| Resumed {
                name,
                request,
                remark,
                link,
            };
            filed.write(scope, reader, letter).await
        }
        ApplicationState::Revoked => {
            let letter = |name, request| Revoked {
                name,
                request,
                reason,
                link,
            };
            filed.write(scope, reader, letter).await
        }
    }
}
