//! What each kind of work means.

use std::sync::Arc;

use super::{Job, claim::ClaimedJob, settle};
use crate::{
    DbErr, Portal, Scope,
    accounts::{registration, reset},
    db::Transaction,
    mail::{Fault, RenderError, SendError},
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

impl JobError {
    pub fn fault(&self) -> Fault {
        match self {
            Self::Send(error) => error.fault(),
            _ => Fault::Passing,
        }
    }
}

/// Does a job that is no mail, once: it is deleted in the transaction of what it did.
pub async fn carry_out(
    portal: &Arc<Portal>,
    claimed: &ClaimedJob,
    job: Job,
) -> Result<(), JobError> {
    match job {
        Job::Mail(_) => Err(JobError::Unknown),
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

/// Does `work` in the transaction that deletes its job; not at all when the lease was lost.
async fn once(
    portal: &Portal,
    claimed: &ClaimedJob,
    work: impl AsyncFnOnce(&Transaction) -> Result<(), DbErr>,
) -> Result<(), JobError> {
    let transaction = portal.db.begin().await?;
    if settle::finish(&transaction, claimed).await? {
        work(&transaction).await?;
        transaction.commit().await?;
    }
    Ok(())
}
