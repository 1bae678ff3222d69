//! Registers somebody who was invited: the mail with the invitation proves their address, so no other
//! link need be sent.

use locales::Locale;
use sea_orm::DbErr;
use values::PersonName;

use super::{
    Email, OpenedSession, Registration, SessionKind,
    insert::{NewRow, insert},
    links, lookup, registration,
    sessions::{self, SessionOpening},
};
use crate::{Scope, audit::Action, db::Transaction, token::Token};

/// What an invited person says of themselves, and the browser that they say it in.
pub(crate) struct Invited<'a> {
    pub given_name: PersonName,
    pub family_name: PersonName,
    pub email: Email,
    pub locale: Locale,
    pub device: &'a str,
    /// The session that the browser has, which ends.
    pub current: Option<&'a Token>,
}

/// Makes an account with a verified address and opens a session that may only set its password;
/// `None` when the address has an account whose owner verified it: theirs is the password alone.
pub(crate) async fn register_invited(
    transaction: &Transaction,
    scope: &Scope,
    invited: Invited<'_>,
) -> Result<Option<OpenedSession>, DbErr> {
    let consent = registration::consent_now(scope);
    let row = NewRow {
        given_name: &invited.given_name,
        family_name: &invited.family_name,
        email: &invited.email,
        locale: invited.locale,
        consent: consent.clone(),
        password_hash: None,
    };
    if insert(transaction, scope, row).await?.is_none() {
        let said = Registration {
            given_name: invited.given_name,
            family_name: invited.family_name,
            email: invited.email.clone(),
            locale: invited.locale,
        };
        registration::rewrite_unverified(transaction, &said, &consent).await?;
    }
    let account = lookup::lock_by_email(transaction, &invited.email).await?;
    let Some(account) = account.filter(|account| account.email_verified_at.is_none()) else {
        return Ok(None);
    };
    links::verify_address(transaction, &account, scope.now()).await?;
    if let Some(token) = invited.current {
        sessions::end_by_token(transaction, token).await?;
    }
    let opening = SessionOpening {
        kind: SessionKind::PasswordOnly,
        device: invited.device,
        by: Action::LinkUsed,
    };
    sessions::open(transaction, scope, &account, opening)
        .await
        .map(Some)
}
