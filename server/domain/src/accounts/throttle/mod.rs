//! Throttling. Each wrong password makes the next wait longer, up to a limit that never keeps the
//! owner of an account out for good. Forms and acts that cause mails are limited too.

mod act;
mod attempt;
mod bucket;
mod bundle;
mod known;
mod rule;
mod slot_queue;

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
    slot_queue::SlotQueue,
};
pub(crate) use self::{
    act::{count_act, count_address_letter, count_invitation},
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

/// The end of the longest wait for this account, if there is one. It leaves out waits of whole
/// networks.
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

/// Forgets every failure at an account, from anywhere; failures of a whole network stay.
pub(super) async fn forget_failures(transaction: &Transaction, email: &Email) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(of_account(email))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Records the network of an owner who signed in without a password.
pub(super) async fn record_network(
    transaction: &Transaction,
    scope: &Scope,
    email: &Email,
) -> Result<(), DbErr> {
    let key = Key::known_at(email.as_str(), scope.origin.address);
    known::record(transaction, key, scope.now()).await
}

/// Counts a sign-in that names no account as a failure of its network.
pub(super) async fn count_refused(scope: &Scope) -> Result<(), DbErr> {
    let key = Key::network(scope.origin.address);
    let db = scope.portal.db.writer();
    bucket::count(db, &key, &Rule::NETWORK, scope.now()).await?;
    Ok(())
}

/// Deletes failures that no longer count.
pub(super) async fn delete_forgotten(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let forgotten = Condition::all()
        .add(throttle::Column::LastFailureAt.lte(now - rule::LONGEST_MEMORY))
        .add(throttle::Column::RetryAt.lte(now));
    cleanup::delete::<throttle::Entity>(db, forgotten).await
}

/// Forgets the failures at the password of an account. Those at its second factor stay: whoever has
/// the link to set a password would guess on.
pub(super) async fn forget_password_failures(
    transaction: &Transaction,
    email: &Email,
) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(of_account(email))
        .filter(throttle::Column::Key.ne(Key::factor(email.as_str())))
        .exec(transaction)
        .await?;
    Ok(())
}

fn of_account(email: &Email) -> Expr {
    let (first, last) = Key::account(email.as_str()).range();
    throttle::Column::Key.between(first, last)
}

/// The time until the account may get the same kind of notice again, if it must wait. Such mails
/// have no link, so no other row counts them.
pub(super) async fn wait_to_notify(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::notice(account);
    bucket::count(transaction, &key, &Rule::NOTICE, scope.now()).await
}

/// The time until an account may get another link, if it must wait. It keeps others from filling
/// the mailbox, and is an hour at most, so that nobody keeps the owner from a link.
pub(super) async fn wait_for_link(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::link(account, purpose);
    bucket::count(transaction, &key, &Rule::LINK, scope.now()).await
}

/// The time until an address may get another receipt, if it must wait: whoever types the address of
/// somebody else does not fill their mailbox.
pub(crate) async fn wait_for_receipt(
    transaction: &Transaction,
    scope: &Scope,
    email: &Email,
) -> Result<Option<Duration>, DbErr> {
    let key = Key::receipt(email);
    bucket::count(transaction, &key, &Rule::RECEIPT, scope.now()).await
}

/// The time until a visitor's network may send another form that causes a mail to any address, if
/// it must wait. It depends on the network alone, so the portal may tell it.
pub(crate) async fn wait_for_form(
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
