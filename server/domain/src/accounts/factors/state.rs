//! The second factors of a person, as they see them, and the browsers that need none.

use sea_orm::EntityTrait;

use super::{app, recovery, removal};
use crate::{
    Error, Forbidden, Scope,
    accounts::browsers,
    audit::{self, Action, Subject},
    clock::Timestamp,
    entities::account,
    ids::BrowserId,
    vocabulary::StaffFactorPolicy,
};

/// A browser in which its person need not give a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedBrowser {
    pub id: BrowserId,
    /// What the browser said of itself.
    pub device: String,
    pub seen_at: Timestamp,
    pub until: Timestamp,
    pub is_current: bool,
}

#[derive(Clone, Debug)]
pub struct FactorState {
    /// Since when a sign-in asks for a second factor; `None` while it does not.
    pub since: Option<Timestamp>,
    /// When the app was added.
    pub app_since: Option<Timestamp>,
    /// How many are left.
    pub recovery_codes: u64,
    pub trusted: Vec<TrustedBrowser>,
    /// Until when a second person of staff may confirm their removal, if one waits.
    pub removal_until: Option<Timestamp>,
    /// Whether whoever has a role needs a second factor to use it.
    pub is_required_of_staff: bool,
}

/// The asker's second factors.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn state(scope: &Scope) -> Result<FactorState, Error> {
    let (person, _) = scope.require_in_person()?;
    let db = scope.portal.db.reader();
    let account = account::Entity::find_by_id(person.id).one(db).await?;
    let app = app::find(db, person.id).await?;
    Ok(FactorState {
        since: account.ok_or(Forbidden)?.second_factor_at,
        app_since: app.and_then(|app| app.confirmed_at),
        recovery_codes: recovery::left(db, person.id).await?,
        trusted: browsers::trusted(scope, person.id).await?,
        removal_until: removal::waits_until(db, scope, person.id).await?,
        is_required_of_staff: scope.portal.settings.staff_second_factor
            == StaffFactorPolicy::Required,
    })
}

/// Has one of the asker's browsers ask for a second factor again; tells whether it did not before.
///
/// # Errors
/// As [`state`].
pub async fn forget_browser(scope: &Scope, id: BrowserId) -> Result<bool, Error> {
    let (person, _) = scope.require_in_person()?;
    let transaction = scope.portal.db.begin().await?;
    let forgotten = browsers::trust_no_more(&transaction, person.id, id).await?;
    if forgotten {
        let subject = Subject::Account(person.id);
        audit::record(&transaction, scope, Action::BrowserForgotten, subject).await?;
    }
    transaction.commit().await?;
    Ok(forgotten)
}
