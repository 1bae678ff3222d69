//! The catalogue: APIs with their texts, answers, samples and plans.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, integer, integer_null, pk_uuid, string, string_uniq, text, text_null,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{cascade, create_tables, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 5] {
    [
        apis(),
        api_texts(),
        api_answers(),
        api_samples(),
        api_plans(),
    ]
}

fn apis() -> TableCreateStatement {
    Table::create()
        .table("apis")
        .col(pk_uuid("id"))
        .col(string_uniq("slug"))
        .col(string("version"))
        .col(string("category"))
        .col(string("base_path"))
        .col(integer("position"))
        .col(text_null("openapi"))
        .col(boolean("sandbox").default(false))
        .col(text_null("upstream"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

fn api_texts() -> TableCreateStatement {
    Table::create()
        .table("api_texts")
        .col(uuid("api_id"))
        .col(string("locale"))
        .col(string("name"))
        .col(string("summary"))
        .col(text("presentation"))
        .primary_key(Index::create().col("api_id").col("locale"))
        .foreign_key(&mut cascade(("api_texts", "api_id"), "apis"))
        .to_owned()
}

fn api_answers() -> TableCreateStatement {
    Table::create()
        .table("api_answers")
        .col(uuid("api_id"))
        .col(string("locale"))
        .col(integer("position"))
        .col(integer("status"))
        .col(string("code"))
        .col(text("meaning"))
        .col(text("remedy"))
        .primary_key(Index::create().col("api_id").col("locale").col("position"))
        .foreign_key(&mut cascade(("api_answers", "api_id"), "apis"))
        .to_owned()
}

fn api_samples() -> TableCreateStatement {
    Table::create()
        .table("api_samples")
        .col(uuid("api_id"))
        .col(string("language"))
        .col(integer("position"))
        .col(text("source"))
        .primary_key(Index::create().col("api_id").col("language"))
        .foreign_key(&mut cascade(("api_samples", "api_id"), "apis"))
        .to_owned()
}

fn api_plans() -> TableCreateStatement {
    Table::create()
        .table("api_plans")
        .col(uuid("api_id"))
        .col(string("plan"))
        .col(integer_null("calls"))
        .col(integer_null("days"))
        .primary_key(Index::create().col("api_id").col("plan"))
        .foreign_key(&mut cascade(("api_plans", "api_id"), "apis"))
        .to_owned()
}
