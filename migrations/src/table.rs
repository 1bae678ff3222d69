//! Helpers of all steps.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// A foreign key whose row is deleted with the one that it refers to.
pub fn cascade(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// A foreign key that keeps the row that it refers to from being deleted.
pub fn restrict(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

/// A foreign key that is forgotten when the row that it refers to is deleted.
pub fn set_null(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::SetNull)
        .to_owned()
}

/// An index named after its table and columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("ix_{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// Creates tables in the given order.
pub async fn create_tables<const N: usize>(
    manager: &SchemaManager<'_>,
    tables: [TableCreateStatement; N],
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    Ok(())
}

/// Creates an index for each table and its columns.
pub async fn create_indexes(
    manager: &SchemaManager<'_>,
    indexes: &[(&'static str, &[&'static str])],
) -> Result<(), DbErr> {
    for (table, columns) in indexes {
        manager.create_index(index(table, columns)).await?;
    }
    Ok(())
}

/// Creates the table of statistics if it is missing, and reads it again.
const READ_STATISTICS: &str = "ANALYZE sqlite_schema";

/// Tells `SQLite` that an index finds many rows: the number of rows in a large portal, and for each
/// column of the index how many of them are equal up to there
/// (<https://sqlite.org/fileformat2.html#stat1tab>). Without statistics it takes each index for one
/// that finds ten rows. The statistics are fixed and never updated by `ANALYZE`, so that every
/// portal and every test gets the same query plans. `PostgreSQL` gathers its own.
pub async fn expect_coarse_index(
    manager: &SchemaManager<'_>,
    table: &str,
    index: &str,
    statistics: &str,
) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let db = manager.get_connection();
    db.execute_unprepared(READ_STATISTICS).await?;
    db.execute_unprepared(&format!(
        "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{table}', '{index}', '{statistics}')"
    ))
    .await?;
    db.execute_unprepared(READ_STATISTICS).await?;
    Ok(())
}

/// Drops the tables of [`create_tables`], the last one first.
pub async fn drop_tables<const N: usize>(
    manager: &SchemaManager<'_>,
    tables: [TableCreateStatement; N],
) -> Result<(), DbErr> {
    for table in tables.iter().rev().filter_map(|it| it.get_table_name()) {
        let drop = Table::drop().table(table.clone()).to_owned();
        manager.drop_table(drop).await?;
    }
    Ok(())
}
