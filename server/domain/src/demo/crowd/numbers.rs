//! The numbers of the requests of a crowd.

use std::collections::HashMap;

use sea_orm::DbErr;

use crate::{clock::Timestamp, db::Transaction, requests};

/// The next numbers of each year.
pub(super) struct Numbers(HashMap<i32, i64>);

impl Numbers {
    /// Takes a number for each of these times.
    pub(super) async fn take(
        transaction: &Transaction,
        times: impl Iterator<Item = Timestamp>,
    ) -> Result<Self, DbErr> {
        let mut wanted: HashMap<i32, i64> = HashMap::new();
        for at in times {
            *wanted.entry(requests::year(at)).or_default() += 1;
        }
        let mut next = HashMap::new();
        for (year, count) in wanted {
            let last = requests::take_numbers(transaction, year, count).await?;
            next.insert(year, last - count + 1);
        }
        Ok(Self(next))
    }

    /// The next number of the year of a time.
    pub(super) fn next(&mut self, at: Timestamp) -> String {
        let year = requests::year(at);
        let next = self.0.entry(year).or_insert(1);
        *next += 1;
        requests::written(year, *next - 1)
    }
}
