//! The mail about a quota, to the address of the group whose application uses it.

use locales::number;

use super::{filed::FiledRequest, letters::QuotaMark, links, render::Rendered};
use domain::{
    Scope,
    catalogue::{Catalogue, Plan},
    ids::{ApplicationId, QuotaId},
    jobs::Addressee,
    usage,
};

/// None when the application has no such limit any more. In the language of its applicant, who
/// stands for the group.
pub(super) async fn mark(
    scope: &Scope,
    catalogue: &Catalogue,
    application: ApplicationId,
    percent: u8,
) -> Rendered {
    let found = FiledRequest::of_application(scope, catalogue, application).await?;
    let Some((filed, owner)) = found else {
        return Ok(None);
    };
    let quota = usage::quota_use(scope, QuotaId(application.0)).await?;
    let Some(quota) = quota.filter(|_| owner.plan == Plan::Trial) else {
        return Ok(None);
    };
    let Some(reader) = filed.reader(Addressee::Group) else {
        return Ok(None);
    };
    let used = number::count(quota.used, reader.locale);
    let calls = number::count(quota.calls, reader.locale);
    let link = links::usage(&scope.portal, filed.group.id, application);
    let letter = |name, request| QuotaMark {
        name,
        request,
        percent,
        used,
        calls,
        link,
    };
    filed.write(scope, reader, letter).await
}
