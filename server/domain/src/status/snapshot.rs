//! The incidents as they were last read.

use super::{ComponentState, Incident, Phase};
use crate::{clock::Timestamp, ids::ApiId};

#[derive(Debug, Default)]
pub struct Snapshot {
    /// Those that began or will begin last come first.
    incidents: Vec<Incident>,
}

impl Snapshot {
    pub(super) const fn new(incidents: Vec<Incident>) -> Self {
        Self { incidents }
    }

    /// All of them, those that begin last first.
    pub fn all(&self) -> impl Iterator<Item = &Incident> {
        self.incidents.iter()
    }

    /// Those in a phase, in the same order.
    pub fn in_phase(&self, phase: Phase, now: Timestamp) -> impl Iterator<Item = &Incident> {
        let all = self.incidents.iter();
        all.filter(move |incident| incident.phase(now) == phase)
    }

    /// Those that are open and concern an API.
    pub fn open_for(&self, api: ApiId, now: Timestamp) -> impl Iterator<Item = &Incident> {
        let open = self.in_phase(Phase::Open, now);
        open.filter(move |incident| incident.concerns(api))
    }

    /// How an API works, by its open incidents.
    #[must_use]
    pub fn state_of(&self, api: ApiId, now: Timestamp) -> ComponentState {
        worst(self.open_for(api, now))
    }

    /// How the portal itself works, by its open incidents.
    #[must_use]
    pub fn state_of_portal(&self, now: Timestamp) -> ComponentState {
        let open = self.in_phase(Phase::Open, now);
        worst(open.filter(|incident| incident.concerns_portal()))
    }
}

fn worst<'a>(incidents: impl Iterator<Item = &'a Incident>) -> ComponentState {
    let states = incidents.map(|incident| incident.kind.state());
    states.max().unwrap_or_default()
}
