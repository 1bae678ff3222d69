//! What the status page tells.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, PaginatorTrait, Set};

use super::content::{DemoIncident, DemoNote, Story};
use crate::{
    Scope, Services,
    clock::Timestamp,
    db::Transaction,
    entities::{incident, incident_api, incident_note},
    ids::IncidentId,
    status,
};

/// Adds the incidents to a portal that has none.
pub(super) async fn fill(scope: &Scope, services: &Services, story: &Story) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    status::advance(&transaction).await?;
    if incident::Entity::find().count(&transaction).await? > 0 {
        return Ok(());
    }
    for demo in &story.incidents {
        add(&transaction, scope, services, demo).await?;
    }
    transaction.commit().await?;
    services.status.refresh(&scope.portal.db).await
}

async fn add(
    transaction: &Transaction,
    scope: &Scope,
    services: &Services,
    demo: &DemoIncident,
) -> Result<(), DbErr> {
    let at = |hours_ago| ago(scope, hours_ago);
    let id: IncidentId = scope.portal.new_id();
    incident::ActiveModel {
        id: Set(id),
        title: Set(demo.title.clone()),
        kind: Set(demo.kind),
        whole_portal: Set(false),
        begins_at: Set(at(demo.began_hours_ago)),
        ends_at: Set(demo.ends_hours_ago.map(at)),
        closed_at: Set(demo.closed_hours_ago.map(at)),
        revision: Set(1),
    }
    .insert(transaction)
    .await?;
    let catalogue = services.catalogue.current();
    for api in demo.apis.iter().filter_map(|slug| catalogue.by_slug(slug)) {
        incident_api::ActiveModel {
            incident_id: Set(id),
            api_id: Set(api.id),
        }
        .insert(transaction)
        .await?;
    }
    for (number, note) in (1..).zip(&demo.notes) {
        let note = row(id, number, note, scope);
        note.insert(transaction).await?;
    }
    Ok(())
}

fn row(
    incident: IncidentId,
    number: i32,
    note: &DemoNote,
    scope: &Scope,
) -> incident_note::ActiveModel {
    incident_note::ActiveModel {
        id: Set(scope.portal.new_id()),
        incident_id: Set(incident),
        number: Set(number),
        stage: Set(note.stage),
        text: Set(note.text.clone()),
        written_at: Set(ago(scope, note.hours_ago)),
        written_by: Set(None),
        corrected_at: Set(None),
    }
}

fn ago(scope: &Scope, hours: i64) -> Timestamp {
    scope.now() - TimeDelta::hours(hours)
}
