//! A portal for one test: the real router on a database of its own.

use std::{
    net::{IpAddr, Ipv4Addr},
    ops::Deref,
    path::Path,
    sync::Arc,
    time::Duration,
};

use app::web::{App, AppParts, SecurityContact, SupportChannel};
use axum::{Router, http::HeaderValue};
use chrono::DateTime;
use domain::{
    Role, Services,
    accounts::{
        CorporateMailMode, CorporateMailPolicy, HashCost, PasswordHasher, StaffFactorPolicy,
    },
    clock::{Clock, Timestamp},
    db::Db,
    demo,
    ids::{Id, InstanceId},
    jobs::{LATEST, Worker},
    random::SystemRandom,
    settings::{Settings, runtime::SettingName},
    testing::{self, TestClock, database::TestDatabase},
    usage::Meter,
};
use ipnet::IpNet;
use mail::{Mailbox, Mailer};
use sea_orm::{ConnectionTrait, Statement};
use server::{
    assembly,
    config::{BrandConfig, PublicUrl, UpstreamConfig, support},
    http::{BrandFiles, Gateway, RouterParts, TrustedProxies, assets, router},
};
use tempfile::TempDir;

use super::{Visitor, inbox::Inbox};

/// Where the portal of a test is reached, unless it says otherwise.
pub const HTTPS: &str = "https://balcao.example";
/// What clients call it by, unless a test says otherwise.
pub const HOST: HeaderValue = HeaderValue::from_static("balcao.example");
/// When all tests begin.
const START: Timestamp = DateTime::from_timestamp(1_788_782_400, 0).unwrap();
/// Where visitors come from.
const SOMEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));

pub struct TestApp {
    services: Arc<Services>,
    pub clock: Arc<TestClock>,
    pub inbox: Inbox,
    router: Router,
    worker: Worker,
    _home: TempDir,
    /// Goes last, once nobody is connected any more.
    database: TestDatabase,
}

/// What a test may want otherwise.
pub struct Setup {
    pub public_url: PublicUrl,
    pub trusted_proxies: TrustedProxies,
    pub upstreams: UpstreamConfig,
    pub webhook_networks: Vec<IpNet>,
    pub brand: BrandConfig,
    pub corporate_mail: CorporateMailPolicy,
    pub support: Vec<SupportChannel>,
    pub security: Option<SecurityContact>,
    pub decide_own_requests: bool,
    pub staff_second_factor: StaffFactorPolicy,
    /// What administrators cannot change while the portal runs.
    pub fixed: Vec<SettingName>,
    /// How many passwords are hashed at once, and how many more may wait.
    pub hashing: (usize, usize),
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            public_url: HTTPS.parse().unwrap(),
            trusted_proxies: TrustedProxies::default(),
            upstreams: UpstreamConfig::default(),
            webhook_networks: vec![],
            brand: BrandConfig {
                name: "Balcão".to_owned(),
                logo: None,
                accent: None,
            },
            corporate_mail: CorporateMailPolicy {
                mode: CorporateMailMode::Block,
                allow: vec![],
                deny: vec![],
            },
            support: vec![],
            security: None,
            decide_own_requests: false,
            staff_second_factor: StaffFactorPolicy::Off,
            fixed: vec![],
            hashing: (2, 64),
        }
    }
}

impl TestApp {
    /// A portal that has nobody and nothing yet.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// The same with the APIs of the demo.
    pub async fn start_with_catalogue() -> Self {
        let database = TestDatabase::with_catalogue(START);
        Self::start_on(database, Setup::default()).await
    }

    pub async fn start_with(change: impl FnOnce(&mut Setup)) -> Self {
        let mut setup = Setup::default();
        change(&mut setup);
        Self::start_on(TestDatabase::create(), setup).await
    }

    /// A portal whose database is a file in this folder.
    pub async fn start_in(folder: &Path) -> Self {
        Self::start_on(TestDatabase::in_folder(folder), Setup::default()).await
    }

    async fn start_on(database: TestDatabase, setup: Setup) -> Self {
        let home = TempDir::new().unwrap();
        let mailbox = Mailbox::open(home.path()).unwrap();
        let mailer = Mailer::mailbox(mailbox.clone(), "balcao@balcao.example").unwrap();
        let clock = Arc::new(TestClock::at(START));
        let services = services(&setup, clock.clone(), database.connect().await).await;
        Self {
            router: router(router_parts(&setup, services.clone(), mailbox.clone())),
            worker: assembly::worker(&services, mailer, &setup.upstreams.trust),
            inbox: Inbox {
                mailbox,
                public_url: setup.public_url.to_string(),
            },
            services,
            clock,
            _home: home,
            database,
        }
    }

    /// Another instance of the portal on the same database.
    pub async fn second_instance(&self) -> Instance {
        let setup = Setup::default();
        let db = self.database.connect().await;
        let services = services(&setup, self.clock.clone(), db).await;
        let mailbox = self.inbox.mailbox.clone();
        Instance {
            router: router(router_parts(&setup, services.clone(), mailbox)),
            services,
        }
    }

    /// Throws everybody out of the database and lets nobody in again; false of a file, which nobody
    /// can take away.
    pub fn loses_its_database(&self) -> bool {
        self.database.goes_away()
    }

