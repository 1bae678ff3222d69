//! The states of an API in the catalogue.

crate::text_enum! {
    /// How far an API is open to its readers.
    pub enum ApiState {
        /// Administrators alone know of it: it was never published.
        Draft = "draft",
        Published = "published",
        /// Still there and still answered, with a day on which it ends.
        Deprecated = "deprecated",
        /// Its page says that it has ended; its calls are answered no more.
        Retired = "retired",
        /// Nobody sees it any more, and its calls are answered no more.
        Withdrawn = "withdrawn",
    }
}

impl ApiState {
    /// Whether its calls are answered, and the catalogue lists it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Published | Self::Deprecated)
    }

    /// Whether its page is there to be read.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Published | Self::Deprecated | Self::Retired)
    }

    /// Whether it is over: its calls are answered no more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Retired | Self::Withdrawn)
    }

    /// Whether an API may go from this state to another. What was published is never a draft again.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Draft, Self::Draft | Self::Published) => true,
            (Self::Draft, _) | (_, Self::Draft) => false,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ApiState::{self, Draft, Published, Retired, Withdrawn};

    #[test]
    fn what_was_published_is_never_a_draft_again() {
        for state in ApiState::ALL {
            assert_eq!(state.may_become(Draft), *state == Draft, "{state}");
        }
    }

    #[test]
    fn a_draft_can_only_be_published() {
        assert!(Draft.may_become(Published));
        assert!(!Draft.may_become(Retired) && !Draft.may_become(Withdrawn));
        assert!(Withdrawn.may_become(Published));
    }
}
