//! Begins to tell of an incident.

use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, Set};

use super::{
    Affected, Board, IncidentKind, IncidentMistake, IncidentStage, act, board::advance, check,
};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{incident, incident_api},
    from_common,
    ids::IncidentId,
    jobs::{self, News},
    translated::Translated,
};

/// What is told of an incident beside its notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentFacts {
    pub title: Translated,
    pub kind: IncidentKind,
    pub affected: Affected,
    pub begins_at: Timestamp,
    /// That of a maintenance, as it is planned; of anything else, when it was over.
    pub ends_at: Option<Timestamp>,
}

impl IncidentFacts {
    pub(super) fn planned_end(&self) -> Option<Timestamp> {
        let is_planned = self.kind == IncidentKind::Maintenance;
        self.ends_at.filter(|_| is_planned)
    }

    /// The end of what was over before anybody said so.
    pub(super) fn known_end(&self) -> Option<Timestamp> {
        let is_planned = self.kind == IncidentKind::Maintenance;
        self.ends_at.filter(|_| !is_planned)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNote {
    pub stage: IncidentStage,
    /// Paragraphs, in plain text.
    pub text: Translated,
}

#[derive(Debug, thiserror::Error)]
pub enum IncidentError {
    /// Somebody changed the incident after the asker saw it.
    #[error("the incident was changed meanwhile")]
    Changed,
    /// All that is wrong; at least one thing.
    #[error("the incident cannot be told so: {0:?}")]
    Mistakes(Vec<IncidentMistake>),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(IncidentError);

impl IncidentError {
    /// # Errors
    /// [`Self::Mistakes`] when there are any.
    pub(super) fn unless_none(mistakes: Vec<IncidentMistake>) -> Result<(), Self> {
        if mistakes.is_empty() {
            return Ok(());
        }
        Err(Self::Mistakes(mistakes))
    }
}

/// All that is wrong with what is to be told of an incident, and with its first note.
#[must_use]
pub fn mistakes(
    scope: &Scope,
    facts: &IncidentFacts,
    first: Option<&NewNote>,
) -> Vec<IncidentMistake> {
    let mut mistakes = check::facts(facts, scope.now());
    if let Some(note) = first {
        mistakes.extend(check::note(note, facts.kind, facts.begins_at, scope.now()));
        mistakes.extend(check::end_of_open(facts, note.stage.closes()));
    }
    mistakes
}

/// Tells readers of an incident from now on.
///
/// # Errors
/// [`IncidentError::Mistakes`] when something is missing or wrong, [`Error::Forbidden`] for whoever
/// is no administrator.
pub async fn open(
    scope: &Scope,
    board: &Board,
    facts: &IncidentFacts,
    first: &NewNote,
) -> Result<IncidentId, IncidentError> {
    scope.require(Role::Administrator)?;
    IncidentError::unless_none(mistakes(scope, facts, Some(first)))?;
    let transaction = scope.portal.db.begin().await?;
    advance(&transaction).await?;
    let id = insert(&transaction, scope, facts, first.stage).await?;
    act::write_note(&transaction, scope, id, 1, first).await?;
    audit::record(
        &transaction,
        scope,
        Action::IncidentOpened,
        Subject::Incident(id),
    )
    .await?;
    // What is over already is no news.
    if !first.stage.closes() {
        let news = News::IncidentOpened { incident: id };
        jobs::announce(&transaction, scope, news).await?;
    }
    transaction.commit().await?;
    board.refresh_soon(&scope.portal.db).await;
    Ok(id)
}

async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    facts: &IncidentFacts,
    stage: IncidentStage,
) -> Result<IncidentId, DbErr> {
    let row = incident::ActiveModel {
        id: Set(scope.portal.new_id()),
        title: Set(facts.title.clone()),
        kind: Set(facts.kind),
        whole_portal: Set(facts.affected == Affected::WholePortal),
        begins_at: Set(facts.begins_at),
        ends_at: Set(facts.planned_end()),
        closed_at: Set(stage
            .closes()
            .then(|| facts.known_end().unwrap_or(scope.now()))),
        revision: Set(1),
    };
    let id = row.insert(transaction).await?.id;
    write_apis(transaction, id, &facts.affected).await?;
    Ok(id)
}

pub(super) async fn write_apis(
    transaction: &Transaction,
    id: IncidentId,
    affected: &Affected,
) -> Result<(), DbErr> {
    let Affected::Apis(apis) = affected else {
        return Ok(());
    };
    let rows = apis.iter().map(|api| incident_api::ActiveModel {
        incident_id: Set(id),
        api_id: Set(*api),
    });
    incident_api::Entity::insert_many(rows)
        .exec(transaction)
        .await?;
    Ok(())
}
