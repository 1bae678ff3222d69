//! Inserts a new account.

use locales::Locale;
use sea_orm::{DbErr, EntityTrait, Set, sea_query::OnConflict};
use values::PersonName;

use super::{Consent, Email};
use crate::{
    Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::account,
    folding::fold,
    ids::AccountId,
};

pub(super) struct NewRow<'a> {
    pub given_name: &'a PersonName,
    pub family_name: &'a PersonName,
    pub email: &'a Email,
    pub locale: Locale,
    pub consent: Consent,
    /// Only for a verified address.
    pub password_hash: Option<String>,
}

/// Inserts an account and returns its identifier; `None` when the address has one, which the unique
/// index decides.
pub(super) async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    row: NewRow<'_>,
) -> Result<Option<AccountId>, DbErr> {
    let id = scope.portal.new_id();
    let inserted = account::Entity::insert(row.into_active_model(id, scope.now()))
        .on_conflict(
            OnConflict::column(account::Column::Email)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    if inserted == 0 {
        return Ok(None);
    }
    audit::record(
        transaction,
        scope,
        Action::AccountRegistered,
        Subject::Account(id),
    )
    .await?;
    Ok(Some(id))
}

impl NewRow<'_> {
    fn into_active_model(self, id: AccountId, now: Timestamp) -> account::ActiveModel {
        let verified_at = self.password_hash.is_some().then_some(now);
        account::ActiveModel {
            id: Set(id),
            email: Set(self.email.clone()),
            given_name: Set(self.given_name.to_string()),
            family_name: Set(self.family_name.to_string()),
            search_text: Set(search_text(self.given_name, self.family_name, self.email)),
            locale: Set(self.locale.to_string()),
            password_hash: Set(self.password_hash),
            password_changed_at: Set(verified_at),
            email_verified_at: Set(verified_at),
            terms_version: Set(self.consent.terms_version),
            terms_accepted_at: Set(self.consent.given_at),
            last_sign_in_at: Set(None),
            second_factor_at: Set(None),
            created_at: Set(now),
        }
    }
}

/// The text that searches for an account look through.
pub(crate) fn search_text(given: &PersonName, family: &PersonName, email: &Email) -> String {
    fold(&format!("{given} {family} {}", email.search_forms()))
}
