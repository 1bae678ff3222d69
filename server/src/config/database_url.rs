//! The URL of the database.

use std::{
    ffi::OsString,
    fmt,
    fs::DirBuilder,
    io,
    os::unix::{ffi::OsStringExt, fs::DirBuilderExt},
    path::{Path, PathBuf},
    str::FromStr,
};

use domain::db::PoolMode;
use percent_encoding::percent_decode_str;
use url::{Position, Url};

const SQLITE: &str = "sqlite://";

/// `sqlite://path` or `postgres://…`; the latter may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    place: Place,
    pool_mode: PoolMode,
}

#[derive(Clone, PartialEq, Eq)]
enum Place {
    /// Not as a [`Url`], which takes the first directory of a path for a host.
    Sqlite(String),
    Postgres(Url),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the URL of a database")]
pub struct InvalidDatabaseUrl;

impl DatabaseUrl {
    #[must_use]
    pub fn sqlite(file: &Path) -> Self {
        Self::new(Place::Sqlite(format!("{SQLITE}{}", file.display())))
    }

    fn new(place: Place) -> Self {
        Self {
            place,
            pool_mode: PoolMode::default(),
        }
    }

    /// The same database behind a connection pooler.
    #[must_use]
    pub fn through(self, pool_mode: PoolMode) -> Self {
        Self { pool_mode, ..self }
    }

    #[must_use]
    pub fn expose(&self) -> &str {
        match &self.place {
            Place::Sqlite(url) => url,
            Place::Postgres(url) => url.as_str(),
        }
    }

    #[must_use]
    pub const fn pool_mode(&self) -> PoolMode {
        self.pool_mode
    }

    /// Creates the directory of an `SQLite` file if it is missing, for its owner alone.
    ///
    /// # Errors
    /// When the directory cannot be created.
    pub fn make_directory(&self) -> io::Result<()> {
        match self.file().as_deref().and_then(Path::parent) {
            Some(directory) if directory != Path::new("") => DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(directory),
            _ => Ok(()),
        }
    }

    /// The path of an `SQLite` database; `None` for `PostgreSQL`.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        let Place::Sqlite(url) = &self.place else {
            return None;
        };
        let path = without_options(url).strip_prefix(SQLITE)?;
        let bytes: Vec<u8> = percent_decode_str(path).collect();
        Some(OsString::from_vec(bytes).into())
    }

    /// Whether it is an `SQLite` file that does not exist.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.file().is_some_and(|file| !file.exists())
    }
}

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(text: &str) -> Result<Self, InvalidDatabaseUrl> {
        let behind_scheme = [SQLITE, "postgres://", "postgresql://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or(InvalidDatabaseUrl)?;
        if behind_scheme.is_empty() || behind_scheme.starts_with(':') {
            return Err(InvalidDatabaseUrl);
        }
        Ok(Self::new(if text.starts_with(SQLITE) {
            Place::Sqlite(text.to_owned())
        } else {
            Place::Postgres(Url::parse(text).map_err(|_| InvalidDatabaseUrl)?)
        }))
    }
}

fn without_options(url: &str) -> &str {
    url.split('?').next().unwrap_or(url)
}

/// The URL without user and password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Sqlite(url) => f.write_str(without_options(url)),
            Place::Postgres(url) => {
                let place = &url[Position::BeforeHost..Position::AfterPath];
                write!(f, "{}://{place}", url.scheme())
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_are_known() {
        for text in [
            "sqlite://data/balcao.db",
            "sqlite:///var/lib/b.db",
            "postgres://b:c@db/b",
            "postgresql://db/b",
        ] {
            assert!(text.parse::<DatabaseUrl>().is_ok(), "{text}");
        }
        // A database in memory would be another one for each connection.
        for text in [
            "",
            "sqlite://",
            "sqlite::memory:",
            "sqlite://:memory:",
            "mysql://db/b",
            // The question mark begins the options, and what is left of the password is no port.
            "postgres://ana:p?ss@db/b",
            "data/balcao.db",
        ] {
            assert_eq!(
                text.parse::<DatabaseUrl>(),
                Err(InvalidDatabaseUrl),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_path_is_read_as_the_database_reads_it() {
        let url: DatabaseUrl = "sqlite:///var/my%20data/b.db?mode=rw".parse().unwrap();
        assert_eq!(url.file(), Some("/var/my data/b.db".into()));
        let url: DatabaseUrl = "postgres://db/b".parse().unwrap();
        assert_eq!(url.file(), None);
    }

    #[test]
    fn neither_name_nor_password_is_shown() {
        let url: DatabaseUrl = "postgres://ana:p%40ss@db.example:5432/balcao?sslpassword=x"
            .parse()
            .unwrap();
        assert_eq!(url.to_string(), "postgres://db.example:5432/balcao");
        assert_eq!(
            format!("{url:?}"),
            "DatabaseUrl(postgres://db.example:5432/balcao)"
        );
    }
}
