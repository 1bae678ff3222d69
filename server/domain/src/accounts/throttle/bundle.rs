//! Mails that are much alike: the first few leave one by one, the rest are summed up in one.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{Key, Rule, bucket};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::throttle,
    jobs::{self, Job, Mail},
};

/// How many leave one by one before the rest are summed up.
pub const ALONE: u32 = 3;

/// What becomes of one more mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bundle {
    /// It leaves by itself.
    Alone,
    /// One that sums up is to leave at this moment, for this and all that follow until then.
    Together(Timestamp),
    /// The one that sums up is on its way.
    Within,
}

/// Queues a mail within the transaction of the change it belongs to; or, when several that `what`
/// names left in the last minutes, the one that tells of all since then.
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

/// Counts one more mail of those that `what` names.
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
