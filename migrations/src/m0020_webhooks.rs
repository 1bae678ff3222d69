//! Webhooks: where events are sent to, the events on their way, and the attempts to send them.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_null, integer, integer_null, pk_uuid, small_integer_null, string,
        string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
        uuid_null,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, index, set_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WEBHOOKS: &str = "webhooks";
const DELIVERIES: &str = "webhook_deliveries";
const ATTEMPTS: &str = "webhook_attempts";

const INDEXES: [(&str, &[&str]); 4] = [
    (WEBHOOKS, &["group_id"]),
    (WEBHOOKS, &["created_by"]),
    (DELIVERIES, &["webhook_id", "created_at", "id"]),
    (DELIVERIES, &["created_at"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, [webhooks(), deliveries(), attempts()]).await?;
        create_indexes(manager, &INDEXES).await?;
        let one_each = index(ATTEMPTS, &["delivery_id", "number"]).unique().take();
        manager.create_index(one_each).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, [webhooks(), deliveries(), attempts()]).await
    }
}

fn webhooks() -> TableCreateStatement {
    Table::create()
        .table(WEBHOOKS)
        .col(pk_uuid("id"))
        .col(uuid_null("group_id"))
        .col(text("url"))
        .col(text("events"))
        .col(binary("secret"))
        .col(integer("secret_version"))
        .col(uuid_null("secret_by"))
        .col(binary_null("old_secret"))
        .col(integer_null("old_secret_version"))
        .col(timestamp_with_time_zone_null("old_secret_ends_at"))
        .col(timestamp_with_time_zone_null("paused_at"))
        .col(string_null("pause_cause"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(timestamp_with_time_zone_null("failing_since"))
        .col(timestamp_with_time_zone_null("rests_until"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .foreign_key(&mut cascade((WEBHOOKS, "group_id"), "permission_groups"))
        .foreign_key(&mut set_null((WEBHOOKS, "created_by"), "accounts"))
        .take()
}

fn deliveries() -> TableCreateStatement {
    Table::create()
        .table(DELIVERIES)
        .col(pk_uuid("id"))
        .col(uuid("webhook_id"))
        .col(string("event"))
        .col(text("body"))
        .col(string("state"))
        .col(integer("attempts"))
        .col(integer("round_attempts"))
        .col(timestamp_with_time_zone("round_begun_at"))
        .col(timestamp_with_time_zone_null("next_attempt_at"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut cascade((DELIVERIES, "webhook_id"), WEBHOOKS))
        .take()
}

fn attempts() -> TableCreateStatement {
    Table::create()
        .table(ATTEMPTS)
        .col(pk_uuid("id"))
        .col(uuid("delivery_id"))
        .col(integer("number"))
        .col(timestamp_with_time_zone("at"))
        .col(integer("took"))
        .col(small_integer_null("status"))
        .col(string_null("failure"))
        .col(text("answer"))
        .foreign_key(&mut cascade((ATTEMPTS, "delivery_id"), DELIVERIES))
        .take()
}
