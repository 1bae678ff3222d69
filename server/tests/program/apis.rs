//! `balcao api`: what is not spoken of stays as it is, and what changed is told.

use super::harness::Workspace;

const DOCUMENT: &str = include_str!("../../domain/demo/catalogue/smv/openapi.json");

fn workspace() -> Workspace {
    let workspace = Workspace::new().migrated();
    workspace.run(&["demo"]).ended_with(0);
    std::fs::write(workspace.path("smv.json"), DOCUMENT).unwrap();
    let plain = r#"{"openapi": "3.1.0", "info": {"title": "SMV", "version": "1"}, "paths": {"/a": {"get": {"operationId": "a", "responses": {"404": {"description": "A"}}}}}}"#;
    std::fs::write(workspace.path("plain.json"), plain).unwrap();
    workspace
}

#[test]
fn another_document_leaves_the_sandbox_as_it_is() {
    let workspace = workspace();
    let described = |more: &[&str]| {
        let words = [&["api", "document", "smv"], more].concat();
        workspace.run(&words)
    };
    let has_sandbox = || {
        let list = workspace.run(&["api", "list"]).ended_with(0).output;
        let line = list.lines().find(|line| line.starts_with("smv ")).unwrap();
        line.contains("sandbox")
    };
    described(&["smv.json"])
        .ended_with(0)
        .printed("sandbox stays on");
    assert!(has_sandbox());
    described(&["plain.json"])
        .ended_with(1)
        .said("--no-sandbox");
    assert!(has_sandbox());
    described(&["plain.json", "--no-sandbox"])
        .ended_with(0)
        .printed("sandbox is off now");
    assert!(!has_sandbox());
    std::fs::write(workspace.path("notes.txt"), "Notes").unwrap();
    described(&["notes.txt"])
        .ended_with(1)
        .said("notes.txt is no OpenAPI document that could be taken");
    described(&["smv.json"])
        .ended_with(0)
        .printed("sandbox stays off");
    assert!(!has_sandbox());
    described(&["smv.json", "--sandbox"])
        .ended_with(0)
        .printed("sandbox is on now");
    assert!(has_sandbox());
}

#[test]
fn a_pattern_that_the_sandbox_passes_over_is_told_of() {
    let workspace = workspace();
    let pattern = "\"format\": \"ipv4\"";
    assert!(DOCUMENT.contains(pattern));
    let ahead = DOCUMENT.replace(pattern, r#""pattern": "^(?=[0-9])""#);
    std::fs::write(workspace.path("ahead.json"), ahead).unwrap();
    let described = workspace.run(&["api", "document", "smv", "ahead.json"]);
    described
        .ended_with(0)
        .printed("Warning: #/components/")
        .printed("the pattern ^(?=[0-9]) is passed over");
}

#[test]
fn an_upstream_that_is_replaced_is_told_of() {
    let mut workspace = workspace();
    workspace.set("BALCAO_UPSTREAM_HOSTS", "a.example,b.example");
    let leads = |to: &str| workspace.run(&["api", "upstream", "smv", to]).ended_with(0);
    leads("https://a.example/v1").printed("forwarded to https://a.example/v1.");
    leads("https://b.example").printed("no more to https://a.example/v1.");
    leads("--none").printed("forwarded to nowhere, no more to https://b.example.");
}

#[test]
fn roles_that_changed_are_told_of() {
    let workspace = workspace();
    let roles = |more: &[&str]| {
        let words = [&["user", "roles", "ana@empresa.com.br"], more].concat();
        workspace.run(&words).ended_with(0)
    };
    workspace
        .run(&["user", "create", "ana@empresa.com.br", "--role", "support"])
        .ended_with(0);
    roles(&["--give", "administrator"]).printed("support, administrator now, and was support");
    roles(&[]).printed("ana@empresa.com.br is support, administrator.");
}
