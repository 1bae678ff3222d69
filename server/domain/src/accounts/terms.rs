//! The terms of use and the privacy notice, by the version that people agreed to.

use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::{lookup, registration::consent_now};
use crate::{
    Error, Forbidden, Scope,
    audit::{self, Action, Subject},
    from_common,
};

#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Another version is in force than the one that was shown.
    #[error("another version of the terms is in force")]
    Outdated,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AcceptError);

/// Records that the asker agrees to the terms in force, which were shown in this version. The audit
/// trail keeps every version that somebody agreed to, and when.
///
/// # Errors
/// [`AcceptError::Outdated`] when another version is in force, [`Error::Forbidden`] unless a person
/// is signed in.
pub async fn accept_terms(scope: &Scope, shown: &str) -> Result<(), AcceptError> {
    let (person, _) = scope.require_in_person()?;
    let consent = consent_now(scope);
    if shown != consent.terms_version {
        return Err(AcceptError::Outdated);
    }
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, person.id).await?;
    let account = account.ok_or(Forbidden)?;
    if account.terms_version == consent.terms_version {
        return Ok(());
    }
    let versions = format!("{} → {}", account.terms_version, consent.terms_version);
    let mut account = account.into_active_model();
    account.terms_version = Set(consent.terms_version);
    account.terms_accepted_at = Set(consent.given_at);
    account.update(&transaction).await?;
    let subject = Subject::Account(person.id);
    audit::record_with(
        &transaction,
        scope,
        Action::TermsAccepted,
        subject,
        Some(versions),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}
