//! Checks passwords, throttled; a check takes as long for an account without a password as for a
//! wrong one.

use std::time::Duration;

use metrics::counter;
use sea_orm::DbErr;

use super::{
    Overloaded, Passwords,
    throttle::{Attempt, AttemptError},
};
use crate::{
    Scope,
    security::{Incident, IncidentSubject},
};

#[derive(Debug)]
pub enum CheckError {
    Wrong,
    Throttled { retry_after: Duration },
    Overloaded(Overloaded),
    Database(DbErr),
}

impl From<AttemptError> for CheckError {
    fn from(error: AttemptError) -> Self {
        match error {
            AttemptError::Throttled { retry_after } => Self::Throttled { retry_after },
            AttemptError::Database(error) => Self::Database(error),
        }
    }
}

impl From<DbErr> for CheckError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// Checks a password against the hash of the account with the address as typed, if it has any.
/// The caller calls [`Attempt::succeeded`] in the transaction of what the password allows, and
/// [`Attempt::settle`] with what came of it.
pub async fn check(
    scope: &Scope,
    passwords: &Passwords,
    typed: &str,
    hash: Option<&str>,
    password: &str,
) -> Result<Attempt, CheckError> {
    let attempt = begin(scope, passwords, typed).await?;
    match passwords.hasher.verify(password, hash).await {
        Ok(true) => Ok(attempt),
        Ok(false) => {
            attempt.failed(scope).await?;
            let incident = match scope.person() {
                Some(_) => Incident::ConfirmationFailed,
                None => Incident::SignInFailed,
            };
            let whom = IncidentSubject::account(typed);
            passwords.incidents.record(scope, incident, whom);
            Err(CheckError::Wrong)
        }
        Err(overloaded) => {
            attempt.withdraw(scope).await?;
            Err(CheckError::Overloaded(overloaded))
        }
    }
}

async fn begin(scope: &Scope, passwords: &Passwords, typed: &str) -> Result<Attempt, AttemptError> {
    let begun = Attempt::begin(scope, &passwords.slot_queue, typed).await;
    if matches!(begun, Err(AttemptError::Throttled { .. })) {
        counter!("balcao_throttled_total", "kind" => "password").increment(1);
        let whom = IncidentSubject::account(typed);
        let incidents = &passwords.incidents;
        incidents.record(scope, Incident::Throttled, whom);
    }
    begun
}
