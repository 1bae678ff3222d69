//! Incidents: what the portal refuses (ASVS 5.0, 16.3), such as wrong passwords and secrets, and
//! throttled requests. The log and the audit trail get the first incident of each kind, address and
//! account in a minute, and the sum at its end, so that a flood fills neither. They name the
//! account or client by a digest.

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    mem,
    net::{IpAddr, Ipv4Addr},
    sync::{Mutex, PoisonError},
};

use chrono::TimeDelta;
use ipnet::Ipv4Net;
use sea_orm::DbErr;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Portal, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Db,
    store::Vault,
    vocabulary::Email,
};

/// The largest number of rows a minute. Further incidents are summed up by kind, without address
/// and account.
const MAX_BUCKETS: usize = 60;
/// How long incidents are kept in the trail.
const RETENTION: TimeDelta = TimeDelta::days(90);

crate::text_enum! {
    /// The kinds of incidents.
    pub enum Incident {
        SignInFailed = "sign-in-failed",
        /// A signed-in person gave a wrong password when asked to confirm.
        ConfirmationFailed = "confirmation-failed",
        ClientRefused = "client-refused",
        Throttled = "throttled",
        /// A proxy that is not trusted sent the address of a client.
        UntrustedProxy = "untrusted-proxy",
    }
}

impl Incident {
    const fn action(self) -> Action {
        match self {
            Self::SignInFailed => Action::SignInFailed,
            Self::ConfirmationFailed => Action::ConfirmationFailed,
            Self::ClientRefused => Action::ClientRefused,
            Self::Throttled => Action::Throttled,
            Self::UntrustedProxy => Action::UntrustedProxy,
        }
    }
}

/// The account or client that an incident is about, as a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentSubject {
    /// An account as it was typed, whether it exists or not.
    Account(Uuid),
    /// A client, by its public key.
    Client(Uuid),
    Nobody,
}

impl IncidentSubject {
    /// The subject for a typed address. Text that is no address gives no digest, as it may be a
    /// password.
    #[must_use]
    pub fn account(typed: &str) -> Self {
        Email::parse(typed).map_or(Self::Nobody, |email| {
            Self::Account(digest("account", email.as_str()))
        })
    }

    #[must_use]
    pub fn client(public_key: &str) -> Self {
        Self::Client(digest("client", public_key))
    }

    const fn subject(self) -> Subject {
        match self {
            Self::Account(digest) => Subject::TypedAccount(digest),
            Self::Client(digest) => Subject::TypedClient(digest),
            Self::Nobody => Subject::Nobody,
        }
    }
}

fn digest(kind: &str, what: &str) -> Uuid {
    let whole: [u8; 32] = Sha256::digest(format!("{kind}:{what}")).into();
    let (half, _) = whole.split_at(16);
    Uuid::from_slice(half).unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Bucket {
    incident: Incident,
    address: Option<IpAddr>,
    whom: IncidentSubject,
}

/// The incidents of one bucket.
struct Sum {
    count: u64,
    last: Timestamp,
    request_id: Option<String>,
}

/// The incidents that were not written to the audit trail yet.
#[derive(Default)]
pub struct Incidents(Mutex<HashMap<Bucket, Sum>>);

impl Incidents {
    /// Counts an incident of the asker; the first one of its bucket is logged at once.
    pub fn record(&self, scope: &Scope, incident: Incident, whom: IncidentSubject) {
        let origin = &scope.origin;
        let bucket = Bucket {
            incident,
            address: origin.address,
            whom,
        };
        self.count(bucket, scope.now(), origin.request_id.as_deref());
    }

    /// Counts an incident of a request that has no scope.
    pub fn record_from(
        &self,
        address: IpAddr,
        at: Timestamp,
        incident: Incident,
        whom: IncidentSubject,
    ) {
        let bucket = Bucket {
            incident,
            address: Some(address),
            whom,
        };
        self.count(bucket, at, None);
    }

    fn count(&self, bucket: Bucket, at: Timestamp, request_id: Option<&str>) {
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = if sums.len() < MAX_BUCKETS || sums.contains_key(&bucket) {
            bucket
        } else {
            Bucket {
                address: None,
                whom: IncidentSubject::Nobody,
                ..bucket
            }
        };
        let sum = sums.entry(bucket).or_insert_with(|| {
            log(&bucket, 1, request_id);
            Sum {
                count: 0,
                last: at,
                request_id: request_id.map(str::to_owned),
            }
        });
        sum.count += 1;
        sum.last = at;
    }

    /// Writes the incidents since the last call to the audit trail; to be called once a minute.
    /// When writing fails, they are in the log.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn flush(&self, portal: &Portal) -> Result<(), DbErr> {
        let sums = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if sums.is_empty() {
            return Ok(());
        }
        for (bucket, sum) in &sums {
            if sum.count > 1 {
                log(bucket, sum.count, sum.request_id.as_deref());
            }
        }
        let transaction = portal.db.begin().await?;
        for (bucket, sum) in sums {
            let entry = audit::SystemEvent {
                at: sum.last,
                action: bucket.incident.action(),
                subject: bucket.whom.subject(),
                details: sum.count.to_string(),
                address: bucket.address,
                request_id: sum.request_id,
            };
            audit::record_system_event(&transaction, portal, entry).await?;
        }
        transaction.commit().await
    }
}

fn log(bucket: &Bucket, count: u64, request_id: Option<&str>) {
    let address = bucket.address.map(tracing::field::display);
    let (whom, about) = match bucket.whom {
        IncidentSubject::Account(digest) => ("account", Some(digest)),
        IncidentSubject::Client(digest) => ("client", Some(digest)),
        IncidentSubject::Nobody => ("nobody", None),
    };
    let about = about.map(tracing::field::display);
    let incident = bucket.incident.as_str();
    tracing::warn!(target: "security", incident, address, whom, about, count, request_id, "refused");
}

/// The addresses of proxies that are not trusted and sent a client's address since a time.
///
/// # Errors
/// When the database cannot be read.
pub async fn untrusted_proxies(db: &Db, since: Timestamp) -> Result<Vec<IpAddr>, DbErr> {
    let (action, nobody) = (Action::UntrustedProxy, Subject::Nobody);
    audit::addresses_since(db.reader(), action, nobody, since).await
}

/// Deletes incidents older than the retention; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal, vault: &Vault) -> Result<(), DbErr> {
    let kinds = [
        Subject::TYPED_ACCOUNT,
        Subject::TYPED_CLIENT,
        Subject::NOBODY,
    ];
    audit::delete_kinds(portal, vault, &kinds, portal.now() - RETENTION).await
}

/// Shared by the customers of one provider (RFC 6598 §7).
const SHARED: Ipv4Net = Ipv4Net::new_assert(Ipv4Addr::new(100, 64, 0, 0), 10);

/// Whether an address is one of a private network, where proxies stand.
#[must_use]
pub fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || SHARED.contains(&address)
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}
