//! Browsers that people came in with: what is tried there is counted apart, so that nobody who
//! guesses elsewhere keeps them out (OWASP, "Slow Down Online Guessing Attacks with Device
//! Cookies"). The browser has a token in a cookie, which says nothing of who uses it; the portal
//! has its hash beside each account that came in.

use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set, sea_query::IntoCondition,
};

use super::Email;
use crate::{
    Scope, cleanup,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::{account, browser},
    ids::{AccountId, BrowserId},
    token::Token,
};

/// How long a browser is known after its person last came in.
pub const KNOWN_FOR: Duration = Duration::from_hours(180 * 24);
/// Of one person; the one not seen for longest is forgotten first.
const MAX_BROWSERS: u64 = 20;

/// The browser that asks, if the owner of the address as typed came in with it before.
pub(super) async fn known(scope: &Scope, typed: &str) -> Result<Option<BrowserId>, DbErr> {
    let (Some(token), Ok(email)) = (&scope.browser, Email::parse(typed)) else {
        return Ok(None);
    };
    let owner = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::Email.eq(email));
    browser::Entity::find()
        .select_only()
        .column(browser::Column::Id)
        .filter(browser::Column::TokenHash.eq(token.hash()))
        .filter(browser::Column::AccountId.in_subquery(owner.into_query()))
        .filter(browser::Column::ExpiresAt.gt(scope.now()))
        .into_tuple()
        .one(scope.portal.db.reader())
        .await
}

/// A person came in: the browser gets a new token, by which it is known to them and to those who
/// came in with it before. A token that somebody planted is worth nothing afterwards.
pub(super) async fn record_sign_in(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<Token, DbErr> {
    let token = Token::generate(scope.portal.random.as_ref());
    if let Some(before) = &scope.browser {
        rename(transaction, before, &token).await?;
    }
    if !seen(transaction, scope, account, &token).await? {
        remember(transaction, scope, account, &token).await?;
        forget_surplus(transaction, account).await?;
    }
    Ok(token)
}

async fn rename(transaction: &Transaction, before: &Token, now: &Token) -> Result<(), DbErr> {
    browser::Entity::update_many()
        .col_expr(browser::Column::TokenHash, now.hash().into())
        .filter(browser::Column::TokenHash.eq(before.hash()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Whether the browser was known to the person.
async fn seen(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    token: &Token,
) -> Result<bool, DbErr> {
    let seen = browser::Entity::update_many()
        .col_expr(browser::Column::SeenAt, scope.now().into())
        .col_expr(browser::Column::ExpiresAt, (scope.now() + KNOWN_FOR).into())
        .filter(browser::Column::TokenHash.eq(token.hash()))
        .filter(browser::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(seen.rows_affected > 0)
}

async fn remember(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    token: &Token,
) -> Result<(), DbErr> {
    browser::ActiveModel {
        id: Set(scope.portal.new_id()),
        account_id: Set(account),
        token_hash: Set(token.hash()),
        seen_at: Set(scope.now()),
        expires_at: Set(scope.now() + KNOWN_FOR),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

async fn forget_surplus(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    let kept: Vec<BrowserId> = browser::Entity::find()
        .select_only()
        .column(browser::Column::Id)
        .filter(browser::Column::AccountId.eq(account))
        .order_by_desc(browser::Column::SeenAt)
        .order_by_desc(browser::Column::Id)
        .limit(MAX_BROWSERS)
        .into_tuple()
        .all(transaction)
        .await?;
    browser::Entity::delete_many()
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::Id.is_not_in(kept))
        .exec(transaction)
        .await?;
    Ok(())
}

/// No browser is known to this person any more.
pub(super) async fn forget_all(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    browser::Entity::delete_many()
        .filter(browser::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

/// No browser but the one that asks is known to this person any more.
pub(super) async fn forget_others(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<(), DbErr> {
    let Some(this) = &scope.browser else {
        return forget_all(transaction, account).await;
    };
    browser::Entity::delete_many()
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::TokenHash.ne(this.hash()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Deletes those that nobody came in with for long.
pub(super) async fn delete_forgotten(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let forgotten = browser::Column::ExpiresAt.lte(now);
    cleanup::delete::<browser::Entity>(db, forgotten.into_condition()).await
}
