//! People: accounts, roles, one-time links, sessions, browsers, kept forms, refused mails, and
//! throttles.

use sea_orm_migration::{
    prelude::*,
    schema::{
        binary, binary_uniq, integer, pk_uuid, string, string_null, string_uniq,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

use crate::table::{cascade, create_indexes, create_tables, drop_tables, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEXES: [(&str, &[&str]); 9] = [
    ("accounts", &["created_at", "id"]),
    ("links", &["account_id"]),
    ("links", &["expires_at"]),
    ("sessions", &["account_id"]),
    ("sessions", &["expires_at"]),
    ("sessions", &["last_seen_at"]),
    ("browsers", &["account_id"]),
    ("browsers", &["expires_at"]),
    ("account_roles", &["role"]),
];

/// Partial, since nearly all accounts are verified.
const NEVER_CAME_IN: &str = "CREATE INDEX ix_accounts_unverified ON accounts (terms_accepted_at) \
    WHERE email_verified_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_tables(manager, tables()).await?;
        create_indexes(manager, &INDEXES).await?;
        manager.create_index(one_of_a_browser_and_person()).await?;
        let db = manager.get_connection();
        db.execute_unprepared(NEVER_CAME_IN).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, tables()).await
    }
}

fn tables() -> [TableCreateStatement; 8] {
    [
        accounts(),
        account_roles(),
        links(),
        sessions(),
        throttles(),
        browsers(),
        mail_refusals(),
        kept_forms(),
    ]
}

fn accounts() -> TableCreateStatement {
    Table::create()
        .table("accounts")
        .col(pk_uuid("id"))
        .col(string_uniq("email"))
        .col(string("given_name"))
        .col(string("family_name"))
        .col(string("search_text"))
        .col(string("locale"))
        .col(string_null("password_hash"))
        .col(timestamp_with_time_zone_null("password_changed_at"))
        .col(timestamp_with_time_zone_null("email_verified_at"))
        .col(string("terms_version"))
        .col(timestamp_with_time_zone("terms_accepted_at"))
        .col(timestamp_with_time_zone_null("last_sign_in_at"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn account_roles() -> TableCreateStatement {
    Table::create()
        .table("account_roles")
        .col(uuid("account_id"))
        .col(string("role"))
        .col(timestamp_with_time_zone("granted_at"))
        .primary_key(Index::create().col("account_id").col("role"))
        .foreign_key(&mut cascade(("account_roles", "account_id"), "accounts"))
        .to_owned()
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("links")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(string("purpose"))
        .col(binary_uniq("token_hash"))
        .col(integer("key_version"))
        .col(string("sent_to"))
        .col(string_null("onward"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("consumed_at"))
        .col(timestamp_with_time_zone_null("voided_at"))
        .foreign_key(&mut cascade(("links", "account_id"), "accounts"))
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary_uniq("token_hash"))
        .col(string("kind"))
        .col(string("device"))
        .col(string_null("address"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .foreign_key(&mut cascade(("sessions", "account_id"), "accounts"))
        .to_owned()
}

fn throttles() -> TableCreateStatement {
    Table::create()
        .table("throttles")
        .col(binary("key").primary_key())
        .col(integer("failures"))
        .col(timestamp_with_time_zone("last_failure_at"))
        .col(timestamp_with_time_zone("retry_at"))
        .col(integer("pending").default(0))
        .col(timestamp_with_time_zone_null("pending_at"))
        .to_owned()
}

/// One row for each person who signed in with a browser.
fn browsers() -> TableCreateStatement {
    Table::create()
        .table("browsers")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(binary("token_hash"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade(("browsers", "account_id"), "accounts"))
        .to_owned()
}

fn one_of_a_browser_and_person() -> IndexCreateStatement {
    index("browsers", &["token_hash", "account_id"])
        .unique()
        .to_owned()
}

/// One row for each account: the last refused mail, until another one is accepted.
fn mail_refusals() -> TableCreateStatement {
    Table::create()
        .table("mail_refusals")
        .col(pk_uuid("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(string("reason"))
        .foreign_key(&mut cascade(("mail_refusals", "account_id"), "accounts"))
        .to_owned()
}

/// The last form of each account that was sent after its session had ended.
fn kept_forms() -> TableCreateStatement {
    Table::create()
        .table("kept_forms")
        .col(pk_uuid("account_id"))
        .col(binary("token_hash"))
        .col(string("path"))
        .col(binary("sealed"))
        .col(integer("key_version"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut cascade(("kept_forms", "account_id"), "accounts"))
        .to_owned()
}
