//! The schema, as steps that run up and down on `SQLite` and on `PostgreSQL`.
//!
//! Steps follow the pattern of expand and contract: a step that a running older instance could not
//! bear is split over two releases. See the README beside this crate.

use sea_orm_migration::prelude::*;

mod m0001_people;
mod m0002_permission_groups;
mod m0003_apis;
mod m0004_requests;
mod m0005_access;
mod m0006_authorization;
mod m0007_usage;
mod m0008_operation;
mod m0009_search_documents;
mod m0010_publishing;
mod m0011_messages;
mod m0012_catalogue_search;
mod m0013_deprecation;
mod m0014_status;
mod m0015_request_answers;
mod m0016_clients;
mod m0017_attachments;
mod m0018_authorization_codes;
mod m0019_management_api;
mod m0020_webhooks;
mod m0021_self_registration;
mod m0022_teams;
mod m0023_queue;
mod m0024_questions_and_conditions;
mod m0025_passkeys;
mod m0025_second_factors;
mod m0026_audit;
mod runner;
mod table;

pub use runner::{Event, MigrateError, Runner, State};
pub use sea_orm_migration::MigratorTrait;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_permission_groups::Migration),
            Box::new(m0003_apis::Migration),
            Box::new(m0004_requests::Migration),
            Box::new(m0005_access::Migration),
            Box::new(m0006_authorization::Migration),
            Box::new(m0007_usage::Migration),
            Box::new(m0008_operation::Migration),
            Box::new(m0009_search_documents::Migration),
            Box::new(m0010_publishing::Migration),
            Box::new(m0011_messages::Migration),
            Box::new(m0012_catalogue_search::Migration),
            Box::new(m0013_deprecation::Migration),
            Box::new(m0014_status::Migration),
            Box::new(m0015_request_answers::Migration),
            Box::new(m0016_clients::Migration),
            Box::new(m0017_attachments::Migration),
            Box::new(m0018_authorization_codes::Migration),
            Box::new(m0019_management_api::Migration),
            Box::new(m0020_webhooks::Migration),
            Box::new(m0021_self_registration::Migration),
            Box::new(m0022_teams::Migration),
            Box::new(m0023_queue::Migration),
            Box::new(m0024_questions_and_conditions::Migration),
            Box::new(m0025_second_factors::Migration),
            Box::new(m0025_passkeys::Migration),
            Box::new(m0026_audit::Migration),
        ]
    }
}
