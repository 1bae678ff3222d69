//! Every command under circumstances that are not as they should be: no database, a newer one,
//! another key, an instance beside it, nobody to read what it prints, no room for it.

use std::path::Path;

use super::support::{Outcome, Place};

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
    &["api", "list"],
    &["jobs", "list"],
];

/// With a sealed key, and a document to describe an API by.
fn place() -> Place {
    sealed(Place::new())
}

fn sealed(place: Place) -> Place {
    let place = place.migrated();
    let document = include_str!("../../domain/demo/apis/smv/openapi.json");
    std::fs::write(place.path("openapi.json"), document).unwrap();
    place.run(&["keys", "rotate"]).ended_with(0);
    place
}

fn said(outcome: &Outcome) -> String {
    format!("{}{}", outcome.output, outcome.errors)
}

#[track_caller]
fn refuses(place: &Place, arguments: &[&str], words: &str) {
    let outcome = place.run(arguments).ended_with(1);
    assert!(
        said(&outcome).contains(words),
        "{arguments:?}: {outcome:#?}"
    );
}

#[test]
fn without_a_database_each_says_so_and_makes_none() {
    let place = Place::sqlite();
    let others: [&[&str]; 4] = [
        &["doctor"],
        &["migrate", "status"],
        &["migrate", "down", "--yes"],
        &["backup", "backup"],
    ];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&place, arguments, "balcao migrate up");
        assert!(!place.file().exists(), "{arguments:?}");
    }
}

#[test]
fn before_a_newer_database_each_says_so_and_changes_nothing() {
    let place = place();
    place.execute("INSERT INTO seaql_migrations VALUES ('m9999_later', 0)");
    if place.is_sqlite() {
        refuses(&place, &["backup", "backup"], "m9999_later");
    }
    let others: [&[&str]; 4] = [
        &["doctor"],
        &["migrate", "up"],
        &["migrate", "down", "--yes"],
        &["serve", "--development"],
    ];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&place, arguments, "m9999_later");
    }
}

#[test]
fn with_another_key_each_says_so_and_changes_nothing() {
    let mut place = place();
    place.set("BALCAO_KEY_ENCRYPTION_KEY", OTHER_KEY);
    let others: [&[&str]; 2] = [&["doctor"], &["serve", "--development"]];
    for arguments in COMMANDS.iter().chain(&others) {
        refuses(&place, arguments, "set BALCAO_KEY_ENCRYPTION_KEY");
    }
    if place.is_sqlite() {
        refuses(
            &place,
            &["backup", "backup"],
            "set BALCAO_KEY_ENCRYPTION_KEY",
        );
    }
}

#[test]
fn beside_an_instance_each_works_and_a_second_one_ends() {
    let place = Place::sqlite();
    let instance = place.serve();
    let document = include_str!("../../domain/demo/apis/smv/openapi.json");
    std::fs::write(place.path("openapi.json"), document).unwrap();
    for arguments in COMMANDS {
        place.run(arguments).ended_with(0);
    }
    place.run(&["doctor"]).ended_with(0);
    place
        .run(&["migrate", "up"])
        .ended_with(0)
        .printed("up to date");
    refuses(&place, &["serve", "--development"], "served already");
    instance.stop();
    place.serve().stop();
}

#[test]
fn nobody_need_read_what_each_prints() {
    let place = place();
    for arguments in COMMANDS {
        match arguments {
            ["gateway", "add", name] => adds_no_gateway_unseen(&place, name),
            _ => drop(place.run_unheard(arguments).ended_with(0)),
        }
    }
    place.run(&["user", "list"]).printed(ANA);
    place.run_unheard(&["--help"]).ended_with(0);
}

/// A gateway whose keys nobody saw is none; the name is free.
fn adds_no_gateway_unseen(place: &Place, name: &str) {
    let add = ["gateway", "add", name];
    place.run_unheard(&add).ended_with(1).said("was not added");
    place
        .run_into(Path::new("/dev/full"), &add)
        .ended_with(1)
        .said("was not added");
    assert_eq!(place.run(&["gateway", "list"]).ended_with(0).output, "");
    place.run(&add).ended_with(0).printed("secret key  ");
    place
        .run(&add)
        .ended_with(1)
        .said("of this name is there already");
}

#[test]
fn what_could_not_be_written_is_told_and_done_all_the_same() {
    let place = place();
    for arguments in COMMANDS.iter().filter(|words| words[0] != "gateway") {
        let outcome = place.run_into(Path::new("/dev/full"), arguments);
        outcome.ended_with(1).said("it is done, but not all");
    }
    place.run(&["user", "list"]).printed("administrator");
}
