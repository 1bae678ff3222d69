//! `balcao migrate`.

use domain::db::Db;
use migrations::{Migrator, MigratorTrait};

use super::arguments::MigrateAction;
use crate::{assembly, config::Config};

pub async fn migrate(config: &Config, action: MigrateAction) -> anyhow::Result<()> {
    let db = assembly::connect_to_migrate(&config.database_url).await?;
    match action {
        MigrateAction::Up => up(&db).await,
        MigrateAction::Down => down(&db).await,
        MigrateAction::Status => status(&db).await,
    }
}

async fn up(db: &Db) -> anyhow::Result<()> {
    let pending = Migrator::get_pending_migrations(db.writer()).await?;
    for migration in &pending {
        Migrator::up(db.writer(), Some(1)).await?;
        println!("applied    {}", migration.name());
    }
    if pending.is_empty() {
        println!("The database is up to date.");
    }
    Ok(())
}

async fn down(db: &Db) -> anyhow::Result<()> {
    let applied = Migrator::get_applied_migrations(db.writer()).await?;
    let Some(last) = applied.last() else {
        println!("There is nothing to take back.");
        return Ok(());
    };
    Migrator::down(db.writer(), Some(1)).await?;
    println!("taken back {}", last.name());
    Ok(())
}

async fn status(db: &Db) -> anyhow::Result<()> {
    for migration in Migrator::get_applied_migrations(db.writer()).await? {
        println!("applied    {}", migration.name());
    }
    for migration in Migrator::get_pending_migrations(db.writer()).await? {
        println!("missing    {}", migration.name());
    }
    Ok(())
}
