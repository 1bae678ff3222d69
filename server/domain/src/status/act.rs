//! What becomes of an incident once readers know of it.

use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::{
    Affected, Board, Incident, IncidentError, IncidentFacts, IncidentKind, IncidentMistake,
    IncidentStage, NewNote, board::advance, check, load, open::write_apis,
};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{
        incident::{ActiveModel, Column, Entity},
        incident_api, incident_note,
    },
    ids::{IncidentId, IncidentNoteId},
    jobs::{self, News},
    translated::Translated,
};

/// Adds a note. One of the last stage closes the incident, any other opens it again.
///
/// # Errors
/// [`IncidentError::Changed`] when the incident is not as it was at the revision `seen`,
/// [`IncidentError::Mistakes`] when something is missing or wrong, [`Error::NotFound`] when there
/// is no such incident, [`Error::Forbidden`] for whoever is no administrator.
pub async fn add_note(
    scope: &Scope,
    board: &Board,
    id: IncidentId,
    seen: i32,
    note: &NewNote,
) -> Result<(), IncidentError> {
    let change = Change::begin(scope, id, seen).await?;
    let before = change.incident().await?;
    IncidentError::unless_none(check::note(
        note,
        before.kind,
        before.begins_at,
        scope.now(),
    ))?;
    let (was_closed, closes) = (before.closed_at.is_some(), note.stage.closes());
    let closed_at = closes.then(|| before.closed_at.unwrap_or_else(|| scope.now()));
    let row = ActiveModel {
        closed_at: Set(closed_at),
        ..Default::default()
    };
    change.apply(row).await?;
    let last = before.notes.last().map_or(0, |note| note.number);
    let number = last.saturating_add(1);
    write_note(&change.transaction, scope, id, number, note).await?;
    let details = Some(number.to_string());
    change.record(Action::IncidentNoted, details).await?;
    match (was_closed, closes) {
        (false, true) => {
            change.record(Action::IncidentClosed, None).await?;
            let news = News::IncidentClosed { incident: id };
            jobs::announce(&change.transaction, scope, news).await?;
        }
        (true, false) => change.record(Action::IncidentReopened, None).await?,
        _ => {}
    }
    change.commit(board).await
}

/// Corrects the text of a note, by its number.
///
/// # Errors
/// As [`add_note`]; [`Error::NotFound`] also when there is no such note.
pub async fn correct_note(
    scope: &Scope,
    board: &Board,
    id: IncidentId,
    seen: i32,
    number: i32,
    text: &Translated,
) -> Result<(), IncidentError> {
    let change = Change::begin(scope, id, seen).await?;
    let before = change.incident().await?;
    let mut notes = before.notes.into_iter();
    let note = notes.find(|note| note.number == number);
    let note = note.ok_or(Error::NotFound("no such note"))?;
    IncidentError::unless_none(check::note_text(text))?;
    if note.text == *text {
        return Ok(());
    }
    change.apply(<ActiveModel as Default>::default()).await?;
    let corrected = incident_note::ActiveModel {
        id: Set(note.id),
        text: Set(text.clone()),
        corrected_at: Set(Some(scope.now())),
        ..Default::default()
    };
    corrected.update(&change.transaction).await?;
    let details = Some(number.to_string());
    change
        .record(Action::IncidentNoteCorrected, details)
        .await?;
    change.commit(board).await
}

/// Corrects all that is told beside the notes.
///
/// # Errors
/// As [`add_note`].
pub async fn correct(
    scope: &Scope,
    board: &Board,
    id: IncidentId,
    seen: i32,
    facts: &IncidentFacts,
) -> Result<(), IncidentError> {
    let change = Change::begin(scope, id, seen).await?;
    let before = change.incident().await?;
    let mut mistakes = check::facts(facts, scope.now());
    // The stages of its notes would be of another kind.
    let is_maintenance = |kind| kind == IncidentKind::Maintenance;
    if is_maintenance(before.kind) != is_maintenance(facts.kind) {
        mistakes.push(IncidentMistake::Kind);
    }
    mistakes.extend(check::end_of_open(facts, before.closed_at.is_some()));
    let closed_at = before.closed_at.map(|at| facts.known_end().unwrap_or(at));
    // What was called off ended before it began.
    let took_place = before.stage() != IncidentStage::Cancelled;
    if took_place && closed_at.is_some_and(|end| end < facts.begins_at) {
        mistakes.push(IncidentMistake::EndsBeforeBegin);
    }
    IncidentError::unless_none(mistakes)?;
    let row = ActiveModel {
        title: Set(facts.title.clone()),
        kind: Set(facts.kind),
        whole_portal: Set(facts.affected == Affected::WholePortal),
        begins_at: Set(facts.begins_at),
        ends_at: Set(facts.planned_end()),
        closed_at: Set(closed_at),
        ..Default::default()
    };
    change.apply(row).await?;
    incident_api::Entity::delete_many()
        .filter(incident_api::Column::IncidentId.eq(id))
        .exec(&change.transaction)
        .await?;
    write_apis(&change.transaction, id, &facts.affected).await?;
    change.record(Action::IncidentCorrected, None).await?;
    change.commit(board).await
}

pub(super) async fn write_note(
    transaction: &Transaction,
    scope: &Scope,
    incident: IncidentId,
    number: i32,
    note: &NewNote,
) -> Result<IncidentNoteId, DbErr> {
    let id = scope.portal.new_id();
    incident_note::ActiveModel {
        id: Set(id),
        incident_id: Set(incident),
        number: Set(number),
        stage: Set(note.stage),
        text: Set(note.text.clone()),
        written_at: Set(scope.now()),
        written_by: Set(scope.account_id()),
        corrected_at: Set(None),
    }
    .insert(transaction)
    .await?;
    Ok(id)
}

/// A change of an incident that was seen at some revision.
struct Change<'a> {
    scope: &'a Scope,
    transaction: Transaction,
    id: IncidentId,
    seen: i32,
}

impl<'a> Change<'a> {
    async fn begin(scope: &'a Scope, id: IncidentId, seen: i32) -> Result<Self, IncidentError> {
        scope.require(Role::Administrator)?;
        let transaction = scope.portal.db.begin().await?;
        // The counter's row is locked from here on: changes come one after the other.
        advance(&transaction).await?;
        Ok(Self {
            scope,
            transaction,
            id,
            seen,
        })
    }

    async fn incident(&self) -> Result<Incident, IncidentError> {
        let found = load::stored(&self.transaction, self.id).await?;
        if found.revision == self.seen {
            Ok(found)
        } else {
            Err(IncidentError::Changed)
        }
    }

    /// The row count decides between concurrent changes.
    async fn apply(&self, row: ActiveModel) -> Result<(), IncidentError> {
        let changed = Entity::update_many()
            .set(ActiveModel {
                revision: Set(self.seen.saturating_add(1)),
                ..row
            })
            .filter(Column::Id.eq(self.id))
            .filter(Column::Revision.eq(self.seen))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 1 {
            return Ok(());
        }
        Err(IncidentError::Changed)
    }

    async fn record(&self, action: Action, details: Option<String>) -> Result<(), DbErr> {
        let subject = Subject::Incident(self.id);
        audit::record_with(&self.transaction, self.scope, action, subject, details).await
    }

    async fn commit(self, board: &Board) -> Result<(), IncidentError> {
        self.transaction.commit().await?;
        board.refresh_soon(&self.scope.portal.db).await;
        Ok(())
    }
}
