//! One attempt at a job, and what is written down of it.

use std::{error::Error, sync::Arc, time::Duration};

use metrics::counter;
use tokio::time::{sleep, timeout};

use super::{
    Job, JobState, Mail,
    claim::ClaimedJob,
    dispatch::{self, JobError},
    settle,
    worker::Worker,
};
use crate::{
    DbErr, Portal, Scope,
    accounts::refusals,
    ids::{AccountId, MailId},
    mail::{self, Fault, Mailer, Message},
};

/// What is no mail takes no longer; a mail has deadlines of its own.
const LONGEST_WORK: Duration = Duration::from_mins(2);
/// How often, and how long after each failure, a mail that was taken is written down.
const WRITES: u32 = 10;
const WRITE_AGAIN: Duration = Duration::from_secs(1);

/// What an attempt tells of the mail server.
#[derive(Debug)]
pub enum Outcome {
    /// It was no mail.
    Elsewhere,
    /// There was no mail to send, or it could not be written.
    NoMail,
    ServerAnswered,
    ServerFailed(String),
}

pub async fn attempt(worker: Worker, job: ClaimedJob) -> Outcome {
    let Worker { portal, mailer, .. } = worker;
    match job.job() {
        Some(Job::Mail(mail)) => send(&portal, &mailer, &job, &mail).await,
        Some(work) => {
            let done = timeout(LONGEST_WORK, dispatch::carry_out(&portal, &job, work)).await;
            if let Err(error) = done.unwrap_or(Err(JobError::TooLong)) {
                put_back(&portal, &job, &error, None).await;
            }
            Outcome::Elsewhere
        }
        None => {
            put_back(&portal, &job, &JobError::Unknown, None).await;
            Outcome::NoMail
        }
    }
}

/// Sends a mail and deletes its job. It leaves twice only when the worker dies, or the server is
/// silent, between the last of it and the answer; both then are the same to its reader, with the
/// same link.
async fn send(portal: &Arc<Portal>, mailer: &Mailer, job: &ClaimedJob, mail: &Mail) -> Outcome {
    let scope = Scope::system(portal.clone());
    let message = match mail::render(&scope, mail).await {
        Ok(Some(message)) => message,
        Ok(None) => {
            if let Err(error) = settle::finish(portal.db.writer(), job).await {
                put_back(portal, job, &error.into(), None).await;
            }
            return Outcome::NoMail;
        }
        Err(error) => {
            put_back(portal, job, &error.into(), None).await;
            return Outcome::NoMail;
        }
    };
    let sent = mailer.send(portal, MailId(job.id.0), &message).await;
    let outcome = match &sent {
        Ok(()) => "sent",
        Err(error) if error.fault() == Fault::Letter => "refused",
        Err(_) => "put_off",
    };
    counter!("balcao_mails_total", "outcome" => outcome).increment(1);
    match sent {
        Ok(()) => {
            write_down(portal, job, &message).await;
            Outcome::ServerAnswered
        }
        Err(error) => {
            let error = JobError::from(error);
            put_back(portal, job, &error, message.account).await;
            match error.fault() {
                Fault::Server => Outcome::ServerFailed(error.to_string()),
                Fault::Letter | Fault::Passing => Outcome::ServerAnswered,
            }
        }
    }
}

/// Written down for certain, if it can be: whoever does not know of it sends it again.
async fn write_down(portal: &Portal, job: &ClaimedJob, message: &Message) {
    for _ in 0..WRITES {
        match taken(portal, job, message).await {
            Ok(()) => return,
            Err(error) => tracing::error!(%error, "a mail was sent, and that is not written down"),
        }
        sleep(WRITE_AGAIN).await;
    }
}

/// The reader can be written to.
async fn taken(portal: &Portal, job: &ClaimedJob, message: &Message) -> Result<(), DbErr> {
    let transaction = portal.db.begin().await?;
    settle::finish(&transaction, job).await?;
    if let Some(account) = message.account {
        refusals::forget(&transaction, account).await?;
    }
    transaction.commit().await
}

async fn put_back(portal: &Portal, job: &ClaimedJob, error: &JobError, to: Option<AccountId>) {
    let settled = settled(portal, job, error, to).await;
    let cause: &dyn Error = error;
    match settled {
        Ok(None) => tracing::warn!(cause, "a job failed that another instance has taken over"),
        Ok(Some(JobState::Dead)) => tracing::error!(cause, job = %job.id, "a job is given up"),
        Ok(Some(_)) if error.fault() == Fault::Server => {}
        Ok(Some(_)) => tracing::warn!(cause, "a job failed and will be tried again"),
        Err(lost) => tracing::error!(cause, %lost, "a failed job could not be put back"),
    }
}

/// A mail that is given up is known to support, by the account that it was for.
async fn settled(
    portal: &Portal,
    job: &ClaimedJob,
    error: &JobError,
    to: Option<AccountId>,
) -> Result<Option<JobState>, DbErr> {
    let transaction = portal.db.begin().await?;
    let said = error.to_string();
    let state = settle::fail(&transaction, portal, job, error.fault(), &said).await?;
    if let (Some(JobState::Dead), Some(account)) = (state, to) {
        refusals::record(&transaction, account, portal.now(), &said).await?;
    }
    transaction.commit().await?;
    Ok(state)
}
