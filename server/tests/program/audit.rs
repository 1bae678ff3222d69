//! `balcao audit verify` and `balcao audit head`: a trail that somebody changed.

use std::fs;

use super::harness::Workspace;

const VERIFY: &[&str] = &["audit", "verify"];

/// Three events, which an instance would seal as the command does.
fn filled() -> Workspace {
    let place = Workspace::new().migrated();
    for name in ["ana", "bia", "caio"] {
        let address = format!("{name}@empresa.com.br");
        place
            .run(&["user", "create", &address, "--role", "support"])
            .ended_with(0);
    }
    place
}

/// Keeps the head outside of the database.
fn keeps_head(place: &Workspace) -> String {
    let head = place.run(&["audit", "head"]).ended_with(0).output;
    let file = place.path("head.json");
    fs::write(&file, head).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_trail_that_nobody_changed_is_whole() {
    let place = filled();
    let head = keeps_head(&place);
    place
        .run(VERIFY)
        .ended_with(0)
        .printed("The audit trail is whole.");
    place
        .run(&["audit", "verify", "--head", &head])
        .ended_with(0)
        .printed("The audit trail is whole.");
}

#[test]
fn an_edited_event_is_told_with_its_number() {
    let place = filled();
    keeps_head(&place);
    place.execute(
        "UPDATE audit_events SET subject_kind = 'group' \
         WHERE id = (SELECT event_id FROM audit_seals WHERE number = 2)",
    );
    place
        .run(VERIFY)
        .ended_with(3)
        .printed("(number 2) was edited.");
}

#[test]
fn a_cut_off_end_is_told_against_the_head_that_was_kept() {
    let place = filled();
    let head = keeps_head(&place);
    place.execute("DELETE FROM audit_events");
    place.execute("DELETE FROM audit_seals");
    place.run(VERIFY).ended_with(0);
    place
        .run(&["audit", "verify", "--head", &head])
        .ended_with(3)
        .printed("its end was cut off");
}

#[test]
fn what_is_no_head_is_refused() {
    let place = filled();
    let file = place.path("head.json");
    fs::write(&file, "nonsense").unwrap();
    place
        .run(&["audit", "verify", "--head", file.to_str().unwrap()])
        .ended_with(1)
        .said("head.json is wrong");
}
