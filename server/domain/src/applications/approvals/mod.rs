//! Deciding on requests, and on the access they led to: what contract managers see and do.

mod access;
mod decide;
mod evidence;
mod found_by;
mod party;
mod queue;
mod request;
mod upgradable;

use sea_orm::DbErr;

pub use access::{AccessError, resume, revoke, suspend};
pub use decide::{DecisionError, approve, reject};
pub use evidence::{EarlierRequest, Evidence};
pub use party::Standing;
pub use queue::{QueueItem, Search, queue, search};
pub use request::{RequestView, request};
pub use upgradable::{TrialUse, Upgradable};

use crate::{Forbidden, accounts::Email, entities::account};

/// What can keep a contract manager from seeing requests.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    pub name: String,
    pub email: Email,
}

impl From<&account::Model> for Applicant {
    fn from(account: &account::Model) -> Self {
        Self {
            name: super::view::name(account),
            email: account.email.clone(),
        }
    }
}
