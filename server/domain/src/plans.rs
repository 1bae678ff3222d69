//! Tests that no page makes the database read a whole table that grows.

use crate::{
    Role, Scope, accounts,
    accounts::{administration, sessions, support},
    applications::ApplicationState,
    approvals::{self, Search},
    catalogue, credentials, groups,
    ids::{ApplicationId, GroupId, RequestId, TransactionId},
    oauth, requests,
    requests::{
        GroupChoice, Status,
        tests::{asks, is_rejected, new_group, reason, writes},
    },
    testing::TestPortal,
    usage,
};
use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult, Statement};

/// Tables with as many rows as there are people, requests or calls. The table of failures at
/// passwords stays small.
const GROWING: [&str; 28] = [
    "accounts",
    "application_events",
    "application_plans",
    "applications",
    "audit_events",
    "calls",
    "changes",
    "credentials",
    "jobs",
    "links",
    "memberships",
    "permission_groups",
    "quota_leases",
    "quota_notices",
    "quotas",
    "request_decisions",
    "request_drafts",
    "requests",
    "revoked_tokens",
    "sandbox_credentials",
    "search_documents",
    "search_index",
    "secret_notices",
    "secret_uses",
    "secrets",
    "sessions",
    "use_batches",
    "use_hours",
];

/// Indexes whose first column has few values: used by it alone, they find much of a table.
const COARSE: [&str; 5] = [
    "ix_applications_state_requested_at_id (state=?)",
    "ix_audit_events_action_at_id (action=?)",
    "ix_jobs_lane_state_run_at (lane=?)",
    "ix_jobs_state_run_at (state=?)",
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
        // While nothing is counted yet, the planner may take the index of pending requests.
        let waiting = node.contains(" using ux_requests_pending");
        let harmless = waiting || heap.iter().any(|kind| node.contains(kind));
        grows(table) && !harmless && !led && !in_order
    });
    scans.map(|(start, _)| plan[*start].text.clone()).collect()
}

#[tokio::test]
async fn members_pages_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        group,
        request,
        application,
        ..
    } = people().await;
    groups::mine(&ana).await.unwrap();
    groups::find_with_members(&ana, group).await.unwrap();
    requests::counts(&ana, &[group]).await.unwrap();
    let all = requests::of_group(&ana, &test.catalogue, group)
        .await
        .unwrap()
        .unwrap();
    usage::quotas_of(&ana, &all).await.unwrap();
    credentials::keys_of(&ana, &all).await.unwrap();
    requests::find(&ana, &test.catalogue, request)
        .await
        .unwrap();
    credentials::own_public_key(&ana, requests::tests::api(&ana, "smv"))
        .await
        .unwrap();
    credentials::own_keys(&ana).await.unwrap();
    credentials::secrets_of(&ana, application).await.unwrap();
    credentials::sandbox_keys(&ana, &test.vault, application)
        .await
        .unwrap();
    usage::latest_calls(&ana, application, None).await.unwrap();
    let page = requests::page_of_group(&ana, &test.catalogue, group, None, Some(request))
        .await
        .unwrap();
    let first = &page.unwrap().items[0];
    let cursor = crate::Cursor::new(first.submitted_at, first.id.0);
    requests::page_of_group(&ana, &test.catalogue, group, Some(cursor), None)
        .await
        .unwrap();
    for window in usage::Window::ALL {
        usage::report(&ana, application, *window, None, chrono_tz::UTC)
            .await
            .unwrap();
        usage::group_report(&ana, &test.catalogue, group, *window, None, chrono_tz::UTC)
            .await
            .unwrap();
    }
    let call: TransactionId = ana.portal.new_id();
    usage::find_call(&ana, &test.catalogue, call, locales::Locale::PtBr)
        .await
        .unwrap();
    sessions::list(&ana).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn whoever_asks_for_something_has_no_table_read_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        application,
        ..
    } = people().await;
    let draft = writes(&ana, group).await;
    requests::choose_group(&ana, draft, GroupChoice::Existing(group))
        .await
        .unwrap();
    let draft = requests::draft(&ana, &test.catalogue, draft)
        .await
        .unwrap()
        .unwrap();
    requests::earlier_trial(&ana, &draft).await.unwrap();
    requests::draft_for(&ana, draft.api.id, draft.plan)
        .await
        .unwrap();
    let filed = requests::submit(&ana, &test.catalogue, draft.id, draft.updated_at);
    let rejected = filed.await.unwrap().request;
    is_rejected(&staff, rejected).await;
    let corrected = requests::correct(&ana, &test.catalogue, rejected)
        .await
        .unwrap();
    requests::drafts(&ana, &test.catalogue).await.unwrap();
    requests::cancel(&ana, corrected).await.unwrap();
    requests::plan_changeable(&ana, &test.catalogue, application)
        .await
        .unwrap();
    let change = requests::request_plan_change(&ana, &test.catalogue, application).await;
    requests::cancel(&ana, change.unwrap().request)
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn managers_pages_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        request,
        application,
    } = people().await;
    let rejected = asks(&ana, group).await.request;
    approvals::reject(&staff, rejected, reason()).await.unwrap();
    let change = requests::request_plan_change(&ana, &test.catalogue, application).await;
    let change = change.unwrap().request;
    let statuses = Status::ALL.iter().map(|status| Some(*status));
    for status in statuses.chain([None]) {
        for query in ["", "banco antifraude", "b", "A1b2C3d4E5f6G7h8I9j0"] {
            let wanted = Search {
                status,
                query: query.to_owned(),
            };
            let page = approvals::search(&staff, &test.catalogue, &wanted, None)
                .await
                .unwrap();
            let cursor = page
                .items
                .first()
                .map(|item| crate::Cursor::new(item.request.submitted_at, item.request.id.0));
            approvals::search(&staff, &test.catalogue, &wanted, cursor)
                .await
                .unwrap();
        }
    }
    for id in [request, rejected, change] {
        approvals::review(&staff, &test.catalogue, id)
            .await
            .unwrap()
            .unwrap();
    }
    approvals::approve(&staff, &test.vault, change, None)
        .await
        .unwrap();
    approvals::suspend(&staff, application, reason())
        .await
        .unwrap();
    let seen = ApplicationState::Suspended;
    approvals::revoke(&staff, application, seen, reason())
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn pages_of_support_read_no_table_from_end_to_end() {
    let People {
        test, staff, ana, ..
    } = people().await;
    for query in ["", "ana souza", "a"] {
        let page = support::find(&staff, query, None).await.unwrap();
        let first = &page.items[0];
        let cursor = crate::Cursor::new(first.created_at, first.id.0);
        administration::people(&staff, query, Some(cursor))
            .await
            .unwrap();
    }
    support::view(&staff, ana.account_id().unwrap())
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn the_broom_and_the_worker_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        application,
        ..
    } = people().await;
    let cancelled = asks(&ana, group).await.request;
    requests::cancel(&ana, cancelled).await.unwrap();
    approvals::suspend(&staff, application, reason())
        .await
        .unwrap();
    test.statements.listen();
    let (db, since) = (test.portal.db.reader(), staff.now());
    let manager = staff.account_id().unwrap();
    requests::wait_since(db, since, manager).await.unwrap();
    credentials::changed_since(db, application, since)
        .await
        .unwrap();
    accounts::delete_stale(&test.portal).await.unwrap();
    oauth::delete_stale(&test.portal, &test.authority)
        .await
        .unwrap();
    credentials::notify_of_expiry(&test.system()).await.unwrap();
    catalogue::version(&test.portal.db).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
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
