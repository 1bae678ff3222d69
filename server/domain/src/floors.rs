//! The order of the modules of this crate: a module uses those below it, and its own. The test
//! reads what the sources name after `crate::`, except in tests.

mod names;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use names::{names, sources, without_tests};

/// Every module, the lowest first, each with the names that the crate's root gives to its items.
const FLOORS: &[(&str, &[&str])] = &[
    (
        "base",
        &[
            "clock",
            "dates",
            "ids",
            "networks",
            "page",
            "random",
            "tls",
            "token",
            "translated",
            "two_way_page",
            "business_hours",
            "upstreams",
            "derived_key",
            "folding",
            "text_enum",
            "Cursor",
            "Page",
            "PageRequest",
            "Place",
            "TwoWayPage",
            "UnknownText",
        ],
    ),
    ("vocabulary", &["Role"]),
    (
        "store",
        &[
            "counter",
            "db",
            "entities",
            "search",
            "cleanup",
            "try_to_write",
        ],
    ),
    ("settings", &[]),
    ("portal", &["ChangeListener", "Portal"]),
    (
        "scope",
        &[
            "ActingClient",
            "Actor",
            "BegunCall",
            "CurrentSession",
            "Forbidden",
            "Origin",
            "OwnFactors",
            "Person",
            "Scope",
        ],
    ),
    ("error", &["Error", "from_common"]),
    ("audit", &[]),
    ("idempotency", &[]),
    ("changes", &[]),
    ("configuration", &[]),
    ("jobs", &[]),
    ("notes", &[]),
    ("security", &[]),
    ("accounts", &[]),
    ("groups", &[]),
    ("managers", &[]),
    ("catalogue", &[]),
    ("status", &[]),
    ("applications", &[]),
    ("requests", &[]),
    ("subscriptions", &[]),
    ("webhooks", &[]),
    ("credentials", &[]),
    ("usage", &[]),
    ("oauth", &[]),
    ("clients", &[]),
    ("approvals", &[]),
    ("messages", &[]),
    ("teams", &[]),
    ("services", &["Health", "Services"]),
    ("future", &["correct_future_times"]),
    ("gateway", &[]),
    ("demo", &[]),
];
/// The module that owns each table: no other one reads or writes its rows.
const OWNERS: &[(&str, &[&str])] = &[
    (
        "accounts",
        &[
            "account",
            "account_role",
            "administrator_nomination",
            "answered_challenge",
            "browser",
            "factor_removal",
            "kept_form",
            "link",
            "mail_refusal",
            "passkey",
            "recovery_code",
            "session",
            "throttle",
            "totp_factor",
        ],
    ),
    (
        "applications",
        &[
            "application",
            "application_conditions",
            "application_event",
            "application_plan",
            "contract_notice",
        ],
    ),
    ("approvals", &["request_note", "saved_reason", "saved_view"]),
    (
        "audit",
        &[
            "audit_checkpoint",
            "audit_event",
            "audit_removal",
            "audit_seal",
        ],
    ),
    (
        "catalogue",
        &[
            "api",
            "api_attachment",
            "api_revision",
            "api_words",
            "category",
            "search_miss",
        ],
    ),
    ("changes", &["change"]),
    (
        "clients",
        &[
            "authorization_code",
            "client_secret",
            "issued_token",
            "oauth_client",
            "refresh_token",
            "registration_token",
            "token_family",
        ],
    ),
    (
        "credentials",
        &[
            "credential",
            "sandbox_credential",
            "secret",
            "secret_notice",
            "secret_use",
        ],
    ),
    (
        "groups",
        &[
            "group_handover",
            "group_invitation",
            "membership",
            "permission_group",
        ],
    ),
    ("idempotency", &["idempotent_call"]),
    ("jobs", &["job"]),
    ("managers", &["manager", "manager_scope"]),
    ("messages", &["message", "message_event"]),
    (
        "oauth",
        &["resource_server", "revoked_token", "signing_key"],
    ),
    (
        "requests",
        &["inquiry", "request", "request_decision", "request_draft"],
    ),
    ("settings", &["runtime_setting"]),
    ("status", &["incident", "incident_api", "incident_note"]),
    ("subscriptions", &["end_notice", "subscription"]),
    (
        "usage",
        &[
            "call",
            "quota",
            "quota_lease",
            "quota_notice",
            "use_batch",
            "use_hour",
        ],
    ),
    (
        "webhooks",
        &["webhook", "webhook_attempt", "webhook_delivery"],
    ),
];
/// Statements that read rows of another module: the audit trail reads names of actors, an account is
/// not deleted while it belongs to a group, and no event is queued while no webhook listens.
const SHARED: [(&str, &str); 3] = [
    ("audit", "account"),
    ("accounts", "membership"),
    ("jobs", "webhook"),
];
/// The module that inserts rows of every table.
const MAKER: &str = "demo";
/// Names in the crate's root that come from other crates.
const FOREIGN: [&str; 3] = ["DbErr", "sandbox", "values"];
/// Modules that the order leaves out: those for tests, and the root itself.
const APART: [&str; 4] = ["floors", "lib", "plans", "testing"];

