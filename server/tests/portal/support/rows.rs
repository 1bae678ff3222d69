//! What no page shows or does.

use sea_orm::{ConnectionTrait, Statement, Value};
use uuid::Uuid;

use super::{TestApp, database::count};

impl TestApp {
    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        count(self.portal.db.reader(), &sql).await
    }

    /// Somebody becomes a member of a group.
    pub async fn joins(&self, email: &str, group: &str) {
        let sql = "INSERT INTO memberships (group_id, account_id, role, joined_at) \
                   SELECT $1, id, 'member', created_at FROM accounts WHERE email = $2";
        self.run(sql, email, group).await;
    }

    /// The address of a group was confirmed long ago, and nobody need be asked.
    pub async fn knows_address_of(&self, group: &str) {
        let db = self.portal.db.writer();
        let sql = "UPDATE permission_groups SET email_confirmed_at = created_at WHERE id = $1";
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [id(group)]);
        assert_eq!(db.execute_raw(statement).await.unwrap().rows_affected(), 1);
        let letters = "DELETE FROM jobs WHERE payload LIKE '%group_address%'";
        db.execute_unprepared(letters).await.unwrap();
    }

    /// Somebody is a member no longer.
    pub async fn leaves(&self, email: &str, group: &str) {
        let sql = "DELETE FROM memberships WHERE group_id = $1 \
                   AND account_id = (SELECT id FROM accounts WHERE email = $2)";
        self.run(sql, email, group).await;
    }

    /// Everybody in a group, as "role address".
    pub async fn members_of(&self, group: &str) -> Vec<String> {
        let sql = "SELECT role || ' ' || email FROM memberships \
                   JOIN accounts ON accounts.id = account_id WHERE group_id = $1 ORDER BY email";
        let db = self.portal.db.reader();
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [id(group)]);
        let rows = db.query_all_raw(statement).await.unwrap();
        let member = |row: &sea_orm::QueryResult| row.try_get_by_index(0).unwrap();
        rows.iter().map(member).collect()
    }

    /// SMV is taken out of the catalogue.
    pub async fn withdraws_smv(&self) {
        let db = &self.portal.db;
        let sql = "UPDATE apis SET published_at = NULL WHERE slug = 'smv'";
        db.writer().execute_unprepared(sql).await.unwrap();
        self.portal.catalogue.refresh(db).await.unwrap();
    }

    /// A secret was used a number of times just now.
    pub async fn uses_secret(&self, secret: &str, uses: i64) {
        let (db, now) = (self.portal.db.writer(), self.portal.now());
        let values = [id(secret), now.into(), uses.into()];
        for sql in [
            "INSERT INTO secret_uses (secret_id, period, uses) VALUES ($1, $2, $3)",
            "UPDATE secrets SET last_used_at = $2, uses = uses + $3 WHERE id = $1",
        ] {
            let (backend, values) = (db.get_database_backend(), values.clone());
            let statement = Statement::from_sql_and_values(backend, sql, values);
            let done = db.execute_raw(statement).await.unwrap();
            assert_eq!(done.rows_affected(), 1);
        }
    }

    /// An application is revoked by an instance of another version, which knows nothing of
    /// requests to change a plan.
    pub async fn is_revoked_elsewhere(&self, application: &str) {
        let db = self.portal.db.writer();
        let sql = "UPDATE applications SET state = 'revoked' WHERE id = $1";
        let values = [id(application)];
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let done = db.execute_raw(statement).await.unwrap();
        assert_eq!(done.rows_affected(), 1);
    }

    async fn run(&self, sql: &str, email: &str, group: &str) {
        let db = self.portal.db.writer();
        let values = [id(group), email.into()];
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let done = db.execute_raw(statement).await.unwrap();
        assert_eq!(done.rows_affected(), 1);
    }
}

fn id(text: &str) -> Value {
    text.parse::<Uuid>().unwrap().into()
}
