//! The state of an account, for support.

use locales::Locale;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Error, Role, Scope,
    accounts::{AccountSummary, MailRefusal, directory, lookup, refusals, sessions, throttle},
    audit::{self, Subject},
    clock::Timestamp,
    entities::{account, link},
    ids::AccountId,
};

const EVENTS: u64 = 20;

#[derive(Clone, Debug)]
pub struct AccountView {
    pub account: AccountSummary,
    pub locale: Locale,
    /// When the last one-time link was sent.
    pub link_sent_at: Option<Timestamp>,
    /// The last mail that was given up, unless a later one was accepted.
    pub mail_refusal: Option<MailRefusal>,
    pub has_password: bool,
    pub password_changed_at: Option<Timestamp>,
    pub last_sign_in_at: Option<Timestamp>,
    /// Since when a sign-in asks for a second factor; `None` while it does not.
    pub second_factor_at: Option<Timestamp>,
    /// The end of the longest wait before a try at this account, if there is one.
    pub locked_until: Option<Timestamp>,
    pub open_sessions: u64,
    /// The audit events of the account, the latest first.
    pub events: Vec<audit::Entry>,
}

/// An account and its state; `None` when it does not exist.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn view(scope: &Scope, id: AccountId) -> Result<Option<AccountView>, Error> {
    scope.require(Role::Support)?;
    let db = scope.portal.db.reader();
    let Some(row) = account::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let Some(account) = directory::summaries(db, [row.clone()]).await?.pop() else {
        return Ok(None);
    };
    Ok(Some(AccountView {
        locale: lookup::locale_of(&row),
        link_sent_at: link_sent_at(scope, id).await?,
        mail_refusal: refusals::of(db, id).await?,
        has_password: row.password_hash.is_some(),
        password_changed_at: row.password_changed_at,
        last_sign_in_at: row.last_sign_in_at,
        second_factor_at: row.second_factor_at,
        locked_until: throttle::locked_until(scope, &account.email).await?,
        open_sessions: sessions::alive(scope, id).count(db).await?,
        events: events(scope, id).await?,
        account,
    }))
}

async fn link_sent_at(scope: &Scope, id: AccountId) -> Result<Option<Timestamp>, DbErr> {
    link::Entity::find()
        .select_only()
        .column(link::Column::CreatedAt)
        .filter(link::Column::AccountId.eq(id))
        .order_by_desc(link::Column::CreatedAt)
        .into_tuple()
        .one(scope.portal.db.reader())
        .await
}

async fn events(scope: &Scope, id: AccountId) -> Result<Vec<audit::Entry>, DbErr> {
    audit::about(Subject::Account(id))
        .limit(EVENTS)
        .into_model()
        .all(scope.portal.db.reader())
        .await
}
