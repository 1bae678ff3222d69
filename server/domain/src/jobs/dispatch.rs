//! What each kind of job means.

use std::sync::Arc;

use super::{
    Job, Mail,
    queue::{self, Claimed},
};
use crate::{
    DbErr, Portal, Scope,
    accounts::{registration, reset},
    db::Transaction,
    mail::{self, Mailer, RenderError, SendError},
};

/// Why a job is not done. Its text is kept with the job and logged: no personal data, no secrets.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error("the database did not do its part")]
    Database(#[from] DbErr),
    #[error("the mail cannot be rendered")]
    Render(#[from] RenderError),
    #[error(transparent)]
    Send(#[from] SendError),
    #[error("this version of the portal does not know the job")]
    Unknown,
    #[error("the job took too long")]
    TooLong,
}

/// Does a job and deletes it. A mail may leave twice when its worker dies in between; all else
/// happens once, for its job is deleted in the transaction of what it did.
pub async fn carry_out(
    portal: &Arc<Portal>,
    mailer: &Mailer,
    claimed: &Claimed,
) -> Result<(), JobError> {
    match claimed.job().ok_or(JobError::Unknown)? {
        Job::Mail(mail) => send(portal, mailer, claimed, &mail).await,
        Job::Register {
            registration,
            consent,
            origin,
            onward,
        } => {
            let scope = Scope::visitor(portal.clone(), origin);
            once(portal, claimed, async |transaction| {
                let onward = onward.as_ref();
                registration::carry_out(&scope, transaction, &registration, &consent, onward).await
            })
            .await
        }
        Job::RequestReset {
            email,
            origin,
            onward,
        } => {
            let scope = Scope::visitor(portal.clone(), origin);
            once(portal, claimed, async |transaction| {
                reset::carry_out(&scope, transaction, &email, onward.as_ref()).await
            })
            .await
        }
    }
}

async fn send(
    portal: &Arc<Portal>,
    mailer: &Mailer,
    claimed: &Claimed,
    mail: &Mail,
) -> Result<(), JobError> {
    let scope = Scope::system(portal.clone());
    if let Some(message) = mail::render(&scope, mail).await? {
        mailer.send(portal, &message).await?;
    }
    queue::finish(portal.db.writer(), claimed).await?;
    Ok(())
}

/// Does `work` in the transaction that deletes its job; not at all when the lease was lost.
async fn once(
    portal: &Portal,
    claimed: &Claimed,
    work: impl AsyncFnOnce(&Transaction) -> Result<(), DbErr>,
) -> Result<(), JobError> {
    let transaction = portal.db.begin().await?;
    if queue::finish(&transaction, claimed).await? {
        work(&transaction).await?;
        transaction.commit().await?;
    }
    Ok(())
}
