//! Whether a `PostgreSQL` server can be reached.
//!
//! A pool that cannot connect retries until its caller has waited too long; only then can the
//! caller tell an absent server from a busy one. So a caller that waits longer than usual has the
//! server checked on a separate connection. One check serves all callers.

use std::{
    io,
    pin::pin,
    sync::{Mutex as Lock, PoisonError},
    time::Duration,
};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{self, Connection, PgConnection, postgres::PgConnectOptions},
};
use tokio::{
    net::{TcpStream, UnixStream},
    sync::Mutex,
    time::{Instant, sleep, timeout},
};

use super::{Absence, Unavailable};

/// How long a caller waits for an answer before the server is checked.
const TIMEOUT: Duration = Duration::from_millis(500);
/// How long a host may take to accept a connection, which takes milliseconds unless nothing comes
/// back.
const ACCEPTING: Duration = Duration::from_secs(1);
/// How long a server may take to let us in after it accepted; a busy one takes long.
const LETTING_IN: Duration = Duration::from_secs(4);
/// How long the outcome of a check is used.
const FRESH: Duration = Duration::from_millis(500);

pub(super) struct Presence {
    options: PgConnectOptions,
    /// Serialises checks, so that one serves all callers.
    checking: Mutex<()>,
    found: Lock<Option<(Instant, Result<(), DbErr>)>>,
}

impl Presence {
    pub fn new(options: PgConnectOptions) -> Self {
        Self {
            options,
            checking: Mutex::default(),
            found: Lock::default(),
        }
    }

    /// Waits for an answer of the database, unless it turns out to be absent.
    pub async fn unless_absent<T>(
        &self,
        answer: impl Future<Output = Result<T, DbErr>>,
    ) -> Result<T, DbErr> {
        let mut answer = pin!(answer);
        // Few callers get further than this, so a boxed future costs little.
        if let Ok(answered) = timeout(TIMEOUT, &mut answer).await {
            return answered;
        }
        tokio::select! {
            answered = answer => answered,
            error = Box::pin(self.absent()) => Err(error),
        }
    }

    /// Why the server is absent, if that was found out just now.
    pub fn absence(&self) -> Option<Absence> {
        let error = self.known()?.err()?;
        match Unavailable::of(&error) {
            Some(Unavailable::Away(absence)) => Some(absence),
            _ => None,
        }
    }

    /// Connects, to find out whether the server can be reached.
    ///
    /// # Errors
    /// When it cannot be reached, or lets nobody in.
    pub async fn check(&self) -> Result<(), DbErr> {
        self.ask().await
    }

    /// Returns once the server is absent.
    async fn absent(&self) -> DbErr {
        loop {
            if let Err(error) = self.ask().await {
                return error;
            }
            sleep(FRESH).await;
        }
    }

    async fn ask(&self) -> Result<(), DbErr> {
        let _one_check = self.checking.lock().await;
        if let Some(known) = self.known() {
            return known;
        }
        let found = match self.connect().await {
            Err(error) if is_absence(&error) => Err(error),
            _ => Ok(()),
        };
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), found.clone()));
        found
    }

    fn known(&self) -> Option<Result<(), DbErr>> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = found.as_ref().filter(|(at, _)| at.elapsed() < FRESH);
        fresh.map(|(_, found)| found.clone())
    }

    async fn connect(&self) -> Result<(), DbErr> {
        within(ACCEPTING, self.ping()).await?;
        let connection = async {
            PgConnection::connect_with(&self.options)
                .await?
                .close()
                .await
        };
        within(LETTING_IN, connection).await
    }

    /// Checks that the host can be reached and listens.
    async fn ping(&self) -> Result<(), sqlx::Error> {
        let port = self.options.get_port();
        if let Some(folder) = self.options.get_socket() {
            UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await?;
        } else {
            TcpStream::connect((self.options.get_host(), port)).await?;
        }
        Ok(())
    }
}

async fn within(
    limit: Duration,
    work: impl Future<Output = Result<(), sqlx::Error>>,
) -> Result<(), DbErr> {
    let late = || sqlx::Error::Io(io::ErrorKind::TimedOut.into());
    let done = timeout(limit, work).await.unwrap_or_else(|_| Err(late()));
    done.map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))
}

/// Whether the error means absence. A server without a free connection is not absent.
fn is_absence(error: &DbErr) -> bool {
    !matches!(Unavailable::of(error), Some(Unavailable::Busy))
}
