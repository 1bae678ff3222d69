//! Batches of calls that another gateway answered and reports.

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
    /// `None` where the gateway gave no identifier; the call then gets one.
    pub transaction: Option<TransactionId>,
    /// A time in the future counts as now. A call from before the retention does not count.
    pub at: Timestamp,
    pub method: String,
    /// Without the query.
    pub path: String,
    /// The status of the answer (RFC 9110 §15). A call with a status outside 100 to 599 does not
    /// count.
    #[validate(range(min = 100, max = 599))]
    pub status: u16,
    pub code: Option<String>,
    pub elapsed: Duration,
}

/// The outcome of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchOutcome {
    Counted {
        calls: u64,
        /// The number of calls of unknown clients, which are not counted.
        unknown: u64,
        /// The number of calls with an impossible time or status, which are not counted. The other
        /// calls are.
        malformed: u64,
    },
    /// The batch was counted before.
    Duplicate,
}

/// Counts the calls of a batch once, however often it is sent, and stores them before it returns.
/// It takes nothing out of quotas; the admission of a call does.
///
/// # Errors
/// When the database cannot be written; the batch should then be sent again.
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

/// The application and the kind of a call.
type Client = (ApplicationId, CallKind);

impl CallUse {
    /// Whether the database can store the call, and keeps it until the next clean-up.
    fn is_plausible(&self, oldest: Timestamp) -> bool {
        self.at >= oldest && self.validate().is_ok()
    }

    /// `None` when the text is no key, so that the database need not be asked.
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
                CallKind::from(*plans.get(&owner.application)?)
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
