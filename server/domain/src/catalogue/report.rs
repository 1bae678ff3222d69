//! What an import tells.

use super::{ApiState, Part, Problem};

/// A mistake of an API.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{slug}: {problem}")]
pub struct ApiProblem {
    pub slug: String,
    pub problem: Problem,
}

/// What an import changed, or would.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    pub categories_changed: bool,
    /// Those that the files mention, by slug.
    pub apis: Vec<ApiReport>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiReport {
    pub slug: String,
    pub is_new: bool,
    /// The parts that changed; none of a new API, which has all of them.
    pub parts: Vec<Part>,
    /// The state before and now, where it changed.
    pub state: Option<(ApiState, ApiState)>,
}

impl ApiReport {
    #[must_use]
    pub const fn is_unchanged(&self) -> bool {
        !self.is_new && self.parts.is_empty() && self.state.is_none()
    }
}
