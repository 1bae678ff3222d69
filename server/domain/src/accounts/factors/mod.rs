//! Second factors: what somebody gives after the password, so that a stolen password alone opens
//! nothing. An authenticator app, and recovery codes for whoever lost it.

mod app;
mod error;
mod given;
mod recovery;
mod removal;
mod sign_in;
mod state;
mod totp;

pub use app::{begin_app, confirm_app, pending_app, remove_app};
pub use error::FactorError;
pub use recovery::{RecoveryCode, make_recovery_codes};
pub use removal::{
    FactorRemoval, RemovalError, ask_removal, cancel_removal, confirm_removal, removal_of,
    withdraw_removal,
};
pub use sign_in::{CompleteError, GivenFactor, complete_sign_in};
pub use state::{FactorState, TrustedBrowser, forget_browser, state};
pub use totp::TotpSecret;

pub(super) use app::has_app;
pub(super) use given::{begin_attempt, is_code, use_up_code};
pub(super) use recovery::first_codes;
pub(super) use removal::{delete_expired, end as end_removal};
pub(super) use sign_in::open;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};

use super::{browsers, passkeys};
use crate::{
    Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::account,
    ids::AccountId,
    jobs::{self, Job, Mail},
    vocabulary::FactorChange,
};

/// The person, who gave the password or a code recently.
fn require_confirmed(scope: &Scope) -> Result<AccountId, FactorError> {
    let (person, _) = scope.require_in_person()?;
    if scope.is_confirmed() {
        Ok(person.id)
    } else {
        Err(FactorError::Unconfirmed)
    }
}

/// Has the account ask for a second factor from now on if it has one, or no more if not; its row is
/// locked. Without a factor there is nothing to recover, and no browser that needs none.
async fn settle(transaction: &Transaction, scope: &Scope, account: AccountId) -> Result<(), DbErr> {
    let app = app::find(transaction, account).await?;
    let has_app = app.is_some_and(|app| app.confirmed_at.is_some());
    if has_app || passkeys::has_some(transaction, account).await? {
        return ask_from(transaction, account, Some(scope.now())).await;
    }
    recovery::forget(transaction, account).await?;
    browsers::trust_none(transaction, account).await?;
    ask_from(transaction, account, None).await
}

/// Keeps the time of the first factor while there is one.
async fn ask_from(
    transaction: &Transaction,
    account: AccountId,
    since: Option<Timestamp>,
) -> Result<(), DbErr> {
    let mut update = account::Entity::update_many()
        .col_expr(account::Column::SecondFactorAt, Expr::value(since))
        .filter(account::Column::Id.eq(account));
    if since.is_some() {
        update = update.filter(account::Column::SecondFactorAt.is_null());
    }
    update.exec(transaction).await?;
    Ok(())
}

/// Has a factor that was added or removed count, and tells the owner of its account.
pub(super) async fn changed(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    act: (Action, FactorChange),
) -> Result<(), DbErr> {
    settle(transaction, scope, account).await?;
    record(transaction, scope, account, act).await
}

/// Records what was done to the factors of an account, and tells its owner.
async fn record(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    (action, change): (Action, FactorChange),
) -> Result<(), DbErr> {
    record_reason(transaction, scope, account, (action, change), None).await
}

async fn record_reason(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    (action, change): (Action, FactorChange),
    reason: Option<String>,
) -> Result<(), DbErr> {
    let subject = Subject::Account(account);
    audit::record_with(transaction, scope, action, subject, reason).await?;
    let mail = Mail::SecondFactorChanged { account, change };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}
