//! Tests that no page makes the database read a whole table that grows.

mod audit;
mod clients;
mod pages;
mod programs;
mod questions;
mod queue;
mod webhooks;

use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult, Statement};

use crate::{
    Role, Scope, approvals, groups,
    ids::{ApplicationId, GroupId, RequestId},
    requests,
    requests::tests::{asks, new_group},
    testing::TestPortal,
};

/// Tables with as many rows as there are people, requests or calls. The table of failures at
/// passwords stays small.
const GROWING: [&str; 52] = [
    "accounts",
    "application_conditions",
    "application_events",
    "application_plans",
    "applications",
    "audit_events",
    "audit_removals",
    "audit_seals",
    "authorization_codes",
    "calls",
    "changes",
    "contract_notices",
    "credentials",
    "group_handovers",
    "group_invitations",
    "idempotent_calls",
    "incident_notes",
    "incidents",
    "inquiries",
    "issued_tokens",
    "jobs",
    "links",
    "memberships",
    "message_events",
    "messages",
    "oauth_clients",
    "passkeys",
    "permission_groups",
    "quota_leases",
    "quota_notices",
    "quotas",
    "recovery_codes",
    "refresh_tokens",
    "registration_tokens",
    "request_decisions",
    "request_drafts",
    "request_notes",
    "requests",
    "revoked_tokens",
    "sandbox_credentials",
    "search_documents",
    "search_index",
    "secret_notices",
    "secret_uses",
    "secrets",
    "sessions",
    "token_families",
    "totp_factors",
    "use_batches",
    "use_hours",
    "webhook_attempts",
    "webhook_deliveries",
];

/// Indexes whose first column has few values: used by it alone, they find much of a table.
const COARSE: [&str; 8] = [
    "ix_applications_state_requested_at_id (state=?)",
    "ix_audit_events_action_at_id (action=?)",
    "ix_jobs_lane_state_run_at (lane=?)",
    "ix_jobs_state_run_at (state=?)",
    "ix_messages_state_submitted_at_id (state=?)",
    "ix_requests_state_company_id (state=?)",
    "ix_requests_state_due_at_id (state=?)",
    "ix_requests_state_submitted_at_id (state=?)",
];

fn grows(table: &str) -> bool {
    GROWING.contains(&table)
}

/// A person with an approved application, and one of each staff role.
struct People {
    test: TestPortal,
    ana: Scope,
    staff: Scope,
    group: GroupId,
    request: RequestId,
    application: ApplicationId,
}

async fn people() -> People {
    let test = requests::tests::portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let staff = test.person("carlos@balcao.example", Role::ALL).await;
    let group = groups::create(&ana, new_group("Antifraude")).await.unwrap();
    let asked = asks(&ana, group).await;
    approvals::approve(&staff, &test.vault, asked.request, None)
        .await
        .unwrap();
    test.statements.listen();
    People {
        test,
        ana,
        staff,
        group,
        request: asked.request,
        application: asked.application,
    }
}

