//! A person lets a program act for them. What they agree to is what the page showed them: it is
//! sealed into its form, and held against the request once more.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use super::AuthorizationRequest;
use crate::{
    CurrentSession, Error, Person, Scope, accounts,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::is_duplicate,
    entities::authorization_code,
    from_common,
    ids::{AccountId, AuthorizationCodeId, ClientId, SessionId},
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
    /// Of the code that it may lead to, so that it leads to one.
    code: AuthorizationCodeId,
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
    fn of(
        code: AuthorizationCodeId,
        (person, session): (&Person, CurrentSession),
        request: &AuthorizationRequest,
        until: i64,
    ) -> Self {
        Self {
            code,
            account: person.id,
            session: session.id,
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
    let asker = scope.require_in_person()?;
    let shown = Shown::of(
        scope.portal.new_id(),
        asker,
        request,
        request.until.timestamp(),
    );
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
/// that the program is answered with. Of a form that is sent twice the later code is good.
///
/// # Errors
/// [`ConsentError::Changed`] unless the form shows this request and its code is yet to be used,
/// [`ConsentError::Unconfirmed`] until the asker gives the password again, [`Error::Forbidden`] unless a person is signed in.
pub async fn consent(
    scope: &Scope,
    vault: &Vault,
    request: &AuthorizationRequest,
    sealed: &str,
) -> Result<Token, ConsentError> {
    let asker = scope.require_in_person()?;
    let (person, _) = asker;
    let (id, until) = shown(scope, vault, (asker, request), sealed).ok_or(ConsentError::Changed)?;
    if !scope.is_confirmed() {
        return Err(ConsentError::Unconfirmed);
    }
    let mark = accounts::password_mark(scope.portal.db.reader(), person.id).await?;
    let mark = mark.ok_or(Error::NotFound("no password"))?;
    let code = Token::generate(scope.portal.random.as_ref());
    let row = authorization_code::ActiveModel {
        id: Set(id),
        hash: Set(code.hash()),
        client_id: Set(request.client),
        account_id: Set(person.id),
        redirect_address: Set(request.answer.address.clone()),
        scopes: Set(request.scopes.join(" ")),
        resource: Set(request.resource.clone()),
        challenge: Set(request.challenge.clone()),
        password_mark: Set(mark),
        ends_at: Set(until),
        created_at: Set(scope.now()),
        expires_at: Set(scope.now() + CODE_LIFETIME),
        used_at: Set(None),
        family_id: Set(None),
    };
    match write(scope, request, row).await {
        Err(error) if is_duplicate(&error) => replace(scope, id, &code).await?,
        written => written?,
    }
    Ok(code)
}

async fn write(
    scope: &Scope,
    request: &AuthorizationRequest,
    row: authorization_code::ActiveModel,
) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    row.insert(&transaction).await?;
    let scopes = Some(request.scopes.join(" "));
    let (action, client) = (Action::ConsentGiven, Subject::Client(request.client));
    audit::record_with(&transaction, scope, action, client, scopes).await?;
    transaction.commit().await
}

/// The form was sent twice. The browser follows the later answer, whose code takes the place of the
/// first, unless the program has used that.
async fn replace(scope: &Scope, id: AuthorizationCodeId, code: &Token) -> Result<(), ConsentError> {
    let replaced = authorization_code::Entity::update_many()
        .col_expr(authorization_code::Column::Hash, Expr::value(code.hash()))
        .filter(authorization_code::Column::Id.eq(id))
        .filter(authorization_code::Column::UsedAt.is_null())
        .filter(authorization_code::Column::ExpiresAt.gt(scope.now()))
        .exec(scope.portal.db.writer())
        .await?;
    if replaced.rows_affected == 0 {
        return Err(ConsentError::Changed);
    }
    Ok(())
}

/// The code that a form leads to, and until when the program may then act; `None` when it showed
/// something else.
fn shown(
    scope: &Scope,
    vault: &Vault,
    (asker, request): ((&Person, CurrentSession), &AuthorizationRequest),
    sealed: &str,
) -> Option<(AuthorizationCodeId, Timestamp)> {
    let text = notes::open(&scope.portal, vault, Purpose::Consent, sealed)?;
    let shown: Shown = serde_json::from_str(&text).ok()?;
    let until = DateTime::from_timestamp(shown.until, 0)?;
    let is_same = shown == Shown::of(shown.code, asker, request, shown.until);
    is_same.then_some((shown.code, until))
}
