//! Exchanges a refresh token for the next one (RFC 6749 §6). A token is good once. Whoever asks
//! again within seconds, because the answer was lost or two threads asked at once, gets the same
//! answer; whoever asks later ends the family (RFC 9700 §4.14.2).

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    Set, sea_query::Expr,
};

use super::{
    Asked, GrantType, TokenAnswer, TokenDoor, TokenRefusal, access,
    grant::granted,
    issue::{NewRefresh, NewToken, write},
    resource,
    revoke::end_family,
};
use crate::{
    Scope, accounts,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{issued_token, oauth_client, refresh_token, token_family},
    oauth,
    store::{SealedSecret, Vault},
    token::Token,
};

/// How long the answer is kept.
pub(super) const ANSWER_KEPT: TimeDelta = TimeDelta::seconds(10);

pub(super) async fn refresh(
    scope: &Scope,
    door: TokenDoor<'_>,
    client: &oauth_client::Model,
    token: &str,
    asked: Asked<'_>,
) -> Result<TokenAnswer, TokenRefusal> {
    let token = Token::parse(token).ok_or(TokenRefusal::Refresh)?;
    let signer = oauth::signer(&scope.portal, door.authority).await?;
    let transaction = scope.portal.db.begin().await?;
    let (family, row) = lock(&transaction, client, &token).await?;
    let mark = accounts::password_mark(&transaction, family.account_id).await?;
    let is_over = family.ended_at.is_some()
        || !access::may_ask(client.bound_account_id, Some(family.account_id))
        || row.expires_at <= scope.now()
        || mark.as_ref() != Some(&family.password_mark)
        || needs_factor(&transaction, &family).await?;
    if is_over {
        return Err(TokenRefusal::Refresh);
    }
    if row.used_at.is_some() {
        return match kept_answer(scope, door.vault, &row) {
            Some(answer) => Ok(answer),
            None => reused(transaction, scope, client, family).await,
        };
    }
    let own = still_granted(&row.scopes, &client.scopes);
    let scopes = granted(&own, asked.scopes)?;
    let audience = audience(scope, &family, asked.resources)?;
    let (next, new) = next_tokens(scope, client, &family, (&own, &scopes));
    let new = new.for_resource(audience);
    let answer = new.sign(&signer, Some(&next.token))?;
    let answer = answer.telling_scope(family.grant_type, &scopes);
    keep_answer(&transaction, scope, door.vault, row, &answer).await?;
    let mut family = family.into_active_model();
    family.expires_at = Set(next.expires_at);
    family.last_used_at = Set(Some(scope.now()));
    family.update(&transaction).await?;
    forget_refresh(&transaction, &new).await?;
    next.write(&transaction, scope).await?;
    write(&transaction, new).await?;
    transaction.commit().await?;
    Ok(answer)
}

/// Whether the account has got a second factor since its password alone began the family.
async fn needs_factor(
    transaction: &Transaction,
    family: &token_family::Model,
) -> Result<bool, DbErr> {
    let is_by_password = family.grant_type == GrantType::Password;
    Ok(is_by_password && accounts::has_second_factor(transaction, family.account_id).await?)
}

/// The next tokens of a family, the refresh token with all that it may have, the other with what is
/// asked for. What somebody agreed to until a certain time is never longer.
fn next_tokens(
    scope: &Scope,
    client: &oauth_client::Model,
    family: &token_family::Model,
    (own, asked): (&str, &str),
) -> (NewRefresh, NewToken) {
    let by_consent = family.grant_type == GrantType::AuthorizationCode;
    let end = by_consent.then_some(family.expires_at);
    let next = NewRefresh::of(scope, client, family.id, own).until(end);
    let account = family.account_id;
    let new = NewToken::of(scope, client, account, GrantType::RefreshToken, asked)
        .until(end)
        .in_family(family.id, Some(next.expires_at));
    (next, new)
}

/// What the next token of a family is for.
fn audience(
    scope: &Scope,
    family: &token_family::Model,
    asked: &[&str],
) -> Result<String, TokenRefusal> {
    let stored = family.resource.as_deref().unwrap_or_default();
    let granted = resource::current(&scope.portal.settings, stored);
    let asked = asked.iter().copied();
    Ok(resource::narrowed(&scope.portal, &granted, asked)?)
}

/// The refresh token is used, so the access tokens of before cannot be renewed by it any more.
async fn forget_refresh(transaction: &Transaction, new: &NewToken) -> Result<(), DbErr> {
    let nothing: Option<Timestamp> = None;
    issued_token::Entity::update_many()
        .col_expr(issued_token::Column::RefreshExpiresAt, Expr::value(nothing))
        .filter(issued_token::Column::FamilyId.eq(new.family))
        .filter(issued_token::Column::RefreshExpiresAt.is_not_null())
        .exec(transaction)
        .await?;
    Ok(())
}

/// Locks the family of a client's token, so that its tokens are used one after the other, and reads
/// the token as the one before left it.
async fn lock(
    transaction: &Transaction,
    client: &oauth_client::Model,
    token: &Token,
) -> Result<(token_family::Model, refresh_token::Model), TokenRefusal> {
    let find = || {
        let its = refresh_token::Column::Hash.eq(token.hash());
        refresh_token::Entity::find().filter(its).one(transaction)
    };
    let row = find().await?.ok_or(TokenRefusal::Refresh)?;
    let family = token_family::Entity::find_by_id(row.family_id)
        .filter(token_family::Column::ClientId.eq(client.id))
        .lock_exclusive()
        .one(transaction)
        .await?;
    let family = family.ok_or(TokenRefusal::Refresh)?;
    let row = find().await?.ok_or(TokenRefusal::Refresh)?;
    Ok((family, row))
}

/// Those scopes of a token that its client still has.
pub(super) fn still_granted(of_token: &str, of_client: &str) -> String {
    let has = |scope: &&str| of_client.split(' ').any(|it| it == *scope);
    let left: Vec<_> = of_token.split(' ').filter(has).collect();
    left.join(" ")
}

/// What the use of a token was answered with, while that is kept.
fn kept_answer(scope: &Scope, vault: &Vault, row: &refresh_token::Model) -> Option<TokenAnswer> {
    let is_fresh = row.used_at.is_some_and(|at| scope.now() < at + ANSWER_KEPT);
    let sealed = SealedSecret {
        bytes: row.answer.clone().filter(|_| is_fresh)?,
        version: row.key_version?,
    };
    let plain = vault.open_bytes(row.id.0, &sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}

async fn keep_answer(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    row: refresh_token::Model,
    answer: &TokenAnswer,
) -> Result<(), TokenRefusal> {
    let plain = serde_json::to_vec(answer).unwrap_or_default();
    let sealed = vault.seal_bytes(row.id.0, &plain, scope.portal.random.as_ref());
    let mut row = row.into_active_model();
    row.used_at = Set(Some(scope.now()));
    row.answer = Set(Some(sealed.bytes));
    row.key_version = Set(Some(sealed.version));
    row.update(transaction).await?;
    Ok(())
}

async fn reused(
    transaction: Transaction,
    scope: &Scope,
    client: &oauth_client::Model,
    family: token_family::Model,
) -> Result<TokenAnswer, TokenRefusal> {
    let details = Some(family.account_id.to_string());
    end_family(&transaction, scope.now(), family.id).await?;
    let subject = Subject::Client(client.id);
    audit::record_with(&transaction, scope, Action::TokenReused, subject, details).await?;
    transaction.commit().await?;
    Err(TokenRefusal::Reused)
}
