//! A portal for tests: its own migrated database, a clock that a test moves, seeded randomness.

mod catalogue_files;
mod clock;
pub mod database;
mod people;
mod published;
mod random;
mod statements;

use std::{
    ops::Deref,
    sync::{Arc, Mutex, Weak},
    time::Duration,
};

pub use crate::store::entities;
use crate::{
    Actor, CurrentSession, Origin, OwnFactors, Person, Portal, Role, Scope, Services,
    accounts::{
        AccountWork, CorporateMailMode, CorporateMailPolicy, HashCost, PasswordHasher, Passwords,
        SessionKind, StaffFactorPolicy,
    },
    clients::{ClientUses, TokenWriter},
    clock::Clock,
    credentials::Vault,
    db::Db,
    ids::InstanceId,
    jobs::{Breaker, Handlers, MailHandler, Worker},
    oauth::{Algorithm, Authority},
    random::Random,
    security::Incidents,
    settings::{AuditRetention, DecisionTarget, Lifetimes, Settings, runtime::RuntimeSettings},
    status::Board,
    subscriptions::AnnouncementWork,
    upstreams::UpstreamPolicy,
    usage::Meter,
    webhooks::{Exchange, OutgoingMessage, SendFailure, Transport, WebhookWork},
};
pub use catalogue_files::import;
pub use clock::TestClock;
use database::TestDatabase;
use random::SeededRandom;
use statements::Statements;

/// The password of everybody whom [`TestPortal::person`] makes.
pub const PASSWORD: &str = "Correta-7-cavalos";

pub struct TestPortal {
    pub services: Arc<Services>,
    /// The services of other instances on the same database.
    others: Mutex<Vec<Arc<Services>>>,
    pub clock: Arc<TestClock>,
    pub statements: Statements,
    /// Is dropped last, after every connection is closed.
    _database: TestDatabase,
}

/// Answers no webhook.
struct NobodyThere;

#[async_trait::async_trait]
impl Transport for NobodyThere {
    async fn post(&self, _: &OutgoingMessage) -> Exchange {
        Exchange {
            took: Duration::ZERO,
            answer: Err(SendFailure::Connection),
        }
    }
}

/// Makes an empty portal.
pub async fn portal() -> TestPortal {
    portal_with(settings()).await
}

/// Makes a portal with the demo's catalogue.
pub async fn portal_with_catalogue() -> TestPortal {
    let clock = TestClock::default();
    let database = TestDatabase::with_catalogue(clock.now());
    portal_on(database, clock, settings()).await
}

pub async fn portal_with(settings: Settings) -> TestPortal {
    portal_on(TestDatabase::create(), TestClock::default(), settings).await
}

async fn portal_on(database: TestDatabase, clock: TestClock, settings: Settings) -> TestPortal {
    let mut db = database.connect().await;
    let statements = Statements::of(&mut db);
    let clock = Arc::new(clock);
    let random = Arc::new(SeededRandom::default());
    let services = instance(db, clock.clone(), random, hasher(), meter(), settings).await;
    TestPortal {
        services,
        others: Mutex::default(),
        clock,
        statements,
        _database: database,
    }
}

/// All that one instance works with.
pub async fn instance(
    db: Db,
    clock: Arc<TestClock>,
    random: Arc<dyn Random>,
    hasher: PasswordHasher,
    meter: Meter,
    settings: Settings,
) -> Arc<Services> {
    let vault = Arc::new(Vault::new([7; 32]));
    let authority = Arc::new(Authority::new(Arc::clone(&vault)));
    let incidents = Arc::new(Incidents::default());
    let runtime = RuntimeSettings::load(&db).await.unwrap();
    let services = Arc::new(Services {
        catalogue: published::catalogue_of(&db).await,
        status: Board::load(&db).await.unwrap(),
        breaker: Arc::new(Breaker::default()),
        portal: Arc::new(Portal {
            db,
            clock,
            random,
            settings,
            runtime,
            change_listener: Arc::clone(&authority) as _,
        }),
        passwords: Passwords::new(hasher, Arc::clone(&incidents), Arc::clone(&vault)),
        incidents,
        vault,
        authority,
        meter,
        client_uses: ClientUses::default(),
        token_writer: TokenWriter::default(),
    });
    let mut known = SERVICES.lock().unwrap();
    known.retain(|services| services.strong_count() > 0);
    known.push(Arc::downgrade(&services));
    services
}

fn hasher() -> PasswordHasher {
    PasswordHasher::new(HashCost::Cheap, 2, 64)
}

fn meter() -> Meter {
    Meter::new(InstanceId(uuid::Uuid::from_u128(1)))
}

