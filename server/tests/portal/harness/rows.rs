//! What no page shows or does.

use aws_lc_rs::digest::{SHA256, digest};
use domain::{
    Role,
    catalogue::{ApiFiles, ApiState},
    ids::{AccountId, JobId},
    testing::{self, database::count},
};
use locales::Locale;
use sea_orm::{ConnectionTrait, Statement, Value};
use uuid::Uuid;

use super::TestApp;

impl TestApp {
    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        count(self.portal.db.reader(), &sql).await
    }

    /// Somebody becomes a developer of a group.
    pub async fn joins(&self, email: &str, group: &str) {
        let sql = "INSERT INTO memberships (group_id, account_id, role, joined_at) \
                   SELECT $1, id, 'developer', created_at FROM accounts WHERE email = $2";
        self.run(sql, email, group).await;
    }

    /// Somebody becomes a viewer of a group.
    pub async fn views(&self, email: &str, group: &str) {
        let sql = "INSERT INTO memberships (group_id, account_id, role, joined_at) \
                   SELECT $1, id, 'viewer', created_at FROM accounts WHERE email = $2";
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

    /// Somebody is staff no longer.
    pub async fn loses_roles(&self, email: &str) {
        let db = self.portal.db.writer();
        let sql = "DELETE FROM account_roles \
                   WHERE account_id = (SELECT id FROM accounts WHERE email = $1)";
        let backend = db.get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, [email.into()]);
        assert_eq!(db.execute_raw(statement).await.unwrap().rows_affected(), 1);
    }

    /// Somebody becomes staff.
    pub async fn gets_role(&self, email: &str, role: Role) {
        let db = self.portal.db.writer();
        let sql = "INSERT INTO account_roles (account_id, role, granted_at) \
                   SELECT id, $1, created_at FROM accounts WHERE email = $2";
        let values = [role.as_str().into(), email.into()];
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        assert_eq!(db.execute_raw(statement).await.unwrap().rows_affected(), 1);
    }

    /// The answers that are kept for programs that call again.
    pub async fn kept_answers(&self) -> Vec<Vec<u8>> {
        let db = self.portal.db.reader();
        let sql = "SELECT answer FROM idempotent_calls";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = db.query_all_raw(statement).await.unwrap();
        let answer = |row: &sea_orm::QueryResult| row.try_get_by_index(0).unwrap();
        rows.iter().map(answer).collect()
    }

    /// SMV is taken out of the catalogue.
    pub async fn withdraws_smv(&self) {
        let files = ApiFiles {
            state: Some(ApiState::Withdrawn),
            ..ApiFiles::default()
        };
        testing::import(self, "smv", files).await;
    }

    /// SMV is presented in other words.
    pub async fn presents_smv(&self, markdown: &str) {
        let mut files = ApiFiles::default();
        for locale in Locale::ALL {
            files.presentation.set(locale, markdown.to_owned());
        }
        testing::import(self, "smv", files).await;
    }

    /// The only application there is has keys such as were made before.
    pub async fn has_keys(&self, public_key: &str, secret_key: &str) {
        let db = self.portal.db.writer();
        let hash = digest(&SHA256, secret_key.as_bytes()).as_ref().to_vec();
        for (sql, value) in [
            ("UPDATE credentials SET public_key = $1", public_key.into()),
            ("UPDATE secrets SET hash = $1", Value::from(hash)),
        ] {
            let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [value]);
            let done = db.execute_raw(statement).await.unwrap();
            assert_eq!(done.rows_affected(), 1);
        }
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

    /// A mail that says that a password was changed was refused; the job that it was.
    pub async fn gave_up_on_a_mail_to(&self, account: AccountId) -> JobId {
        let (db, now) = (self.portal.db.writer(), self.portal.now());
        let (job, why) = (
            self.portal.new_id::<JobId>(),
            "refused at RCPT TO: 550 5.1.1",
        );
        let payload =
            format!(r#"{{"kind":"mail","mail":"password_changed","account":"{account}"}}"#);
        let queued = "INSERT INTO jobs (id, payload, lane, state, attempts, run_at, last_error, \
                      created_at, times_lost) VALUES ($1, $2, 'mail', 'dead', 1, $3, $4, $3, 0)";
        let refused = "INSERT INTO mail_refusals (account_id, at, reason) VALUES ($1, $2, $3)";
        let values: [Value; 4] = [job.0.into(), payload.into(), now.into(), why.into()];
        let backend = db.get_database_backend();
        let statement = Statement::from_sql_and_values(backend, queued, values);
        db.execute_raw(statement).await.unwrap();
        let values: [Value; 3] = [account.0.into(), now.into(), why.into()];
        let statement = Statement::from_sql_and_values(backend, refused, values);
        db.execute_raw(statement).await.unwrap();
        job
    }

    /// Whether support is told that mails do not reach an account.
    pub async fn is_refused_mail(&self, account: AccountId) -> bool {
        let db = self.portal.db.reader();
        let sql = "SELECT account_id FROM mail_refusals";
        let backend = db.get_database_backend();
        let rows = db.query_all_raw(Statement::from_string(backend, sql));
        let refused = |row: &sea_orm::QueryResult| -> Uuid { row.try_get_by_index(0).unwrap() };
        rows.await
            .unwrap()
            .iter()
            .any(|row| account.0 == refused(row))
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
