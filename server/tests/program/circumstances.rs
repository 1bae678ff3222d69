//! Every command under circumstances that are not as they should be: no database, a newer one,
//! another key, an instance beside it, nobody to read what it prints, no room for it.

use std::path::Path;

use super::harness::{Outcome, Workspace};

const OTHER_KEY: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
const ANA: &str = "ana@empresa.com.br";

/// Those that need a database as this program knows it, and the key it was sealed with. The first
/// ones change something.
const COMMANDS: &[&[&str]] = &[
    &["demo"],
    &["user", "create", ANA, "--role", "administrator"],
    &["user", "roles", ANA, "--give", "support"],
    &["keys", "rotate"],
    &["gateway", "add", "nginx"],
    &["gateway", "revoke", "nginx"],
    &["api", "upstream", "smv", "--none"],
    &["api", "document", "smv", "openapi.json"],
    &["jobs", "retry", "--dead"],
    &["user", "list"],
    &["user", "roles", ANA],
    &["keys", "list"],
    &["gateway", "list"],
    &["client", "list"],
    &["token", "list"],
    &["api", "list"],
    &["jobs", "list"],
    &["audit", "verify"],
    &["audit", "head"],
];

/// With a sealed key, and a document to describe an API by.
fn workspace() -> Workspace {
    sealed(Workspace::new())
}

fn sealed(workspace: Workspace) -> Workspace {
    let workspace = workspace.migrated();
    let document = include_str!("../../domain/demo/catalogue/smv/openapi.json");
    std::fs::write(workspace.path("openapi.json"), document).unwrap();
    workspace.run(&["keys", "rotate"]).ended_with(0);
    workspace
}

fn said(outcome: &Outcome) -> String {
    format!("{}{}", outcome.output, outcome.errors)
}

#[track_caller]
fn refuses(workspace: &Workspace, arguments: &[&str], words: &str) {
    let outcome = workspace.run(arguments).ended_with(1);
    assert!(
        said(&outcome).contains(words),
        "{arguments:?}: {outcome:#?}"
    );
}

#[test]
fn without_a_database_each_says_so_and_makes_none() {
    let workspace = Workspace::sqlite();
    let others: [&[&str]; 4] = [
        &["doctor"],
        &["migrate", "status"],
        &["migrate", "down", "--yes"],
        &["backup", "backup"],
    ];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&workspace, arguments, "balcao migrate up");
        assert!(!workspace.file().exists(), "{arguments:?}");
    }
}

#[test]
fn before_a_newer_database_each_says_so_and_changes_nothing() {
    let workspace = workspace();
    workspace.execute("INSERT INTO seaql_migrations VALUES ('m9999_later', 0)");
    if workspace.is_sqlite() {
        refuses(&workspace, &["backup", "backup"], "m9999_later");
    }
    let others: [&[&str]; 4] = [
        &["doctor"],
        &["migrate", "up"],
        &["migrate", "down", "--yes"],
        &["serve", "--development"],
    ];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&workspace, arguments, "m9999_later");
    }
}

#[test]
fn before_a_database_of_before_the_first_release_each_says_so_and_changes_nothing() {
    let workspace = workspace();
    workspace.execute("INSERT INTO seaql_migrations VALUES ('m0001_accounts', 0)");
    let others: [&[&str]; 4] = [
        &["doctor"],
        &["migrate", "up"],
        &["migrate", "down", "--yes"],
        &["serve", "--development"],
    ];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(
            &workspace,
            arguments,
            "move it aside and begin with a new one",
        );
    }
}

#[test]
fn with_another_key_each_says_so_and_changes_nothing() {
    let mut workspace = workspace();
    workspace.set("BALCAO_KEY_ENCRYPTION_KEY", OTHER_KEY);
    let others: [&[&str]; 2] = [&["doctor"], &["serve", "--development"]];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&workspace, arguments, "set BALCAO_KEY_ENCRYPTION_KEY");
    }
    if workspace.is_sqlite() {
        refuses(
            &workspace,
            &["backup", "backup"],
            "set BALCAO_KEY_ENCRYPTION_KEY",
        );
    }
}

#[test]
fn beside_an_instance_each_works_and_a_second_one_ends() {
    let workspace = Workspace::sqlite();
    let instance = workspace.serve();
    let document = include_str!("../../domain/demo/catalogue/smv/openapi.json");
    std::fs::write(workspace.path("openapi.json"), document).unwrap();
    for arguments in COMMANDS {
        workspace.run(arguments).ended_with(0);
    }
    workspace.run(&["doctor"]).ended_with(0);
    workspace
        .run(&["migrate", "up"])
        .ended_with(0)
        .printed("up to date");
    refuses(&workspace, &["serve", "--development"], "served already");
    instance.stop();
    workspace.serve().stop();
}

#[test]
fn nobody_need_read_what_each_prints() {
    let workspace = workspace();
    for arguments in COMMANDS {
        match arguments {
            ["gateway", "add", name] => adds_no_gateway_unseen(&workspace, name),
            _ => drop(workspace.run_unheard(arguments).ended_with(0)),
        }
    }
    workspace.run(&["user", "list"]).printed(ANA);
    workspace.run_unheard(&["--help"]).ended_with(0);
}

/// A gateway whose keys nobody saw is none; the name is free.
fn adds_no_gateway_unseen(workspace: &Workspace, name: &str) {
    let add = ["gateway", "add", name];
    workspace
        .run_unheard(&add)
        .ended_with(1)
        .said("was not added");
    workspace
        .run_into(Path::new("/dev/full"), &add)
        .ended_with(1)
        .said("was not added");
    assert_eq!(workspace.run(&["gateway", "list"]).ended_with(0).output, "");
    workspace.run(&add).ended_with(0).printed("secret key  ");
    workspace
        .run(&add)
        .ended_with(1)
        .said("of this name is there already");
}

#[test]
fn what_could_not_be_written_is_told_and_done_all_the_same() {
    let workspace = workspace();
    // A gateway is another thing, as it is not added unseen; and lists of nothing say nothing.
    let others = ["gateway", "client", "token"];
    for arguments in COMMANDS.iter().filter(|words| !others.contains(&words[0])) {
        let outcome = workspace.run_into(Path::new("/dev/full"), arguments);
        outcome.ended_with(1).said("it is done, but not all");
    }
    workspace.run(&["user", "list"]).printed("administrator");
}
