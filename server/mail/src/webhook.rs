//! The mail that a webhook was paused.

use domain::{
    DbErr, Scope,
    groups::{self, Group},
    ids::WebhookId,
    webhooks::{self, PauseCause, Webhook},
};

use super::{
    letters::WebhookPaused,
    links,
    render::{Reader, Rendered},
};

/// None once it was resumed, or when there is nobody to write to.
pub(super) async fn paused(scope: &Scope, id: WebhookId) -> Rendered {
    let found = webhooks::paused(scope.portal.db.reader(), id).await?;
    let Some((webhook, made_by)) = found else {
        return Ok(None);
    };
    let maker = match made_by {
        Some(account) => Reader::find(scope, account).await?,
        None => None,
    };
    let Some(reader) = reader(scope, &webhook, maker).await? else {
        return Ok(None);
    };
    let cause = webhook.paused.map(|(_, cause)| cause);
    let letter = WebhookPaused {
        name: reader.name.clone(),
        host: webhook.host(),
        is_gone: cause == Some(PauseCause::Gone),
        link: links::webhook(&scope.portal, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// Whoever made it; of a group's the group at its own address, once that is confirmed.
async fn reader(
    scope: &Scope,
    webhook: &Webhook,
    maker: Option<Reader>,
) -> Result<Option<Reader>, DbErr> {
    let Some(id) = webhook.owner.group() else {
        return Ok(maker);
    };
    let db = scope.portal.db.reader();
    let group = groups::by_ids(db, [id].into_iter()).await?.remove(&id);
    let owner = groups::first_owner(db, id).await?.map(Reader::from);
    let confirmed = |group: &Group| group.email_confirmed_at.is_some();
    Ok(match (group.filter(confirmed), owner) {
        (Some(group), Some(owner)) => Some(Reader {
            email: group.email,
            account: None,
            name: group.name,
            locale: owner.locale,
        }),
        // A former member learns nothing of it.
        (_, owner) => owner,
    })
}
