//! Settings that administrators change while the portal runs. Every instance holds them in memory and
//! reads them again when their counter has changed: at once where they were changed, and within
//! seconds elsewhere. What the environment or the file of the configuration sets wins over them.

use std::{
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Set, sea_query::OnConflict};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tokio::sync::Mutex;

use super::Settings;
use crate::{
    clock::Timestamp,
    counter,
    db::{Db, Transaction},
    entities::runtime_setting,
    ids::AccountId,
    translated::Translated,
    vocabulary::CorporateMailPolicy,
};

const COUNTER: &str = "runtime-settings";
/// Before the first reading.
const NEVER: i64 = -1;
const HOUR: u64 = 60 * 60;

crate::text_enum! {
    /// The settings by the names that the database has.
    pub enum SettingName {
        /// Domains that count as corporate.
        FreeMailAllow = "free-mail.allow",
        /// Domains that count as free mail.
        FreeMailDeny = "free-mail.deny",
        /// Hours.
        RegistrationLink = "links.registration",
        /// Hours.
        ResetLink = "links.reset",
        /// Business hours.
        ApprovalTarget = "approvals.target",
        Banner = "banner",
    }
}

impl SettingName {
    /// The variable of the environment that wins over the setting, if there is one.
    #[must_use]
    pub const fn variable(self) -> Option<&'static str> {
        match self {
            Self::FreeMailAllow => Some("BALCAO_CORPORATE_MAIL_ALLOW"),
            Self::FreeMailDeny => Some("BALCAO_CORPORATE_MAIL_DENY"),
            Self::RegistrationLink => Some("BALCAO_REGISTRATION_LINK_LIFETIME"),
            Self::ResetLink => Some("BALCAO_RESET_LINK_LIFETIME"),
            Self::ApprovalTarget => Some("BALCAO_DECISION_TARGET"),
            Self::Banner => None,
        }
    }
}

/// What is told on top of every page, for a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Banner {
    pub text: Translated,
    /// At once where it is `None`.
    pub begins_at: Option<Timestamp>,
    /// Until somebody takes it away where it is `None`.
    pub ends_at: Option<Timestamp>,
}

impl Banner {
    /// Whether it is shown at a time.
    #[must_use]
    pub fn is_shown(&self, now: Timestamp) -> bool {
        let begun = self.begins_at.is_none_or(|begin| begin <= now);
        begun && self.ends_at.is_none_or(|end| now < end)
    }
}

/// What administrators chose; `None` where they chose nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuntimeValues {
    pub free_mail_allow: Option<Vec<String>>,
    pub free_mail_deny: Option<Vec<String>>,
    pub registration_link_hours: Option<u32>,
    pub reset_link_hours: Option<u32>,
    pub approval_target_hours: Option<u32>,
    pub banner: Option<Banner>,
}

impl RuntimeValues {
    /// The value of a setting as it is stored; `None` where nothing was chosen.
    pub(crate) fn stored(&self, name: SettingName) -> Option<String> {
        match name {
            SettingName::FreeMailAllow => json(self.free_mail_allow.as_ref()),
            SettingName::FreeMailDeny => json(self.free_mail_deny.as_ref()),
            SettingName::RegistrationLink => json(self.registration_link_hours.as_ref()),
            SettingName::ResetLink => json(self.reset_link_hours.as_ref()),
            SettingName::ApprovalTarget => json(self.approval_target_hours.as_ref()),
            SettingName::Banner => json(self.banner.as_ref()),
        }
    }

    fn set(&mut self, row: &runtime_setting::Model) {
        // Another version of the portal may know other settings.
        let Ok(name) = row.name.parse::<SettingName>() else {
            return;
        };
        match name {
            SettingName::FreeMailAllow => self.free_mail_allow = read(row),
            SettingName::FreeMailDeny => self.free_mail_deny = read(row),
            SettingName::RegistrationLink => self.registration_link_hours = read(row),
            SettingName::ResetLink => self.reset_link_hours = read(row),
            SettingName::ApprovalTarget => self.approval_target_hours = read(row),
            SettingName::Banner => self.banner = read(row),
        }
    }

    /// The policy on free mail addresses.
    #[must_use]
    pub fn corporate_mail(&self, settings: &Settings) -> CorporateMailPolicy {
        let mut policy = settings.corporate_mail.clone();
        let is_fixed = |name| settings.fixed.contains(&name);
        if let Some(allow) = &self.free_mail_allow
            && !is_fixed(SettingName::FreeMailAllow)
        {
            policy.allow.clone_from(allow);
        }
        if let Some(deny) = &self.free_mail_deny
            && !is_fixed(SettingName::FreeMailDeny)
        {
            policy.deny.clone_from(deny);
        }
        policy
    }