/// The position in the order of a name below the crate's root.
fn floor_of(name: &str) -> Option<usize> {
    FLOORS
        .iter()
        .position(|(floor, names)| *floor == name || names.contains(&name))
}

/// The names that a source of the module at `floor` takes from modules above it, or from none.
fn reaches_up(source: &str, floor: usize) -> Vec<(usize, String)> {
    let mut names = names(without_tests(source), "crate::");
    names.retain(|(_, name)| {
        let above = floor_of(name).is_none_or(|of_name| of_name > floor);
        above && !FOREIGN.contains(&name.as_str())
    });
    names
}

#[test]
fn no_module_reaches_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (floor, (name, _)) in FLOORS.iter().enumerate() {
        let (folder, mut files) = (root.join(name), vec![]);
        let file = folder.with_extension("rs");
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
        if file.is_file() {
            files.push(file);
        }
        assert!(!files.is_empty(), "{name} has no sources");
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for (line, above) in reaches_up(&source, floor) {
                wrong.push(format!("{}:{line} takes {above}", file.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_module_has_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(root).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let modules: BTreeSet<_> = paths.map(stem).collect();
    let listed = FLOORS.iter().map(|(floor, _)| *floor).chain(APART);
    assert_eq!(modules, listed.map(str::to_owned).collect());
}

#[test]
fn a_reach_upwards_is_noticed() {
    let source = "use crate::{\n    Portal, ids::{AccountId, GroupId},\n    accounts::Email,\n};\n\
        fn f() { crate::db::open() }\nuse crate::{DbErr, nowhere};\n\
        #[cfg(test)]\nmod tests { use crate::testing; }";
    let found = |module| -> Vec<String> {
        let found = reaches_up(source, floor_of(module).unwrap()).into_iter();
        found.map(|(line, name)| format!("{line} {name}")).collect()
    };
    assert_eq!(
        found("base"),
        ["1 Portal", "1 accounts", "5 db", "6 nowhere"]
    );
    assert_eq!(found("store"), ["1 Portal", "1 accounts", "6 nowhere"]);
    assert_eq!(found("jobs"), ["1 accounts", "6 nowhere"]);
    assert_eq!(found("accounts"), ["6 nowhere"]);
}

/// The tables that a source of a module uses and its module does not own.
fn foreign_rows(source: &str, module: &str) -> Vec<(usize, String)> {
    let source = source.replace("crate::entities", "entities");
    let mut rows = names(without_tests(&source), "entities::");
    rows.retain(|(_, row)| {
        let owner = OWNERS.iter().find(|(_, rows)| rows.contains(&row.as_str()));
        let owner = owner.map(|(owner, _)| *owner);
        owner != Some(module) && !SHARED.contains(&(module, row)) && row != "self"
    });
    rows
}

#[test]
fn rows_are_their_owners_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let above_the_store = FLOORS.iter().skip_while(|(name, _)| *name != "settings");
    for (name, _) in above_the_store.filter(|(name, _)| *name != MAKER) {
        let mut files = vec![];
        if root.join(name).is_dir() {
            sources(&root.join(name), &mut files);
        }
        let file = root.join(name).with_extension("rs");
        files.extend(file.is_file().then_some(file));
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for (line, row) in foreign_rows(&source, name) {
                wrong.push(format!("{}:{line} takes {row}", file.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_table_has_an_owner() {
    let rows = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/entities");
    let rows = fs::read_dir(rows).unwrap().map(|row| row.unwrap().path());
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let rows: BTreeSet<_> = rows.map(stem).filter(|name| name != "mod").collect();
    let owned = OWNERS.iter().flat_map(|(_, rows)| *rows);
    let owned: BTreeSet<_> = owned.map(|row| (*row).to_owned()).collect();
    let of_the_store = BTreeSet::from(["counter".to_owned()]);
    assert_eq!(rows, &owned | &of_the_store);
}

#[test]
fn a_foreign_row_is_noticed() {
    let source = "use crate::{\n    entities::{account, job},\n};\nfn f() { entities::call::x() }";
    let found = |module| -> Vec<String> {
        let found = foreign_rows(source, module).into_iter();
        found.map(|(line, row)| format!("{line} {row}")).collect()
    };
    assert_eq!(found("accounts"), ["2 job", "4 call"]);
    assert_eq!(found("audit"), ["2 job", "4 call"]);
    assert_eq!(found("jobs"), ["2 account", "4 call"]);
}
