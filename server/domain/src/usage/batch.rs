//! Use that another gateway counted and sends in batches.

use std::{
    collections::{HashMap, HashSet},
    time::Duration,
};

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Set, sea_query::OnConflict};
use uuid::Uuid;
use validator::Validate;

use super::{CallKind, CallRecord, counts::Counts, ledger::BATCH_SIZE, stale::HOURS_KEPT, write};
use crate::{
    Portal, applications,
    catalogue::Plan,
    clock::Timestamp,
    credentials::{self, KeyOwner, PublicKey},
    entities::use_batch,
    ids::{ApplicationId, ResourceServerId, TransactionId},
};

/// A call that another gateway answered.
#[derive(Clone, Debug, PartialEq, Eq, Validate)]
pub struct CallUse {
    /// The public key, as the gateway saw it.
    pub client: String,
    /// None where the gateway gave the call no id; it then gets one.
    pub transaction: Option<TransactionId>,
    /// One in the future counts as now; one from before anything is kept of does not count.
    pub at: Timestamp,
    pub method: String,
    /// Without the query.
    pub path: String,
    /// Of HTTP (RFC 9110 §15); a call with another one does not count.
    #[validate(range(min = 100, max = 599))]
    pub status: u16,
    pub code: Option<String>,
    pub elapsed: Duration,
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchOutcome {
    Counted {
        calls: u64,
        /// Calls of clients that nobody knows; they are not counted.
        unknown: u64,
        /// Calls with a time or a status that cannot be; they are not counted either, and hold up
        /// none of the others.
        malformed: u64,
    },
    /// It was counted before.
    Duplicate,
}

/// Counts the calls of a batch: all of it once, however often it is sent, for it is written down
/// before this returns. Takes nothing out of a quota; that is done when a call is admitted.
///
/// # Errors
/// When the database does not take it; it should then be sent again.
pub async fn record_batch(
    portal: &Portal,
    server: ResourceServerId,
    batch: Uuid,
    calls: Vec<CallUse>,
) -> Result<BatchOutcome, DbErr> {
    let all = calls.len();
    let oldest = portal.now() - HOURS_KEPT;
    let calls: Vec<_> = calls
        .into_iter()
        .filter(|it| it.is_plausible(oldest))
        .collect();
    let malformed = (all - calls.len()) as u64;
    let clients = clients(portal.db.reader(), &calls).await?;
    let (mut counts, mut unknown) = (Counts::default(), 0);
    for call in calls {
        match call.key().and_then(|key| clients.get(&key)) {
            Some(client) => counts.add(call.of(portal, *client)),
            None => unknown += 1,
        }
    }
    let transaction = portal.db.begin().await?;
    if !is_new(&transaction, portal, server, batch).await? {
        return Ok(BatchOutcome::Duplicate);
    }
    write::counts(&transaction, &counts).await?;
    transaction.commit().await?;
    let calls = counts.hours.values().sum();
    Ok(BatchOutcome::Counted {
        calls,
        unknown,
        malformed,
    })
}

/// Whose calls they are, and on what terms they were made.
type Client = (ApplicationId, CallKind);

impl CallUse {
    /// Whether a database takes the call, and keeps it until the next cleanup.
    fn is_plausible(&self, oldest: Timestamp) -> bool {
        self.at >= oldest && self.validate().is_ok()
    }

    /// None where it is no key at all, which a database need not be asked about.
    fn key(&self) -> Option<PublicKey> {
        PublicKey::parse(&self.client)
    }

    fn of(self, portal: &Portal, (application, kind): Client) -> CallRecord {
        CallRecord {
            id: self.transaction.unwrap_or_else(|| portal.new_id()),
            application,
            kind,
            at: self.at.min(portal.now()),
            method: self.method,
            path: self.path,
            status: self.status,
            code: self.code,
            field: None,
            elapsed: self.elapsed,
        }
    }
}

async fn clients(
    db: &impl ConnectionTrait,
    calls: &[CallUse],
) -> Result<HashMap<PublicKey, Client>, DbErr> {
    let keys: HashSet<_> = calls.iter().filter_map(CallUse::key).collect();
    let keys: Vec<_> = keys.into_iter().collect();
    let mut clients = HashMap::new();
    for keys in keys.chunks(BATCH_SIZE) {
        let owners = credentials::owners_of(db, keys).await?;
        let plans = plans(db, &owners).await?;
        clients.extend(owners.into_iter().filter_map(|owner| {
            let kind = if owner.sandbox {
                CallKind::Sandbox
            } else {
                kind_of(*plans.get(&owner.application)?)
            };
            Some((owner.public_key, (owner.application, kind)))
        }));
    }
    Ok(clients)
}

async fn plans(
    db: &impl ConnectionTrait,
    owners: &[KeyOwner],
) -> Result<HashMap<ApplicationId, Plan>, DbErr> {
    let ids = owners.iter().filter(|it| !it.sandbox);
    let ids = ids.map(|it| it.application);
    let rows = applications::by_ids(db, ids).await?;
    Ok(rows.into_iter().map(|(id, row)| (id, row.plan)).collect())
}

const fn kind_of(plan: Plan) -> CallKind {
    match plan {
        Plan::Trial => CallKind::Trial,
        Plan::PayPerUse => CallKind::PayPerUse,
    }
}

async fn is_new(
    transaction: &impl ConnectionTrait,
    portal: &Portal,
    server: ResourceServerId,
    batch: Uuid,
) -> Result<bool, DbErr> {
    let row = use_batch::ActiveModel {
        id: Set(batch),
        resource_server_id: Set(server),
        at: Set(portal.now()),
    };
    let once = OnConflict::column(use_batch::Column::Id)
        .do_nothing()
        .to_owned();
    let inserted = use_batch::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}