/// The faults in the query plans of all statements since the last call.
async fn whole_tables(test: &TestPortal) -> Vec<String> {
    let statements = test.statements.recorded();
    assert!(!statements.is_empty());
    let mut wrong = Vec::new();
    for statement in statements.iter().filter(|it| has_a_plan(&it.sql)) {
        let plan = plan(test, statement).await;
        let scans = match statement.db_backend {
            DatabaseBackend::Sqlite => scans_of_sqlite(&plan, &statement.sql),
            _ => scans_of_postgres(&plan, &statement.sql),
        };
        for scan in scans {
            wrong.push(format!("{scan}\n    {}", statement.sql));
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

fn has_a_plan(sql: &str) -> bool {
    ["SELECT", "UPDATE", "DELETE", "WITH"]
        .iter()
        .any(|verb| sql.starts_with(verb))
}

/// A line of a query plan, and the line that it belongs to.
struct Line {
    part: i64,
    text: String,
}

async fn plan(test: &TestPortal, statement: &Statement) -> Vec<Line> {
    let sqlite = statement.db_backend == DatabaseBackend::Sqlite;
    let explain = if sqlite {
        "EXPLAIN QUERY PLAN"
    } else {
        "EXPLAIN"
    };
    let explained = Statement {
        sql: format!("{explain} {}", statement.sql),
        ..statement.clone()
    };
    let transaction = test.portal.db.begin().await.unwrap();
    if !sqlite {
        // The tables are small, so the planner must be kept from plans that suit small tables
        // alone.
        for way in ["seqscan", "hashjoin", "mergejoin", "material"] {
            let off = format!("SET LOCAL enable_{way} = off");
            transaction.execute_unprepared(&off).await.unwrap();
        }
    }
    let rows = transaction.query_all_raw(explained).await.unwrap();
    transaction.rollback().await.unwrap();
    let line = |row: QueryResult| Line {
        part: if sqlite {
            row.try_get("", "parent").unwrap()
        } else {
            0
        },
        text: row
            .try_get("", if sqlite { "detail" } else { "QUERY PLAN" })
            .unwrap(),
    };
    rows.into_iter().map(line).collect()
}

/// Finds tables that are read from end to end, unless an index gives their rows in the order of a
/// page.
fn scans_of_sqlite(plan: &[Line], sql: &str) -> Vec<String> {
    let sorts = |part: i64| {
        let mut lines = plan.iter().filter(|line| line.part == part);
        lines.any(|line| line.text.contains("TEMP B-TREE FOR ORDER BY"))
    };
    let scans = plan.iter().filter(|line| {
        let Some(rest) = line.text.strip_prefix("SCAN ") else {
            let coarse = COARSE.iter().any(|index| line.text.contains(index));
            return coarse && (!sql.contains("LIMIT") || sorts(line.part));
        };
        let table = rest.split(' ').next().unwrap_or_default();
        let matched = rest.contains("VIRTUAL TABLE INDEX") && rest.contains(":M");
        let in_order = sql.contains("LIMIT") && !sorts(line.part);
        let indexed = rest.contains(" INDEX ") && !rest.contains("VIRTUAL") && in_order;
        grows(table) && !matched && !indexed
    });
    scans.map(|line| line.text.clone()).collect()
}

fn scans_of_postgres(plan: &[Line], sql: &str) -> Vec<String> {
    let nodes: Vec<usize> = (0..plan.len())
        .filter(|at| plan[*at].text.contains("(cost="))
        .collect();
    let ends = nodes.iter().skip(1).copied().chain([plan.len()]);
    let scans = nodes.iter().zip(ends).filter(|(start, end)| {
        let Some((node, rest)) = plan[**start].text.split_once(" on ") else {
            return false;
        };
        let table = rest.split(' ').next().unwrap_or_default();
        let mut details = plan[**start..*end].iter();
        let led = details.any(|line| line.text.contains("Index Cond:"));
        let in_order = sql.contains("LIMIT") && node.contains("Index");
        let heap = ["Bitmap Heap", "Update", "Delete", "LockRows"];
        // While nothing is counted yet, the planner may take the index of open requests.
        let waiting = node.contains(" using ux_requests_open");
        let harmless = waiting || heap.iter().any(|kind| node.contains(kind));
        grows(table) && !harmless && !led && !in_order
    });
    scans.map(|(start, _)| plan[*start].text.clone()).collect()
}

#[tokio::test]
async fn a_whole_table_is_noticed() {
    let People { test, .. } = people().await;
    let db = test.portal.db.reader();
    let sql = "SELECT id FROM accounts WHERE given_name LIKE '%a%'";
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap();
    let sorted = "SELECT id FROM accounts ORDER BY given_name LIMIT 3";
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sorted))
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await.len(), 2);
}

/// Deleting a row makes the database search each table that refers to it.
#[tokio::test]
async fn whatever_points_to_a_row_is_found_by_an_index() {
    let test = requests::tests::portal().await;
    let db = test.portal.db.writer();
    if db.get_database_backend() != DatabaseBackend::Sqlite {
        return;
    }
    let sql = "SELECT m.name || '.' || f.\"from\" AS pointer FROM sqlite_master m \
        JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND NOT EXISTS (\
            SELECT 1 FROM pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c \
            WHERE c.seqno = 0 AND c.name = f.\"from\" AND i.partial = 0\
        ) ORDER BY pointer";
    let rows = db
        .query_all_raw(Statement::from_string(DatabaseBackend::Sqlite, sql))
        .await
        .unwrap();
    let pointers: Vec<String> = rows
        .iter()
        .map(|row| row.try_get("", "pointer").unwrap())
        .collect();
    // The tables of the catalogue are small.
    let pointers: Vec<_> = pointers
        .iter()
        .filter(|it| !it.ends_with(".api_id"))
        .collect();
    assert_eq!(pointers, [""; 0]);
}
