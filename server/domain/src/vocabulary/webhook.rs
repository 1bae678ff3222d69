//! Webhooks: what programs are told of, and how that went.

use std::time::Duration;

crate::text_enum! {
    /// What a program is told of. Names are stable: programs compare them.
    pub enum EventKind {
        RequestSubmitted = "request.submitted",
        RequestApproved = "request.approved",
        RequestRejected = "request.rejected",
        RequestCancelled = "request.cancelled",
        /// A contract manager asked the applicant something.
        InformationRequested = "request.information-requested",
        /// The applicant answered, or need not any more.
        InformationGiven = "request.information-given",
        ApplicationSuspended = "application.suspended",
        ApplicationResumed = "application.resumed",
        ApplicationRevoked = "application.revoked",
        KeyAdded = "key.added",
        KeyRevoked = "key.revoked",
        /// 30, 7 and 1 day before.
        KeyExpiring = "key.expiring",
        /// A part of the plan's calls that groups are told of is used.
        QuotaReached = "quota.reached",
        VersionPublished = "api.version-published",
        ApiDeprecated = "api.deprecated",
        /// 30 and 7 days before.
        ApiEnding = "api.ending",
        IncidentOpened = "incident.opened",
        IncidentClosed = "incident.closed",
        /// Somebody asked for it, to try a webhook.
        Test = "webhook.test",
    }
}

impl EventKind {
    /// The kinds that a webhook can listen to; a test comes to every one.
    pub fn selectable() -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|kind| *kind != Self::Test)
    }
}

crate::text_enum! {
    /// Why a webhook gets nothing.
    pub enum PauseCause {
        /// Somebody wanted that.
        Person = "person",
        /// Nothing arrived for three days.
        Failing = "failing",
        /// The receiver said that it is gone (410).
        Gone = "gone",
    }
}

crate::text_enum! {
    pub enum DeliveryState {
        /// It is tried, or will be.
        Pending = "pending",
        /// The receiver answered with 2xx.
        Delivered = "delivered",
        /// It is tried no more.
        GivenUp = "given-up",
    }
}

crate::text_enum! {
    /// Why there is no answer to an attempt.
    pub enum SendFailure {
        /// The host has no address that the portal may send to.
        Address = "address",
        /// No connection, or it broke off.
        Connection = "connection",
        /// No connection that both ends trust.
        Tls = "tls",
        /// No connection or no answer in time.
        Timeout = "timeout",
        /// The message could not be signed: the secret was sealed with another key.
        Internal = "internal",
    }
}

/// An attempt to send something, as it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    pub took: Duration,
    pub answer: Result<ReceiverAnswer, SendFailure>,
}

impl Exchange {
    /// One that did not take place.
    pub(crate) const fn failed(why: SendFailure) -> Self {
        Self {
            took: Duration::ZERO,
            answer: Err(why),
        }
    }

    /// Whether the receiver took it (2xx).
    #[must_use]
    pub fn is_success(&self) -> bool {
        let answer = self.answer.as_ref();
        answer.is_ok_and(|answer| matches!(answer.status, 200..=299))
    }
}

/// What a receiver answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiverAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The beginning of the body.
    pub body: String,
}
