//! Opens sessions.

use std::time::Duration;

use locales::Locale;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::SessionKind;
use crate::{
    Actor, CurrentSession, OwnFactors, Scope,
    accounts::{ReturnTo, browsers, lookup},
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{account, session},
    ids::{AccountId, SessionId},
    jobs::{self, Job, Mail},
    settings::Lifetimes,
    token::Token,
};

/// The largest length of a browser's description, in characters; the rest is cut.
const DEVICE_CHARS: usize = 200;

/// How long a session waits for the second factor.
const FACTOR_SESSION: Duration = Duration::from_mins(10);

/// What the cookie of a new session needs.
#[derive(Clone, Debug)]
pub struct OpenedSession {
    pub account: AccountId,
    pub kind: SessionKind,
    pub token: Token,
    pub lifetime: Duration,
    /// The new token of the browser; `None` in a session that is good for one thing alone.
    pub browser: Option<Token>,
    pub locale: Locale,
    /// The page to continue with after the password is set, if the link named one.
    pub return_to: Option<ReturnTo>,
    /// Whether the person agreed to the terms in force.
    pub accepted_terms: bool,
}

/// The properties of a session to be opened.
pub struct SessionOpening<'a> {
    pub kind: SessionKind,
    pub device: &'a str,
    /// The audit action that opened it.
    pub by: Action,
}

/// Opens a session and records the action that did.
pub async fn open(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    opening: SessionOpening<'_>,
) -> Result<OpenedSession, DbErr> {
    forget_expired(transaction, scope, account).await?;
    let id: SessionId = scope.portal.new_id();
    let token = Token::generate(scope.portal.random.as_ref());
    let device: String = opening.device.chars().take(DEVICE_CHARS).collect();
    let lifetime = lifetime(&scope.portal.settings.lifetimes, opening.kind);
    session::ActiveModel {
        id: Set(id),
        account_id: Set(account.id),
        token_hash: Set(token.hash()),
        kind: Set(opening.kind),
        device: Set(device.clone()),
        address: Set(scope.origin.address.map(|address| address.to_string())),
        created_at: Set(scope.now()),
        last_seen_at: Set(scope.now()),
        confirmed_at: Set(None),
        expires_at: Set(scope.now() + lifetime),
    }
    .insert(transaction)
    .await?;
    let current = CurrentSession {
        id,
        kind: opening.kind,
        confirmed_at: scope.now(),
        lacks_factor: false,
        // Nothing of it is recorded.
        factors: OwnFactors::default(),
    };
    let opened = Scope {
        actor: Actor::Person(lookup::person(account), current),
        ..scope.clone()
    };
    audit::record(
        transaction,
        &opened,
        opening.by,
        Subject::Account(account.id),
    )
    .await?;
    let browser = match opening.kind {
        SessionKind::Full => {
            let browser = browsers::record_sign_in(transaction, scope, account.id, &device).await?;
            if browser.is_strange && opening.by == Action::SignedIn {
                announce(transaction, scope, account.id, id).await?;
            }
            Some(browser.token)
        }
        SessionKind::PasswordOnly | SessionKind::AwaitingFactor => None,
    };
    Ok(OpenedSession {
        account: account.id,
        kind: opening.kind,
        return_to: None,
        accepted_terms: account.terms_version == scope.portal.settings.terms_version,
        token,
        lifetime,
        browser,
        locale: lookup::locale_of(account),
    })
}

/// Tells the owner of a sign-in with a browser that they never signed in with.
async fn announce(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    session: SessionId,
) -> Result<(), DbErr> {
    let mail = Mail::NewSignIn {
        account,
        session,
        at: scope.now(),
    };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

fn lifetime(lifetimes: &Lifetimes, kind: SessionKind) -> Duration {
    match kind {
        SessionKind::Full => lifetimes.session_absolute,
        SessionKind::PasswordOnly => lifetimes.password_session,
        SessionKind::AwaitingFactor => FACTOR_SESSION,
    }
}

async fn forget_expired(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
) -> Result<(), DbErr> {
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.id))
        .filter(session::Column::ExpiresAt.lte(scope.now()))
        .exec(transaction)
        .await?;
    Ok(())
}
