//! The outbox: jobs that are queued in the transaction of their change, and done by a worker
//! afterwards. Handlers, which this module does not know, do the work.

mod administration;
mod attempt;
mod backoff;
mod breaker;
mod claim;
mod enqueue;
mod event;
mod handler;
mod lane;
mod news;
mod settle;
#[cfg(test)]
mod tests;
mod topic;
mod worker;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Origin, Role,
    clock::Timestamp,
    ids::{
        AccountId, ApplicationId, ClientId, GroupId, HandoverId, InquiryId, InvitationId, LinkId,
        MessageEventId, MessageId, RequestId, SecretId, SessionId, TokenFamilyId, WebhookId,
    },
    vocabulary::{
        ClientAct, Consent, Email, FactorChange, MemberRole, PauseCause, Registration, ReturnTo,
    },
};

pub use crate::vocabulary::JobState;
pub(crate) use crate::vocabulary::{Lane, TRIED_FOR};
pub use administration::{Backlog, QueuedJob, backlog, drop_job, find, list, retry, retry_dead};
pub use breaker::Breaker;
pub use enqueue::{LATEST, enqueue, enqueue_soon};
pub(crate) use enqueue::{enqueue_all, enqueue_at};
pub use event::{DeliveryAttempt, Event, EventSubject};
pub(crate) use event::{announce, notify};
pub use handler::{
    AnnouncementHandler, Delivery, DeliveryError, Fault, Handlers, MailHandler, Sending,
    WebhookHandler, WorkHandler,
};
pub use news::{Announcement, News};
pub(crate) use settle::{correct_future_times, delete_dead};
pub use topic::Topic;
pub use worker::Worker;

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    Mail(Mail),
    /// Somebody asked for an account. The worker checks whether they have one, so that the page
    /// answers everybody alike.
    Register(RegistrationRequest),
    /// Somebody forgot the password of the account with this address, if there is one.
    RequestReset(ResetRequest),
    /// Something happened of which people are to be told, one mail for each.
    Announce(Announcement),
    /// Something happened that webhooks are to be told of.
    Publish(Event),
    /// An event is on its way to a webhook.
    Deliver(DeliveryAttempt),
}

/// The data of a registration; a person without an account has no identifier yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRequest {
    pub registration: Registration,
    pub consent: Consent,
    pub origin: Origin,
    /// The page that the person was on the way to.
    #[serde(default)]
    pub return_to: Option<ReturnTo>,
}

/// The data of a reset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetRequest {
    pub email: Email,
    pub origin: Origin,
    /// The page that the person was on the way to.
    #[serde(default)]
    pub return_to: Option<ReturnTo>,
}