    pub fn finds_its_database(&self) {
        self.database.comes_back();
    }

    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Publishes the demo APIs.
    pub async fn with_catalogue(self) -> Self {
        demo::publish(&self.system(), &self.catalogue)
            .await
            .unwrap();
        self
    }

    /// Somebody on the net.
    pub fn visitor(&self) -> Visitor {
        self.visitor_from(SOMEWHERE)
    }

    pub fn visitor_from(&self, address: impl Into<IpAddr>) -> Visitor {
        Visitor::new(self.router.clone(), address.into())
    }

    /// Somebody asks for an account, and the portal does what follows.
    pub async fn registers(&self, email: &str) -> Visitor {
        let visitor = self.visitor();
        let fields = [
            ("given_name", "Ana"),
            ("family_name", "Souza"),
            ("email", email),
            ("consent", "true"),
        ];
        let answer = visitor.post("/cadastro", &fields).await;
        assert_eq!(answer.location(), "/cadastro/enviado");
        self.works().await;
        visitor
    }

    /// Somebody with this address, [`super::PASSWORD`] and these roles, signed in.
    pub async fn signed_in(&self, email: &str, roles: &[Role]) -> Visitor {
        self.knows(("Ana", "Souza"), email, roles).await;
        self.signs_in(email).await
    }

    /// Does every job that is due, and what follows from it; how many those were. What begins at
    /// a random moment is waited for.
    pub async fn works(&self) -> usize {
        let done = self.worker.run_due().await.unwrap();
        if self.waits_for_a_moment().await {
            self.clock.advance(LATEST);
            return done + self.worker.run_due().await.unwrap();
        }
        done
    }

    /// Whether something that a visitor asked for has not begun yet.
    async fn waits_for_a_moment(&self) -> bool {
        let db = self.portal.db.reader();
        let sql = "SELECT id FROM jobs WHERE payload LIKE '{\"kind\":\"re%'";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        db.query_one_raw(statement).await.unwrap().is_some()
    }

    /// That somebody signed in with another browser is told by mail, which tests of that alone want.
    pub(super) async fn withholds_sign_in_mail(&self) {
        let db = self.portal.db.writer();
        let sql =
            "DELETE FROM jobs WHERE payload LIKE '{\"kind\":\"mail\",\"mail\":\"new_sign_in\"%'";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        db.execute_raw(statement).await.unwrap();
    }

    /// A quarter of an hour goes by, after which letters that sum others up leave too.
    pub async fn rests(&self) {
        self.clock.advance(Duration::from_mins(15));
        self.works().await;
    }
}

/// A test must do the jobs that its visitors caused, or it has not seen all that follows.
impl Drop for TestApp {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.database.count_jobs(), 0, "jobs are left over");
        }
    }
}

/// One more instance beside that of the test.
pub struct Instance {
    services: Arc<Services>,
    router: Router,
}

impl Instance {
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Hears of what others changed: what happens by itself half a second later.
    pub async fn catches_up(&self) {
        let portal = &self.services.portal;
        self.services.authority.apply_changes(portal).await.unwrap();
    }
}

/// `app.catalogue` and the like.
impl Deref for TestApp {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.services
    }
}

impl Deref for Instance {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.services
    }
}

async fn services(setup: &Setup, clock: Arc<TestClock>, db: Db) -> Arc<Services> {
    let (slots, queue) = setup.hashing;
    let hasher = PasswordHasher::new(HashCost::Cheap, slots, queue);
    let settings = Settings {
        public_url: setup.public_url.to_string(),
        brand_name: setup.brand.name.clone(),
        support_email: support::mail_address(&setup.support),
        corporate_mail: setup.corporate_mail.clone(),
        decide_own_requests: setup.decide_own_requests,
        staff_second_factor: setup.staff_second_factor,
        fixed: setup.fixed.clone(),
        webhook_networks: setup.webhook_networks.clone(),
        ..testing::settings()
    };
    let settings = if setup.upstreams.hosts.is_empty() {
        settings
    } else {
        Settings {
            upstreams: setup.upstreams.policy(),
            ..settings
        }
    };
    let meter = Meter::new(InstanceId::generate(clock.now(), &SystemRandom));
    testing::instance(db, clock, Arc::new(SystemRandom), hasher, meter, settings).await
}

fn router_parts(setup: &Setup, services: Arc<Services>, mailbox: Mailbox) -> RouterParts {
    let brand = BrandFiles::new(&setup.brand);
    let gateway = Gateway::new(services.clone(), &setup.upstreams);
    let app = App::new(AppParts {
        services,
        forwarder: Arc::new(gateway.clone()),
        brand: brand.brand(&setup.brand.name),
        assets: assets::addresses().unwrap(),
        support: setup.support.clone(),
        security: setup.security.clone(),
        https: setup.public_url.is_https(),
        upstreams: assembly::prober(&setup.upstreams),
        mailbox: Some(mailbox),
    });
    RouterParts {
        app,
        brand,
        public_url: setup.public_url.clone(),
        trusted_proxies: setup.trusted_proxies.clone(),
        gateway,
    }
}
