//! Short forms for what every step needs.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// A foreign key that goes with the row it points to.
pub fn cascade(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// A foreign key that keeps the row it points to from being deleted.
pub fn restrict(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Restrict)
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

/// Makes the table of statistics where it is missing, and has them read again.
const READ_STATISTICS: &str = "ANALYZE sqlite_schema";

/// Tells `SQLite` that an index finds much of a table: how many rows there are in a big portal,
/// and for each column of the index how many of them are alike up to there
/// (<https://sqlite.org/fileformat2.html#stat1tab>). Unless it is told, it takes each index for
/// one that finds ten rows. This is said once and never counted by `ANALYZE`: so every portal
/// finds its rows the same way, whatever it holds, and tests see that way. `PostgreSQL` counts by
/// itself.
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