    /// How long the link of a registration is good.
    #[must_use]
    pub fn registration_link(&self, settings: &Settings) -> Duration {
        let chosen = self.registration_link_hours;
        let chosen = chosen.filter(|_| !settings.fixed.contains(&SettingName::RegistrationLink));
        chosen.map_or(settings.lifetimes.registration_link, hours)
    }

    /// How long the link of a forgotten password is good.
    #[must_use]
    pub fn reset_link(&self, settings: &Settings) -> Duration {
        let chosen = self.reset_link_hours;
        let chosen = chosen.filter(|_| !settings.fixed.contains(&SettingName::ResetLink));
        chosen.map_or(settings.lifetimes.reset_link, hours)
    }

    /// In how much working time a request is to be decided.
    #[must_use]
    pub fn decision_target(&self, settings: &Settings) -> Duration {
        let chosen = self.approval_target_hours;
        let chosen = chosen.filter(|_| !settings.fixed.contains(&SettingName::ApprovalTarget));
        chosen.map_or(settings.decision_target.within, hours)
    }
}

fn hours(count: u32) -> Duration {
    Duration::from_secs(u64::from(count) * HOUR)
}

fn json(value: Option<&impl Serialize>) -> Option<String> {
    value.and_then(|value| serde_json::to_string(value).ok())
}

/// What cannot be read counts as not chosen, so that nothing fails for it.
fn read<T: DeserializeOwned>(row: &runtime_setting::Model) -> Option<T> {
    let read: Result<T, _> = serde_json::from_str(&row.value);
    if let Err(error) = &read {
        tracing::warn!(%error, setting = row.name, "a setting cannot be read");
    }
    read.ok()
}

/// The settings as an instance holds them.
pub struct RuntimeSettings {
    values: RwLock<Arc<RuntimeValues>>,
    /// The version of the settings that was read.
    version: AtomicI64,
    readings: AtomicU64,
    /// Serialises refreshes, so that no older values replace newer ones.
    refreshing: Mutex<()>,
}

impl RuntimeSettings {
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(db: &Db) -> Result<Self, DbErr> {
        let settings = Self {
            values: RwLock::default(),
            version: AtomicI64::new(NEVER),
            readings: AtomicU64::default(),
            refreshing: Mutex::default(),
        };
        settings.refresh(db).await?;
        Ok(settings)
    }

    #[must_use]
    pub fn current(&self) -> Arc<RuntimeValues> {
        Arc::clone(&self.values.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How often they were read: what was made of the current values holds until this changes.
    #[must_use]
    pub fn readings(&self) -> u64 {
        self.readings.load(Ordering::Acquire)
    }

    /// Reads the settings again if they have changed.
    ///
    /// # Errors
    /// When the database cannot be read; they then stay as they were.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbErr> {
        let version = version(db.sessions()).await?;
        if version == self.version.load(Ordering::Acquire) {
            return Ok(());
        }
        let _alone = self.refreshing.lock().await;
        // A change while they are read is seen the next time.
        let version = self::version(db.sessions()).await?;
        let values = Arc::new(load(db.sessions()).await?);
        *self.values.write().unwrap_or_else(PoisonError::into_inner) = values;
        self.version.store(version, Ordering::Release);
        self.readings.fetch_add(1, Ordering::Release);
        Ok(())
    }
}

/// The version of the settings, which grows with each change.
pub(crate) async fn version(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    counter::last(db, COUNTER).await
}

/// The version, while nobody else changes the settings until the transaction ends.
pub(crate) async fn lock(transaction: &Transaction) -> Result<i64, DbErr> {
    counter::take(transaction, COUNTER, 0).await
}

/// Tells every instance of a change, in its transaction.
pub(crate) async fn advance(transaction: &Transaction) -> Result<(), DbErr> {
    counter::next(transaction, COUNTER).await?;
    Ok(())
}

pub(crate) async fn load(db: &impl ConnectionTrait) -> Result<RuntimeValues, DbErr> {
    let mut values = RuntimeValues::default();
    for row in runtime_setting::Entity::find().all(db).await? {
        values.set(&row);
    }
    Ok(values)
}

/// Stores a value; `None` takes what was chosen away.
pub(crate) async fn store(
    transaction: &Transaction,
    name: SettingName,
    value: Option<String>,
    (at, by): (Timestamp, Option<AccountId>),
) -> Result<(), DbErr> {
    let Some(value) = value else {
        runtime_setting::Entity::delete_by_id(name.as_str())
            .exec(transaction)
            .await?;
        return Ok(());
    };
    let row = runtime_setting::ActiveModel {
        name: Set(name.as_str().to_owned()),
        value: Set(value),
        changed_at: Set(at),
        changed_by: Set(by),
    };
    let again = [
        runtime_setting::Column::Value,
        runtime_setting::Column::ChangedAt,
        runtime_setting::Column::ChangedBy,
    ];
    runtime_setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(runtime_setting::Column::Name)
                .update_columns(again)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}
