//! Asking for an account. The page answers before anybody looks whether the address is known;
//! the worker looks, and only the owner of the address learns of it.

use locales::Locale;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use values::PersonName;

use super::{
    CorporateMailMode, Email, LinkPurpose,
    corporate_mail::Verdict,
    insert::{NewRow, insert},
    links, lookup, text_form, throttle,
};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    ids::AccountId,
    jobs::{self, Job, Mail},
};

/// Who asks for an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    #[serde(with = "text_form")]
    pub given_name: PersonName,
    #[serde(with = "text_form")]
    pub family_name: PersonName,
    pub email: Email,
    pub locale: Locale,
}

/// What was agreed to, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub terms_version: String,
    pub given_at: Timestamp,
}

impl Consent {
    /// To the terms as they stand.
    pub(super) fn now(scope: &Scope) -> Self {
        Self {
            terms_version: scope.portal.settings.terms_version.clone(),
            given_at: scope.now(),
        }
    }
}

/// What may be said of a registration whether the address is known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    pub free_mail_warning: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    #[error("free mail addresses are not taken")]
    FreeMail,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Takes a registration in, to be carried out by the worker.
///
/// # Errors
/// See [`RegistrationError`].
pub async fn register(
    scope: &Scope,
    registration: Registration,
) -> Result<Registered, RegistrationError> {
    let policy = &scope.portal.settings.corporate_mail;
    let free_mail = policy.judge(&registration.email) == Verdict::FreeMail;
    if free_mail && policy.mode == CorporateMailMode::Block {
        return Err(RegistrationError::FreeMail);
    }
    let job = Job::Register {
        registration,
        consent: Consent::now(scope),
        origin: scope.origin.clone(),
    };
    jobs::enqueue(scope.portal.db.writer(), scope, &job).await?;
    scope.portal.bell.ring();
    Ok(Registered {
        free_mail_warning: free_mail,
    })
}

/// Carries a registration out, on behalf of wherever it came from: a new account gets a link, one
/// whose address was never verified another, and one that is in use a mail that says so.
///
/// # Errors
/// When the database cannot be written.
pub async fn carry_out(
    scope: &Scope,
    transaction: &Transaction,
    registration: &Registration,
    consent: &Consent,
) -> Result<(), DbErr> {
    let row = NewRow {
        given_name: &registration.given_name,
        family_name: &registration.family_name,
        email: &registration.email,
        locale: registration.locale,
        consent: consent.clone(),
        password_hash: None,
    };
    insert(transaction, scope, row).await?;
    let Some(account) = lookup::hold_by_email(transaction, &registration.email).await? else {
        return Ok(());
    };
    if account.email_verified_at.is_some() {
        tell(transaction, scope, account.id).await
    } else {
        links::send_within_limits(transaction, scope, &account, LinkPurpose::Registration).await
    }
}

async fn tell(transaction: &Transaction, scope: &Scope, account: AccountId) -> Result<(), DbErr> {
    if throttle::may_be_told(transaction, scope, account).await? {
        let mail = Mail::AlreadyRegistered { account };
        jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    }
    Ok(())
}
