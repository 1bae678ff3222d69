//! The queue in the database: a job is claimed for a while, then deleted or put back.
//!
//! A claim is a lease. Whoever does not finish in time has lost the job to the next claim, so a
//! worker that died holds nothing up; the number of attempts tells one lease from another.

use std::time::Duration;

use sea_orm::{
    ActiveEnum as _, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::{Expr, LockBehavior, LockType},
};

use super::{Job, JobState, backoff};
use crate::{Portal, clock::Timestamp, db::Transaction, entities::job, ids::JobId};

/// How long a claim holds; longer than any job may take.
pub const LEASE: Duration = Duration::from_secs(5 * 60);
const MOST_ATTEMPTS: i32 = 12;

/// A job that this worker is to do.
#[derive(Clone, Debug)]
pub struct Claimed {
    id: JobId,
    attempts: i32,
    payload: String,
}

impl Claimed {
    /// What is to be done; none when a newer version of the portal wrote it.
    pub fn job(&self) -> Option<Job> {
        serde_json::from_str(&self.payload).ok()
    }
}

