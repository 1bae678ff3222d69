//! `balcao migrate`: killed, doubled, cut off from its reader, and before a newer database.

use std::{
    fs::OpenOptions,
    io::{BufRead, BufReader},
    process::{Child, Stdio},
};

use super::harness::{Outcome, Workspace};

fn starts(workspace: &Workspace) -> Child {
    workspace
        .command(&["migrate", "up"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn ends(child: Child) -> Outcome {
    Outcome::of(&child.wait_with_output().unwrap())
}

fn status(workspace: &Workspace) -> String {
    workspace.run(&["migrate", "status"]).ended_with(0).output
}

#[test]
fn a_run_that_is_killed_goes_on_next_time() {
    let steps = status(&Workspace::new().migrated()).lines().count();
    for seen in 0..=steps {
        let workspace = Workspace::new();
        let mut child = starts(&workspace);
        // Once a step was printed, the run has begun the next one.
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told = lines.map_while(Result::ok).take(seen).count();
        assert_eq!(told, seen);
        child.kill().unwrap();
        child.wait().unwrap();
        workspace.run(&["migrate", "up"]).ended_with(0);
        let status = status(&workspace);
        assert_eq!(status.matches("applied").count(), steps, "{status}");
    }
}

#[test]
fn runs_at_the_same_time_all_succeed() {
    let workspace = Workspace::new();
    let runs: Vec<_> = (0..3).map(|_| starts(&workspace)).collect();
    let told: Vec<_> = runs
        .into_iter()
        .map(|run| ends(run).ended_with(0).output)
        .collect();
    let status = status(&workspace);
    assert!(!status.contains("missing"), "{status}");
    let applied: usize = told
        .iter()
        .map(|told| told.matches("applied ").count())
        .sum();
    assert_eq!(applied, status.lines().count(), "{told:?}");
}

#[test]
fn a_second_run_says_that_it_waits() {
    let workspace = Workspace::sqlite().migrated();
    let lock = OpenOptions::new()
        .write(true)
        .open(workspace.path("data/balcao.db.migrating"))
        .unwrap();
    lock.lock().unwrap();
    let mut child = starts(&workspace);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.next().unwrap().unwrap();
    assert!(line.contains("waiting"), "{line}");
    drop(lock);
    assert!(lines.next().unwrap().unwrap().contains("up to date"));
    assert!(child.wait().unwrap().success());
}

#[test]
fn nobody_need_read_what_it_prints() {
    let workspace = Workspace::new();
    workspace.run_unheard(&["migrate", "up"]).ended_with(0);
    assert!(!status(&workspace).contains("missing"));
}

#[test]
fn a_step_is_taken_back_by_whoever_means_it() {
    let workspace = Workspace::new().migrated();
    let before = status(&workspace);
    workspace
        .run(&["migrate", "down"])
        .ended_with(1)
        .said("--yes");
    assert_eq!(status(&workspace), before);
    for _ in before.lines() {
        let taken_back = workspace.run(&["migrate", "down", "--yes"]);
        taken_back.ended_with(0).printed("taken back");
    }
    assert!(!status(&workspace).contains("applied"));
    let nothing = workspace.run(&["migrate", "down", "--yes"]);
    nothing.ended_with(0).printed("nothing to take back");
    workspace.run(&["migrate", "up"]).ended_with(0);
    assert_eq!(status(&workspace), before);
}
