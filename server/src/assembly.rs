//! The portal's parts, put together as the configuration says.

mod database;
mod sealed;

use std::sync::Arc;

use app::web::{App, AppParts};
use domain::{
    Portal, Services,
    accounts::{AccountWork, HashCost, PasswordHasher, Passwords},
    catalogue::Catalogue,
    clock::Clock,
    credentials::Vault,
    db::{DatabaseClock, Db},
    ids::{Id, InstanceId},
    jobs::{Handlers, Worker},
    oauth::Authority,
    random::SystemRandom,
    security::Incidents,
    settings::Settings,
    usage::Meter,
};
use mail::{MailDelivery, Mailbox, Mailer, Smtp};
use secrecy::ExposeSecret;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::{
    config::{Config, KeyEncryptionKey, KeyFileError},
    http::{BrandFiles, Front, TrustedProxies, assets},
};

pub use database::{
    MigrationRun, SchemaMismatch, connect, connect_and_migrate, connect_migrated, serve_alone,
};
pub use sealed::{OTHER_KEY, check_key, key_opens};

/// Beyond these a password is not queued but refused at once: nobody waits longer than seconds.
const WAITING_PER_SLOT: usize = 128;

/// What the domain works with, and how mails are sent.
pub struct Assembly {
    pub services: Arc<Services>,
    pub mailer: Mailer,
    /// Where they land when there is no mail server.
    pub mailbox: Option<Mailbox>,
}

/// Puts the portal together on a database that is up to date.
///
/// # Errors
/// When a part cannot be had: the catalogue, the key, the mailbox.
pub async fn assemble(config: &Config, db: Db) -> anyhow::Result<Assembly> {
    let hasher = hasher(config.hashing_slots);
    let clock = DatabaseClock::keep(&db).await?;
    let vault = Arc::new(Vault::new(*key(config)?.expose()));
    let authority = Arc::new(Authority::new(Arc::clone(&vault)));
    let incidents = Arc::new(Incidents::default());
    let services = Services {
        catalogue: Catalogue::load(&db).await?,
        meter: Meter::new(InstanceId::generate(clock.now(), &SystemRandom)),
        portal: Arc::new(Portal {
            db,
            clock,
            random: Arc::new(SystemRandom),
            settings: settings(config),
            change_listener: Arc::clone(&authority) as _,
        }),
        passwords: Passwords::new(hasher.await?, Arc::clone(&incidents)),
        incidents,
        vault,
        authority,
    };
    let (mailer, mailbox) = mail(config)?;
    Ok(Assembly {
        services: Arc::new(services),
        mailer,
        mailbox,
    })
}

/// The worker, with all that it takes to do each kind of job.
#[must_use]
pub fn worker(services: &Arc<Services>, mailer: Mailer) -> Worker {
    let portal = Arc::clone(&services.portal);
    let work = AccountWork::new(Arc::clone(&portal), Arc::clone(&services.vault));
    let handlers = Handlers {
        work: Arc::new(work),
        mail: Arc::new(MailDelivery::new(Arc::clone(services), mailer)),
    };
    Worker::new(portal, handlers)
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
    let server = Smtp::at(url.expose_secret())?
        .introducing(&config.mail.hello)
        .trusting(config.mail.trust.clone());
    Ok((Mailer::smtp(server, sender)?, None))
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
    services: Arc<Services>,
    mailbox: Option<Mailbox>,
) -> anyhow::Result<Front> {
    let brand = BrandFiles::new(&config.brand);
    let app = App::new(AppParts {
        services,
        brand: brand.brand(&config.brand.name),
        assets: assets::addresses()?,
        support: config.support.clone(),
        security: config.security.clone(),
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
        time_zone: config.time_zone,
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
