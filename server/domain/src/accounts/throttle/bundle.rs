//! Bundles similar mails: the first few leave one by one, one mail sums up the rest.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{Key, Rule, bucket};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::throttle,
    jobs::{self, Job, Mail},
};

/// How many mails leave one by one before the rest is summed up.
pub const ALONE: u32 = 3;

/// What happens to one more mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bundle {
    /// It is sent by itself.
    Alone,
    /// A summary is to be sent at this time, for this mail and all that follow until then.
    Together(Timestamp),
    /// A summary that will include it is queued already.
    Within,
}

/// Queues a mail in the transaction of its change; or, after several mails of the same `what`
/// within minutes, one that sums up all since then.
pub(crate) async fn enqueue_or_sum_up(
    transaction: &Transaction,
    scope: &Scope,
    what: &str,
    mail: Mail,
    sum_up: impl FnOnce(Timestamp) -> Mail,
) -> Result<(), DbErr> {
    match bundle(transaction, scope, what).await? {
        Bundle::Alone => jobs::enqueue(transaction, scope, &Job::Mail(mail)).await,
        Bundle::Together(at) => {
            let summary = Job::Mail(sum_up(scope.now()));
            jobs::enqueue_at(transaction, scope, &summary, at).await
        }
        Bundle::Within => Ok(()),
    }
}

/// Counts one more mail of `what`.
async fn bundle(db: &impl ConnectionTrait, scope: &Scope, what: &str) -> Result<Bundle, DbErr> {
    let key = Key::bundle(what);
    let within = bucket::count(db, &key, &Rule::BUNDLE, scope.now()).await?;
    if within.is_some() {
        return Ok(Bundle::Within);
    }
    let row = throttle::Entity::find_by_id(key).one(db).await?;
    let last = row.filter(|row| row.failures.unsigned_abs() > ALONE);
    Ok(last.map_or(Bundle::Alone, |row| Bundle::Together(row.retry_at)))
}
