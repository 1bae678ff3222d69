//! An incident as it is told.

use std::collections::BTreeSet;

use crate::{
    clock::Timestamp,
    ids::{ApiId, IncidentId, IncidentNoteId},
    translated::Translated,
    vocabulary::{IncidentKind, IncidentStage},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    pub id: IncidentId,
    pub title: Translated,
    pub kind: IncidentKind,
    pub affected: Affected,
    pub begins_at: Timestamp,
    /// The end of a maintenance, as it is planned.
    pub ends_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    /// By which a change names what its author saw.
    pub revision: i32,
    /// The oldest first.
    pub notes: Vec<IncidentNote>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentNote {
    pub id: IncidentNoteId,
    /// Its place among the notes, from 1.
    pub number: i32,
    pub stage: IncidentStage,
    pub text: Translated,
    pub written_at: Timestamp,
    pub corrected_at: Option<Timestamp>,
}

/// What an incident concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Affected {
    /// All that the portal does, with every API.
    WholePortal,
    Apis(BTreeSet<ApiId>),
}

/// Where an incident stands at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A maintenance that has not begun.
    Planned,
    Open,
    Over,
}

/// How a part of the portal works, the worst last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComponentState {
    #[default]
    Operating,
    Maintenance,
    Degraded,
    Interrupted,
}

impl Incident {
    /// A maintenance is over at the time that was planned, unless somebody closes it sooner, or said
    /// that it is in progress: then it is over when they say so.
    #[must_use]
    pub fn phase(&self, now: Timestamp) -> Phase {
        if self.ended_at(now).is_some() {
            Phase::Over
        } else if self.begins_at > now {
            Phase::Planned
        } else {
            Phase::Open
        }
    }

    /// Since when it is over.
    #[must_use]
    pub fn ended_at(&self, now: Timestamp) -> Option<Timestamp> {
        let is_in_progress = self.stage() == IncidentStage::InProgress;
        let planned = self.ends_at.filter(|end| !is_in_progress && *end <= now);
        self.closed_at.or(planned)
    }

    /// When it ended or is to end, as far as that is known. What was called off was to end then.
    #[must_use]
    pub fn end(&self) -> Option<Timestamp> {
        match self.stage() {
            IncidentStage::Cancelled => self.ends_at,
            _ => self.closed_at.or(self.ends_at),
        }
    }

    #[must_use]
    pub fn concerns(&self, api: ApiId) -> bool {
        match &self.affected {
            Affected::WholePortal => true,
            Affected::Apis(apis) => apis.contains(&api),
        }
    }

    #[must_use]
    pub const fn concerns_portal(&self) -> bool {
        matches!(self.affected, Affected::WholePortal)
    }

    /// How far it has come; an incident without a note has just begun.
    #[must_use]
    pub fn stage(&self) -> IncidentStage {
        let last = self.notes.last().map(|note| note.stage);
        last.unwrap_or_else(|| self.kind.first_stage())
    }

    /// When it was last told of.
    #[must_use]
    pub fn updated_at(&self) -> Timestamp {
        let times = self.notes.iter();
        let times = times.map(|note| note.corrected_at.unwrap_or(note.written_at));
        times.max().unwrap_or(self.begins_at)
    }
}

impl IncidentKind {
    /// What an incident of this kind makes of what it concerns.
    #[must_use]
    pub const fn state(self) -> ComponentState {
        match self {
            Self::Interruption => ComponentState::Interrupted,
            Self::Degradation => ComponentState::Degraded,
            Self::Maintenance => ComponentState::Maintenance,
        }
    }
}
