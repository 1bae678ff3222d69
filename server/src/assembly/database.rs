//! Opens the database, migrates it, and checks that it can be served.

use std::fmt;

use anyhow::{Context, anyhow, bail, ensure};
use domain::{
    DbErr,
    db::{Db, Unavailable},
};
use migrations::{Event, MigrateError, Runner, State};
use tokio::task::block_in_place;

use crate::{
    config::DatabaseUrl,
    lock::{Lock, LockError, LockPurpose},
    schema::schema_of,
};

/// Opens an existing database in any state.
///
/// # Errors
/// When it does not exist, or the server cannot be reached.
pub async fn connect(url: &DatabaseUrl) -> anyhow::Result<Db> {
    ensure!(
        !url.is_missing(),
        "there is no database at {url}; run `balcao migrate up`, or set BALCAO_DATABASE_URL to \
         where it is"
    );
    opened(url, Db::connect_by(url.expose(), url.pool_mode()).await)
}

fn make_directory(url: &DatabaseUrl) -> anyhow::Result<()> {
    url.make_directory()
        .with_context(|| format!("no directory for the database {url}"))
}

fn opened(url: &DatabaseUrl, db: Result<Db, DbErr>) -> anyhow::Result<Db> {
    let why = db.as_ref().err().and_then(Unavailable::of);
    db.with_context(|| match why {
        Some(why) => format!("the database {url} cannot be used: {why}"),
        None => format!("the database {url} cannot be opened"),
    })
}

/// Opens a database that must be migrated.
///
/// # Errors
/// When it is not, with the command that migrates it.
pub async fn connect_migrated(url: &DatabaseUrl) -> anyhow::Result<Db> {
    let db = connect(url).await?;
    match SchemaMismatch::of(&schema_of(&db).await?) {
        None => Ok(db),
        Some(unfit) => bail!("the database {url} {unfit}; {}", unfit.remedy()),
    }
}

/// How the schema of a database differs from the one that this program needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaMismatch {
    /// This number of steps is missing.
    Older(usize),
    /// This program does not know these steps.
    Newer(Vec<String>),
    /// The database was made before the first release.
    BeforeRelease,
}

impl SchemaMismatch {
    /// `None` where the schema fits.
    #[must_use]
    pub fn of(state: &State) -> Option<Self> {
        if state.is_before_release() {
            return Some(Self::BeforeRelease);
        }
        if !state.unknown.is_empty() {
            return Some(Self::Newer(state.unknown.clone()));
        }
        (!state.missing.is_empty()).then_some(Self::Older(state.missing.len()))
    }

    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Older(_) => "run `balcao migrate up`",
            Self::Newer(_) => {
                "run that version, or take its steps back with its `balcao migrate down`"
            }
            Self::BeforeRelease => {
                "its schema leads to no later one: move it aside and begin with a new one"
            }
        }
    }
}

impl fmt::Display for SchemaMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Older(1) => f.write_str("misses 1 migration"),
            Self::Older(missing) => write!(f, "misses {missing} migrations"),
            Self::Newer(names) => {
                let names = names.join(", ");
                write!(f, "was migrated by a newer version of balcao ({names})")
            }
            Self::BeforeRelease => f.write_str("was made before the first release"),
        }
    }
}

/// A run of migrations, which excludes other runs.
pub struct MigrationRun {
    db: Db,
    runner: Runner,
    /// `None` on `PostgreSQL`, where the runner locks the database.
    _alone: Option<Lock>,
}

impl MigrationRun {
    /// Opens the database, which is created if needed, and waits for other runs.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn begin(url: &DatabaseUrl, waiting: impl FnOnce()) -> anyhow::Result<Self> {
        make_directory(url)?;
        let lock = url
            .file()
            .map(|file| block_in_place(|| Lock::wait(&file, LockPurpose::Migrating, waiting)));
        Ok(Self {
            _alone: lock.transpose()?,
            db: opened(url, Db::connect_to_migrate(url.expose()).await)?,
            runner: Runner::default(),
        })
    }

    /// # Errors
    /// As [`Runner::up`].
    pub async fn up(&self, report: impl FnMut(Event<'_>)) -> Result<(), MigrateError> {
        self.runner.up(self.db.migrations(), report).await
    }

    /// # Errors
    /// As [`Runner::down`].
    pub async fn down(
        &self,
        last: &str,
        report: impl FnMut(Event<'_>),
    ) -> Result<(), MigrateError> {
        self.runner.down(self.db.migrations(), last, report).await
    }
}

/// Opens and migrates a database.
///
/// # Errors
/// When it cannot be migrated.
pub async fn connect_and_migrate(url: &DatabaseUrl) -> anyhow::Result<Db> {
    let waiting = || tracing::info!("somebody else is migrating the database; waiting for them");
    let migrating = MigrationRun::begin(url, waiting).await?;
    let migrated = migrating
        .up(|event| tracing::info!(?event, "migrating"))
        .await;
    migrated.with_context(|| format!("the database {url} cannot be migrated"))?;
    drop(migrating);
    connect(url).await
}

/// Locks an `SQLite` database for one instance, which keeps in memory what it alone changes.
///
/// # Errors
/// When another instance serves it.
pub fn serve_alone(url: &DatabaseUrl) -> anyhow::Result<Option<Lock>> {
    let Some(file) = url.file() else {
        return Ok(None);
    };
    make_directory(url)?;
    let lock = Lock::take(&file, LockPurpose::Serving).map_err(|error| match error {
        LockError::Taken(_) => anyhow!(
            "the database {url} is being served already ({error}): stop that instance first, or \
             use PostgreSQL, which any number of instances can serve"
        ),
        LockError::File(..) => error.into(),
    });
    lock.map(Some)
}
