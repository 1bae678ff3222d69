//! The demo's catalogue, published once for all tests of a program: its texts and documents take
//! longer to be read than most tests.

use std::sync::{Arc, OnceLock};

use super::{
    TestClock,
    database::{Template, TestDatabase, apart},
    hasher, instance, meter, settings,
};
use crate::{
    Scope,
    catalogue::{Catalogue, Snapshot},
    clock::Timestamp,
    db::Db,
    demo,
    random::SystemRandom,
};

static PUBLISHED: OnceLock<Published> = OnceLock::new();

struct Published {
    template: Template,
    snapshot: Arc<Snapshot>,
    at: Timestamp,
}

impl TestDatabase {
    /// With the demo's catalogue, which was published at the time at which all tests of a program
    /// begin.
    ///
    /// # Panics
    /// When others began at another time.
    pub fn with_catalogue(now: Timestamp) -> Self {
        let published = PUBLISHED.get_or_init(|| apart(publish(now)));
        assert_eq!(published.at, now, "tests of one program begin at one time");
        published.template.copy()
    }
}

async fn publish(at: Timestamp) -> Published {
    let database = TestDatabase::create();
    let db = database.connect().await;
    let clock = Arc::new(TestClock::at(at));
    // The seeded generators of tests must not draw the same identifiers.
    let random = Arc::new(SystemRandom);
    let services = instance(db, clock, random, hasher(), meter(), settings()).await;
    let system = Scope::system(Arc::clone(&services.portal));
    demo::publish(&system, &services.catalogue).await.unwrap();
    let snapshot = services.catalogue.current();
    drop((system, services));
    Published {
        template: database.into_template(),
        snapshot,
        at,
    }
}

/// The catalogue of a database. What is in the demo's catalogue is not read again.
pub(super) async fn catalogue_of(db: &Db) -> Catalogue {
    let catalogue = match PUBLISHED.get() {
        Some(published) => Catalogue::beginning_with(&published.snapshot),
        None => Catalogue::default(),
    };
    catalogue.refresh(db).await.unwrap();
    catalogue
}
