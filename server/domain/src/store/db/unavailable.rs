//! That the database cannot do its work just now, told apart from what is wrong with a request.

use std::{error::Error, fmt, io, time::Duration};

use sea_orm::{
    ConnAcquireErr, DbErr, RuntimeErr,
    sqlx::{self, error::DatabaseError, sqlite::SqliteError},
};

/// Why the database cannot do its work. It will do it again, or somebody must help it to: either
/// way the same request may succeed later (RFC 9110 §15.6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    Away(Absence),
    /// There is no space to keep anything; what is there can be read.
    Full,
    /// Others are asking for too much, or for too long.
    Busy,
    /// Its disk or memory fails, or nobody may write.
    Failing,
}

/// Why nobody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The host is there, and nobody listens.
    Refused,
    /// The host is not there, or nothing comes back from it.
    Unreachable,
    /// It is there and does not let us in: the user, the password or their rights are wrong.
    Denied,
    /// It is there and has no database of this name.
    NoSuchDatabase,
    /// It ended the conversation, as a server does that stops or starts.
    Lost,
}

impl Unavailable {
    /// What an error of the database says of it; none when the request itself is at fault.
    #[must_use]
    pub fn of(error: &DbErr) -> Option<Self> {
        match error {
            DbErr::ConnectionAcquire(error) => Some(Self::of_waiting(*error)),
            DbErr::Conn(error) | DbErr::Exec(error) | DbErr::Query(error) => {
                Self::of_runtime(error)
            }
            _ => None,
        }
    }

    /// The same of anything that an error of the database led to.
    #[must_use]
    pub fn behind(error: &(dyn Error + 'static)) -> Option<Self> {
        let known = if let Some(error) = error.downcast_ref::<DbErr>() {
            Self::of(error)
        } else if let Some(error) = error.downcast_ref::<RuntimeErr>() {
            Self::of_runtime(error)
        } else {
            let waited = error.downcast_ref::<ConnAcquireErr>();
            waited.map(|error| Self::of_waiting(*error))
        };
        known.or_else(|| error.source().and_then(Self::behind))
    }

    /// When it is worth to ask again.
    #[must_use]
    pub const fn retry_after(self) -> Duration {
        match self {
            Self::Busy => Duration::from_secs(2),
            Self::Away(_) => Duration::from_secs(5),
            Self::Failing => Duration::from_secs(10),
            Self::Full => Duration::from_secs(30),
        }
    }

    const fn of_waiting(error: ConnAcquireErr) -> Self {
        match error {
            ConnAcquireErr::Timeout => Self::Busy,
            ConnAcquireErr::ConnectionClosed => Self::Away(Absence::Lost),
        }
    }

    fn of_runtime(error: &RuntimeErr) -> Option<Self> {
        match error {
            RuntimeErr::SqlxError(error) => Self::of_sqlx(error),
            RuntimeErr::Internal(_) => None,
        }
    }

    fn of_sqlx(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::Io(error) => Some(Self::Away(Absence::of(error))),
            sqlx::Error::Tls(_) | sqlx::Error::PoolClosed => Some(Self::Away(Absence::Lost)),
            sqlx::Error::PoolTimedOut => Some(Self::Busy),
            sqlx::Error::WorkerCrashed => Some(Self::Failing),
            sqlx::Error::Database(error) => Self::of_database(error.as_ref()),
            _ => None,
        }
    }

    fn of_database(error: &dyn DatabaseError) -> Option<Self> {
        let code = error.code()?;
        if error.try_downcast_ref::<SqliteError>().is_some() {
            code.parse().ok().and_then(Self::of_result_code)
        } else {
            Self::of_sqlstate(&code)
        }
    }

    /// Of `SQLite` (<https://www.sqlite.org/rescode.html>), whose lowest byte tells the kind.
    const fn of_result_code(code: u32) -> Option<Self> {
        match code & 0xff {
            // BUSY, LOCKED
            5 | 6 => Some(Self::Busy),
            // FULL
            13 => Some(Self::Full),
            // PERM, NOMEM, READONLY, IOERR, CANTOPEN
            3 | 7 | 8 | 10 | 14 => Some(Self::Failing),
            _ => None,
        }
    }

    /// Of `PostgreSQL` (its documentation, appendix A).
    fn of_sqlstate(code: &str) -> Option<Self> {
        match code {
            "3D000" => Some(Self::Away(Absence::NoSuchDatabase)),
            "53100" => Some(Self::Full),
            // Too many connections, no lock in time, too long a statement, two that wait for
            // each other.
            "53300" | "55P03" | "57014" | "40001" | "40P01" => Some(Self::Busy),
            // It stops, starts, was dropped, or ends who was idle for long.
            "57P01" | "57P02" | "57P03" | "57P04" | "57P05" => Some(Self::Away(Absence::Lost)),
            // It accepts no connections, as while somebody restores it.
            "55000" => Some(Self::Away(Absence::Denied)),
            // A server that only follows another one cannot write.
            "25006" => Some(Self::Failing),
            _ => match code.get(..2) {
                Some("28") => Some(Self::Away(Absence::Denied)),
                Some("08") => Some(Self::Away(Absence::Lost)),
                Some("53" | "58") => Some(Self::Failing),
                _ => None,
            },
        }
    }
}

impl Absence {
    fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            // A socket file that is not there is nobody who listens.
            Kind::ConnectionRefused | Kind::NotFound => Self::Refused,
            Kind::BrokenPipe
            | Kind::ConnectionAborted
            | Kind::ConnectionReset
            | Kind::UnexpectedEof => Self::Lost,
            // Also a name that nobody knows, which has no kind of its own.
            _ => Self::Unreachable,
        }
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(absence) => absence.fmt(f),
            Self::Full => f.write_str("there is no space left to write"),
            Self::Busy => f.write_str("there is more to do than can be done in time"),
            Self::Failing => f.write_str("its disk or memory fails, or it may not write"),
        }
    }
}

impl fmt::Display for Absence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refused => "nobody listens there (connection refused)",
            Self::Unreachable => "the host cannot be reached",
            Self::Denied => "the user or the password is refused",
            Self::NoSuchDatabase => "the server has no such database",
            Self::Lost => "the server ended the connection",
        })
    }
}
