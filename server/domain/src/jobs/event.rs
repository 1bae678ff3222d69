//! What programs are told of by webhooks.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::{Announcement, Job, News, enqueue};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::webhook,
    ids::{ApiId, ApplicationId, IncidentId, RequestId, SecretId, WebhookDeliveryId, WebhookId},
    vocabulary::EventKind,
};

/// Something that happened, on its way to the webhooks that listen: one job tells some, and queues
/// the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub event: EventKind,
    pub subject: EventSubject,
    pub at: Timestamp,
    /// The last webhook that was told, in the order of identifiers.
    #[serde(default)]
    pub after: Option<WebhookId>,
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventSubject {
    Request(RequestId),
    Application(ApplicationId),
    Key {
        application: ApplicationId,
        key: SecretId,
    },
    /// A part of the calls of the application's plan, in percent.
    Quota {
        application: ApplicationId,
        percent: u8,
    },
    Api(ApiId),
    /// An API whose last day comes in this many days, or fewer.
    Ending {
        api: ApiId,
        days: i32,
    },
    Incident(IncidentId),
}

/// One attempt to send an event to a webhook. Another one that bears the same number does nothing
/// once this one is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryAttempt {
    pub delivery: WebhookDeliveryId,
    pub number: i32,
}

/// Has the programs told that listen, in the transaction of what happened. While nobody listens,
/// nothing is queued.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    event: EventKind,
    subject: EventSubject,
) -> Result<(), DbErr> {
    if !anybody_listens(transaction).await? {
        return Ok(());
    }
    let at = scope.now();
    let event = Event {
        event,
        subject,
        at,
        after: None,
    };
    enqueue(transaction, scope, &Job::Publish(event)).await
}

async fn anybody_listens(transaction: &Transaction) -> Result<bool, DbErr> {
    let first: Option<WebhookId> = webhook::Entity::find()
        .select_only()
        .column(webhook::Column::Id)
        .filter(webhook::Column::PausedAt.is_null())
        .limit(1)
        .into_tuple()
        .one(transaction)
        .await?;
    Ok(first.is_some())
}

/// Has everybody told whom news concern, people by mail and programs by webhooks.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn announce(
    transaction: &Transaction,
    scope: &Scope,
    news: News,
) -> Result<(), DbErr> {
    let job = Job::Announce(Announcement::from(news));
    enqueue(transaction, scope, &job).await?;
    let (event, subject) = match news {
        News::VersionPublished { api, .. } => (EventKind::VersionPublished, EventSubject::Api(api)),
        News::Deprecated { api } => (EventKind::ApiDeprecated, EventSubject::Api(api)),
        News::Ending { api, days } => (EventKind::ApiEnding, EventSubject::Ending { api, days }),
        News::IncidentOpened { incident } => {
            (EventKind::IncidentOpened, EventSubject::Incident(incident))
        }
        News::IncidentClosed { incident } => {
            (EventKind::IncidentClosed, EventSubject::Incident(incident))
        }
    };
    notify(transaction, scope, event, subject).await
}
