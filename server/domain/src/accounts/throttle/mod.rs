//! The brake on guessing passwords: each wrong one makes the next wait longer, until it waits
//! long enough, and never so long that the owner of an account is kept out for good. And the
//! brake on whatever has mails sent.

mod act;
mod attempt;
mod bucket;
mod bundle;
mod known;
mod rule;
mod turns;

use std::time::Duration;

use metrics::counter;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use self::rule::Rule;
pub use self::{
    act::TooOften,
    attempt::{Attempt, AttemptError},
    known::{clients_at, record_client},
    turns::Turns,
};
pub(crate) use self::{
    act::{act, may_ask_address},
    bundle::enqueue_or_sum_up,
};
use super::{Email, LinkPurpose};
pub(crate) use crate::vocabulary::ThrottleKey as Key;
use crate::{
    Scope, cleanup,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::throttle,
    ids::AccountId,
    security::{Incident, IncidentSubject, Incidents},
};

/// Until when somewhere on the net a try at this account must wait, if it must; that a network
/// waits, whatever the account, is not told.
pub(super) async fn locked_until(scope: &Scope, email: &Email) -> Result<Option<Timestamp>, DbErr> {
    let latest: Option<Option<Timestamp>> = throttle::Entity::find()
        .select_only()
        .column_as(throttle::Column::RetryAt.max(), "latest")
        .filter(of_account(email))
        .into_tuple()
        .one(scope.portal.db.reader())
        .await?;
    let latest = latest.flatten();
    Ok(latest.filter(|until| *until > scope.now()))
}

/// Forgets every failure at an account, wherever it came from; what is held against a whole
/// network stays.
pub(super) async fn lift(transaction: &Transaction, email: &Email) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(of_account(email))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Records the network of an owner who signed in by another way than a password.
pub(super) async fn record_network(
    transaction: &Transaction,
    scope: &Scope,
    email: &Email,
) -> Result<(), DbErr> {
    let key = Key::known_at(email.as_str(), scope.origin.address);
    known::record(transaction, key, scope.now()).await
}

/// Deletes the failures that no longer count.
pub(super) async fn delete_forgotten(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let forgotten = Condition::all()
        .add(throttle::Column::LastFailureAt.lte(now - rule::LONGEST_MEMORY))
        .add(throttle::Column::RetryAt.lte(now));
    cleanup::delete::<throttle::Entity>(db, forgotten).await
}

fn of_account(email: &Email) -> Expr {
    let (first, last) = Key::account(email.as_str()).range();
    throttle::Column::Key.between(first, last)
}

/// How long it is until an account may be notified once more of the same: by a mail that has no
/// link, and so leaves no row to count.
pub(super) async fn wait_to_notify(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::notice(account);
    bucket::count(transaction, &key, &Rule::NOTICE, scope.now()).await
}

/// How long it is until an account may be sent a link once more, if it must wait: nobody fills
/// another's mailbox with our mail, and nobody keeps the owner from a link for longer than an
/// hour.
pub(super) async fn wait_for_link(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::link(account, purpose);
    bucket::count(transaction, &key, &Rule::LINK, scope.now()).await
}

/// How long it is until a visitor's network may send one more form that has a mail sent to any
/// address, if it must wait. It depends on the network alone, and so may be said.
pub(super) async fn wait_for_form(
    scope: &Scope,
    incidents: &Incidents,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::form(scope.origin.address);
    let db = scope.portal.db.writer();
    let wait = bucket::count(db, &key, &Rule::FORM, scope.now()).await?;
    if wait.is_some() {
        counter!("balcao_throttled_total", "kind" => "form").increment(1);
        incidents.record(scope, Incident::Throttled, IncidentSubject::Nobody);
    }
    Ok(wait)
}
