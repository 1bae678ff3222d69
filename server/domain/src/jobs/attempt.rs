//! One attempt at a job, and the record of it.

use std::{error::Error, time::Duration};

use metrics::counter;
use tokio::time::{sleep, timeout};

use super::{
    DeliveryAttempt, DeliveryError, Fault, Job, JobState, Mail, Sending,
    claim::ClaimedJob,
    handler::{Delivery, WorkHandler},
    settle,
    worker::Worker,
};
use crate::{
    DbErr,
    ids::{AccountId, MailId},
};

/// The limit for a job that is no mail; a mail has deadlines of its own.
const LONGEST_WORK: Duration = Duration::from_mins(2);
/// How many times, with a growing wait, a worker tries to record that a mail was accepted.
const WRITES: u32 = 10;
const WRITE_AGAIN: Duration = Duration::from_secs(1);

/// Why a job is not done. The text is stored with the job and logged, so it holds no personal data
/// and no secrets.
#[derive(Debug, thiserror::Error)]
enum JobError {
    #[error("the database did not do its part")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Mail(#[from] DeliveryError),
    #[error("this version of the portal does not know the job")]
    Unknown,
    #[error("the job took too long")]
    TooLong,
}

impl JobError {
    const fn fault(&self) -> Fault {
        match self {
            Self::Mail(DeliveryError::Unsent { fault, .. }) => *fault,
            _ => Fault::Passing,
        }
    }

    /// The account that the mail was for.
    const fn to(&self) -> Option<AccountId> {
        match self {
            Self::Mail(DeliveryError::Unsent { to, .. }) => *to,
            _ => None,
        }
    }
}

/// What an attempt tells about the mail server.
#[derive(Debug)]
pub enum Outcome {
    /// The job was no mail.
    Elsewhere,
    /// There was no mail to send, or it could not be rendered.
    NoMail,
    ServerAnswered,
    ServerFailed(String),
}

pub async fn attempt(worker: Worker, job: ClaimedJob) -> Outcome {
    match job.job() {
        Some(Job::Mail(mail)) => send(&worker, &job, &mail).await,
        Some(Job::Deliver(attempt)) => {
            if let Err(error) = deliver(&worker, &job, attempt).await {
                put_back(&worker, &job, &error.into()).await;
            }
            Outcome::Elsewhere
        }
        Some(work) => {
            let done = run(&worker, &job, work);
            let done = timeout(LONGEST_WORK, done).await;
            if let Err(error) = done.unwrap_or(Err(JobError::TooLong)) {
                put_back(&worker, &job, &error).await;
            }
            Outcome::Elsewhere
        }
        None => {
            put_back(&worker, &job, &JobError::Unknown).await;
            Outcome::NoMail
        }
    }
}

/// Does a job that is no mail, in the transaction that deletes it; does nothing when the lease was
/// lost.
async fn run(worker: &Worker, claimed: &ClaimedJob, job: Job) -> Result<(), JobError> {
    let transaction = worker.portal.db.begin().await?;
    if !settle::finish(&transaction, claimed).await? {
        return Ok(());
    }
    let handlers = &worker.handlers;
    let handler: &dyn WorkHandler = handlers.work.as_ref();
    match job {
        Job::Register(asked) => handler.register(&transaction, asked).await?,
        Job::RequestReset(asked) => handler.reset(&transaction, asked).await?,
        Job::Announce(news) => {
            let announcements = &handlers.announcements;
            announcements.announce(&transaction, news).await?;
        }
        Job::Publish(event) => handlers.webhooks.publish(&transaction, event).await?,
        Job::Mail(_) | Job::Deliver(_) => return Err(JobError::Unknown),
    }
    transaction.commit().await?;
    Ok(())
}

/// Sends an event to a webhook, and records in the transaction that deletes the job how that went. It
/// arrives twice only when the worker dies, or the database fails, after the receiver answered.
async fn deliver(
    worker: &Worker,
    claimed: &ClaimedJob,
    attempt: DeliveryAttempt,
) -> Result<(), DbErr> {
    let webhooks = &worker.handlers.webhooks;
    let sending = webhooks.send(attempt).await?;
    count_sending(&sending);
    let transaction = worker.portal.db.begin().await?;
    if settle::finish(&transaction, claimed).await? {
        webhooks.record(&transaction, attempt, sending).await?;
        transaction.commit().await?;
    }
    Ok(())
}

