//! The configuration, which is read and checked at start.

mod accent;
mod authorities;
mod database_url;
mod duration;
mod key;
mod logo;
mod mistake;
mod network;
mod public_url;
mod read;
mod reader;
pub mod settings;
mod sources;
pub mod support;
mod trail;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use app::web::{SecurityContact, SupportChannel};
use chrono_tz::Tz;
use domain::{
    accounts::{CorporateMailPolicy, StaffFactorPolicy},
    oauth::Algorithm,
    settings::{AuditRetention, DecisionTarget, Lifetimes, runtime::SettingName},
    tls::Trust,
    upstreams::UpstreamPolicy,
};
use secrecy::SecretString;

use crate::siem::SiemConfig;

pub use accent::Accent;
pub use database_url::DatabaseUrl;
pub use key::{KeyEncryptionKey, KeyFileError};
pub use logo::{Logo, LogoKind};
pub use mistake::{Mistake, Mistakes};
pub use network::Network;
pub use public_url::PublicUrl;
pub use sources::Sources;

/// The purpose of the configuration, which decides which settings are required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Serving people, for which a mail server is required.
    Serve,
    /// Serving this machine alone, where mails may go to a mailbox.
    Development,
    /// Running a command.
    Command,
}

#[derive(Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub public_url: PublicUrl,
    pub trusted_proxies: Vec<Network>,
    /// How long an idle connection of a client is kept.
    pub idle_timeout: Duration,
    /// How many connections an address may have, unless it is a trusted proxy.
    pub connections_per_address: usize,
    pub data_directory: PathBuf,
    pub database_url: DatabaseUrl,
    /// `None` for a local run, whose key lies in the data directory.
    pub key_encryption_key: Option<KeyEncryptionKey>,
    pub mail: MailConfig,
    pub brand: BrandConfig,
    pub support: Vec<SupportChannel>,
    pub security: Option<SecurityContact>,
    pub corporate_mail: CorporateMailPolicy,
    pub terms_version: String,
    pub decide_own_requests: bool,
    pub decision_target: DecisionTarget,
    pub staff_second_factor: StaffFactorPolicy,
    pub lifetimes: Lifetimes,
    pub audit: AuditRetention,
    /// Where the audit trail is sent to.
    pub siem: SiemConfig,
    /// The algorithm of signing keys that are made from now on.
    pub token_signing: Algorithm,
    pub upstreams: UpstreamConfig,
    /// Networks that are not public and that webhooks may lead to nevertheless.
    pub webhook_networks: Vec<Network>,
    pub time_zone: Tz,
    /// How many passwords are hashed at once.
    pub hashing_slots: usize,
    pub log: LogConfig,
    /// The address where Prometheus reads metrics, if there is one.
    pub metrics_listen: Option<SocketAddr>,
    /// The address that spans are sent to, if there is one.
    pub otlp_endpoint: Option<String>,
    /// What administrators cannot change while the portal runs, since it is given here.
    pub fixed: Vec<SettingName>,
    /// Variables with the prefix of settings that name no setting.
    pub unknown_variables: Vec<String>,
}

#[derive(Debug)]
pub struct MailConfig {
    /// `None` for a mailbox in the data directory.
    pub smtp_url: Option<SecretString>,
    pub sender: String,
    /// The name by which the portal greets the mail server.
    pub hello: String,
    pub trust: Trust,
}

#[derive(Debug)]
pub struct BrandConfig {
    pub name: String,
    pub logo: Option<Logo>,
    pub accent: Option<Accent>,
}

/// Where calls may be forwarded to, and which authorities are trusted there.
#[derive(Clone, Debug)]
pub struct UpstreamConfig {
    /// In lower case.
    pub hosts: Vec<String>,
    /// Networks that are not public and allowed nevertheless.
    pub networks: Vec<Network>,
    /// How long an idle connection is kept.
    pub idle: Duration,
    pub trust: Trust,
}

impl UpstreamConfig {
    /// Where calls may be forwarded to.
    #[must_use]
    pub fn policy(&self) -> UpstreamPolicy {
        UpstreamPolicy {
            hosts: self.hosts.clone(),
            networks: self.networks.iter().map(Network::net).collect(),
        }
    }
}

impl Default for UpstreamConfig {
    /// Allows no upstream.
    fn default() -> Self {
        Self {
            hosts: Vec::new(),
            networks: Vec::new(),
            idle: Duration::from_secs(4),
            trust: Trust::default(),
        }
    }
}

#[derive(Debug)]
pub struct LogConfig {
    pub format: LogFormat,
    /// Directives of `tracing-subscriber`.
    pub filter: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

impl Config {
    /// Reads and checks every setting.
    ///
    /// # Errors
    /// All mistakes, each with the setting's name.
    pub fn load(sources: Sources, purpose: Purpose) -> Result<Self, Mistakes> {
        let unknown_variables = sources.unknown_variables();
        let mut config = read::config(sources.merge()?, purpose)?;
        config.unknown_variables = unknown_variables;
        Ok(config)
    }

    /// Logs unknown variables, which may be typing mistakes. They are no errors, since
    /// orchestrators set variables of their own for a service of this name.
    pub fn warn_of_unknown_variables(&self) {
        for name in &self.unknown_variables {
            tracing::warn!("there is no setting {name}; .env.example lists them all");
        }
    }

    /// The directory of the mailbox of a development run.
    #[must_use]
    pub fn mailbox_directory(&self) -> PathBuf {
        self.data_directory.join("mailbox")
    }
}

#[cfg(test)]
mod tests;
