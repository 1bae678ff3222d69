//! Applications, from draft to revoked, and the credential of an approved one.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, binary_uniq, integer, pk_uuid, string, string_null, string_uniq, text,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null, uuid_uniq,
    },
};

use crate::table::{cascade, drop_tables, index, restrict};

/// One draft a person, API and plan; one open request a group, API and plan. Partial indexes
/// are written alike by both engines.
const ONE_OPEN: [&str; 2] = [
    "CREATE UNIQUE INDEX ux_applications_draft ON applications (applicant_id, api_id, plan) WHERE state = 'draft'",
    "CREATE UNIQUE INDEX ux_applications_pending ON applications (group_id, api_id, plan) WHERE state = 'pending'",
];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(counters()).await?;
        manager.create_table(applications()).await?;
        for sql in ONE_OPEN {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_index(index("applications", &["state", "submitted_at", "id"]))
            .await?;
        manager
            .create_index(index("applications", &["group_id"]))
            .await?;
        manager.create_table(credentials()).await?;
        manager.create_table(secrets()).await?;
        manager
            .create_index(index("secrets", &["credential_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["secrets", "credentials", "applications", "counters"],
        )
        .await
    }
}

fn counters() -> TableCreateStatement {
    Table::create()
        .table("counters")
        .col(string("name").primary_key())
        .col(big_integer("value"))
        .to_owned()
}

fn applications() -> TableCreateStatement {
    Table::create()
        .table("applications")
        .col(pk_uuid("id"))
        .col(string_null("number").unique_key())
        .col(uuid("api_id"))
        .col(string("plan"))
        .col(uuid_null("group_id"))
        .col(uuid("applicant_id"))
        .col(string("name"))
        .col(text("description"))
        .col(string("state"))
        .col(string_null("reason"))
        .col(uuid_null("decided_by"))
        .col(uuid_null("corrects"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(&mut restrict(("applications", "api_id"), "apis"))
        .foreign_key(&mut restrict(
            ("applications", "group_id"),
            "permission_groups",
        ))
        .foreign_key(&mut restrict(("applications", "applicant_id"), "accounts"))
        .foreign_key(&mut restrict(("applications", "decided_by"), "accounts"))
        .to_owned()
}

fn credentials() -> TableCreateStatement {
    Table::create()
        .table("credentials")
        .col(pk_uuid("id"))
        .col(uuid_uniq("application_id"))
        .col(string_uniq("public_key"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade(
            ("credentials", "application_id"),
            "applications",
        ))
        .to_owned()
}

fn secrets() -> TableCreateStatement {
    Table::create()
        .table("secrets")
        .col(pk_uuid("id"))
        .col(uuid("credential_id"))
        .col(binary_uniq("hash"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade(("secrets", "credential_id"), "credentials"))
        .to_owned()
}
