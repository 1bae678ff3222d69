//! Ends tokens: by their client (RFC 7009), by administrators, by whom they act for.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use super::{AuthenticatedClient, code::end_codes, tokens::alive_at};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{authorization_code, issued_token, refresh_token, token_family},
    ids::{AccountId, ClientId, TokenFamilyId, TokenId},
    oauth::{self, Authority, KeyError},
    token::Token,
};

/// Whose tokens are revoked, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Client(ClientId),
    Person(AccountId),
}

/// The most tokens that are revoked by name at once: more than a page has.
const MAX_AT_ONCE: usize = 200;

/// Revokes a client's own token, access or refresh, and the family that it belongs to. Any other
/// token is ignored; the answer is the same (RFC 7009 §2.2).
///
/// # Errors
/// When the keys or the database cannot be read or written.
pub async fn revoke(
    scope: &Scope,
    authority: &Authority,
    client: &AuthenticatedClient,
    token: &str,
) -> Result<(), KeyError> {
    let id = client.id();
    let claims = oauth::client_claims(&scope.portal, authority, token).await?;
    let transaction = scope.portal.db.begin().await?;
    if let Some(claims) = claims {
        if claims.client_id == id {
            end(&transaction, scope.now(), &[claims.jti]).await?;
        }
    } else if let Some(family) = family_of(&transaction, id, token).await? {
        end_family(&transaction, scope.now(), family).await?;
    }
    transaction.commit().await?;
    Ok(())
}

async fn family_of(
    db: &impl ConnectionTrait,
    client: ClientId,
    token: &str,
) -> Result<Option<TokenFamilyId>, DbErr> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let found = refresh_token::Entity::find()
        .find_also_related(token_family::Entity)
        .filter(refresh_token::Column::Hash.eq(token.hash()))
        .filter(token_family::Column::ClientId.eq(client))
        .one(db)
        .await?;
    Ok(found.map(|(row, _)| row.family_id))
}

/// Revokes these tokens, with the families that they belong to; how many there were.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn revoke_tokens(scope: &Scope, tokens: &[TokenId]) -> Result<u64, Error> {
    scope.require(Role::Administrator)?;
    let tokens = &tokens[..tokens.len().min(MAX_AT_ONCE)];
    let transaction = scope.portal.db.begin().await?;
    let ended = end(&transaction, scope.now(), tokens).await?;
    record(&transaction, scope, Subject::Nobody, ended).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// Revokes all tokens of a client or of a person.
///
/// # Errors
/// As [`revoke_tokens`].
pub async fn revoke_all(scope: &Scope, of: Holder) -> Result<u64, Error> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let (ended, subject) = match of {
        Holder::Client(id) => {
            let ended = end_tokens_of(&transaction, scope, id).await?;
            (ended, Subject::Client(id))
        }
        Holder::Person(id) => {
            let codes = authorization_code::Column::AccountId.eq(id);
            end_codes(&transaction, scope, codes).await?;
            let families = token_family::Column::AccountId.eq(id);
            let tokens = issued_token::Column::AccountId.eq(id);
            let ended = end_where(&transaction, scope.now(), families, tokens).await?;
            (ended, Subject::Account(id))
        }
    };
    record(&transaction, scope, subject, ended).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// Revokes a token that acts for the asker; tells whether there was one.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn revoke_own(scope: &Scope, token: TokenId) -> Result<bool, Error> {
    let (person, _) = scope.require_in_person()?;
    let transaction = scope.portal.db.begin().await?;
    let own = issued_token::Entity::find_by_id(token)
        .filter(issued_token::Column::AccountId.eq(person.id))
        .one(&transaction)
        .await?;
    if own.is_none() {
        return Ok(false);
    }
    let ended = end(&transaction, scope.now(), &[token]).await?;
    record(&transaction, scope, Subject::Account(person.id), ended).await?;
    transaction.commit().await?;
    Ok(true)
}

async fn record(
    transaction: &Transaction,
    scope: &Scope,
    subject: Subject,
    ended: u64,
) -> Result<(), DbErr> {
    let details = Some(ended.to_string());
    audit::record_with(transaction, scope, Action::TokensRevoked, subject, details).await
}

/// Ends all tokens of a client, and the codes that it could get others for.
pub(super) async fn end_tokens_of(
    transaction: &Transaction,
    scope: &Scope,
    client: ClientId,
) -> Result<u64, DbErr> {
    let codes = authorization_code::Column::ClientId.eq(client);
    end_codes(transaction, scope, codes).await?;
    let families = token_family::Column::ClientId.eq(client);
    let tokens = issued_token::Column::ClientId.eq(client);
    end_where(transaction, scope.now(), families, tokens).await
}

pub(super) async fn end_family(
    transaction: &Transaction,
    now: Timestamp,
    family: TokenFamilyId,
) -> Result<u64, DbErr> {
    let families = token_family::Column::Id.eq(family);
    let tokens = issued_token::Column::FamilyId.eq(family);
    end_where(transaction, now, families, tokens).await
}

/// Ends tokens by name, and their families.
async fn end(transaction: &Transaction, now: Timestamp, tokens: &[TokenId]) -> Result<u64, DbErr> {
    let these = issued_token::Column::Id.is_in(tokens.iter().copied());
    let families: Vec<Option<TokenFamilyId>> = issued_token::Entity::find()
        .select_only()
        .column(issued_token::Column::FamilyId)
        .filter(these.clone())
        .into_tuple()
        .all(transaction)
        .await?;
    let mut families: Vec<_> = families.into_iter().flatten().collect();
    families.sort_unstable();
    families.dedup();
    let mut ended = 0;
    for family in families {
        ended += end_family(transaction, now, family).await?;
    }
    Ok(ended + end_rows(transaction, now, these).await?)
}

/// Families come first: whoever exchanges a refresh token holds the lock of its family, so what
/// they got is seen by the second statement.
async fn end_where(
    transaction: &Transaction,
    now: Timestamp,
    families: Expr,
    tokens: Expr,
) -> Result<u64, DbErr> {
    token_family::Entity::update_many()
        .col_expr(token_family::Column::EndedAt, Expr::value(now))
        .filter(families)
        .filter(token_family::Column::EndedAt.is_null())
        .exec(transaction)
        .await?;
    end_rows(transaction, now, tokens).await
}

async fn end_rows(transaction: &Transaction, now: Timestamp, tokens: Expr) -> Result<u64, DbErr> {
    let ended = issued_token::Entity::update_many()
        .col_expr(issued_token::Column::RevokedAt, Expr::value(now))
        .filter(tokens)
        .filter(alive_at(now))
        .exec(transaction)
        .await?;
    Ok(ended.rows_affected)
}
