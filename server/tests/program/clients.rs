//! `balcao client` and `balcao token`.

use std::path::Path;

use super::harness::Workspace;

const ANA: &str = "ana.souza@bancoexemplo.com.br";
const ADD: [&str; 7] = ["client", "add", "ERP", "--account", ANA, "--scope", "smv"];

fn workspace() -> Workspace {
    let workspace = Workspace::new().migrated();
    workspace.run(&["demo"]).ended_with(0);
    workspace
}

/// The words behind a name that is printed.
fn printed(output: &str, name: &str) -> String {
    let mut lines = output.lines();
    let line = lines.find_map(|line| line.strip_prefix(name));
    line.unwrap().trim().to_owned()
}

#[test]
fn a_client_is_registered_listed_stopped_and_deleted() {
    let workspace = workspace();
    let made = workspace.run(&ADD).ended_with(0);
    let id = printed(&made.output, "client_id");
    let secret = printed(&made.output, "client_secret");
    assert_eq!(secret.len(), 40);
    let list = || workspace.run(&["client", "list"]).ended_with(0).output;
    assert!(list().contains(&id) && list().contains(ANA));
    assert!(!list().contains(&secret));
    let other = workspace.run(&["client", "secret", &id, "--grace", "24h"]);
    let other = printed(&other.ended_with(0).output, "client_secret");
    assert_ne!(other, secret);
    workspace.run(&["client", "disable", &id]).ended_with(0);
    assert!(list().contains("disabled"));
    workspace.run(&["client", "disable", &id]).ended_with(1);
    workspace.run(&["client", "enable", &id]).ended_with(0);
    workspace
        .run(&["token", "list", "--client", &id])
        .ended_with(0);
    let revoked = workspace.run(&["token", "revoke", "--person", ANA]);
    revoked.ended_with(0).printed("0 tokens are revoked");
    workspace.run(&["client", "delete", &id]).ended_with(0);
    assert_eq!(list(), "");
}

#[test]
fn a_client_that_asks_people_is_registered_with_its_addresses() {
    let workspace = workspace();
    let add = |address| {
        let kind = ["--kind", "authorization", "--public", "--scope", "smv"];
        let add = ["client", "add", "Agente", "--redirect", address];
        workspace.run(&[&add[..], &kind].concat())
    };
    let said = add("http://app.example/volta").ended_with(1);
    said.said("--redirect http://app.example/volta: it must be https");
    let made = add("http://127.0.0.1/volta").ended_with(0);
    assert!(!made.output.contains("client_secret"));
    let id = printed(&made.output, "client_id");
    let list = workspace.run(&["client", "list"]).ended_with(0).output;
    let line = format!("{id}  authorization  Agente  whoever agrees");
    assert!(list.contains(&line), "{list}");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_registered() {
    let workspace = workspace();
    let nobody = ["client", "add", "ERP", "--account", "x@empresa.com.br"];
    let said = workspace.run(&nobody).ended_with(1);
    let said = said.said("no account has verified the address");
    said.said("it needs a --scope");
    assert_eq!(workspace.run(&["client", "list"]).output, "");
}

#[test]
fn a_client_whose_secret_nobody_saw_is_none() {
    let workspace = workspace();
    let unheard = workspace.run_unheard(&ADD).ended_with(1);
    unheard.said("nothing was changed");
    let full = workspace.run_into(Path::new("/dev/full"), &ADD);
    full.ended_with(1).said("nothing was changed");
    assert_eq!(workspace.run(&["client", "list"]).ended_with(0).output, "");
}
