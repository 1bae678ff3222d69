//! The configuration: read once at start, checked as a whole, then plain values.

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
mod support;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use app::web::{SecurityContact, SupportChannel};
use chrono_tz::Tz;
use domain::{
    accounts::CorporateMailPolicy,
    oauth::Algorithm,
    settings::{AuditRetention, Lifetimes},
    tls::Trust,
};
use secrecy::SecretString;

pub use accent::Accent;
pub use database_url::DatabaseUrl;
pub use key::{KeyEncryptionKey, KeyFileError};
pub use logo::{Logo, LogoKind};
pub use mistake::{Mistake, Mistakes};
pub use network::Network;
pub use public_url::PublicUrl;
pub use sources::Sources;

/// What the configuration is read for, which decides what may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To serve people: mails must leave.
    Serve,
    /// To serve whoever sits at this machine: mails may land in a mailbox.
    Development,
    /// For a command that does its work and ends.
    Command,
}

#[derive(Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub public_url: PublicUrl,
    pub trusted_proxies: Vec<Network>,
    /// How long a client may keep a connection that it does not use.
    pub idle_timeout: Duration,
    /// How many connections an address may have that is no proxy of ours.
    pub connections_per_address: usize,
    pub data_directory: PathBuf,
    pub database_url: DatabaseUrl,
    /// None for a local run, whose key lies in the data directory.
    pub key_encryption_key: Option<KeyEncryptionKey>,
    pub mail: MailConfig,
    pub brand: BrandConfig,
    pub support: Vec<SupportChannel>,
    pub security: Option<SecurityContact>,
    pub corporate_mail: CorporateMailPolicy,
    pub terms_version: String,
    pub decide_own_requests: bool,
    pub lifetimes: Lifetimes,
    pub audit: AuditRetention,
    /// How keys made from now on sign access tokens.
    pub token_signing: Algorithm,
    pub upstreams: UpstreamConfig,
    pub time_zone: Tz,
    /// How many passwords are hashed at once.
    pub hashing_slots: usize,
    pub log: LogConfig,
    /// Where Prometheus reads figures, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// Where spans are sent to, if anywhere.
    pub otlp_endpoint: Option<String>,
    /// Variables that look like settings and are none.
    pub strangers: Vec<String>,
}

#[derive(Debug)]
pub struct MailConfig {
    /// None for a mailbox in the data directory.
    pub smtp_url: Option<SecretString>,
    pub sender: String,
    /// What the portal calls itself to the mail server.
    pub hello: String,
    pub trust: Trust,
}

#[derive(Debug)]
pub struct BrandConfig {
    pub name: String,
    pub logo: Option<Logo>,
    pub accent: Option<Accent>,
}

/// Where calls may be forwarded to, and whose word is taken there.
#[derive(Clone, Debug)]
pub struct UpstreamConfig {
    /// In lower case.
    pub hosts: Vec<String>,
    /// Networks that are not public, and allowed all the same.
    pub networks: Vec<Network>,
    /// How long a connection that nobody uses is kept.
    pub idle: Duration,
    pub trust: Trust,
}

impl Default for UpstreamConfig {
    /// Nothing is forwarded.
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
    /// Directives that `tracing-subscriber` understands.
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
    /// All mistakes there are, each with the setting's name.
    pub fn load(sources: Sources, purpose: Purpose) -> Result<Self, Mistakes> {
        let strangers = sources.strangers();
        let mut config = read::config(sources.merge()?, purpose)?;
        config.strangers = strangers;
        Ok(config)
    }

    /// Says in the log what may be a slip of the pen. No more than that: orchestrators set
    /// variables of their own for a service of this name.
    pub fn warn_of_strangers(&self) {
        for name in &self.strangers {
            tracing::warn!("there is no setting {name}; .env.example lists them all");
        }
    }

    /// Where mails of a development run land.
    #[must_use]
    pub fn mailbox_directory(&self) -> PathBuf {
        self.data_directory.join("mailbox")
    }
}

#[cfg(test)]
mod tests;
