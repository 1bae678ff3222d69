//! What was done to several subjects of a kind, in pages, for those who look after them.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, sea_query::SelectStatement,
};
use uuid::Uuid;

use crate::{
    Cursor,
    clock::Timestamp,
    entities::audit_event::{Column, Entity},
    ids::{AccountId, AuditEventId},
    vocabulary::Action,
};

/// An event, with whom and what it is about by identifiers.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct PastEvent {
    pub id: AuditEventId,
    pub at: Timestamp,
    pub action: Action,
    pub actor_id: Option<AccountId>,
    pub subject_id: Uuid,
    pub details: Option<String>,
}

impl PastEvent {
    /// Its place among others.
    pub const fn cursor(&self) -> Cursor {
        Cursor::new(self.at, self.id.0)
    }
}

/// The events about subjects of a kind but for some actions, the latest first, from the end of the
/// page before.
pub(crate) async fn of_subjects(
    db: &impl ConnectionTrait,
    (kind, subjects): (&str, SelectStatement),
    without: &[Action],
    after: Option<Cursor>,
    limit: u64,
) -> Result<Vec<PastEvent>, DbErr> {
    let place = after.map(|cursor| cursor.below(Column::At, Column::Id));
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::At, Column::Action, Column::ActorId])
        .columns([Column::SubjectId, Column::Details])
        .filter(Column::SubjectKind.eq(kind))
        .filter(Column::SubjectId.in_subquery(subjects))
        .filter(Column::Action.is_not_in(without.iter().copied()))
        .filter(Condition::all().add_option(place))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}
