//! Browsers that people signed in with. Failures in such a browser are counted apart, so that
//! guesses from elsewhere do not keep the person out (OWASP, "Slow Down Online Guessing Attacks
//! with Device Cookies"). The browser keeps a token in a cookie, which tells nothing of who uses
//! it; the portal keeps its hash for each account that signed in.

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

/// How long a browser stays known after its person last signed in.
pub const KNOWN_FOR: Duration = Duration::from_hours(180 * 24);
/// The largest number of browsers of a person; a further one replaces the one unused for longest.
const MAX_BROWSERS: u64 = 20;

/// The browser of the request, if the owner of the typed address signed in with it before.
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

/// Records a sign-in: the browser gets a new token and stays known to everybody who signed in with
/// it before. A token that somebody planted becomes worthless.
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

/// Replaces the token of a browser that is known to the person; tells whether it was.
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

/// Makes all browsers unknown to this person.
pub(super) async fn forget_all(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    browser::Entity::delete_many()
        .filter(browser::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Makes all browsers but the one of the request unknown to this person.
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

/// Deletes browsers that nobody signed in with for long.
pub(super) async fn delete_forgotten(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let forgotten = browser::Column::ExpiresAt.lte(now);
    cleanup::delete::<browser::Entity>(db, forgotten.into_condition()).await
}
