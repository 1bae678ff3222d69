//! The states of an application and what leads from one to the next.

crate::text_enum! {
    pub enum State {
        Draft = "draft",
        Pending = "pending",
        Approved = "approved",
        Rejected = "rejected",
        Cancelled = "cancelled",
        Suspended = "suspended",
        Revoked = "revoked",
    }
}

/// What can happen to an application. A rejected one is corrected in a draft of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Submit,
    Approve,
    Reject,
    Cancel,
    Suspend,
    Resume,
    Revoke,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} does not happen to an application that is {from}")]
pub struct InvalidTransition {
    pub from: State,
    pub event: Event,
}

impl State {
    /// The state that `event` leads to.
    ///
    /// # Errors
    /// [`InvalidTransition`] when it cannot happen in this state.
    pub const fn after(self, event: Event) -> Result<Self, InvalidTransition> {
        match (self, event) {
            (Self::Draft, Event::Submit) => Ok(Self::Pending),
            (Self::Draft | Self::Pending, Event::Cancel) => Ok(Self::Cancelled),
            (Self::Pending, Event::Approve) | (Self::Suspended, Event::Resume) => {
                Ok(Self::Approved)
            }
            (Self::Pending, Event::Reject) => Ok(Self::Rejected),
            (Self::Approved, Event::Suspend) => Ok(Self::Suspended),
            (Self::Approved | Self::Suspended, Event::Revoke) => Ok(Self::Revoked),
            (from, event) => Err(InvalidTransition { from, event }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event::*, InvalidTransition, State, State::*};

    const EVENTS: [super::Event; 7] = [Submit, Approve, Reject, Cancel, Suspend, Resume, Revoke];

    /// One row a state, one column an event, in the order of [`EVENTS`].
    #[rustfmt::skip]
    const TABLE: [(State, [Option<State>; 7]); 7] = [
        //          submit         approve         reject          cancel           suspend          resume          revoke
        (Draft,     [Some(Pending), None,           None,           Some(Cancelled), None,            None,           None]),
        (Pending,   [None,          Some(Approved), Some(Rejected), Some(Cancelled), None,            None,           None]),
        (Approved,  [None,          None,           None,           None,            Some(Suspended), None,           Some(Revoked)]),
        (Rejected,  [None,          None,           None,           None,            None,            None,           None]),
        (Cancelled, [None,          None,           None,           None,            None,            None,           None]),
        (Suspended, [None,          None,           None,           None,            None,            Some(Approved), Some(Revoked)]),
        (Revoked,   [None,          None,           None,           None,            None,            None,           None]),
    ];

    #[test]
    fn every_event_in_every_state_does_what_the_table_says() {
        for (from, row) in TABLE {
            for (event, to) in EVENTS.into_iter().zip(row) {
                let expected = to.ok_or(InvalidTransition { from, event });
                assert_eq!(from.after(event), expected, "{event:?} when {from}");
            }
        }
    }

    #[test]
    fn the_table_has_every_state() {
        assert_eq!(TABLE.map(|(state, _)| state).as_slice(), State::ALL);
    }
}
