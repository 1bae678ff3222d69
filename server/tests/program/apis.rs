//! `balcao api`: what is not spoken of stays as it is, and what changed is told.

use super::support::Place;

const DOCUMENT: &str = include_str!("../../domain/demo/apis/smv/openapi.json");

fn place() -> Place {
    let place = Place::new().migrated();
    place.run(&["demo"]).ended_with(0);
    std::fs::write(place.path("smv.json"), DOCUMENT).unwrap();
    std::fs::write(place.path("plain.json"), r#"{"openapi": "3.1.0"}"#).unwrap();
    place
}

#[test]
fn another_document_leaves_the_sandbox_as_it_is() {
    let place = place();
    let described = |more: &[&str]| {
        let words = [&["api", "document", "smv"], more].concat();
        place.run(&words)
    };
    let has_sandbox = || {
        let list = place.run(&["api", "list"]).ended_with(0).output;
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
fn an_upstream_that_is_replaced_is_told_of() {
    let mut place = place();
    place.set("BALCAO_UPSTREAM_HOSTS", "a.example,b.example");
    let leads = |to: &str| place.run(&["api", "upstream", "smv", to]).ended_with(0);
    leads("https://a.example/v1").printed("forwarded to https://a.example/v1.");
    leads("https://b.example").printed("no more to https://a.example/v1.");
    leads("--none").printed("forwarded to nowhere, no more to https://b.example.");
}

#[test]
fn roles_that_changed_are_told_of() {
    let place = place();
    let roles = |more: &[&str]| {
        let words = [&["user", "roles", "ana@empresa.com.br"], more].concat();
        place.run(&words).ended_with(0)
    };
    place
        .run(&["user", "create", "ana@empresa.com.br", "--role", "support"])
        .ended_with(0);
    roles(&["--give", "administrator"]).printed("support, administrator now, and was support");
    roles(&[]).printed("ana@empresa.com.br is support, administrator.");
}
