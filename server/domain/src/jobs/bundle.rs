//! Mails that would come many at once, to one who is better served by one.

use sea_orm::DbErr;

use super::{Job, Mail, enqueue, enqueue_at};
use crate::{
    Scope,
    accounts::throttle::{Bundle, bundle},
    clock::Timestamp,
    db::Transaction,
};

/// Queues a mail within the transaction of the change it belongs to; or, when several that `what`
/// names left in the last minutes, the one that tells of all since then.
///
/// # Errors
/// When the database does not take it.
pub async fn enqueue_or_sum_up(
    transaction: &Transaction,
    scope: &Scope,
    what: &str,
    mail: Mail,
    sum_up: impl FnOnce(Timestamp) -> Mail,
) -> Result<(), DbErr> {
    match bundle(transaction, scope, what).await? {
        Bundle::Alone => enqueue(transaction, scope, &Job::Mail(mail)).await,
        Bundle::Together(at) => {
            let summary = Job::Mail(sum_up(scope.now()));
            enqueue_at(transaction, scope, &summary, at).await
        }
        Bundle::Within => Ok(()),
    }
}