/// A mail. It names its content by identifiers; text and addresses are read when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mail", rename_all = "snake_case")]
pub enum Mail {
    /// The link's token is made when the mail is sent, so that it is never stored in plain form.
    RegistrationLink {
        account: AccountId,
        link: LinkId,
    },
    ResetLink {
        account: AccountId,
        link: LinkId,
    },
    AlreadyRegistered {
        account: AccountId,
    },
    PasswordChanged {
        account: AccountId,
    },
    /// To the owner of an account: somebody signed in to it with a browser that was not known.
    NewSignIn {
        account: AccountId,
        session: SessionId,
        at: Timestamp,
    },
    /// To the owner of an account: its second factors changed, or are to.
    SecondFactorChanged {
        account: AccountId,
        change: FactorChange,
    },
    /// To a person whose roles changed.
    RolesChanged {
        account: AccountId,
        before: Vec<Role>,
        after: Vec<Role>,
    },
    /// To the applicant: the request was received.
    RequestReceived {
        request: RequestId,
    },
    /// To a contract manager: a request is pending.
    DecisionAwaited {
        request: RequestId,
        manager: AccountId,
    },
    /// To a contract manager: more requests were received since this time.
    DecisionsAwaited {
        manager: AccountId,
        since: Timestamp,
    },
    /// To a contract manager: a request was assigned to them by somebody else.
    RequestAssigned {
        request: RequestId,
        manager: AccountId,
        by: Option<AccountId>,
    },
    /// To a contract manager who wants one mail a day: what came since this time.
    RequestDigest {
        manager: AccountId,
        since: Timestamp,
    },
    /// To a contract manager: what they decide on now.
    ManagerCoverage {
        manager: AccountId,
    },
    /// To the applicant: the request was approved or rejected.
    Decided {
        request: RequestId,
    },
    /// To the applicant: the request was cancelled, by the applicant or with its application.
    Cancelled {
        request: RequestId,
    },
    /// To the applicant: a contract manager asks something before deciding.
    InquiryAsked {
        inquiry: InquiryId,
    },
    /// To the applicant: what was asked need not be answered any more.
    InquiryWithdrawn {
        inquiry: InquiryId,
    },
    /// To the contract manager who asked: there is an answer.
    InquiryAnswered {
        inquiry: InquiryId,
    },
    /// The conditions of the application were changed.
    ConditionsChanged {
        application: ApplicationId,
        to: Addressee,
    },
    /// To an owner of the group or a contract manager: the contract of the application ends soon.
    ContractEnds {
        application: ApplicationId,
        ends_on: NaiveDate,
        to: AccountId,
    },
    /// To one of these: it has ended, and the application is suspended.
    ContractEnded {
        application: ApplicationId,
        to: AccountId,
    },
    /// To the address of a group, asking for its confirmation.
    GroupAddress {
        group: GroupId,
        by: AccountId,
    },
    /// To the group: this share of the quota of its application is used.
    QuotaMark {
        application: ApplicationId,
        percent: u8,
    },
    /// The application was suspended.
    Suspended {
        application: ApplicationId,
        to: Addressee,
    },
    /// The application was resumed.
    Resumed {
        application: ApplicationId,
        to: Addressee,
    },
    /// The application was revoked.
    Revoked {
        application: ApplicationId,
        to: Addressee,
    },
    /// To the group: a secret key was added.
    SecretAdded {
        secret: SecretId,
        by: AccountId,
    },
    /// To the group: a secret key was revoked, now or at a later time.
    SecretRevoked {
        secret: SecretId,
        by: AccountId,
    },
    /// To the group: its secret keys changed several times since this time.
    SecretsChanged {
        application: ApplicationId,
        since: Timestamp,
    },
    /// To the group: a secret key will expire soon.
    SecretExpires {
        secret: SecretId,
    },
    /// To somebody in support: a message came.
    MessageArrived {
        message: MessageId,
        to: AccountId,
    },
    /// To somebody in support: more messages came since this time.
    MessagesArrived {
        to: AccountId,
        since: Timestamp,
    },
    /// To the sender of a message: it was received.
    MessageReceived {
        message: MessageId,
    },
    /// To the sender of a message: its answer.
    MessageAnswered {
        answer: MessageEventId,
    },
    /// To the person whom a client acts for, or is bound to: what was done to it.
    ClientChanged {
        client: ClientId,
        act: ClientAct,
    },
    /// To whoever let a program act for them: that it does now.
    ProgramAllowed {
        family: TokenFamilyId,
    },
    /// To the group whose webhook it is, or an administrator where it is the portal's: the portal
    /// has paused it.
    WebhookPaused {
        webhook: WebhookId,
        cause: PauseCause,
        to: Option<AccountId>,
    },
    /// To whoever uses or follows an API: what happened to it.
    ApiNews {
        to: AccountId,
        news: News,
    },
    /// To an address that was invited to a group. The link's token is made when the mail is sent.
    GroupInvitation {
        invitation: InvitationId,
    },
    /// To whoever invited somebody: they belong to the group now.
    InvitationAccepted {
        invitation: InvitationId,
        account: AccountId,
    },
    /// To an owner of a group: staff propose another owner, or have made them one.
    GroupHandover {
        handover: HandoverId,
        to: AccountId,
    },
    /// To a person: their role in a group now; none once they were removed.
    MembershipChanged {
        group: GroupId,
        account: AccountId,
        role: Option<MemberRole>,
    },
}

/// The recipient of a mail about an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    Applicant,
    /// The permission group, at its own address, in the applicant's language.
    Group,
}
