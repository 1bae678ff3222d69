//! Assembles the parts of the portal from its configuration.

mod database;
mod sealed;

use std::sync::Arc;

use app::web::{App, AppParts, UpstreamProbe};
use domain::{
    Portal, Services,
    accounts::{AccountWork, HashCost, PasswordHasher, Passwords},
    catalogue::Catalogue,
    clients::{ClientUses, TokenWriter},
    clock::Clock,
    credentials::Vault,
    db::{DatabaseClock, Db},
    ids::{Id, InstanceId},
    jobs::{Breaker, Handlers, Worker},
    oauth::Authority,
    random::SystemRandom,
    security::Incidents,
    settings::{Settings, runtime::RuntimeSettings},
    status::Board,
    subscriptions::AnnouncementWork,
    tls::Trust,
    usage::Meter,
    webhooks::WebhookWork,
};
use mail::{MailDelivery, Mailbox, Mailer, Smtp};
use secrecy::ExposeSecret;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::{
    config::{Config, KeyEncryptionKey, KeyFileError, Network, UpstreamConfig, support},
    gateway::{Prober, WebhookTransport},
    http::{BrandFiles, Gateway, RouterParts, TrustedProxies, assets},
};

pub use database::{
    MigrationRun, SchemaMismatch, connect, connect_and_migrate, connect_migrated, serve_alone,
};
pub use sealed::{OTHER_KEY, check_key, key_opens};

/// How many passwords may wait for each slot. Further ones are refused, so that nobody waits for
/// longer than seconds.
const WAITING_PER_SLOT: usize = 128;

/// The services of the domain, and the way to send mails.
pub struct Assembly {
    pub services: Arc<Services>,
    pub mailer: Mailer,
    /// The mailbox, when there is no mail server.
    pub mailbox: Option<Mailbox>,
}

/// Assembles the portal on a migrated database.
///
/// # Errors
/// When the catalogue, the key or the mailbox cannot be opened.
pub async fn assemble(config: &Config, db: Db) -> anyhow::Result<Assembly> {
    let hasher = hasher(config.hashing_slots);
    let clock = DatabaseClock::start(&db).await?;
    let vault = Arc::new(Vault::new(*key(config)?.expose()));
    let authority = Arc::new(Authority::new(Arc::clone(&vault)));
    let incidents = Arc::new(Incidents::default());
    let services = Services {
        catalogue: Catalogue::load(&db).await?,
        status: Board::load(&db).await?,
        breaker: Arc::new(Breaker::default()),
        meter: Meter::new(InstanceId::generate(clock.now(), &SystemRandom)),
        portal: Arc::new(Portal {
            runtime: RuntimeSettings::load(&db).await?,
            db,
            clock,
            random: Arc::new(SystemRandom),
            settings: settings(config),
            change_listener: Arc::clone(&authority) as _,
        }),
        passwords: Passwords::new(hasher.await?, Arc::clone(&incidents), Arc::clone(&vault)),
        incidents,
        vault,
        authority,
        client_uses: ClientUses::default(),
        token_writer: TokenWriter::default(),
    };
    let (mailer, mailbox) = mail(config)?;
    Ok(Assembly {
        services: Arc::new(services),
        mailer,
        mailbox,
    })
}

/// The worker with its handlers.
#[must_use]
pub fn worker(services: &Arc<Services>, mailer: Mailer, trust: &Trust) -> Worker {
    let portal = Arc::clone(&services.portal);
    let work = AccountWork::new(Arc::clone(&portal), Arc::clone(&services.vault));
    let handlers = Handlers {
        work: Arc::new(work),
        mail: Arc::new(MailDelivery::new(Arc::clone(services), mailer)),
        announcements: Arc::new(AnnouncementWork::new(Arc::clone(&portal))),
        webhooks: Arc::new(webhooks(services, trust)),
    };
    Worker::new(portal, handlers, Arc::clone(&services.breaker))
}

/// The way to tell other programs, whose certificates come from the authorities of the operating
/// system and of the owner.
fn webhooks(services: &Services, trust: &Trust) -> WebhookWork {
    let (portal, vault) = (&services.portal, &services.vault);
    let transport = WebhookTransport::new(Arc::clone(portal), trust);
    WebhookWork::new(Arc::clone(portal), Arc::clone(vault), Arc::new(transport))
}

/// The way to send mails, and the mailbox when there is no mail server.
///
/// # Errors
/// When the mailbox cannot be opened, or the server's URL is wrong.
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
/// When the key of a local run can neither be read nor made.
pub fn key(config: &Config) -> Result<KeyEncryptionKey, KeyFileError> {
    match &config.key_encryption_key {
        Some(key) => Ok(key.clone()),
        None => KeyEncryptionKey::of_directory(&config.data_directory, &SystemRandom),
    }
}

/// The parts that the router needs.
///
/// # Errors
/// When the program was built without a part of the site.
pub fn router_parts(
    config: &Config,
    services: Arc<Services>,
    mailbox: Option<Mailbox>,
) -> anyhow::Result<RouterParts> {
    let brand = BrandFiles::new(&config.brand);
    let gateway = Gateway::new(Arc::clone(&services), &config.upstreams);
    let app = App::new(AppParts {
        services,
        forwarder: Arc::new(gateway.clone()),
        brand: brand.brand(&config.brand.name),
        assets: assets::addresses()?,
        support: config.support.clone(),
        security: config.security.clone(),
        https: config.public_url.is_https(),
        upstreams: prober(&config.upstreams),
        mailbox,
    });
    Ok(RouterParts {
        app,
        brand,
        public_url: config.public_url.clone(),
        trusted_proxies: TrustedProxies(config.trusted_proxies.clone()),
        gateway,
    })
}

/// What tries upstreams for the pages.
#[must_use]
pub fn prober(config: &UpstreamConfig) -> Arc<dyn UpstreamProbe> {
    Arc::new(Prober::new(config.clone()))
}

fn settings(config: &Config) -> Settings {
    Settings {
        time_zone: config.time_zone,
        public_url: config.public_url.to_string(),
        brand_name: config.brand.name.clone(),
        terms_version: config.terms_version.clone(),
        support_email: support::mail_address(&config.support),
        corporate_mail: config.corporate_mail.clone(),
        decide_own_requests: config.decide_own_requests,
        decision_target: config.decision_target,
        staff_second_factor: config.staff_second_factor,
        lifetimes: config.lifetimes,
        audit: config.audit,
        signing: config.token_signing,
        upstreams: config.upstreams.policy(),
        webhook_networks: config.webhook_networks.iter().map(Network::net).collect(),
        fixed: config.fixed.clone(),
    }
}

/// Makes the hasher in parallel, since its first hash takes longer than everything else.
fn hasher(slots: usize) -> JoinHandle<PasswordHasher> {
    spawn_blocking(move || PasswordHasher::new(HashCost::Standard, slots, slots * WAITING_PER_SLOT))
}
