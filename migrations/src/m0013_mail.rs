//! Mail that arrives once: which key a link's token is made with, who holds a job and until when
//! it is tried, and whose address refused a mail.

use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, pk_uuid, string, timestamp_with_time_zone, timestamp_with_time_zone_null,
        uuid_null,
    },
};

use crate::table::{add_column, cascade, drop_column, drop_tables, index};

const LINE: [&str; 3] = ["lane", "state", "run_at"];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add_column(manager, "links", number("key_version")).await?;
        let mut lane = string("lane");
        lane.default("work");
        add_column(manager, "jobs", lane).await?;
        add_column(manager, "jobs", uuid_null("instance_id")).await?;
        let give_up = timestamp_with_time_zone_null("give_up_at");
        add_column(manager, "jobs", give_up).await?;
        add_column(manager, "jobs", number("times_lost")).await?;
        sort_mail_out(manager).await?;
        manager.create_index(index("jobs", &LINE)).await?;
        manager.create_table(mail_refusals()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["mail_refusals"]).await?;
        let line = Index::drop()
            .name(format!("ix_jobs_{}", LINE.join("_")))
            .table("jobs")
            .to_owned();
        manager.drop_index(line).await?;
        for column in ["times_lost", "give_up_at", "instance_id", "lane"] {
            drop_column(manager, "jobs", column).await?;
        }
        drop_column(manager, "links", "key_version").await
    }
}

/// Zero for what was there before.
fn number(name: &'static str) -> ColumnDef {
    let mut column = integer(name);
    column.default(0);
    column
}

/// What already waits goes on in the lane that it belongs to.
async fn sort_mail_out(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let sorted = Query::update()
        .table("jobs")
        .value("lane", "mail")
        .and_where(Expr::col("payload").like("{\"kind\":\"mail\"%"))
        .to_owned();
    manager.execute(sorted).await
}

/// One for each account: the last mail that was refused, until another one is taken.
fn mail_refusals() -> TableCreateStatement {
    Table::create()
        .table("mail_refusals")
        .col(pk_uuid("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(string("reason"))
        .foreign_key(&mut cascade(("mail_refusals", "account_id"), "accounts"))
        .to_owned()
}
