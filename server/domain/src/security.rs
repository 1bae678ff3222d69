//! What the portal refuses (ASVS 5.0, 16.3): wrong passwords and secrets, and whoever
//! is made to wait. Each kind, from each address, at each account is told of once a minute and
//! summed up at its end, in the log and in the audit, so that a flood fills neither. Whom it was
//! about is told as a digest.

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
    vocabulary::Email,
};

/// Rows of one minute; what else there is is summed up for each kind, without address and account.
const MAX_BUCKETS: usize = 60;
/// How long incidents are kept in the trail.
const RETENTION: TimeDelta = TimeDelta::days(90);

crate::text_enum! {
    /// What failed.
    pub enum Incident {
        SignInFailed = "sign-in-failed",
        /// The password of somebody who is signed in was asked for once more.
        ConfirmationFailed = "confirmation-failed",
        ClientRefused = "client-refused",
        Throttled = "throttled",
        /// A proxy that is not trusted says whom it speaks for.
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

/// The account or client that an incident is about, by a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncidentSubject {
    /// An account as it was typed, known or not.
    Account(Uuid),
    /// A client, by its public key.
    Client(Uuid),
    Nobody,
}

impl IncidentSubject {
    /// Of what is no address not even a digest is told: it may be a password.
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

/// What happened in a bucket.
struct Sum {
    count: u64,
    last: Timestamp,
    request_id: Option<String>,
}

/// What failed since it was last written down.
#[derive(Default)]
pub struct Incidents(Mutex<HashMap<Bucket, Sum>>);

impl Incidents {
    /// Counts something that failed for the asker; the first of its kind is logged at once.
    pub fn record(&self, scope: &Scope, incident: Incident, whom: IncidentSubject) {
        let origin = &scope.origin;
        let bucket = Bucket {
            incident,
            address: origin.address,
            whom,
        };
        self.count(bucket, scope.now(), origin.request_id.as_deref());
    }

    /// The same of a request that has no scope.
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

    /// Writes down what failed since the last time; to be called once a minute. What cannot be
    /// written is in the log.
    ///
    /// # Errors
    /// When the database does not take it.
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

/// The proxies that said whom they speak for and were not trusted, since a time.
///
/// # Errors
/// When the database cannot be read.
pub async fn untrusted_proxies(db: &Db, since: Timestamp) -> Result<Vec<IpAddr>, DbErr> {
    let (action, nobody) = (Action::UntrustedProxy, Subject::Nobody);
    audit::addresses_since(db.reader(), action, nobody, since).await
}

/// Deletes what failed so long ago that nobody will look into it; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let kinds = [
        Subject::TYPED_ACCOUNT,
        Subject::TYPED_CLIENT,
        Subject::NOBODY,
    ];
    audit::delete_kinds(&portal.db, &kinds, portal.now() - RETENTION).await
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