/// The services of all portals of the running tests.
static SERVICES: Mutex<Vec<Weak<Services>>> = Mutex::new(Vec::new());

impl Scope {
    /// The services of the test's portal that this scope belongs to.
    ///
    /// # Panics
    /// When it belongs to none.
    #[must_use]
    pub fn services(&self) -> Arc<Services> {
        let known = SERVICES.lock().unwrap();
        let mut alive = known.iter().filter_map(Weak::upgrade);
        let own = alive.find(|services| Arc::ptr_eq(&services.portal, &self.portal));
        own.expect("the scope is of no test's portal")
    }
}

impl Deref for TestPortal {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.services
    }
}

#[must_use]
pub fn settings() -> Settings {
    Settings {
        time_zone: chrono_tz::America::Sao_Paulo,
        public_url: "https://balcao.example".to_owned(),
        brand_name: "Balcão".to_owned(),
        terms_version: "2026-08".to_owned(),
        support_email: None,
        corporate_mail: CorporateMailPolicy {
            mode: CorporateMailMode::Warn,
            allow: vec![],
            deny: vec![],
        },
        decide_own_requests: false,
        decision_target: DecisionTarget::default(),
        staff_second_factor: StaffFactorPolicy::Off,
        lifetimes: Lifetimes::default(),
        audit: AuditRetention::default(),
        signing: Algorithm::Es256,
        upstreams: UpstreamPolicy {
            hosts: vec!["api.example".to_owned()],
            networks: vec![],
        },
        webhook_networks: vec![],
        fixed: vec![],
    }
}

impl TestPortal {
    /// A visitor of another instance on the same database, whose clock is ahead.
    pub async fn visitor_of_another(&self, address: &str, ahead: Duration) -> Scope {
        let clock = TestClock::at(self.portal.now() + ahead);
        let db = self.portal.db.clone();
        // A generator of its own would draw the same identifiers.
        let random = self.portal.random.clone();
        let clock = Arc::new(clock);
        let services = instance(db, clock, random, hasher(), meter(), settings()).await;
        let origin = self.visitor_from(address).origin;
        let visitor = Scope::visitor(services.portal.clone(), origin);
        self.others.lock().unwrap().push(services);
        visitor
    }

    /// A worker that does the queued jobs and sends mails by `mail`. Nobody takes webhooks.
    #[must_use]
    pub fn worker(&self, mail: impl MailHandler + 'static) -> Worker {
        self.worker_with(mail, Arc::new(NobodyThere))
    }

    /// The same with receivers of webhooks.
    #[must_use]
    pub fn worker_with(
        &self,
        mail: impl MailHandler + 'static,
        transport: Arc<dyn Transport>,
    ) -> Worker {
        let work = AccountWork::new(self.portal.clone(), self.vault.clone());
        let handlers = Handlers {
            work: Arc::new(work),
            mail: Arc::new(mail),
            announcements: Arc::new(AnnouncementWork::new(self.portal.clone())),
            webhooks: Arc::new(WebhookWork::new(
                self.portal.clone(),
                self.vault.clone(),
                transport,
            )),
        };
        Worker::new(self.portal.clone(), handlers, self.breaker.clone())
    }

    /// A visitor from some address.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.visitor_from("203.0.113.7")
    }

    #[must_use]
    pub fn visitor_from(&self, address: &str) -> Scope {
        let origin = Origin {
            address: Some(address.parse().unwrap()),
            request_id: Some("request-1".to_owned()),
        };
        Scope::visitor(self.portal.clone(), origin)
    }

    /// A signed-in person with a verified address, the password [`PASSWORD`] and `roles`.
    pub async fn person(&self, email: &str, roles: &[Role]) -> Scope {
        let account = self.account(email).await;
        for role in roles {
            self.grant(account.id, *role).await;
        }
        let session = CurrentSession {
            id: self.session(account.id).await,
            kind: SessionKind::Full,
            confirmed_at: self.portal.now(),
            lacks_factor: false,
            factors: OwnFactors::default(),
        };
        let person = Person {
            id: account.id,
            given_name: account.given_name,
            family_name: account.family_name,
            email: account.email.to_string(),
            roles: roles.to_vec(),
        };
        Scope {
            actor: Actor::Person(person, session),
            ..self.scope()
        }
    }

    /// The same person after giving the password again.
    #[must_use]
    pub fn confirmed(&self, scope: &Scope) -> Scope {
        let Actor::Person(person, session) = scope.actor.clone() else {
            panic!("nobody is signed in");
        };
        let session = CurrentSession {
            confirmed_at: self.portal.now(),
            ..session
        };
        Scope {
            actor: Actor::Person(person, session),
            ..scope.clone()
        }
    }
}
