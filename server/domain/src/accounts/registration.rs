//! Registration. The page answers before anybody checks whether the address is known; the worker
//! checks it, and only the owner of the address learns the result.

use std::time::Duration;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    Consent, CorporateMailMode, LinkPurpose, Registration, ReturnTo,
    insert::{NewRow, insert, search_text},
    links, lookup, throttle,
};
use crate::{
    Scope,
    db::Transaction,
    entities::account::{self, Column},
    ids::AccountId,
    jobs::{self, Job, Mail, RegistrationRequest},
    security::Incidents,
    store::Vault,
    vocabulary::Verdict,
};

/// Consent to the current version of the terms.
pub(super) fn consent_now(scope: &Scope) -> Consent {
    Consent {
        terms_version: scope.portal.settings.terms_version.clone(),
        given_at: scope.now(),
    }
}

/// The outcome of a registration; it is the same whether the address is known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistrationOutcome {
    pub free_mail_warning: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    #[error("free mail addresses are not taken")]
    FreeMail,
    /// The asker's network sent too many forms that cause mails.
    #[error("too many forms, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Queues a registration for the worker.
///
/// # Errors
/// [`RegistrationError::FreeMail`] for a free mail address where the portal takes none,
/// [`RegistrationError::Throttled`] when the asker's network sent too many forms.
pub async fn register(
    scope: &Scope,
    incidents: &Incidents,
    registration: Registration,
) -> Result<RegistrationOutcome, RegistrationError> {
    register_towards(scope, incidents, registration, None).await
}

/// Queues a registration of a person who was on the way to a page; the link in the mail leads on to
/// it.
///
/// # Errors
/// As [`register`].
pub async fn register_towards(
    scope: &Scope,
    incidents: &Incidents,
    registration: Registration,
    return_to: Option<ReturnTo>,
) -> Result<RegistrationOutcome, RegistrationError> {
    let policy = scope.portal.corporate_mail();
    let free_mail = policy.classify(&registration.email) == Verdict::FreeMail;
    if free_mail && policy.mode == CorporateMailMode::Block {
        return Err(RegistrationError::FreeMail);
    }
    if let Some(retry_after) = throttle::wait_for_form(scope, incidents).await? {
        return Err(RegistrationError::Throttled { retry_after });
    }
    let job = Job::Register(RegistrationRequest {
        registration,
        consent: consent_now(scope),
        origin: scope.origin.clone(),
        return_to,
    });
    jobs::enqueue_soon(scope.portal.db.writer(), scope, &job).await?;
    Ok(RegistrationOutcome {
        free_mail_warning: free_mail,
    })
}

/// Carries out a registration, with the origin of its request: a new account gets a link, an
/// account with an unverified address gets another link, and one in use gets a mail that says so.
///
/// # Errors
/// When the database cannot be written.
pub async fn process(
    scope: &Scope,
    vault: &Vault,
    transaction: &Transaction,
    asked: &RegistrationRequest,
) -> Result<(), DbErr> {
    let (registration, consent) = (&asked.registration, &asked.consent);
    let row = NewRow {
        given_name: &registration.given_name,
        family_name: &registration.family_name,
        email: &registration.email,
        locale: registration.locale,
        consent: consent.clone(),
        password_hash: None,
    };
    if insert(transaction, scope, row).await?.is_none() {
        rewrite_unverified(transaction, registration, consent).await?;
    }
    let Some(account) = lookup::lock_by_email(transaction, &registration.email).await? else {
        return Ok(());
    };
    if account.email_verified_at.is_some() {
        notify(transaction, scope, account.id).await
    } else {
        let purpose = LinkPurpose::Registration;
        let (to, return_to) = (&account, asked.return_to.as_ref());
        links::send_within_limits(transaction, scope, vault, to, purpose, return_to).await?;
        Ok(())
    }
}

/// While nobody has signed in, the account takes the data of the latest registration; the worker
/// may carry out two registrations in another order than they were sent.
pub(super) async fn rewrite_unverified(
    transaction: &Transaction,
    registration: &Registration,
    consent: &Consent,
) -> Result<(), DbErr> {
    let (given, family) = (&registration.given_name, &registration.family_name);
    let found_by = search_text(given, family, &registration.email);
    account::Entity::update_many()
        .col_expr(Column::GivenName, given.to_string().into())
        .col_expr(Column::FamilyName, family.to_string().into())
        .col_expr(Column::SearchText, found_by.into())
        .col_expr(Column::Locale, registration.locale.to_string().into())
        .col_expr(Column::TermsVersion, consent.terms_version.clone().into())
        .col_expr(Column::TermsAcceptedAt, consent.given_at.into())
        .filter(Column::Email.eq(registration.email.clone()))
        .filter(Column::EmailVerifiedAt.is_null())
        .filter(Column::TermsAcceptedAt.lte(consent.given_at))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn notify(transaction: &Transaction, scope: &Scope, account: AccountId) -> Result<(), DbErr> {
    if throttle::wait_to_notify(transaction, scope, account)
        .await?
        .is_none()
    {
        let mail = Mail::AlreadyRegistered { account };
        jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    }
    Ok(())
}
