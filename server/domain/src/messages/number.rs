//! The number of a message, as in `M-2026-0042`.

use sea_orm::DbErr;

use crate::{
    clock::Timestamp,
    counter,
    db::Transaction,
    requests::{written, year},
};

/// The next number in the year of `at`, without gaps and doubles, like that of a request.
pub(crate) async fn next(transaction: &Transaction, at: Timestamp) -> Result<String, DbErr> {
    let year = year(at);
    let number = counter::next(transaction, &format!("messages-{year}")).await?;
    Ok(format!("M-{}", written(year, number)))
}
