//! The outbox: work that is queued with the change it belongs to, in one transaction, and done by a
//! worker afterwards. What it takes to do it is not known here: that is the handlers' affair.

mod administration;
mod attempt;
mod backoff;
mod breaker;
mod claim;
mod handler;
mod lane;
mod settle;
#[cfg(test)]
mod tests;
mod topic;
mod worker;

use std::time::Duration;

use chrono::SubsecRound;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, Set};
use serde::{Deserialize, Serialize};

use crate::{
    Origin, Role, Scope,
    clock::Timestamp,
    db::Transaction,
    entities::job,
    ids::{AccountId, ApplicationId, GroupId, JobId, LinkId, RequestId, SecretId},
    vocabulary::{Consent, Email, Registration, ReturnTo},
};

pub use crate::vocabulary::JobState;
pub(crate) use crate::vocabulary::{Lane, TRIED_FOR};
pub use administration::{Backlog, QueuedJob, backlog, drop_job, find, list, retry, retry_dead};
pub use handler::{Delivery, DeliveryError, Fault, Handlers, MailHandler, WorkHandler};
pub(crate) use settle::{delete_dead, recall};
pub use topic::Topic;
pub use worker::Worker;

/// How long a job that begins at a random moment may wait for it.
pub const LATEST: Duration = Duration::from_secs(2);

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    Mail(Mail),
    /// Somebody asked for an account; who they are is looked up here, so that the page answers
    /// alike for everybody.
    Register(RegistrationRequest),
    /// Somebody forgot the password of the account with this address, if there is one.
    RequestReset(ResetRequest),
}

/// What somebody typed who asks for an account; who has none cannot be named by an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRequest {
    pub registration: Registration,
    pub consent: Consent,
    pub origin: Origin,
    /// Where they were going; under the name that it has in the queue.
    #[serde(default, rename = "onward")]
    pub return_to: Option<ReturnTo>,
}

/// What somebody typed who forgot a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetRequest {
    pub email: Email,
    pub origin: Origin,
    /// Where they were going; under the name that it has in the queue.
    #[serde(default, rename = "onward")]
    pub return_to: Option<ReturnTo>,
}

/// A mail to be sent. It names what it tells of; text and addresses are read when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mail", rename_all = "snake_case")]
pub enum Mail {
    /// The link's token is made when the mail is sent, so that it is never stored in plain.
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
    /// To whoever may do another thing than before.
    RolesChanged {
        account: AccountId,
        before: Vec<Role>,
        after: Vec<Role>,
    },
    /// To the applicant: the request is in.
    RequestReceived {
        request: RequestId,
    },
    /// To a contract manager: a request waits.
    DecisionAwaited {
        request: RequestId,
        manager: AccountId,
    },
    /// To a contract manager: more requests came since then.
    DecisionsAwaited {
        manager: AccountId,
        since: Timestamp,
    },
    /// To the applicant: approved or rejected.
    Decided {
        request: RequestId,
    },
    /// To the applicant: taken back, or over with the application that it was about.
    Cancelled {
        request: RequestId,
    },
    /// To an address that somebody gave for a group: whether it may get the group's mail.
    GroupAddress {
        group: GroupId,
        by: AccountId,
    },
    /// To the group: so much of the quota of its application is used.
    QuotaMark {
        application: ApplicationId,
        percent: u8,
    },
    /// The keys do not work for now.
    Suspended {
        application: ApplicationId,
        to: Addressee,
    },
    /// The keys work again.
    Resumed {
        application: ApplicationId,
        to: Addressee,
    },
    /// The keys will never work again.
    Revoked {
        application: ApplicationId,
        to: Addressee,
    },
    /// To the group: there is another secret key.
    SecretAdded {
        secret: SecretId,
        by: AccountId,
    },
    /// To the group: a secret key was revoked, or given an end.
    SecretRevoked {
        secret: SecretId,
        by: AccountId,
    },
    /// To the group: its secret keys changed more often since then.
    SecretsChanged {
        application: ApplicationId,
        since: Timestamp,
    },
    /// To the group: a secret key is about to expire.
    SecretExpires {
        secret: SecretId,
    },
}

/// Whose address a mail about an application goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    Applicant,
    /// The permission group, at its own address, in the applicant's language.
    Group,
}

/// Queues a job within the transaction of the change it belongs to, whose commit wakes the worker.
///
/// # Errors
/// When the database does not take it.
pub async fn enqueue(transaction: &Transaction, scope: &Scope, job: &Job) -> Result<(), DbErr> {
    enqueue_at(transaction, scope, job, scope.now()).await
}

/// Queues a job that begins at a random moment within [`LATEST`]. What it takes would otherwise be
/// felt by whoever asked for it and asks for something else at once, and would tell whether the
/// account that it is about exists.
///
/// # Errors
/// When the database does not take it.
pub async fn enqueue_soon(
    db: &impl ConnectionTrait,
    scope: &Scope,
    job: &Job,
) -> Result<(), DbErr> {
    let mut bytes = [0; 4];
    scope.portal.random.fill(&mut bytes);
    let part = f64::from(u32::from_le_bytes(bytes)) / f64::from(u32::MAX);
    insert(db, scope, job, scope.now() + LATEST.mul_f64(part)).await
}

/// Queues a job that is not due before a moment.
pub(crate) async fn enqueue_at(
    transaction: &Transaction,
    scope: &Scope,
    job: &Job,
    run_at: Timestamp,
) -> Result<(), DbErr> {
    insert(transaction, scope, job, run_at).await?;
    transaction.has_job();
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    scope: &Scope,
    job: &Job,
    run_at: Timestamp,
) -> Result<(), DbErr> {
    job::ActiveModel {
        id: Set(scope.portal.new_id::<JobId>()),
        payload: Set(serde_json::to_string(job).map_err(|error| DbErr::Json(error.to_string()))?),
        lane: Set(Lane::of(job)),
        state: Set(JobState::Queued),
        attempts: Set(0),
        run_at: Set(run_at.trunc_subsecs(6)),
        instance_id: Set(None),
        give_up_at: Set(Some(scope.now() + TRIED_FOR)),
        times_lost: Set(0),
        last_error: Set(None),
        created_at: Set(scope.now()),
    }
    .insert(db)
    .await?;
    Ok(())
}
