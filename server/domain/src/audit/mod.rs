//! The audit trail: who did what, to whom, when and from where. An event is written in the
//! transaction of its change.

mod chain;
mod file;
mod history;
mod retention;
mod search;
mod stream;

use std::net::IpAddr;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect, Select, Set,
};
use uuid::Uuid;

use crate::{
    Portal, Scope,
    clock::Timestamp,
    entities::{account, audit_event},
    ids::{
        AccountId, ApiId, ApplicationId, AuditEventId, ClientId, GroupId, IncidentId, JobId,
        MessageId, RequestId, ResourceServerId, SavedReasonId, SigningKeyId, WebhookId,
    },
    store::Vault,
};

pub use crate::vocabulary::Action;
pub use chain::{Fault, Head, InvalidHead, Verified, erase_person, head, seal, verify};
pub use file::{FileFormat, record_export};
pub(crate) use history::{PastEvent, of_subjects};
pub use retention::{ExportError, delete_stale, export, exported};
pub use search::{
    AuditEvent, AuditFilter, ChainPlace, MAX_IN_FILE, Place, SEARCH_PAGE, SearchPage, event,
    is_too_long, page, search,
};
pub use stream::{AuditSink, SentEvent, StreamError, forward};

/// The subject of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Account(AccountId),
    Group(GroupId),
    Request(RequestId),
    Application(ApplicationId),
    Api(ApiId),
    SigningKey(SigningKeyId),
    ResourceServer(ResourceServerId),
    /// A typed account, whether it exists or not, as a digest.
    TypedAccount(Uuid),
    /// A client by its public key, as a digest.
    TypedClient(Uuid),
    Nobody,
    Job(JobId),
    Message(MessageId),
    Incident(IncidentId),
    Client(ClientId),
    Webhook(WebhookId),
    SavedReason(SavedReasonId),
}

impl Subject {
    pub(crate) const ACCOUNT: &str = "account";
    pub(crate) const GROUP: &str = "group";
    pub(crate) const REQUEST: &str = "request";
    pub(crate) const WEBHOOK: &str = "webhook";
    pub(crate) const APPLICATION: &str = "application";
    pub(crate) const TYPED_ACCOUNT: &str = "typed-account";
    pub(crate) const TYPED_CLIENT: &str = "typed-client";
    pub(crate) const NOBODY: &str = "nobody";

    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Account(_) => Self::ACCOUNT,
            Self::Group(_) => Self::GROUP,
            Self::Request(_) => Self::REQUEST,
            Self::Application(_) => Self::APPLICATION,
            Self::Api(_) => "api",
            Self::SigningKey(_) => "signing-key",
            Self::ResourceServer(_) => "resource-server",
            Self::TypedAccount(_) => Self::TYPED_ACCOUNT,
            Self::TypedClient(_) => Self::TYPED_CLIENT,
            Self::Nobody => Self::NOBODY,
            Self::Job(_) => "job",
            Self::Message(_) => "message",
            Self::Incident(_) => "incident",
            Self::Client(_) => "client",
            Self::Webhook(_) => Self::WEBHOOK,
            Self::SavedReason(_) => "saved-reason",
        }
    }

    pub(crate) const fn id(self) -> Uuid {
        match self {
            Self::Account(id) => id.0,
            Self::Group(id) => id.0,
            Self::Request(id) => id.0,
            Self::Application(id) => id.0,
            Self::Api(id) => id.0,
            Self::SigningKey(id) => id.0,
            Self::ResourceServer(id) => id.0,
            Self::TypedAccount(digest) | Self::TypedClient(digest) => digest,
            Self::Nobody => Uuid::nil(),
            Self::Job(id) => id.0,
            Self::Message(id) => id.0,
            Self::Incident(id) => id.0,
            Self::Client(id) => id.0,
            Self::Webhook(id) => id.0,
            Self::SavedReason(id) => id.0,
        }
    }
}

/// Records an act of the scope's actor, in the transaction of the change.
///
/// # Errors
/// When the database cannot be written; the change must then not commit, either.
pub async fn record(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    action: Action,
    subject: Subject,
) -> Result<(), DbErr> {
    record_with(transaction, scope, action, subject, None).await
}

