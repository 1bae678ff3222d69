//! What contract managers find applications by.

use sea_orm_migration::{prelude::*, schema::text};

use crate::table::{add_column, drop_column};

const TABLES: [&str; 2] = ["applications", "permission_groups"];

/// Letters as the languages of the portal write them, and without accents.
const ACCENTS: [(&str, &str); 8] = [
    ("áàâãäÁÀÂÃÄ", "a"),
    ("éèêëÉÈÊË", "e"),
    ("íìîïÍÌÎÏ", "i"),
    ("óòôõöÓÒÔÕÖ", "o"),
    ("úùûüÚÙÛÜ", "u"),
    ("çÇ", "c"),
    ("ñÑ", "n"),
    ("ýÝ", "y"),
];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            add_column(manager, table, text("search_text").default("")).await?;
        }
        let groups = "legal_name || ' ' || name || ' ' || email || ' ' || cnpj || ' ' || \
            substr(cnpj, 1, 2) || '.' || substr(cnpj, 3, 3) || '.' || substr(cnpj, 6, 3) || '/' || \
            substr(cnpj, 9, 4) || '-' || substr(cnpj, 13, 2)";
        for (table, found_by) in [("applications", "name"), ("permission_groups", groups)] {
            let sql = format!("UPDATE {table} SET search_text = {}", folded(found_by));
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            drop_column(manager, table, "search_text").await?;
        }
        Ok(())
    }
}

/// Lower case without accents, for rows that are there already. `SQLite` lowers ASCII alone, hence
/// the capitals.
fn folded(text: &str) -> String {
    let pairs = ACCENTS
        .iter()
        .flat_map(|(letters, plain)| letters.chars().map(move |letter| (letter, plain)));
    pairs.fold(format!("lower({text})"), |sql, (letter, plain)| {
        format!("replace({sql}, '{letter}', '{plain}')")
    })
}
