//! The version of the catalogue, by which instances see that it has changed.

use sea_orm::DbErr;

use crate::{
    counter,
    db::{Db, Transaction},
};

const COUNTER: &str = "catalogue";

/// A number that every change to the catalogue increases, in the order of their commits; no clock
/// is involved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version(i64);

/// The current version in the database.
///
/// # Errors
/// When the database cannot be read.
pub async fn version(db: &Db) -> Result<Version, DbErr> {
    counter::last(db.reader(), COUNTER).await.map(Version)
}

/// Increases the version, in the transaction of the change.
pub(crate) async fn advance(transaction: &Transaction) -> Result<(), DbErr> {
    counter::next(transaction, COUNTER).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::set_upstream, demo, testing};

    #[tokio::test]
    async fn every_change_makes_another_version() {
        let app = testing::portal().await;
        let version = async || version(&app.portal.db).await.unwrap();
        let empty = version().await;
        assert_eq!(version().await, empty);
        demo::publish(&app.system(), &app.system().services().catalogue)
            .await
            .unwrap();
        let published = version().await;
        assert_ne!(published, empty);
        // The clock of the test does not move.
        let upstream = Some("https://api.example".to_owned());
        set_upstream(
            &app.system(),
            &app.system().services().catalogue,
            "smv",
            upstream,
        )
        .await
        .unwrap();
        assert_ne!(version().await, published);
    }
}
