//! The number of a request, as in `2026-0042`.

use chrono::{Datelike, FixedOffset};
use sea_orm::{ConnectionTrait, DbErr};

use crate::{clock::Timestamp, counter};

/// The offset of Brasília, without daylight saving since 2019.
const SECONDS_WEST: i32 = 3 * 60 * 60;

/// The next number in the year of `at`. It is used up only by a commit, and others wait for it, so
/// there are no gaps and no doubles.
pub(crate) async fn next(
    transaction: &impl ConnectionTrait,
    at: Timestamp,
) -> Result<String, DbErr> {
    let year = year(at);
    let number = take(transaction, year, 1).await?;
    Ok(written(year, number))
}

/// The last of the next `count` numbers of a year.
pub(crate) async fn take(
    transaction: &impl ConnectionTrait,
    year: i32,
    count: i64,
) -> Result<i64, DbErr> {
    counter::take(transaction, &format!("requests-{year}"), count).await
}

pub(crate) fn written(year: i32, number: i64) -> String {
    format!("{year}-{number:04}")
}

pub(crate) fn year(at: Timestamp) -> i32 {
    FixedOffset::west_opt(SECONDS_WEST)
        .map_or_else(|| at.year(), |zone| at.with_timezone(&zone).year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn numbers_count_up_and_start_afresh_each_year() {
        let test = testing::portal().await;
        let db = test.portal.db.writer();
        let new_years_eve = "2027-01-01T02:59:59Z".parse().unwrap();
        let new_year = "2027-01-01T03:00:00Z".parse().unwrap();
        assert_eq!(next(db, new_years_eve).await.unwrap(), "2026-0001");
        assert_eq!(next(db, new_years_eve).await.unwrap(), "2026-0002");
        assert_eq!(next(db, new_year).await.unwrap(), "2027-0001");
    }
}
