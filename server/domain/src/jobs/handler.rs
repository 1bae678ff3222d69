//! Who does what is queued: handlers, which the program hands to its worker.

use std::{error::Error, sync::Arc};

use async_trait::async_trait;

use super::{Mail, RegistrationRequest, ResetRequest};
use crate::{
    DbErr,
    db::Transaction,
    ids::{AccountId, MailId},
};

/// All that a worker needs to do every kind of job.
#[derive(Clone)]
pub struct Handlers {
    pub work: Arc<dyn WorkHandler>,
    pub mail: Arc<dyn MailHandler>,
}

/// Does the jobs that are no mails, each within the transaction that deletes it. After an error
/// nothing of it is kept, and it is tried again.
#[async_trait]
pub trait WorkHandler: Send + Sync {
    async fn register(
        &self,
        transaction: &Transaction,
        asked: RegistrationRequest,
    ) -> Result<(), DbErr>;

    async fn reset(&self, transaction: &Transaction, asked: ResetRequest) -> Result<(), DbErr>;
}

/// Writes the mails and sends them.
#[async_trait]
pub trait MailHandler: Send + Sync {
    /// Sends a mail under an id of its own: one that is sent again under the same id is known by its
    /// reader's program as the same.
    async fn send(&self, id: MailId, mail: &Mail) -> Result<Delivery, DeliveryError>;

    /// A mail to the account was taken; in the transaction that deletes its job.
    async fn taken(&self, transaction: &Transaction, to: AccountId) -> Result<(), DbErr>;

    /// A mail to the account was given up; in the transaction that lays its job aside.
    async fn given_up(
        &self,
        transaction: &Transaction,
        to: AccountId,
        why: &str,
    ) -> Result<(), DbErr>;
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server took it. Whose address it is; nobody's for a group's.
    Sent { to: Option<AccountId> },
    /// What it would tell is no longer so.
    Nothing,
}

/// Why a mail did not leave. Its text is kept with the job and logged: no personal data, no
/// secrets.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// The server was not asked.
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

/// Whom a failure tells of, which decides when the mail is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The mail itself will never be taken.
    Letter,
    /// No mail would have been taken.
    Server,
    /// This mail, for now.
    Passing,
}