fn count_sending(sending: &Sending) {
    let Sending::Tried(exchange) = sending else {
        return;
    };
    let outcome = match &exchange.answer {
        _ if exchange.is_success() => "delivered",
        Ok(_) => "refused",
        Err(_) => "unanswered",
    };
    counter!("balcao_webhook_attempts_total", "outcome" => outcome).increment(1);
}

/// Sends a mail and deletes its job. The mail leaves twice only when the worker dies, or the server
/// does not answer, after it got the mail; both copies then look the same to the reader, with the
/// same link.
async fn send(worker: &Worker, job: &ClaimedJob, mail: &Mail) -> Outcome {
    let delivered = worker.handlers.mail.send(MailId(job.id.0), mail).await;
    count(&delivered);
    match delivered {
        Ok(Delivery::Sent { to }) => {
            record_sent(worker, job, to).await;
            Outcome::ServerAnswered
        }
        Ok(Delivery::Nothing) => {
            if let Err(error) = settle::finish(worker.portal.db.writer(), job).await {
                put_back(worker, job, &error.into()).await;
            }
            Outcome::NoMail
        }
        Err(error) => {
            let outcome = Outcome::of(&error);
            put_back(worker, job, &error.into()).await;
            outcome
        }
    }
}

fn count(delivered: &Result<Delivery, DeliveryError>) {
    let outcome = match delivered {
        Ok(Delivery::Sent { .. }) => "sent",
        Err(DeliveryError::Unsent {
            fault: Fault::Letter,
            ..
        }) => "refused",
        Err(DeliveryError::Unsent { .. }) => "put_off",
        Ok(Delivery::Nothing) | Err(DeliveryError::Unwritten(_)) => return,
    };
    counter!("balcao_mails_total", "outcome" => outcome).increment(1);
}

impl Outcome {
    fn of(error: &DeliveryError) -> Self {
        match error {
            DeliveryError::Unwritten(_) => Self::NoMail,
            DeliveryError::Unsent { fault, .. } => match fault {
                Fault::Server => Self::ServerFailed(error.to_string()),
                Fault::Letter | Fault::Passing => Self::ServerAnswered,
            },
        }
    }
}

/// Records that a mail was accepted, with several tries: an instance that does not know it sends
/// the mail again.
async fn record_sent(worker: &Worker, job: &ClaimedJob, to: Option<AccountId>) {
    for _ in 0..WRITES {
        match accept(worker, job, to).await {
            Ok(()) => return,
            Err(error) => tracing::error!(%error, "a mail was sent, and that is not written down"),
        }
        sleep(WRITE_AGAIN).await;
    }
}

/// Deletes the job and forgets an earlier refusal of the account.
async fn accept(worker: &Worker, job: &ClaimedJob, to: Option<AccountId>) -> Result<(), DbErr> {
    let transaction = worker.portal.db.begin().await?;
    settle::finish(&transaction, job).await?;
    if let Some(account) = to {
        worker.handlers.mail.taken(&transaction, account).await?;
    }
    transaction.commit().await
}

async fn put_back(worker: &Worker, job: &ClaimedJob, error: &JobError) {
    let settled = settled(worker, job, error).await;
    let cause: &dyn Error = error;
    match settled {
        Ok(None) => tracing::warn!(cause, "a job failed that another instance has taken over"),
        Ok(Some(JobState::Dead)) => tracing::error!(cause, job = %job.id, "a job is given up"),
        Ok(Some(_)) if error.fault() == Fault::Server => {}
        Ok(Some(_)) => tracing::warn!(cause, "a job failed and will be tried again"),
        Err(lost) => tracing::error!(cause, %lost, "a failed job could not be put back"),
    }
}

/// Settles a failed job, and shows support which account a mail that was given up was for.
async fn settled(
    worker: &Worker,
    job: &ClaimedJob,
    error: &JobError,
) -> Result<Option<JobState>, DbErr> {
    let portal = &worker.portal;
    let transaction = portal.db.begin().await?;
    let said = error.to_string();
    let state = settle::fail(&transaction, portal, job, error.fault(), &said).await?;
    if let (Some(JobState::Dead), Some(account)) = (state, error.to()) {
        let mail = &worker.handlers.mail;
        mail.given_up(&transaction, account, &said).await?;
    }
    transaction.commit().await?;
    Ok(state)
}
