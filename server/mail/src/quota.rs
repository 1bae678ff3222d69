//! The mail about a quota, to the address of the group whose application uses it.

use locales::number;

use super::{
    filed::FiledRequest,
    letters::{End, QuotaMark},
    links,
    render::Rendered,
};
use domain::{
    Scope,
    catalogue::{self, Catalogue, Plan},
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
    // It may have ended or begun anew since, and the mail would tell of nothing that is so.
    let now = scope.now();
    let Some(quota) = quota.filter(|quota| quota.is_beyond(percent, now)) else {
        return Ok(None);
    };
    let api = catalogue::api_of(scope, catalogue, owner.api_id).await?;
    let Some(offer) = api.offer(owner.plan).filter(|offer| offer.calls.is_some()) else {
        return Ok(None);
    };
    let Some(reader) = filed.reader(Addressee::Group) else {
        return Ok(None);
    };
    let used = number::count(quota.used, reader.locale);
    let calls = number::count(quota.calls, reader.locale);
    let link = links::usage(&scope.portal, filed.group.id, application);
    let zone = scope.portal.settings.time_zone;
    let renewal = quota.ends_at.filter(|_| offer.renews);
    let renewal = renewal.map(|end| End::new(end, zone, reader.locale));
    let letter = |name, request| QuotaMark {
        name,
        request,
        percent,
        used,
        calls,
        of_trial: owner.plan == Plan::Trial,
        renewal,
        link,
    };
    filed.write(scope, reader, letter).await
}
