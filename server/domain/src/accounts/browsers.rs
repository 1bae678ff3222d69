//! Browsers that people signed in with. Failures in such a browser are counted apart, so that
//! guesses from elsewhere do not keep the person out (OWASP, "Slow Down Online Guessing Attacks
//! with Device Cookies"). The browser keeps a token in a cookie, which tells nothing of who uses
//! it; the portal keeps its hash for each account that signed in.

use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set, UpdateMany,
    sea_query::{Expr, IntoCondition},
};

use super::{Email, factors::TrustedBrowser};
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
/// How long a browser that somebody trusts needs no second factor.
const TRUSTED_FOR: Duration = Duration::from_hours(30 * 24);
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

/// A browser after a sign-in.
pub(super) struct SignedInBrowser {
    pub token: Token,
    /// Whether the person has signed in with others before, and never with this one.
    pub is_strange: bool,
}

/// Records a sign-in: the browser gets a new token and stays known to everybody who signed in with
/// it before. A token that somebody planted becomes worthless.
pub(super) async fn record_sign_in(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    device: &str,
) -> Result<SignedInBrowser, DbErr> {
    let token = Token::generate(scope.portal.random.as_ref());
    if let Some(before) = &scope.browser {
        rename(transaction, before, &token).await?;
    }
    if seen(transaction, scope, account, &token).await? {
        let is_strange = false;
        return Ok(SignedInBrowser { token, is_strange });
    }
    let is_strange = has_some(transaction, account).await?;
    remember(transaction, scope, account, (&token, device)).await?;
    forget_surplus(transaction, account).await?;
    Ok(SignedInBrowser { token, is_strange })
}

async fn has_some(transaction: &Transaction, account: AccountId) -> Result<bool, DbErr> {
    let one = browser::Entity::find()
        .filter(browser::Column::AccountId.eq(account))
        .one(transaction)
        .await?;
    Ok(one.is_some())
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
    (token, device): (&Token, &str),
) -> Result<(), DbErr> {
    browser::ActiveModel {
        id: Set(scope.portal.new_id()),
        account_id: Set(account),
        token_hash: Set(token.hash()),
        seen_at: Set(scope.now()),
        expires_at: Set(scope.now() + KNOWN_FOR),
        device: Set(device.to_owned()),
        trusted_until: Set(None),
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

/// Has the browser with this token need no second factor of the person for a while.
pub(super) async fn trust(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    token: &Token,
) -> Result<(), DbErr> {
    let until = scope.now() + TRUSTED_FOR;
    browser::Entity::update_many()
        .col_expr(browser::Column::TrustedUntil, until.into())
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::TokenHash.eq(token.hash()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Whether the browser of the request needs no second factor of the person.
pub(super) async fn is_trusted(scope: &Scope, account: AccountId) -> Result<bool, DbErr> {
    let Some(token) = &scope.browser else {
        return Ok(false);
    };
    let trusted = browser::Entity::find()
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::TokenHash.eq(token.hash()))
        .filter(browser::Column::TrustedUntil.gt(scope.now()))
        .one(scope.portal.db.reader())
        .await?;
    Ok(trusted.is_some())
}

/// The browsers that need no second factor of the person, the latest first.
pub(super) async fn trusted(
    scope: &Scope,
    account: AccountId,
) -> Result<Vec<TrustedBrowser>, DbErr> {
    let rows = browser::Entity::find()
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::TrustedUntil.gt(scope.now()))
        .order_by_desc(browser::Column::SeenAt)
        .order_by_desc(browser::Column::Id)
        .all(scope.portal.db.reader())
        .await?;
    let own = scope.browser.as_ref().map(Token::hash);
    let browsers = rows.into_iter().filter_map(|row| {
        Some(TrustedBrowser {
            id: row.id,
            is_current: own.as_ref() == Some(&row.token_hash),
            device: row.device,
            seen_at: row.seen_at,
            until: row.trusted_until?,
        })
    });
    Ok(browsers.collect())
}

/// Has one browser ask for a second factor again; tells whether it did not.
pub(super) async fn trust_no_more(
    transaction: &Transaction,
    account: AccountId,
    id: BrowserId,
) -> Result<bool, DbErr> {
    let which = browser::Column::Id.eq(id);
    let changed = untrust(account).filter(which).exec(transaction).await?;
    Ok(changed.rows_affected > 0)
}

/// Has every browser of the person ask for a second factor again.
pub(super) async fn trust_none(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    untrust(account).exec(transaction).await?;
    Ok(())
}

fn untrust(account: AccountId) -> UpdateMany<browser::Entity> {
    let never: Option<Timestamp> = None;
    browser::Entity::update_many()
        .col_expr(browser::Column::TrustedUntil, Expr::value(never))
        .filter(browser::Column::AccountId.eq(account))
        .filter(browser::Column::TrustedUntil.is_not_null())
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
