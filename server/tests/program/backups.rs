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

use super::support::{KEY, Place};

const OTHER_KEY: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

/// Ends the writing, also when a test fails.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn people(place: &Place) -> String {
    place.run(&["user", "list"]).ended_with(0).output
}

fn address(number: usize) -> String {
    format!("pessoa{number}@empresa.com.br")
}

#[test]
fn nothing_that_was_acknowledged_before_is_missing() {
    let place = Place::sqlite();
    let instance = place.serve();
    let (known, done) = (Mutex::new(0), AtomicBool::new(false));
    thread::scope(|threads| {
        let _ends = Ends(&done);
        threads.spawn(|| {
            let mut number = 0;
            while !done.load(Ordering::Relaxed) {
                place
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
            place.run(&["backup", &name]).ended_with(0);
            restored_has(&place, &name, acknowledged);
        }
    });
    instance.stop();
}

/// Somewhere else, all that was there when the backup began.
fn restored_has(place: &Place, name: &str, acknowledged: usize) {
    let elsewhere = Place::sqlite();
    let backup = place.path(name);
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
    let mut place = Place::sqlite();
    // The key of a local run lies beside the database.
    place.set("BALCAO_KEY_ENCRYPTION_KEY", "");
    place.serve().stop();
    place
        .run(&["send-test-mail", "ana@empresa.com.br"])
        .ended_with(0);
    let told = place.run(&["backup", "backup"]).ended_with(0).output;
    let mut files: Vec<_> = fs::read_dir(place.path("backup"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["backup.json", "balcao.db"]);
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("backup"), mode("backup/balcao.db")), (0o700, 0o600));

    let doctor = place.run(&["doctor"]).ended_with(0).output;
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
    let manifest = fs::read_to_string(place.path("backup/backup.json")).unwrap();
    assert!(manifest.contains(fingerprint), "{manifest}");
    let key = fs::read_to_string(place.path("data/key-encryption-key")).unwrap();
    assert!(!manifest.contains(key.trim()));

    place
        .run(&["backup", "backup"])
        .ended_with(1)
        .said("is there already");
    let nowhere = place.run(&["backup", "no/such/directory"]).ended_with(1);
    nowhere.said("there is no backup in no/such/directory");
}

#[test]
fn a_database_is_replaced_only_if_so_told_and_kept_aside() {
    let place = Place::sqlite();
    let instance = place.serve();
    place.run(&["user", "create", &address(1)]).ended_with(0);
    place.run(&["backup", "backup"]).ended_with(0);
    place.run(&["user", "create", &address(2)]).ended_with(0);
    let restore = ["restore", "backup", "--replace"];
    place.run(&restore).ended_with(1).said("in use");
    instance.stop();
    place
        .run(&["restore", "backup"])
        .ended_with(1)
        .said("--replace");
    assert!(people(&place).contains(&address(2)));

    let told = place.run(&restore).ended_with(0).output;
    let after = people(&place);
    assert!(
        after.contains(&address(1)) && !after.contains(&address(2)),
        "{after}"
    );
    let aside = told
        .lines()
        .find_map(|line| line.split_once(" is now "))
        .unwrap()
        .1;
    let mut old = Place::sqlite();
    let old_database = format!(
        "sqlite://{}",
        place.path(aside.trim_end_matches('.')).display()
    );
    old.set("BALCAO_DATABASE_URL", &old_database);
    assert!(people(&old).contains(&address(2)));
    place.serve().stop();
}

#[test]
fn a_backup_that_is_damaged_or_of_another_key_touches_nothing() {
    let mut place = Place::sqlite().migrated();
    place.run(&["user", "create", &address(1)]).ended_with(0);
    place.run(&["backup", "backup"]).ended_with(0);
    let restore = ["restore", "backup", "--replace"];
    let file = place.path("backup/balcao.db");
    let whole = fs::read(&file).unwrap();
    for damage in [&whole[..whole.len() / 2], &[&whole[1..], &[0]].concat()] {
        fs::write(&file, damage).unwrap();
        place.run(&restore).ended_with(1).said("damaged");
    }
    fs::write(&file, &whole).unwrap();
    place
        .run(&["restore", "data"])
        .ended_with(1)
        .said("holds no backup");
    place.set("BALCAO_KEY_ENCRYPTION_KEY", OTHER_KEY);
    place
        .run(&restore)
        .ended_with(1)
        .said("BALCAO_KEY_ENCRYPTION_KEY");
    place.set("BALCAO_KEY_ENCRYPTION_KEY", KEY);
    let left: Vec<_> = fs::read_dir(place.path("data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("restor") || name.contains("replaced"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(people(&place).contains(&address(1)));
}

#[test]
fn an_older_database_is_backed_up_and_brought_up_to_date_afterwards() {
    let place = Place::sqlite().migrated();
    place.run(&["migrate", "down", "--yes"]).ended_with(0);
    place
        .run(&["backup", "backup"])
        .ended_with(0)
        .printed("was not tried");
    place.run(&["migrate", "up"]).ended_with(0);
    let restored = place.run(&["restore", "backup", "--replace"]);
    restored.ended_with(0).printed("run `balcao migrate up`");
    place
        .run(&["migrate", "status"])
        .ended_with(0)
        .printed("missing");
    place.run(&["migrate", "up"]).ended_with(0);
    assert_eq!(people(&place), "");
}

#[test]
fn of_postgresql_its_own_programs_make_backups() {
    let place = Place::new();
    if place.is_sqlite() {
        return;
    }
    place
        .run(&["backup", "backup"])
        .ended_with(1)
        .said("pg_dump");
    place
        .run(&["restore", "backup"])
        .ended_with(1)
        .said("pg_restore");
}
