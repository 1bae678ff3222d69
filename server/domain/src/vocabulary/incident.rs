//! Incidents: their kinds, and how far whoever looks after one has come.

crate::text_enum! {
    /// What readers notice of an incident.
    pub enum IncidentKind {
        /// Nothing is answered.
        Interruption = "interruption",
        /// Some is answered late, or not at all.
        Degradation = "degradation",
        /// It was announced, with the time when it ends.
        Maintenance = "maintenance",
    }
}

crate::text_enum! {
    /// How far an incident has come when a note of it is written.
    pub enum IncidentStage {
        Investigating = "investigating",
        Identified = "identified",
        Monitoring = "monitoring",
        Resolved = "resolved",
        /// The stages of a maintenance.
        Scheduled = "scheduled",
        InProgress = "in-progress",
        Completed = "completed",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

impl IncidentKind {
    /// The stage that an incident of this kind begins with.
    #[must_use]
    pub const fn first_stage(self) -> IncidentStage {
        match self {
            Self::Interruption | Self::Degradation => IncidentStage::Investigating,
            Self::Maintenance => IncidentStage::Scheduled,
        }
    }

    /// The stages of an incident of this kind, in the order of time.
    #[must_use]
    pub const fn stages(self) -> &'static [IncidentStage] {
        use IncidentStage::{
            Cancelled, Completed, Identified, InProgress, Investigating, Monitoring, Resolved,
            Scheduled,
        };
        match self {
            Self::Interruption | Self::Degradation => {
                &[Investigating, Identified, Monitoring, Resolved]
            }
            Self::Maintenance => &[Scheduled, InProgress, Completed, Cancelled],
        }
    }
}

impl IncidentStage {
    /// Whether a note of this stage closes its incident.
    #[must_use]
    pub const fn closes(self) -> bool {
        matches!(self, Self::Resolved | Self::Completed | Self::Cancelled)
    }
}
