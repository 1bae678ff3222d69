//! Whether a `PostgreSQL` server is there at all.
//!
//! A pool that cannot connect tries again until whoever waits for it has waited long enough, and
//! tells a server that is away from one that is busy only then. So whoever waits longer than
//! usual has it found out on a connection beside the pool: one asks for all.

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

/// How long an answer may take before it is asked whether anybody is there.
const TIMEOUT: Duration = Duration::from_millis(500);
/// How long a host may take to accept a connection: what is done within milliseconds, unless
/// nothing comes back from it.
const ACCEPTING: Duration = Duration::from_secs(1);
/// How long a server that accepted may take to let us in; one that is busy takes long.
const LETTING_IN: Duration = Duration::from_secs(4);
/// How long what was found out holds.
const FRESH: Duration = Duration::from_millis(500);

pub(super) struct Presence {
    options: PgConnectOptions,
    /// Held by whoever asks, so that one asks for all.
    asking: Mutex<()>,
    found: Lock<Option<(Instant, Result<(), DbErr>)>>,
}

impl Presence {
    pub fn new(options: PgConnectOptions) -> Self {
        Self {
            options,
            asking: Mutex::default(),
            found: Lock::default(),
        }
    }

    /// Waits for an answer of the database, unless nobody is there to give one.
    pub async fn unless_absent<T>(
        &self,
        answer: impl Future<Output = Result<T, DbErr>>,
    ) -> Result<T, DbErr> {
        let mut answer = pin!(answer);
        // Few come further: what they need is no burden to the others.
        if let Ok(answered) = timeout(TIMEOUT, &mut answer).await {
            return answered;
        }
        tokio::select! {
            answered = answer => answered,
            error = Box::pin(self.absent()) => Err(error),
        }
    }

    /// Why nobody is there, as far as that was found out just now.
    pub fn absence(&self) -> Option<Absence> {
        let error = self.known()?.err()?;
        match Unavailable::of(&error) {
            Some(Unavailable::Away(absence)) => Some(absence),
            _ => None,
        }
    }

    /// Connects, and says why that is not possible.
    ///
    /// # Errors
    /// When nobody answers, or nobody is let in.
    pub async fn check(&self) -> Result<(), DbErr> {
        self.ask().await
    }

    /// Ends when nobody is there.
    async fn absent(&self) -> DbErr {
        loop {
            if let Err(error) = self.ask().await {
                return error;
            }
            sleep(FRESH).await;
        }
    }

    async fn ask(&self) -> Result<(), DbErr> {
        let _asking = self.asking.lock().await;
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

    /// Is there a host, and does anybody listen?
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

/// One that has no place for one more is there.
fn is_absence(error: &DbErr) -> bool {
    !matches!(Unavailable::of(error), Some(Unavailable::Busy))
}
