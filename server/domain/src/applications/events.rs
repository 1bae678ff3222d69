//! The events of an application: what contract managers did to it.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use values::Reason;

use super::ApplicationEvent;
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::application_event,
    ids::{AccountId, ApplicationEventId, ApplicationId},
};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub at: Timestamp,
    pub event: ApplicationEvent,
    /// `None` when the portal itself did it.
    pub by: Option<AccountId>,
    /// Whether the manager had asked for the application or belonged to its group.
    pub by_party: bool,
    pub said: Option<String>,
}

/// Records an event in the transaction of the act.
pub(crate) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    event: ApplicationEvent,
    said: Option<&Reason>,
    by_party: bool,
) -> Result<(), DbErr> {
    application_event::ActiveModel {
        id: Set(scope.portal.new_id::<ApplicationEventId>()),
        application_id: Set(id),
        event: Set(event),
        at: Set(scope.now()),
        done_by: Set(scope.account_id()),
        by_party: Set(by_party),
        said: Set(said.map(ToString::to_string)),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

/// The last event of a kind of an application, without a check of who may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn last_event(
    db: &impl ConnectionTrait,
    id: ApplicationId,
    event: ApplicationEvent,
) -> Result<Option<HistoryEntry>, DbErr> {
    let row = application_event::Entity::find()
        .filter(application_event::Column::ApplicationId.eq(id))
        .filter(application_event::Column::Event.eq(event))
        .order_by_desc(application_event::Column::At)
        .order_by_desc(application_event::Column::Id)
        .one(db)
        .await?;
    Ok(row.map(HistoryEntry::from))
}

/// The events of an application, the latest first.
pub(crate) async fn history(
    db: &impl ConnectionTrait,
    id: ApplicationId,
    limit: u64,
) -> Result<Vec<HistoryEntry>, DbErr> {
    let rows = application_event::Entity::find()
        .filter(application_event::Column::ApplicationId.eq(id))
        .order_by_desc(application_event::Column::At)
        .order_by_desc(application_event::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(HistoryEntry::from).collect())
}

impl From<application_event::Model> for HistoryEntry {
    fn from(row: application_event::Model) -> Self {
        Self {
            at: row.at,
            event: row.event,
            by: row.done_by,
            by_party: row.by_party,
            said: row.said,
        }
    }
}
