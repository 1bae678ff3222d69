//! `balcao backup` and `balcao restore`, while the portal serves and is written to.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use super::harness::{KEY, Workspace};

const OTHER_KEY: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

/// Ends the writing, also when a test fails.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn people(workspace: &Workspace) -> String {
    workspace.run(&["user", "list"]).ended_with(0).output
}

fn address(number: usize) -> String {
    format!("pessoa{number}@empresa.com.br")
}

#[test]
fn nothing_that_was_acknowledged_before_is_missing() {
    let workspace = Workspace::sqlite();
    let instance = workspace.serve();
    let (known, done) = (Mutex::new(0), AtomicBool::new(false));
    thread::scope(|threads| {
        let _ends = Ends(&done);
        threads.spawn(|| {
            let mut number = 0;
            while !done.load(Ordering::Relaxed) {
                workspace
                    .run(&["user", "create", &address(number)])
                    .ended_with(0);
                number += 1;
                *known.lock().unwrap() = number;
            }
        });
        for round in 0..3 {
            while *known.lock().unwrap() < 2 * (round + 1) {
                thread::yield_now();
            }
            let acknowledged = *known.lock().unwrap();
            let name = format!("backup{round}");
            workspace.run(&["backup", &name]).ended_with(0);
            restored_has(&workspace, &name, acknowledged);
        }
    });
    instance.stop();
}

/// Somewhere else, all that was there when the backup began.
fn restored_has(workspace: &Workspace, name: &str, acknowledged: usize) {
    let elsewhere = Workspace::sqlite();
    let backup = workspace.path(name);
    let restored = elsewhere.run(&["restore", backup.to_str().unwrap()]);
    restored.ended_with(0);
    let people = people(&elsewhere);
    for number in 0..acknowledged {
        assert!(
            people.contains(&address(number)),
            "{number} of {acknowledged}: {people}"
        );
    }
    elsewhere.serve().stop();
}

#[test]
fn a_backup_is_for_its_owner_alone_and_holds_neither_key_nor_mail() {
    let mut workspace = Workspace::sqlite();
    // The key of a local run lies beside the database.
    workspace.set("BALCAO_KEY_ENCRYPTION_KEY", "");
    workspace.serve().stop();
    workspace
        .run(&["send-test-mail", "ana@empresa.com.br"])
        .ended_with(0);
    let told = workspace.run(&["backup", "backup"]).ended_with(0).output;
    let mut files: Vec<_> = fs::read_dir(workspace.path("backup"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["backup.json", "balcao.db"]);
    let mode = |name: &str| {
        fs::metadata(workspace.path(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!((mode("backup"), mode("backup/balcao.db")), (0o700, 0o600));

    let doctor = workspace.run(&["doctor"]).ended_with(0).output;
    let keys = doctor
        .lines()
        .find(|line| line.starts_with("ok     keys"))
        .unwrap();
    let fingerprint = keys
        .split_whitespace()
        .nth(2)
        .unwrap()
        .trim_end_matches(',');
    assert!(told.contains(fingerprint), "{told}{doctor}");
    let manifest = fs::read_to_string(workspace.path("backup/backup.json")).unwrap();
    assert!(manifest.contains(fingerprint), "{manifest}");
    let key = fs::read_to_string(workspace.path("data/key-encryption-key")).unwrap();
    assert!(!manifest.contains(key.trim()));

    workspace
        .run(&["backup", "backup"])
        .ended_with(1)
        .said("is there already");
    let nowhere = workspace
        .run(&["backup", "no/such/directory"])
        .ended_with(1);
    nowhere.said("there is no backup in no/such/directory");
}

#[test]
fn a_database_is_replaced_only_if_so_told_and_kept_aside() {
    let workspace = Workspace::sqlite();
    let instance = workspace.serve();
    workspace
        .run(&["user", "create", &address(1)])
        .ended_with(0);
    workspace.run(&["backup", "backup"]).ended_with(0);
    workspace
        .run(&["user", "create", &address(2)])
        .ended_with(0);
    let restore = ["restore", "backup", "--replace"];
    workspace.run(&restore).ended_with(1).said("in use");
    instance.stop();
    workspace
        .run(&["restore", "backup"])
        .ended_with(1)
        .said("--replace");
    assert!(people(&workspace).contains(&address(2)));

    let told = workspace.run(&restore).ended_with(0).output;
    let after = people(&workspace);
    assert!(
        after.contains(&address(1)) && !after.contains(&address(2)),
        "{after}"
    );
    let aside = told
        .lines()
        .find_map(|line| line.split_once(" is now "))
        .unwrap()
        .1;
    let mut old = Workspace::sqlite();
    let old_database = format!(
        "sqlite://{}",
        workspace.path(aside.trim_end_matches('.')).display()
    );
    old.set("BALCAO_DATABASE_URL", &old_database);
    assert!(people(&old).contains(&address(2)));
    workspace.serve().stop();
}

#[test]
fn a_backup_that_is_damaged_or_of_another_key_touches_nothing() {
    let mut workspace = Workspace::sqlite().migrated();
    workspace
        .run(&["user", "create", &address(1)])
        .ended_with(0);
    workspace.run(&["backup", "backup"]).ended_with(0);
    let restore = ["restore", "backup", "--replace"];
    let file = workspace.path("backup/balcao.db");
    let whole = fs::read(&file).unwrap();
    for damage in [&whole[..whole.len() / 2], &[&whole[1..], &[0]].concat()] {
        fs::write(&file, damage).unwrap();
        workspace.run(&restore).ended_with(1).said("damaged");
    }
    fs::write(&file, &whole).unwrap();
    workspace
        .run(&["restore", "data"])
        .ended_with(1)
        .said("holds no backup");
    workspace.set("BALCAO_KEY_ENCRYPTION_KEY", OTHER_KEY);
    workspace
        .run(&restore)
        .ended_with(1)
        .said("BALCAO_KEY_ENCRYPTION_KEY");
    workspace.set("BALCAO_KEY_ENCRYPTION_KEY", KEY);
    let left: Vec<_> = fs::read_dir(workspace.path("data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("restor") || name.contains("replaced"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(people(&workspace).contains(&address(1)));
}

#[test]
fn an_older_database_is_backed_up_and_brought_up_to_date_afterwards() {
    let workspace = Workspace::sqlite().migrated();
    workspace.run(&["migrate", "down", "--yes"]).ended_with(0);
    workspace
        .run(&["backup", "backup"])
        .ended_with(0)
        .printed("was not tried");
    workspace.run(&["migrate", "up"]).ended_with(0);
    let restored = workspace.run(&["restore", "backup", "--replace"]);
    restored.ended_with(0).printed("run `balcao migrate up`");
    workspace
        .run(&["migrate", "status"])
        .ended_with(0)
        .printed("missing");
    workspace.run(&["migrate", "up"]).ended_with(0);
    assert_eq!(people(&workspace), "");
}

#[test]
fn of_postgresql_its_own_programs_make_backups() {
    let workspace = Workspace::new();
    if workspace.is_sqlite() {
        return;
    }
    workspace
        .run(&["backup", "backup"])
        .ended_with(1)
        .said("pg_dump");
    workspace
        .run(&["restore", "backup"])
        .ended_with(1)
        .said("pg_restore");
}
