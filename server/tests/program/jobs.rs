//! `balcao jobs`: what waits to be done, what was given up, and what becomes of either.

use std::{thread, time::Duration};

use mail::Mailbox;

use super::harness::Workspace;

const ANA: &str = "ana@empresa.com.br";
const BIA: &str = "bia@empresa.com.br";
const WHY: &str = "refused at RCPT TO: 550 5.1.1";
const NOTHING: &str = "0 waiting, 0 given up";

/// A mail to Ana, and later one to Bia, were given up.
fn given_up() -> Workspace {
    let place = Workspace::new().migrated();
    for address in [ANA, BIA] {
        place.run(&["user", "create", address]).ended_with(0);
    }
    place.execute(&format!(
        "UPDATE jobs SET state = 'dead', last_error = '{WHY}'"
    ));
    place
}

fn listed(place: &Workspace, more: &[&str]) -> String {
    let words = [&["jobs", "list"], more].concat();
    place.run(&words).ended_with(0).output
}

/// The ids of what was given up, the oldest first.
fn dead(place: &Workspace) -> Vec<String> {
    let list = listed(place, &["--dead"]);
    let jobs = list.lines().filter(|line| line.contains(WHY));
    jobs.map(|line| line.split(' ').next().unwrap().to_owned())
        .collect()
}

/// An instance does all that waits, and ends.
fn does_what_waits(place: &Workspace) {
    let instance = place.serve();
    for _ in 0..2_000 {
        if listed(place, &[]).contains("0 waiting") {
            return instance.stop();
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("{}", listed(place, &[]));
}

fn has_mail(place: &Workspace, address: &str) -> bool {
    let mails = Mailbox::open(place.path("data/mailbox")).unwrap();
    let mut mails = mails.list().unwrap().into_iter();
    mails.any(|mail| mail.to.as_str() == address)
}

#[test]
fn they_are_listed_with_their_reason_and_without_their_reader() {
    let place = Workspace::new().migrated();
    assert_eq!(listed(&place, &[]).trim_end(), NOTHING);
    place.run(&["user", "create", ANA]).ended_with(0);
    let list = listed(&place, &[]);
    assert!(list.contains(" queued "), "{list}");
    assert!(list.contains("1 waiting, 0 given up"), "{list}");
    assert_eq!(listed(&place, &["--dead"]).lines().count(), 1);

    let place = given_up();
    for more in [&[][..], &["--dead"]] {
        let list = listed(&place, more);
        assert_eq!(list.matches(" dead ").count(), 2, "{list}");
        assert_eq!(list.matches(WHY).count(), 2, "{list}");
        assert!(list.ends_with("0 waiting, 2 given up\n"), "{list}");
        assert!(!list.contains("empresa"), "{list}");
    }
}

#[test]
fn one_that_was_given_up_is_tried_again_and_done() {
    let place = given_up();
    let [anas, bias] = &dead(&place)[..] else {
        panic!("two were given up");
    };
    let retry = ["jobs", "retry", anas];
    place.run(&retry).ended_with(0).printed("is tried again");
    assert_eq!(dead(&place), [&**bias]);
    let list = listed(&place, &[]);
    assert!(list.ends_with("1 waiting, 1 given up\n"), "{list}");
    does_what_waits(&place);
    assert!(has_mail(&place, ANA) && !has_mail(&place, BIA));
    place.run(&retry).ended_with(1).said("there is no such job");

    let rest = ["jobs", "retry", "--dead"];
    place.run(&rest).ended_with(0).printed("1 are tried again");
    does_what_waits(&place);
    assert!(has_mail(&place, BIA));
    assert_eq!(listed(&place, &[]).trim_end(), NOTHING);
    place.run(&rest).ended_with(0).printed("0 are tried again");
}

#[test]
fn one_that_is_dropped_is_never_done() {
    let place = given_up();
    let anas = &dead(&place)[0];
    place
        .run(&["jobs", "drop", anas])
        .ended_with(0)
        .printed("will not be done");
    place
        .run(&["jobs", "drop", anas])
        .ended_with(1)
        .said("there is no such job");
    place.run(&["jobs", "retry", "--dead"]).ended_with(0);
    does_what_waits(&place);
    assert!(has_mail(&place, BIA) && !has_mail(&place, ANA));
}
