//! The schema, as steps that run up and down on `SQLite` and on `PostgreSQL`.
//!
//! Steps follow expand and contract: a step that a running older instance could not bear is
//! split in two releases. See the README beside this crate.

use sea_orm_migration::prelude::*;

mod m0001_accounts;
mod m0002_groups;
mod m0003_catalogue;
mod m0004_applications;
mod m0005_operations;
mod m0006_tokens;
mod m0007_use;
mod m0008_search;
mod m0009_confirmation;
mod m0012_tries;
mod m0013_mail;
mod m0014_people;
mod m0017_growth;
mod m0018_selective_indexes;
mod runner;
mod table;

pub use runner::{Event, MigrateError, Runner, State};
pub use sea_orm_migration::MigratorTrait;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Migration),
            Box::new(m0002_groups::Migration),
            Box::new(m0003_catalogue::Migration),
            Box::new(m0004_applications::Migration),
            Box::new(m0005_operations::Migration),
            Box::new(m0006_tokens::Migration),
            Box::new(m0007_use::Migration),
            Box::new(m0008_search::Migration),
            Box::new(m0009_confirmation::Migration),
            Box::new(m0012_tries::Migration),
            Box::new(m0013_mail::Migration),
            Box::new(m0014_people::Migration),
            Box::new(m0017_growth::Migration),
            Box::new(m0018_selective_indexes::Migration),
        ]
    }
}
