//! Reads incidents with their notes.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Order, Query},
};

use super::{Affected, Incident, IncidentNote, IncidentStage};
use crate::{
    Cursor, Error, Page, Role, Scope,
    entities::{
        incident::{Column, Entity, Model},
        incident_api, incident_note,
    },
    ids::{ApiId, IncidentId},
};

/// How many incidents are held in memory: years of them.
const MAX_HELD: u64 = 500;
const PAGE: usize = 25;

/// The incidents that begin last.
pub(super) async fn latest(db: &impl ConnectionTrait) -> Result<Vec<Incident>, DbErr> {
    let rows = newest_first().limit(MAX_HELD).all(db).await?;
    whole(db, rows).await
}

/// An incident.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Forbidden`] for whoever is no administrator.
pub async fn by_id(scope: &Scope, id: IncidentId) -> Result<Incident, Error> {
    scope.require(Role::Administrator)?;
    stored(scope.portal.db.reader(), id).await
}

/// An incident, for mails.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(db: &impl ConnectionTrait, id: IncidentId) -> Result<Option<Incident>, DbErr> {
    let rows = Entity::find_by_id(id).all(db).await?;
    Ok(whole(db, rows).await?.pop())
}

/// An incident, whoever asks.
pub(super) async fn stored(db: &impl ConnectionTrait, id: IncidentId) -> Result<Incident, Error> {
    let found = find(db, id).await?;
    found.ok_or(Error::NotFound("no such incident"))
}

/// A page of the incidents that are over, from the latest.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn past(scope: &Scope, after: Option<Cursor>) -> Result<Page<Incident>, Error> {
    scope.require(Role::Administrator)?;
    let (db, now) = (scope.portal.db.reader(), scope.now());
    let by_itself = Condition::all()
        .add(Column::EndsAt.lte(now))
        .add(is_in_progress().not());
    let is_over = Condition::any()
        .add(Column::ClosedAt.is_not_null())
        .add(by_itself);
    let place = after.map(|cursor| cursor.below(Column::BeginsAt, Column::Id));
    let rows = newest_first()
        .filter(is_over)
        .filter(Condition::all().add_option(place))
        .limit(PAGE as u64 + 1)
        .all(db)
        .await?;
    let incidents = whole(db, rows).await?;
    Ok(Page::of(incidents, PAGE, |it| {
        Cursor::new(it.begins_at, it.id.0)
    }))
}

/// Whether the last note of an incident says that it is in progress.
fn is_in_progress() -> Expr {
    use incident_note::{Column as Note, Entity as Notes};
    let of_it = || Expr::col((Notes, Note::IncidentId)).equals((Entity, Column::Id));
    let mut stages = Query::select();
    stages
        .column((Notes, Note::Stage))
        .from(Notes)
        .and_where(of_it())
        .order_by((Notes, Note::Number), Order::Desc)
        .limit(1);
    let in_progress = Expr::val(IncidentStage::InProgress.as_str());
    in_progress.in_subquery(stages)
}

fn newest_first() -> Select<Entity> {
    Entity::find()
        .order_by_desc(Column::BeginsAt)
        .order_by_desc(Column::Id)
}

/// Rows with the APIs and the notes that belong to them.
async fn whole(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<Vec<Incident>, DbErr> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let mut notes = notes(db, &ids).await?;
    let mut apis = apis(db, &ids).await?;
    let incidents = rows.into_iter().map(|row| Incident {
        affected: if row.whole_portal {
            Affected::WholePortal
        } else {
            Affected::Apis(apis.remove(&row.id).unwrap_or_default())
        },
        notes: notes.remove(&row.id).unwrap_or_default(),
        id: row.id,
        title: row.title,
        kind: row.kind,
        begins_at: row.begins_at,
        ends_at: row.ends_at,
        closed_at: row.closed_at,
        revision: row.revision,
    });
    Ok(incidents.collect())
}

async fn notes(
    db: &impl ConnectionTrait,
    ids: &[IncidentId],
) -> Result<HashMap<IncidentId, Vec<IncidentNote>>, DbErr> {
    let rows = incident_note::Entity::find()
        .filter(incident_note::Column::IncidentId.is_in(ids.iter().copied()))
        .order_by_asc(incident_note::Column::Number)
        .all(db)
        .await?;
    let mut notes: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        notes
            .entry(row.incident_id)
            .or_default()
            .push(IncidentNote {
                id: row.id,
                number: row.number,
                stage: row.stage,
                text: row.text,
                written_at: row.written_at,
                corrected_at: row.corrected_at,
            });
    }
    Ok(notes)
}

async fn apis(
    db: &impl ConnectionTrait,
    ids: &[IncidentId],
) -> Result<HashMap<IncidentId, BTreeSet<ApiId>>, DbErr> {
    let rows = incident_api::Entity::find()
        .filter(incident_api::Column::IncidentId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut apis: HashMap<_, BTreeSet<_>> = HashMap::new();
    for row in rows {
        apis.entry(row.incident_id).or_default().insert(row.api_id);
    }
    Ok(apis)
}
