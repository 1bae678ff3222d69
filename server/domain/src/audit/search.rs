//! The trail as administrators read it: searched, one event, and page by page for a file.

use data_encoding::HEXLOWER;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use uuid::Uuid;

use super::Action;
use crate::{
    Cursor, Error, Page, PageRequest, Role, Scope,
    clock::Timestamp,
    entities::{account, audit_event, audit_removal, audit_seal},
    ids::{AccountId, AuditEventId, ClientId},
    vocabulary::RemovalKind,
};

/// The number of events on a page.
pub const SEARCH_PAGE: usize = 50;
/// The most events that a file has; `balcao audit export` has no bounds.
pub const MAX_IN_FILE: u64 = 100_000;

/// Which events are looked for; whatever is `None` may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    pub actor: Option<AccountId>,
    pub action: Option<Action>,
    /// Of what the event is: a group, an application, an account.
    pub subject: Option<Uuid>,
    pub request_id: Option<String>,
    pub since: Option<Timestamp>,
    /// The first moment that is too late.
    pub until: Option<Timestamp>,
}

/// An event, with who did it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct AuditEvent {
    pub id: AuditEventId,
    pub at: Timestamp,
    pub actor_id: Option<AccountId>,
    pub client_id: Option<ClientId>,
    action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub details: Option<String>,
    pub address: Option<String>,
    pub request_id: Option<String>,
    actor_given_name: Option<String>,
    actor_family_name: Option<String>,
    /// `None` for the portal itself, for visitors, and for accounts that are gone.
    pub actor_email: Option<String>,
}

impl AuditEvent {
    /// The action; `None` for one that another version of the portal knows.
    #[must_use]
    pub fn action(&self) -> Option<Action> {
        self.action.parse().ok()
    }

    /// The name of the action for programs.
    #[must_use]
    pub fn action_name(&self) -> &str {
        &self.action
    }

    /// The full name of the actor, if the account is there.
    #[must_use]
    pub fn actor(&self) -> Option<String> {
        let given = self.actor_given_name.as_ref()?;
        let family = self.actor_family_name.as_deref().unwrap_or_default();
        Some(format!("{given} {family}").trim_end().to_owned())
    }

    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor::new(self.at, self.id.0)
    }
}

/// From where the page of a search is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// With the newest event.
    #[default]
    Newest,
    /// The events that are older than this one.
    OlderThan(Cursor),
    /// Those that are newer.
    NewerThan(Cursor),
}

/// A page of a search, the newest event first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPage {
    pub events: Vec<AuditEvent>,
    /// The place of the page before, if there is one.
    pub newer: Option<Place>,
    /// The place of the page after.
    pub older: Option<Place>,
}

/// The place of an event in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainPlace {
    pub number: i64,
    pub sealed_at: Timestamp,
    /// In hexadecimal digits.
    pub hash: String,
    /// Whether what told of a person was erased.
    pub is_erased: bool,
}

/// The events of a filter, on a page that begins at a place.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn search(
    scope: &Scope,
    filter: &AuditFilter,
    place: Place,
) -> Result<SearchPage, Error> {
    let (after, oldest_first) = match place {
        Place::Newest => (None, false),
        Place::OlderThan(cursor) => (Some(cursor), false),
        Place::NewerThan(cursor) => (Some(cursor), true),
    };
    let wanted = PageRequest {
        after,
        size: SEARCH_PAGE,
        oldest_first,
    };
    let Page { mut items, next } = page(scope, filter, wanted).await?;
    if oldest_first {
        items.reverse();
    }
    let (first, last) = (items.first(), items.last());
    let newer = first.map(|it| Place::NewerThan(it.cursor()));
    let older = last.map(|it| Place::OlderThan(it.cursor()));
    // Where one came from there is something; in the other direction, if the page was not the last.
    let (newer, older) = match place {
        Place::Newest => (None, older.filter(|_| next.is_some())),
        Place::OlderThan(_) => (newer, older.filter(|_| next.is_some())),
        Place::NewerThan(_) => (newer.filter(|_| next.is_some()), older),
    };
    Ok(SearchPage {
        events: items,
        newer,
        older,
    })
}

