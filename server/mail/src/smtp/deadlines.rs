//! How long each step of a conversation may take.

use std::time::Duration;

/// As RFC 5321 §4.5.3.2 wants them, for servers that take their time: whoever gives up too early
/// after the final dot sends the mail twice.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// Until the server's name has an address and it takes the connection; not in the RFC.
    pub connect: Duration,
    pub greeting: Duration,
    /// Every command but `DATA`.
    pub command: Duration,
    pub data: Duration,
    /// The mail itself: three minutes to take it, ten to answer to the final dot.
    pub content: Duration,
}

/// For the goodbye, which nobody waits for.
pub(super) const QUIT: Duration = Duration::from_secs(10);

impl Deadlines {
    pub const PATIENT: Self = Self {
        connect: Duration::from_secs(30),
        greeting: Duration::from_mins(5),
        command: Duration::from_mins(5),
        data: Duration::from_mins(2),
        content: Duration::from_mins(13),
    };

    /// For a person who waits; the mail itself takes the time it takes.
    pub const BRIEF: Self = Self {
        content: Self::PATIENT.content,
        ..Self::of(Duration::from_secs(15))
    };

    /// The same for every step.
    #[must_use]
    pub const fn of(each: Duration) -> Self {
        Self {
            connect: each,
            greeting: each,
            command: each,
            data: each,
            content: each,
        }
    }
}
