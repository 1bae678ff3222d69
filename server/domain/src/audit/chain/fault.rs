//! What `verify` says of the trail.

use crate::ids::AuditEventId;

/// What somebody other than the portal did to the trail. Numbers are those of seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The event says something else than when it was sealed.
    Edited { number: i64, event: AuditEventId },
    /// The event is not there.
    Deleted { number: i64, event: AuditEventId },
    /// The seal is not in its place, or was changed.
    Moved { number: i64 },
    /// The seals from one number to another are not there.
    Missing { first: i64, last: i64 },
    /// The event says that it is sealed, and is not.
    Inserted { event: AuditEventId },
    /// The portal did not write what says that it deleted or erased the event.
    ForgedRemoval { number: i64 },
    /// The portal did not write the checkpoint at which the chain begins.
    ForgedCheckpoint { number: i64 },
    /// The portal did not hash the chain up to here.
    ForgedSeal { number: i64 },
    /// The chain ends before the head that was kept.
    CutOff { last: i64, head: i64 },
    /// At the number of the head that was kept, the chain says something else.
    OtherHead { number: i64 },
    /// The portal did not write the head that was kept.
    ForgedHead,
}

/// What there is to say of the trail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The number of the first seal that is there; 0 when there is none.
    pub first: i64,
    pub last: i64,
    /// The number of events that are as they were sealed.
    pub whole: u64,
    /// Deleted by the portal after their retention, and still between others.
    pub deleted: u64,
    /// Of which the portal erased what told of a person.
    pub erased: u64,
    /// Those that are not sealed yet.
    pub waiting: u64,
    /// Whether the head that was kept is older than the beginning of the chain.
    pub head_is_gone: bool,
    pub faults: Vec<Fault>,
    /// Whether there are more faults than were told.
    pub has_more: bool,
}