/// The events of a filter for programs and files, page by page in either order.
///
/// # Errors
/// As [`search`].
pub async fn page(
    scope: &Scope,
    filter: &AuditFilter,
    wanted: PageRequest,
) -> Result<Page<AuditEvent>, Error> {
    scope.require(Role::Administrator)?;
    let (at, id) = (audit_event::Column::At, audit_event::Column::Id);
    let rows = wanted
        .select(told(filter), at, id)
        .into_model::<AuditEvent>()
        .all(scope.portal.db.searches())
        .await?;
    Ok(Page::of(rows, wanted.size, AuditEvent::cursor))
}

/// One event with its place in the chain, once it is sealed; `None` when it is not there.
///
/// # Errors
/// As [`search`].
pub async fn event(
    scope: &Scope,
    id: AuditEventId,
) -> Result<Option<(AuditEvent, Option<ChainPlace>)>, Error> {
    scope.require(Role::Administrator)?;
    let found = told(&AuditFilter::default())
        .filter(audit_event::Column::Id.eq(id))
        .into_model::<AuditEvent>()
        .one(scope.portal.db.reader())
        .await?;
    let Some(event) = found else {
        return Ok(None);
    };
    Ok(Some((event, chain_place(scope, id).await?)))
}

async fn chain_place(scope: &Scope, id: AuditEventId) -> Result<Option<ChainPlace>, DbErr> {
    let db = scope.portal.db.reader();
    let seal = audit_seal::Entity::find()
        .filter(audit_seal::Column::EventId.eq(id))
        .one(db)
        .await?;
    let Some(seal) = seal else {
        return Ok(None);
    };
    let removal = audit_removal::Entity::find_by_id(seal.number)
        .one(db)
        .await?;
    Ok(Some(ChainPlace {
        number: seal.number,
        sealed_at: seal.sealed_at,
        hash: HEXLOWER.encode(&seal.hash),
        is_erased: removal.is_some_and(|it| it.kind == RemovalKind::Erasure),
    }))
}

/// Whether there are more events than a file takes.
///
/// # Errors
/// As [`search`].
pub async fn is_too_long(scope: &Scope, filter: &AuditFilter) -> Result<bool, Error> {
    scope.require(Role::Administrator)?;
    let beyond: Option<Uuid> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Id)
        .filter(condition(filter))
        .order_by_desc(audit_event::Column::At)
        .order_by_desc(audit_event::Column::Id)
        .offset(MAX_IN_FILE)
        .limit(1)
        .into_tuple()
        .one(scope.portal.db.searches())
        .await?;
    Ok(beyond.is_some())
}

/// The events with the names of their actors.
pub(super) fn told(filter: &AuditFilter) -> Select<audit_event::Entity> {
    audit_event::Entity::find()
        .column_as(account::Column::GivenName, "actor_given_name")
        .column_as(account::Column::FamilyName, "actor_family_name")
        .column_as(account::Column::Email, "actor_email")
        .left_join(account::Entity)
        .filter(condition(filter))
}

fn condition(filter: &AuditFilter) -> Condition {
    let AuditFilter {
        actor,
        action,
        subject,
        request_id,
        since,
        until,
    } = filter;
    Condition::all()
        .add_option(actor.map(|it| audit_event::Column::ActorId.eq(it)))
        .add_option(action.map(|it| audit_event::Column::Action.eq(it)))
        .add_option(subject.map(|it| audit_event::Column::SubjectId.eq(it)))
        .add_option(
            request_id
                .as_ref()
                .map(|it| audit_event::Column::RequestId.eq(it.as_str())),
        )
        .add_option(since.map(|it| audit_event::Column::At.gte(it)))
        .add_option(until.map(|it| audit_event::Column::At.lt(it)))
}
