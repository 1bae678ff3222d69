//! The handlers of jobs, which the program passes to its worker.

use std::{error::Error, sync::Arc};

use async_trait::async_trait;

use super::{Announcement, DeliveryAttempt, Event, Mail, RegistrationRequest, ResetRequest};
use crate::{
    DbErr,
    clock::Timestamp,
    db::Transaction,
    ids::{AccountId, MailId},
    vocabulary::Exchange,
};

/// The handlers of all kinds of jobs.
#[derive(Clone)]
pub struct Handlers {
    pub work: Arc<dyn WorkHandler>,
    pub mail: Arc<dyn MailHandler>,
    pub announcements: Arc<dyn AnnouncementHandler>,
    pub webhooks: Arc<dyn WebhookHandler>,
}

/// Does the jobs that are no mails, each in the transaction that deletes it. An error rolls the
/// transaction back, and the job is attempted again.
#[async_trait]
pub trait WorkHandler: Send + Sync {
    async fn register(
        &self,
        transaction: &Transaction,
        asked: RegistrationRequest,
    ) -> Result<(), DbErr>;

    async fn reset(&self, transaction: &Transaction, asked: ResetRequest) -> Result<(), DbErr>;
}

/// Queues the mails that tell of something, in the transaction that deletes the job.
#[async_trait]
pub trait AnnouncementHandler: Send + Sync {
    async fn announce(
        &self,
        transaction: &Transaction,
        announcement: Announcement,
    ) -> Result<(), DbErr>;
}

/// Tells webhooks of events.
#[async_trait]
pub trait WebhookHandler: Send + Sync {
    /// Queues a delivery to each webhook that listens, in the transaction that deletes the job.
    async fn publish(&self, transaction: &Transaction, event: Event) -> Result<(), DbErr>;

    /// Makes an attempt, outside of any transaction.
    async fn send(&self, attempt: DeliveryAttempt) -> Result<Sending, DbErr>;

    /// Records how an attempt went, and queues the next one if there is to be one. Called in the
    /// transaction that deletes the job.
    async fn record(
        &self,
        transaction: &Transaction,
        attempt: DeliveryAttempt,
        sending: Sending,
    ) -> Result<(), DbErr>;
}

/// How an attempt to send an event went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// There is nothing to send any more.
    Nothing,
    /// The webhook is paused.
    Paused,
    /// The receiver rests, and the attempt waits until then.
    PutOff(Timestamp),
    Tried(Exchange),
}

/// Renders and sends mails.
#[async_trait]
pub trait MailHandler: Send + Sync {
    /// Sends a mail under an identifier of its own. The program of its reader recognises a second
    /// copy by the same identifier.
    async fn send(&self, id: MailId, mail: &Mail) -> Result<Delivery, DeliveryError>;

    /// The server accepted a mail to the account. Called in the transaction that deletes its job.
    async fn taken(&self, transaction: &Transaction, to: AccountId) -> Result<(), DbErr>;

    /// A mail to the account was given up. Called in the transaction that marks its job as dead.
    async fn given_up(
        &self,
        transaction: &Transaction,
        to: AccountId,
        why: &str,
    ) -> Result<(), DbErr>;
}

/// The outcome of sending a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server accepted it. A mail to a group belongs to no account.
    Sent { to: Option<AccountId> },
    /// There was no mail to send, since what it would tell is not true any more.
    Nothing,
}

/// Why a mail was not sent. The text is stored with the job and logged, so it holds no personal
/// data and no secrets.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// The mail could not be rendered; the server was not asked.
    #[error(transparent)]
    Unwritten(Box<dyn Error + Send + Sync>),
    #[error("{error}")]
    Unsent {
        #[source]
        error: Box<dyn Error + Send + Sync>,
        fault: Fault,
        to: Option<AccountId>,
    },
}

/// What caused a failure, which decides when the mail is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This mail will never be accepted.
    Letter,
    /// No mail would have been accepted.
    Server,
    /// This mail was not accepted for now.
    Passing,
}
