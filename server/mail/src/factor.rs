//! The mails about signing in to an account: with another browser, and with what beside the
//! password.

use domain::{
    Scope,
    accounts::{FactorChange, sessions},
    clock::Timestamp,
    dates,
    ids::{AccountId, SessionId},
};
use locales::{Locale, mail as t};

use super::{
    letters::{NewSignIn, SecondFactorChanged},
    links,
    render::{Reader, Rendered},
};

/// That somebody signed in with a browser that was not known.
pub(super) async fn new_sign_in(
    scope: &Scope,
    account: AccountId,
    (session, at): (SessionId, Timestamp),
) -> Rendered {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let address = sessions::address_of(scope.portal.db.reader(), session).await?;
    let zone = scope.portal.settings.time_zone;
    let letter = NewSignIn {
        name: reader.name.clone(),
        at: dates::date_time(at, zone, reader.locale),
        address,
        forgotten: links::forgotten_password(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// What was done to the second factors of an account.
pub(super) async fn changed(scope: &Scope, account: AccountId, change: FactorChange) -> Rendered {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let (locale, brand) = (reader.locale, &scope.portal.settings.brand_name);
    let subject = match change {
        FactorChange::RemovalAsked => t::factor_removal_subject(locale),
        _ => t::factor_subject(locale),
    };
    let letter = SecondFactorChanged {
        name: reader.name.clone(),
        subject,
        what: what(change, locale, brand),
        unexpected: unexpected(change, locale),
        button: t::roles_button(locale),
        link: links::second_factor(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

fn what(change: FactorChange, locale: Locale, brand: &str) -> String {
    match change {
        FactorChange::AppAdded => t::factor_app_added(locale, brand),
        FactorChange::AppRemoved => t::factor_app_removed(locale, brand),
        FactorChange::PasskeyAdded => t::factor_passkey_added(locale, brand),
        FactorChange::PasskeyRemoved => t::factor_passkey_removed(locale, brand),
        FactorChange::RecoveryCodesMade => t::factor_codes_made(locale, brand),
        FactorChange::RecoveryCodeUsed => t::factor_code_used(locale, brand),
        FactorChange::RemovalAsked => t::factor_removal_asked(locale, brand),
        FactorChange::RemovalWithdrawn => t::factor_removal_withdrawn(locale, brand),
        FactorChange::RemovedByStaff => t::factor_removed_by_staff(locale, brand),
    }
}

const fn unexpected(change: FactorChange, locale: Locale) -> &'static str {
    match change {
        FactorChange::RemovalAsked => t::factor_removal_unexpected(locale),
        FactorChange::RemovedByStaff => t::factor_add_again(locale),
        _ => t::factor_unexpected(locale),
    }
}
