//! Makes webhooks.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{
    AddressMistake, EventKind, WebhookAddress, WebhookOwner, WebhookSecret,
    list::{Webhook, load, of},
};
use crate::{
    Error, Scope,
    accounts::{TooOften, throttle},
    audit::{self, Action, Subject},
    changes,
    db::is_duplicate,
    entities::webhook,
    from_common,
    ids::WebhookId,
    store::{Unsealable, Vault},
};

/// How many a group has at most, and the portal.
pub const MAX_WEBHOOKS: u64 = 10;
/// Long enough for whoever presses a button twice.
pub(super) const SHOWN_AGAIN_FOR: TimeDelta = TimeDelta::minutes(10);

#[derive(Clone, Debug)]
pub struct NewWebhook {
    /// Made with the form, so that sending it twice makes one webhook.
    pub id: WebhookId,
    pub owner: WebhookOwner,
    pub url: String,
    pub events: Vec<EventKind>,
}

#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    #[error("the address is wrong: {0:?}")]
    Address(AddressMistake),
    /// It would listen to nothing.
    #[error("no kind of event is chosen")]
    NoEvents,
    /// The owner has the largest number of webhooks.
    #[error("there are ten webhooks already")]
    TooMany,
    /// The form was sent before, some time ago.
    #[error("the webhook was made before")]
    Over,
    /// Somebody changed it since the asker saw it.
    #[error("the webhook was changed meanwhile")]
    Changed,
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(WebhookError);

/// Makes a webhook, and shows its secret.
///
/// # Errors
/// [`WebhookError::Address`] and [`WebhookError::NoEvents`] for what is typed wrongly,
/// [`WebhookError::TooMany`] beyond [`MAX_WEBHOOKS`], [`WebhookError::Unconfirmed`] until the asker
/// gives the password again, [`Error::Forbidden`] for a member who is no owner, [`Error::NotFound`]
/// for whoever may not know of the owner.
pub async fn add(
    scope: &Scope,
    vault: &Vault,
    new: NewWebhook,
) -> Result<(Webhook, WebhookSecret), WebhookError> {
    let transaction = scope.portal.db.begin().await?;
    new.owner.hold_change(&transaction, scope).await?;
    if !new.owner.may_be_led(scope) {
        return Err(WebhookError::Unconfirmed);
    }
    if let Some(made) = webhook::Entity::find_by_id(new.id)
        .one(&transaction)
        .await?
    {
        return again(scope, vault, &new, made);
    }
    let url = WebhookAddress::parse(&new.url, &scope.portal.settings);
    let url = url.map_err(WebhookError::Address)?;
    let events = joined(&new.events)?;
    let there = webhook::Entity::find().filter(of(new.owner));
    if there.count(&transaction).await? >= MAX_WEBHOOKS {
        return Err(WebhookError::TooMany);
    }
    let person = scope.require_signed_in()?;
    throttle::count_act(&transaction, scope, person.id).await??;
    let secret = WebhookSecret::generate(scope.portal.random.as_ref());
    let sealed = secret.seal(vault, new.id, scope.portal.random.as_ref());
    let row = webhook::ActiveModel {
        id: Set(new.id),
        group_id: Set(new.owner.group()),
        url: Set(url.as_str().to_owned()),
        events: Set(events),
        secret: Set(sealed.bytes),
        secret_version: Set(sealed.version),
        secret_by: Set(Some(person.id)),
        revision: Set(1),
        created_at: Set(scope.now()),
        created_by: Set(Some(person.id)),
        old_secret: Set(None),
        old_secret_version: Set(None),
        old_secret_ends_at: Set(None),
        paused_at: Set(None),
        pause_cause: Set(None),
        delivered_at: Set(None),
        failing_since: Set(None),
        rests_until: Set(None),
    };
    let row = match row.insert(&transaction).await {
        // The same form was sent twice at once.
        Err(error) if is_duplicate(&error) => {
            transaction.rollback().await?;
            let made = load(scope.portal.db.writer(), new.id).await?;
            return again(scope, vault, &new, made);
        }
        inserted => inserted?,
    };
    let subject = Subject::Webhook(row.id);
    audit::record(&transaction, scope, Action::WebhookAdded, subject).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok((row.into(), secret))
}

/// The answer to a form that was sent twice. Later on the secret is shown to nobody.
fn again(
    scope: &Scope,
    vault: &Vault,
    new: &NewWebhook,
    made: webhook::Model,
) -> Result<(Webhook, WebhookSecret), WebhookError> {
    if WebhookOwner::from(made.group_id) != new.owner {
        return Err(Error::NotFound("no such webhook").into());
    }
    let is_own = made.created_by == scope.account_id();
    let is_new = made.revision == 1 && scope.now() < made.created_at + SHOWN_AGAIN_FOR;
    if !is_own || !is_new {
        return Err(WebhookError::Over);
    }
    let secret = WebhookSecret::of(vault, &made)?;
    Ok((made.into(), secret))
}

/// Kinds as a row has them.
pub(super) fn joined(events: &[EventKind]) -> Result<String, WebhookError> {
    let chosen = EventKind::selectable().filter(|kind| events.contains(kind));
    let chosen: Vec<_> = chosen.map(EventKind::as_str).collect();
    if chosen.is_empty() {
        return Err(WebhookError::NoEvents);
    }
    Ok(chosen.join(" "))
}
