//! What is told of APIs to those who use or follow them.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, ApiId, ApiRevisionId, IncidentId};

/// Something that happened. It names its content by identifiers, which are read when it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum News {
    /// Readers see another version of an API from this revision on.
    VersionPublished {
        api: ApiId,
        revision: ApiRevisionId,
    },
    /// An API has a last day from now on.
    Deprecated {
        api: ApiId,
    },
    /// The last day of an API comes in this many days, or fewer.
    Ending {
        api: ApiId,
        days: i32,
    },
    IncidentOpened {
        incident: IncidentId,
    },
    IncidentClosed {
        incident: IncidentId,
    },
}

/// News on their way to everybody whom they concern: one job tells some, and queues the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    pub news: News,
    /// The last account that was told, in the order of identifiers.
    #[serde(default)]
    pub after: Option<AccountId>,
}

impl From<News> for Announcement {
    fn from(news: News) -> Self {
        Self { news, after: None }
    }
}

impl News {
    /// Whether it tells of the end of an API, which nobody who uses it can do without.
    #[must_use]
    pub const fn concerns_end(self) -> bool {
        matches!(self, Self::Deprecated { .. } | Self::Ending { .. })
    }
}