/// Records an act with details for a reader of the trail, which hold no secret.
///
/// # Errors
/// As [`record`].
pub async fn record_with(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    action: Action,
    subject: Subject,
    details: Option<String>,
) -> Result<(), DbErr> {
    audit_event::ActiveModel {
        id: Set(scope.portal.new_id::<AuditEventId>()),
        at: Set(scope.now()),
        actor_id: Set(scope.account_id()),
        client_id: Set(scope.client_id()),
        action: Set(action),
        subject_kind: Set(subject.kind().to_owned()),
        subject_id: Set(subject.id()),
        details: Set(details),
        address: Set(scope.origin.address.map(|address| address.to_string())),
        request_id: Set(scope.origin.request_id.clone()),
        sealed_at: Set(None),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

/// An event without an actor and without a change.
pub(crate) struct SystemEvent {
    pub at: Timestamp,
    pub action: Action,
    pub subject: Subject,
    pub details: String,
    pub address: Option<IpAddr>,
    pub request_id: Option<String>,
}

/// Records an event without an actor.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn record_system_event(
    db: &impl ConnectionTrait,
    portal: &Portal,
    entry: SystemEvent,
) -> Result<(), DbErr> {
    audit_event::ActiveModel {
        id: Set(portal.new_id::<AuditEventId>()),
        at: Set(entry.at),
        actor_id: Set(None),
        client_id: Set(None),
        action: Set(entry.action),
        subject_kind: Set(entry.subject.kind().to_owned()),
        subject_id: Set(entry.subject.id()),
        details: Set(Some(entry.details)),
        address: Set(entry.address.map(|address| address.to_string())),
        request_id: Set(entry.request_id),
        sealed_at: Set(None),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Entry {
    pub at: Timestamp,
    pub action: Action,
    pub details: Option<String>,
    pub address: Option<String>,
    /// The actor's name; `None` for the portal itself and for visitors.
    pub actor_given_name: Option<String>,
    pub actor_family_name: Option<String>,
}

impl Entry {
    /// The full name of the actor.
    #[must_use]
    pub fn actor(&self) -> Option<String> {
        let given = self.actor_given_name.as_ref()?;
        let family = self.actor_family_name.as_deref().unwrap_or_default();
        Some(format!("{given} {family}").trim_end().to_owned())
    }
}

/// Selects the events of a subject, the latest first, to be read as [`Entry`].
#[must_use]
pub(crate) fn about(subject: Subject) -> Select<audit_event::Entity> {
    audit_event::Entity::find()
        .select_only()
        .columns([audit_event::Column::At, audit_event::Column::Action])
        .columns([audit_event::Column::Details, audit_event::Column::Address])
        .column_as(account::Column::GivenName, "actor_given_name")
        .column_as(account::Column::FamilyName, "actor_family_name")
        .left_join(account::Entity)
        .filter(audit_event::Column::SubjectKind.eq(subject.kind()))
        .filter(audit_event::Column::SubjectId.eq(subject.id()))
        .order_by_desc(audit_event::Column::At)
        .order_by_desc(audit_event::Column::Id)
}

/// Whether one of these actions was done to a subject since a time.
pub(crate) async fn has_happened(
    db: &impl ConnectionTrait,
    subject: Subject,
    actions: &[Action],
    since: Timestamp,
) -> Result<bool, DbErr> {
    let entry = about(subject)
        .filter(audit_event::Column::Action.is_in(actions.iter().copied()))
        .filter(audit_event::Column::At.gte(since))
        .into_model::<Entry>()
        .one(db)
        .await?;
    Ok(entry.is_some())
}

/// When an action was last done to subjects of a kind, by the details of the entries.
pub(crate) async fn last_times(
    db: &impl ConnectionTrait,
    action: Action,
    kind: &str,
    subjects: impl Iterator<Item = Uuid>,
) -> Result<Vec<(Option<String>, Timestamp)>, DbErr> {
    audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Details)
        .column_as(audit_event::Column::At.max(), "last")
        .filter(audit_event::Column::SubjectKind.eq(kind))
        .filter(audit_event::Column::SubjectId.is_in(subjects))
        .filter(audit_event::Column::Action.eq(action))
        .group_by(audit_event::Column::Details)
        .into_tuple()
        .all(db)
        .await
}

/// The addresses from which an action was done to a subject since a time.
pub(crate) async fn addresses_since(
    db: &impl ConnectionTrait,
    action: Action,
    subject: Subject,
    since: Timestamp,
) -> Result<Vec<IpAddr>, DbErr> {
    let addresses: Vec<Option<String>> = audit_event::Entity::find()
        .select_only()
        .distinct()
        .column(audit_event::Column::Address)
        .filter(audit_event::Column::SubjectKind.eq(subject.kind()))
        .filter(audit_event::Column::SubjectId.eq(subject.id()))
        .filter(audit_event::Column::Action.eq(action))
        .filter(audit_event::Column::At.gte(since))
        .into_tuple()
        .all(db)
        .await?;
    let addresses = addresses.into_iter().flatten();
    Ok(addresses.filter_map(|text| text.parse().ok()).collect())
}

/// Deletes the entries about subjects of some kinds up to a time.
pub(crate) async fn delete_kinds(
    portal: &Portal,
    vault: &Vault,
    kinds: &[&str],
    until: Timestamp,
) -> Result<(), DbErr> {
    let stale = Condition::all()
        .add(audit_event::Column::SubjectKind.is_in(kinds.iter().copied()))
        .add(audit_event::Column::At.lte(until));
    chain::remove(portal, vault, &stale).await
}
