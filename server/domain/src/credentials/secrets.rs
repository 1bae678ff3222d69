//! The secrets of an application, as those members of its group see them who may see keys.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{
    PublicKey,
    activity::{active_at, is_active},
    find::{credential_of, secrets_in},
    issue::public_keys,
    reveal::last_reveals,
};
use crate::{
    Scope,
    applications::ApplicationState,
    clock::Timestamp,
    entities::{credential, secret, secret_use},
    groups::{self, GroupRight},
    ids::{ApplicationId, SecretId},
    requests::RequestView,
};

/// How many active secrets an application has at most.
pub const MAX_SECRETS: usize = 3;

/// The secrets of an application, and who may change them.
#[derive(Clone, Debug)]
pub struct Secrets {
    pub public_key: PublicKey,
    /// The newest first, including those that have ended.
    pub secrets: Vec<Secret>,
    /// Whether the asker may add and revoke secrets.
    pub may_change: bool,
    /// The names of those who may.
    pub owners: Vec<String>,
}

/// A secret without its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    pub id: SecretId,
    /// Empty for the secret of the approval.
    pub label: String,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    /// When somebody last revealed it.
    pub last_revealed_at: Option<Timestamp>,
    pub uses: u64,
    pub uses_last_hour: u64,
}

/// The keys that an application calls with.
#[derive(Clone, Debug)]
pub struct ApplicationKeys {
    pub public_key: PublicKey,
    /// The active ones, the newest first.
    pub secrets: Vec<Secret>,
}

/// The status of a secret at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretStatus {
    /// It works until this end, if it has one.
    Active(Option<Timestamp>),
    Expired(Timestamp),
    Revoked(Timestamp),
}

impl Secret {
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        is_active(self.revoked_at, self.expires_at, now)
    }

    #[must_use]
    pub fn status(&self, now: Timestamp) -> SecretStatus {
        match (self.revoked_at, self.expires_at) {
            (Some(at), _) => SecretStatus::Revoked(at),
            (None, Some(at)) if at <= now => SecretStatus::Expired(at),
            (None, end) => SecretStatus::Active(end),
        }
    }
}

impl Secrets {
    #[must_use]
    pub fn active(&self, now: Timestamp) -> usize {
        let active = self.secrets.iter().filter(|secret| secret.is_active(now));
        active.count()
    }
}

/// The secrets of an approved or suspended application, for whoever may see keys of its group.
///
/// # Errors
/// When the database cannot be read.
pub async fn secrets_of(scope: &Scope, id: ApplicationId) -> Result<Option<Secrets>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let db = scope.portal.db.reader();
    let states = [ApplicationState::Approved, ApplicationState::Suspended];
    let Some(found) = credential_of(db, person, id, &states).await? else {
        return Ok(None);
    };
    let rows = secrets_in(db, found.credential.id).await?;
    let uses = uses_since(db, &rows, scope.now() - TimeDelta::hours(1)).await?;
    let reveals = last_reveals(db, &[id]).await?;
    let secrets = rows.into_iter().map(|row| Secret {
        last_revealed_at: reveals.get(&row.id).copied(),
        uses_last_hour: uses.get(&row.id).copied().unwrap_or_default(),
        ..Secret::from(row)
    });
    Ok(Some(Secrets {
        public_key: found.credential.public_key,
        secrets: secrets.collect(),
        may_change: found.role.may(GroupRight::ChangeKeys) && !scope.is_by_administrators(),
        owners: groups::owners(db, found.group).await?,
    }))
}

/// The keys of those of these applications that have some which the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub async fn keys_of(
    scope: &Scope,
    applications: &[RequestView],
) -> Result<HashMap<ApplicationId, ApplicationKeys>, DbErr> {
    let db = scope.portal.db.reader();
    let seen = applications.iter().filter(|it| it.may(GroupRight::UseKeys));
    let ids: Vec<_> = seen.map(|it| it.application_id).collect();
    let public = public_keys(db, &ids).await?;
    let mut secrets = active_secrets(db, &ids, scope.now()).await?;
    let keys = public.into_iter().map(|(id, public_key)| {
        let secrets = secrets.remove(&id).unwrap_or_default();
        let keys = ApplicationKeys {
            public_key,
            secrets,
        };
        (id, keys)
    });
    Ok(keys.collect())
}

/// A secret and the application that it belongs to.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_secret(
    db: &impl ConnectionTrait,
    id: SecretId,
) -> Result<Option<(ApplicationId, Secret)>, DbErr> {
    let found = secret::Entity::find_by_id(id)
        .find_also_related(credential::Entity)
        .one(db)
        .await?;
    Ok(found.and_then(|(row, credential)| Some((credential?.application_id, row.into()))))
}

impl From<secret::Model> for Secret {
    fn from(row: secret::Model) -> Self {
        Self {
            id: row.id,
            label: row.label,
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            last_used_at: row.last_used_at,
            last_revealed_at: None,
            uses: row.uses.unsigned_abs(),
            uses_last_hour: 0,
        }
    }
}

async fn uses_since(
    db: &impl ConnectionTrait,
    secrets: &[secret::Model],
    since: Timestamp,
) -> Result<HashMap<SecretId, u64>, DbErr> {
    let periods = secret_use::Entity::find()
        .filter(secret_use::Column::SecretId.is_in(secrets.iter().map(|secret| secret.id)))
        .filter(secret_use::Column::Period.gt(since))
        .all(db)
        .await?;
    let mut uses = HashMap::new();
    for period in periods {
        *uses.entry(period.secret_id).or_default() += period.uses.unsigned_abs();
    }
    Ok(uses)
}

/// The active secrets of these applications, the newest first.
async fn active_secrets(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
    now: Timestamp,
) -> Result<HashMap<ApplicationId, Vec<Secret>>, DbErr> {
    let rows = secret::Entity::find()
        .find_also_related(credential::Entity)
        .filter(credential::Column::ApplicationId.is_in(applications.iter().copied()))
        .filter(active_at(now))
        .order_by_desc(secret::Column::CreatedAt)
        .order_by_desc(secret::Column::Id)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let reveals = last_reveals(db, applications).await?;
    let mut secrets: HashMap<_, Vec<_>> = HashMap::new();
    for (row, credential) in rows {
        let Some(credential) = credential else {
            continue;
        };
        let secret = Secret {
            last_revealed_at: reveals.get(&row.id).copied(),
            ..Secret::from(row)
        };
        secrets
            .entry(credential.application_id)
            .or_default()
            .push(secret);
    }
    Ok(secrets)
}
