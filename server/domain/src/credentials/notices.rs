//! Notifies groups 30, 7 and 1 day before a secret expires, once each, however many instances run.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    Set, sea_query::OnConflict,
};

use crate::{
    Scope,
    accounts::throttle,
    applications::{self, ApplicationState},
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{credential, secret, secret_notice},
    ids::{ApplicationId, SecretId},
    jobs::{self, EventSubject, Job, Mail},
    vocabulary::EventKind,
};

/// How many days before the end, the largest first.
const MARKS: [i32; 3] = [30, 7, 1];

/// Notifies groups of secrets that will expire soon; to be called about every hour.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn notify_of_expiry(scope: &Scope) -> Result<(), DbErr> {
    let now = scope.now();
    let ending = ending(scope, now).await?;
    let notified = notified(scope, &ending).await?;
    for secret in ending {
        let marks = due(secret.end, now);
        if marks
            .iter()
            .any(|days| !notified.contains(&(secret.id, *days)))
        {
            notify_of_end(scope, &secret, &marks).await?;
        }
    }
    Ok(())
}

/// The marks that are passed at `now`.
fn due(end: Timestamp, now: Timestamp) -> Vec<i32> {
    let passed = |days: &i32| end - now <= TimeDelta::days((*days).into());
    MARKS.into_iter().filter(passed).collect()
}

/// Tells of it once, however many marks were passed, unless another instance has told.
async fn notify_of_end(scope: &Scope, secret: &EndingSecret, marks: &[i32]) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let (id, application) = (secret.id, secret.application);
    let mut first = false;
    for days in marks {
        first = mark(&transaction, scope, id, *days).await?;
    }
    if first {
        let mail = Job::Mail(Mail::SecretExpires { secret: id });
        jobs::enqueue(&transaction, scope, &mail).await?;
        let about = EventSubject::Key {
            application,
            key: id,
        };
        jobs::notify(&transaction, scope, EventKind::KeyExpiring, about).await?;
    }
    transaction.commit().await
}

/// Notifies a group of a change to its application's secrets; one mail sums up many changes.
pub(super) async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    application: ApplicationId,
    change: Mail,
) -> Result<(), DbErr> {
    let what = format!("secrets:{application}");
    let more = |since| Mail::SecretsChanged { application, since };
    throttle::enqueue_or_sum_up(transaction, scope, &what, change, more).await
}

/// Whether secrets of an application were added or revoked since a time.
///
/// # Errors
/// When the database cannot be read.
pub async fn changed_since(
    db: &impl ConnectionTrait,
    application: ApplicationId,
    since: Timestamp,
) -> Result<bool, DbErr> {
    let changes = [Action::SecretAdded, Action::SecretRevoked];
    audit::has_happened(db, Subject::Application(application), &changes, since).await
}

/// Marks the notices as sent that would be due at once, since whoever chose the end knows it.
pub(super) async fn pass(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    secret: SecretId,
    end: Timestamp,
) -> Result<(), DbErr> {
    for days in due(end, scope.now()) {
        mark(transaction, scope, secret, days).await?;
    }
    Ok(())
}

/// Marks a notice as sent; tells whether it was not marked before.
async fn mark(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    secret: SecretId,
    days: i32,
) -> Result<bool, DbErr> {
    let row = secret_notice::ActiveModel {
        secret_id: Set(secret),
        days: Set(days),
        at: Set(scope.now()),
    };
    let key = [secret_notice::Column::SecretId, secret_notice::Column::Days];
    let inserted = secret_notice::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

/// A secret that expires soon.
#[derive(FromQueryResult)]
struct EndingSecret {
    id: SecretId,
    #[sea_orm(from_alias = "expires_at")]
    end: Timestamp,
    #[sea_orm(from_alias = "application_id")]
    application: ApplicationId,
}

/// The secrets that expire within the first mark, of applications that may use them.
async fn ending(scope: &Scope, now: Timestamp) -> Result<Vec<EndingSecret>, DbErr> {
    let db = scope.portal.db.reader();
    let furthest = now + TimeDelta::days(MARKS[0].into());
    let mut ending: Vec<EndingSecret> = secret::Entity::find()
        .select_only()
        .column(secret::Column::Id)
        .column(secret::Column::ExpiresAt)
        .column(credential::Column::ApplicationId)
        .filter(secret::Column::RevokedAt.is_null())
        .filter(secret::Column::ExpiresAt.gt(now))
        .filter(secret::Column::ExpiresAt.lte(furthest))
        .inner_join(credential::Entity)
        .into_model()
        .all(db)
        .await?;
    let owners: HashSet<_> = ending.iter().map(|secret| secret.application).collect();
    let owners = applications::by_ids(db, owners.into_iter()).await?;
    ending.retain(|secret| {
        let owner = owners.get(&secret.application);
        owner.is_some_and(|owner| owner.state != ApplicationState::Revoked)
    });
    Ok(ending)
}

/// The marks of these secrets that groups were notified of.
async fn notified(
    scope: &Scope,
    secrets: &[EndingSecret],
) -> Result<HashSet<(SecretId, i32)>, DbErr> {
    if secrets.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = secret_notice::Entity::find()
        .filter(secret_notice::Column::SecretId.is_in(secrets.iter().map(|secret| secret.id)))
        .all(scope.portal.db.reader())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.secret_id, row.days))
        .collect())
}
