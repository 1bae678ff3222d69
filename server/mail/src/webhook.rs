//! The mail that a webhook was paused.

use domain::{
    DbErr, Scope,
    groups::{self, Group},
    ids::{AccountId, GroupId, WebhookId},
    webhooks::{self, PauseCause},
};

use super::{
    letters::WebhookPaused,
    links,
    render::{Reader, Rendered},
};

/// None once it was resumed, or when there is nobody to write to.
pub(super) async fn paused(
    scope: &Scope,
    id: WebhookId,
    cause: PauseCause,
    to: Option<AccountId>,
) -> Rendered {
    let found = webhooks::paused(scope.portal.db.reader(), id).await?;
    let Some(webhook) = found else {
        return Ok(None);
    };
    let reader = match (webhook.owner.group(), to) {
        (Some(group), _) => of_group(scope, group).await?,
        (None, Some(administrator)) => Reader::find(scope, administrator).await?,
        (None, None) => None,
    };
    let Some(reader) = reader else {
        return Ok(None);
    };
    let letter = WebhookPaused {
        name: reader.name.clone(),
        host: webhook.host(),
        is_gone: cause == PauseCause::Gone,
        link: links::webhook(&scope.portal, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// The group at its own address; until that is confirmed its first owner stands for it.
async fn of_group(scope: &Scope, id: GroupId) -> Result<Option<Reader>, DbErr> {
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
        (_, owner) => owner,
    })
}
