//! A person's own account: name and language.

use locales::Locale;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use values::PersonName;

use super::{Consent, Email, insert::search_text, lookup};
use crate::{
    Error, Forbidden, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    entities::account,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub given_name: String,
    pub family_name: String,
    pub email: Email,
    pub locale: Locale,
    pub created_at: Timestamp,
    pub password_changed_at: Option<Timestamp>,
    /// The terms that the person agreed to last.
    pub consent: Consent,
}

impl From<account::Model> for Profile {
    fn from(account: account::Model) -> Self {
        Self {
            locale: lookup::locale_of(&account),
            given_name: account.given_name,
            family_name: account.family_name,
            email: account.email,
            created_at: account.created_at,
            password_changed_at: account.password_changed_at,
            consent: Consent {
                terms_version: account.terms_version,
                given_at: account.terms_accepted_at,
            },
        }
    }
}

/// The asker's own account.
///
/// # Errors
/// [`Error::Forbidden`] unless the asker has a session, opened by a link or a password.
pub async fn profile(scope: &Scope) -> Result<Profile, Error> {
    let (person, _) = scope.require_session()?;
    let account = account::Entity::find_by_id(person.id)
        .one(scope.portal.db.reader())
        .await?;
    Ok(account.ok_or(Forbidden)?.into())
}

/// Changes the asker's name and language.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn update_profile(
    scope: &Scope,
    given_name: PersonName,
    family_name: PersonName,
    locale: Locale,
) -> Result<(), Error> {
    change(scope, |account| {
        account.search_text = Set(search_text(
            &given_name,
            &family_name,
            account.email.as_ref(),
        ));
        account.given_name = Set(given_name.to_string());
        account.family_name = Set(family_name.to_string());
        account.locale = Set(locale.to_string());
    })
    .await
}

/// Changes the asker's language.
///
/// # Errors
/// As [`update_profile`].
pub async fn set_locale(scope: &Scope, locale: Locale) -> Result<(), Error> {
    change(scope, |account| account.locale = Set(locale.to_string())).await
}

async fn change(scope: &Scope, what: impl FnOnce(&mut account::ActiveModel)) -> Result<(), Error> {
    let (person, _) = scope.require_in_person()?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, person.id).await?;
    let mut account = account.ok_or(Forbidden)?.into_active_model();
    what(&mut account);
    account.update(&transaction).await?;
    let subject = Subject::Account(person.id);
    audit::record(&transaction, scope, Action::ProfileChanged, subject).await?;
    transaction.commit().await?;
    Ok(())
}
