//! The portal's parts, put together as the configuration says.

use std::sync::Arc;

use anyhow::{Context, bail};
use app::web::{App, AppParts};
use domain::{
    DbErr, Portal,
    accounts::{HashCost, PasswordHasher},
    catalogue::Catalogue,
    clock::{Clock, SystemClock},
    credentials::Vault,
    db::Db,
    ids::{Id, InstanceId},
    jobs::Bell,
    mail::{Mailbox, Mailer},
    oauth::Authority,
    random::SystemRandom,
    settings::Settings,
    usage::Meter,
};
use migrations::{Migrator, MigratorTrait};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::{
    config::{Config, DatabaseUrl, KeyEncryptionKey, KeyFileError},
    http::{BrandFiles, Front, TrustedProxies, assets},
};

/// Beyond these a password is not queued but refused at once: nobody waits longer than seconds.
const WAITING_PER_SLOT: usize = 128;

/// A portal and the way its mails leave.
pub struct Assembled {
    pub portal: Arc<Portal>,
    pub mailer: Mailer,
    /// Where they land when there is no mail server.
    pub mailbox: Option<Mailbox>,
}

/// Puts the portal together on a database that is up to date.
///
/// # Errors
/// When a part cannot be had: the catalogue, the key, the mailbox.
pub async fn assemble(config: &Config, db: Db) -> anyhow::Result<Assembled> {
    let passwords = hasher(config.hashing_slots);
    let portal = Portal {
        catalogue: Catalogue::load(&db).await?,
        db,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        vault: Vault::new(key(config)?.expose()),
        settings: settings(config),
        bell: Bell::default(),
        oauth: Authority::default(),
        meter: Meter::new(InstanceId::generate(SystemClock.now(), &SystemRandom)),
        passwords: passwords.await?,
    };
    let (mailer, mailbox) = mail(config)?;
    Ok(Assembled {
        portal: Arc::new(portal),
        mailer,
        mailbox,
    })
}

/// Opens the database, in whatever state it is.
///
/// # Errors
/// When nobody answers at the address.
pub async fn connect(url: &DatabaseUrl) -> anyhow::Result<Db> {
    make_directory(url)?;
    opened(url, Db::connect(url.expose()).await)
}

/// The same for whoever is about to migrate it.
///
/// # Errors
/// As [`connect`].
pub async fn connect_to_migrate(url: &DatabaseUrl) -> anyhow::Result<Db> {
    make_directory(url)?;
    opened(url, Db::connect_to_migrate(url.expose()).await)
}

fn make_directory(url: &DatabaseUrl) -> anyhow::Result<()> {
    url.make_directory()
        .with_context(|| format!("no directory for the database {url}"))
}

fn opened(url: &DatabaseUrl, db: Result<Db, DbErr>) -> anyhow::Result<Db> {
    db.with_context(|| format!("the database {url} does not answer"))
}

/// Opens a database that must be up to date.
///
/// # Errors
/// When it is not, with the command that brings it there.
pub async fn connect_migrated(url: &DatabaseUrl) -> anyhow::Result<Db> {
    let db = connect(url).await?;
    match Migrator::get_pending_migrations(db.writer()).await?.len() {
        0 => Ok(db),
        pending => bail!(
            "the database {url} misses {}; run `balcao migrate up`",
            migrations_in_words(pending)
        ),
    }
}

/// As in "1 migration".
#[must_use]
pub fn migrations_in_words(number: usize) -> String {
    match number {
        1 => "1 migration".to_owned(),
        _ => format!("{number} migrations"),
    }
}

/// Opens a database and brings it up to date.
///
/// # Errors
/// When it cannot be migrated.
pub async fn connect_and_migrate(url: &DatabaseUrl) -> anyhow::Result<Db> {
    let db = connect_to_migrate(url).await?;
    let migrated = Migrator::up(db.writer(), None).await;
    migrated.with_context(|| format!("the database {url} cannot be migrated"))?;
    connect(url).await
}

/// The way mails leave, and the mailbox they land in when there is no mail server.
///
/// # Errors
/// When the mailbox cannot be opened or the server's URL makes no sense.
pub fn mail(config: &Config) -> anyhow::Result<(Mailer, Option<Mailbox>)> {
    let sender = &config.mail.sender;
    let Some(url) = &config.mail.smtp_url else {
        let mailbox = Mailbox::open(config.mailbox_directory())?;
        return Ok((Mailer::mailbox(mailbox.clone(), sender)?, Some(mailbox)));
    };
    Ok((Mailer::smtp(url.expose(), sender)?, None))
}

/// # Errors
/// When the key of a local run can be neither read nor made.
pub fn key(config: &Config) -> Result<KeyEncryptionKey, KeyFileError> {
    match &config.key_encryption_key {
        Some(key) => Ok(key.clone()),
        None => KeyEncryptionKey::of_directory(&config.data_directory, &SystemRandom),
    }
}

/// What the router needs to serve this portal.
///
/// # Errors
/// When the program was built without the whole site.
pub fn front(
    config: &Config,
    portal: Arc<Portal>,
    mailbox: Option<Mailbox>,
) -> anyhow::Result<Front> {
    let brand = BrandFiles::new(&config.brand);
    let app = App::new(AppParts {
        portal,
        brand: brand.brand(&config.brand.name),
        assets: assets::addresses()?,
        support: config.support.clone(),
        time_zone: config.time_zone,
        https: config.public_url.is_https(),
        mailbox,
    });
    Ok(Front {
        app,
        brand,
        public_url: config.public_url.clone(),
        trusted_proxies: TrustedProxies(config.trusted_proxies.clone()),
        upstreams: config.upstreams.clone(),
    })
}

fn settings(config: &Config) -> Settings {
    Settings {
        public_url: config.public_url.to_string(),
        brand_name: config.brand.name.clone(),
        terms_version: config.terms_version.clone(),
        corporate_mail: config.corporate_mail.clone(),
        decide_own_requests: config.decide_own_requests,
        lifetimes: config.lifetimes,
        audit: config.audit,
        signing: config.token_signing,
    }
}

/// Made beside the rest: the first hash takes longer than all of it.
fn hasher(slots: usize) -> JoinHandle<PasswordHasher> {
    spawn_blocking(move || PasswordHasher::new(HashCost::Standard, slots, slots * WAITING_PER_SLOT))
}
