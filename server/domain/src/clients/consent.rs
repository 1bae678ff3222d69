//! A person lets a program act for them. What they agree to is what the page showed them: it is
//! sealed into its form, and held against the request once more.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use sea_orm::{ActiveModelTrait, Set};
use serde::{Deserialize, Serialize};

use super::AuthorizationRequest;
use crate::{
    Error, Person, Scope, accounts,
    audit::{self, Action, Subject},
    clock::Timestamp,
    entities::authorization_code,
    from_common,
    ids::{AccountId, ClientId, SessionId},
    notes::{self, Purpose},
    store::Vault,
    token::Token,
};

/// How long a program may take to come for its tokens; a browser hands a code on at once.
const CODE_LIFETIME: TimeDelta = TimeDelta::seconds(60);
/// How long somebody may think about it.
const THINKING: Duration = Duration::from_mins(30);

#[derive(Debug, thiserror::Error)]
pub enum ConsentError {
    /// What was shown is not what is asked for now, or was shown long ago or to somebody else.
    #[error("something else was shown")]
    Changed,
    /// The person must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ConsentError);

/// All that a page shows of a request, and to whom.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    account: AccountId,
    session: SessionId,
    client: ClientId,
    name: String,
    address: String,
    state: Option<String>,
    scopes: Vec<String>,
    resource: String,
    challenge: Vec<u8>,
    /// Seconds since 1970.
    until: i64,
}

impl Shown {
    fn of(person: &Person, request: &AuthorizationRequest, until: i64) -> Self {
        Self {
            account: person.id,
            session: person.session,
            client: request.client,
            name: request.client_name.clone(),
            address: request.answer.address.clone(),
            state: request.answer.state.clone(),
            scopes: request.scopes.clone(),
            resource: request.resource.clone(),
            challenge: request.challenge.clone(),
            until,
        }
    }
}

/// What the form of the page carries, of a request as it is shown to the asker.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub fn seal_request(
    scope: &Scope,
    vault: &Vault,
    request: &AuthorizationRequest,
) -> Result<String, Error> {
    let person = scope.require_signed_in()?;
    let shown = Shown::of(person, request, request.until.timestamp());
    let text = serde_json::to_string(&shown).unwrap_or_default();
    Ok(notes::seal(
        &scope.portal,
        vault,
        Purpose::Consent,
        &text,
        THINKING,
    ))
}

/// Lets a program act for the asker, as a form says that was sealed for this very request; the code
/// that the program is answered with.
///
/// # Errors
/// [`ConsentError::Changed`] unless the form shows this request, [`ConsentError::Unconfirmed`] until
/// the asker gives the password again, [`Error::Forbidden`] unless a person is signed in.
pub async fn consent(
    scope: &Scope,
    vault: &Vault,
    request: &AuthorizationRequest,
    sealed: &str,
) -> Result<Token, ConsentError> {
    let person = scope.require_signed_in()?;
    let until = shown_until(scope, vault, (person, request), sealed);
    let until = until.ok_or(ConsentError::Changed)?;
    if !scope.is_confirmed() {
        return Err(ConsentError::Unconfirmed);
    }
    let transaction = scope.portal.db.begin().await?;
    let mark = accounts::password_mark(&transaction, person.id).await?;
    let mark = mark.ok_or(Error::NotFound("no password"))?;
    let code = Token::generate(scope.portal.random.as_ref());
    let scopes = request.scopes.join(" ");
    authorization_code::ActiveModel {
        id: Set(scope.portal.new_id()),
        hash: Set(code.hash()),
        client_id: Set(request.client),
        account_id: Set(person.id),
        redirect_address: Set(request.answer.address.clone()),
        scopes: Set(scopes.clone()),
        resource: Set(request.resource.clone()),
        challenge: Set(request.challenge.clone()),
        password_mark: Set(mark),
        ends_at: Set(until),
        created_at: Set(scope.now()),
        expires_at: Set(scope.now() + CODE_LIFETIME),
        used_at: Set(None),
        family_id: Set(None),
    }
    .insert(&transaction)
    .await?;
    let (action, client) = (Action::ConsentGiven, Subject::Client(request.client));
    audit::record_with(&transaction, scope, action, client, Some(scopes)).await?;
    transaction.commit().await?;
    Ok(code)
}

/// Until when the program may act, as the form showed it; `None` when it showed something else.
fn shown_until(
    scope: &Scope,
    vault: &Vault,
    (person, request): (&Person, &AuthorizationRequest),
    sealed: &str,
) -> Option<Timestamp> {
    let text = notes::open(&scope.portal, vault, Purpose::Consent, sealed)?;
    let shown: Shown = serde_json::from_str(&text).ok()?;
    let until = shown.until;
    let is_same = shown == Shown::of(person, request, until);
    DateTime::from_timestamp(until, 0).filter(|_| is_same)
}
