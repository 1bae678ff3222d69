//! What is noticed of a trail that somebody changed.

use std::time::Duration;

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QueryOrder};

use super::*;
use crate::{
    Role, Scope,
    audit::{self, Action, Subject, delete_stale, record_with},
    entities::{audit_event, audit_removal, audit_seal},
    ids::AccountId,
    settings::{AuditRetention, Settings},
    testing::{self, TestPortal},
};

const DAY: Duration = Duration::from_hours(24);

/// Ten sealed events of one person, a second apart.
async fn sealed() -> (TestPortal, Scope) {
    let test = portal().await;
    let ana = test.person("ana@empresa.com.br", &[]).await;
    acts(&test, &ana, 10).await;
    (test, ana)
}

async fn portal() -> TestPortal {
    let audit = AuditRetention {
        comings: 10 * DAY,
        changes: 100 * DAY,
        export_first: false,
    };
    testing::portal_with(Settings {
        audit,
        ..testing::settings()
    })
    .await
}

/// Signs in and changes something in turns.
async fn acts(test: &TestPortal, person: &Scope, times: usize) {
    for time in 0..times {
        let action = [Action::SignedIn, Action::ProfileChanged][time % 2];
        let subject = Subject::Account(person.account_id().unwrap());
        let details = Some(format!("details {time}"));
        let db = test.portal.db.writer();
        record_with(db, person, action, subject, details)
            .await
            .unwrap();
        test.clock.advance(Duration::from_secs(1));
    }
    seal(&test.portal, &test.vault).await.unwrap();
}

async fn looks(test: &TestPortal) -> Verified {
    verify(&test.system(), &test.vault, None).await.unwrap()
}

async fn faults(test: &TestPortal) -> Vec<Fault> {
    looks(test).await.faults
}

async fn seals(test: &TestPortal) -> Vec<audit_seal::Model> {
    audit_seal::Entity::find()
        .order_by_asc(audit_seal::Column::Number)
        .all(test.portal.db.writer())
        .await
        .unwrap()
}

/// What somebody with the database's password does.
async fn tampers(test: &TestPortal, sql: &str) {
    let db = test.portal.db.writer();
    db.execute_unprepared(sql).await.unwrap();
}

/// The place of the event with this number, in SQL.
fn event(number: i64) -> String {
    format!("id = (SELECT event_id FROM audit_seals WHERE number = {number})")
}

async fn event_of(test: &TestPortal, number: i64) -> crate::ids::AuditEventId {
    let seals = seals(test).await;
    seals
        .iter()
        .find(|it| it.number == number)
        .unwrap()
        .event_id
}

#[tokio::test]
async fn what_nobody_changed_is_whole_and_is_numbered_without_gaps() {
    let (test, ana) = sealed().await;
    acts(&test, &ana, 3).await;
    assert_eq!(seal(&test.portal, &test.vault).await.unwrap(), 0);
    let seen = looks(&test).await;
    assert_eq!((seen.first, seen.last, seen.whole), (1, 13, 13));
    assert_eq!((seen.waiting, seen.faults), (0, vec![]));
    let numbers: Vec<_> = seals(&test).await.iter().map(|it| it.number).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<i64>>());
}

#[tokio::test]
async fn each_changed_column_is_noticed() {
    let other = "'00000000000000000000000000000001'";
    let changes = [
        "actor_id = NULL".to_owned(),
        "client_id = subject_id".to_owned(),
        "action = 'account.signed-out'".to_owned(),
        "action = 'nonsense'".to_owned(),
        "subject_kind = 'group'".to_owned(),
        "details = 'details 99'".to_owned(),
        "details = NULL".to_owned(),
        "address = '198.51.100.9'".to_owned(),
        "address = NULL".to_owned(),
        format!("request_id = {other}"),
        "request_id = NULL".to_owned(),
        "at = (SELECT max(at) FROM audit_events)".to_owned(),
    ];
    let (test, _) = sealed().await;
    for change in changes {
        let before = stored(&test, 5).await;
        tampers(
            &test,
            &format!("UPDATE audit_events SET {change} WHERE {}", event(5)),
        )
        .await;
        let edited = Fault::Edited {
            number: 5,
            event: event_of(&test, 5).await,
        };
        assert_eq!(faults(&test).await, [edited], "{change}");
        restore(&test, &before).await;
        assert_eq!(faults(&test).await, [], "{change}");
    }
}

/// The row of an event with its raw columns.
async fn stored(test: &TestPortal, number: i64) -> String {
    tampers(test, "DROP TABLE IF EXISTS kept").await;
    let kept = format!(
        "CREATE TABLE kept AS SELECT * FROM audit_events WHERE {}",
        event(number)
    );
    tampers(test, &kept).await;
    event(number)
}

async fn restore(test: &TestPortal, place: &str) {
    tampers(test, &format!("DELETE FROM audit_events WHERE {place}")).await;
    tampers(test, "INSERT INTO audit_events SELECT * FROM kept").await;
}

#[tokio::test]
async fn a_deleted_event_is_named_wherever_it_stood() {
    for number in [1, 5, 10] {
        let (test, _) = sealed().await;
        let event_id = event_of(&test, number).await;
        tampers(
            &test,
            &format!("DELETE FROM audit_events WHERE {}", event(number)),
        )
        .await;
        let deleted = Fault::Deleted {
            number,
            event: event_id,
        };
        assert_eq!(faults(&test).await, [deleted]);
    }
}

#[tokio::test]
async fn an_event_that_is_deleted_with_its_seal_leaves_a_gap() {
    let (test, _) = sealed().await;
    tampers(
        &test,
        &format!("DELETE FROM audit_events WHERE {}", event(5)),
    )
    .await;
    tampers(&test, "DELETE FROM audit_seals WHERE number = 5").await;
    assert_eq!(faults(&test).await, [Fault::Missing { first: 5, last: 5 }]);
    // The first one, too: no checkpoint says that the portal deleted it.
    tampers(
        &test,
        &format!("DELETE FROM audit_events WHERE {}", event(1)),
    )
    .await;
    tampers(&test, "DELETE FROM audit_seals WHERE number = 1").await;
    let gaps = [
        Fault::Missing { first: 1, last: 1 },
        Fault::Missing { first: 5, last: 5 },
    ];
    assert_eq!(faults(&test).await, gaps);
}

#[tokio::test]
async fn events_that_changed_places_are_noticed() {
    let (test, _) = sealed().await;
    tampers(&test, "UPDATE audit_seals SET number = -4 WHERE number = 4").await;
    tampers(&test, "UPDATE audit_seals SET number = 4 WHERE number = 5").await;
    tampers(&test, "UPDATE audit_seals SET number = 5 WHERE number = -4").await;
    let found = faults(&test).await;
    assert!(found.contains(&Fault::Moved { number: 4 }), "{found:?}");
    assert!(found.contains(&Fault::Moved { number: 5 }), "{found:?}");
    assert!(!found.contains(&Fault::Moved { number: 7 }), "{found:?}");
}

#[tokio::test]
async fn a_changed_seal_is_noticed() {
    for change in [
        "hash = record_digest",
        "record_digest = personal_digest",
        "personal_digest = record_digest",
        "version = 2",
        "sealed_at = (SELECT min(at) FROM audit_events)",
    ] {
        let (test, _) = sealed().await;
        tampers(
            &test,
            &format!("UPDATE audit_seals SET {change} WHERE number = 5"),
        )
        .await;
        let found = faults(&test).await;
        assert!(
            found.contains(&Fault::Moved { number: 5 }),
            "{change}: {found:?}"
        );
        assert!(
            !found.contains(&Fault::Moved { number: 6 }),
            "{change}: {found:?}"
        );
    }
    let (test, _) = sealed().await;
    tampers(
        &test,
        "UPDATE audit_seals SET salt = record_digest WHERE number = 5",
    )
    .await;
    assert!(matches!(
        faults(&test).await[..],
        [Fault::Edited { number: 5, .. }]
    ));
}

#[tokio::test]
async fn whoever_hashes_anew_without_the_portals_key_is_noticed() {
    let (test, ana) = sealed().await;
    let other = crate::store::Vault::new([8; 32]);
    let others = verify(&test.system(), &other, None).await.unwrap();
    assert_eq!(others.faults, [Fault::ForgedSeal { number: 10 }]);
    acts(&test, &ana, 1).await;
    tampers(&test, "UPDATE audit_seals SET tag = NULL").await;
    assert_eq!(faults(&test).await, [Fault::ForgedSeal { number: 11 }]);
}

#[tokio::test]
async fn an_event_that_only_says_that_it_is_sealed_is_named() {
    let (test, ana) = sealed().await;
    let subject = Subject::Account(ana.account_id().unwrap());
    audit::record(test.portal.db.writer(), &ana, Action::RolesChanged, subject)
        .await
        .unwrap();
    assert_eq!(looks(&test).await.waiting, 1);
    tampers(
        &test,
        "UPDATE audit_events SET sealed_at = at WHERE sealed_at IS NULL",
    )
    .await;
    assert!(matches!(faults(&test).await[..], [Fault::Inserted { .. }]));
}

#[tokio::test]
async fn a_cut_off_end_is_noticed_by_a_head_that_was_kept() {
    let (test, ana) = sealed().await;
    let early = head(&test.system(), &test.vault).await.unwrap().unwrap();
    acts(&test, &ana, 10).await;
    let late = head(&test.system(), &test.vault).await.unwrap().unwrap();
    let late: Head = late.to_string().parse().unwrap();
    for kept in [&early, &late] {
        let seen = verify(&test.system(), &test.vault, Some(kept)).await;
        assert_eq!(seen.unwrap().faults, []);
    }
    // Back to the mark of the first batch.
    tampers(
        &test,
        "DELETE FROM audit_events WHERE id IN (SELECT event_id FROM audit_seals WHERE number > 10)",
    )
    .await;
    tampers(&test, "DELETE FROM audit_seals WHERE number > 10").await;
    assert_eq!(faults(&test).await, []);
    let seen = verify(&test.system(), &test.vault, Some(&late)).await;
    let cut = Fault::CutOff { last: 10, head: 20 };
    assert_eq!(seen.unwrap().faults, [cut]);
    // What is written afterwards does not hide it.
    acts(&test, &ana, 10).await;
    let seen = verify(&test.system(), &test.vault, Some(&late)).await;
    assert!(!seen.unwrap().faults.is_empty());
}

#[tokio::test]
async fn a_head_that_was_changed_is_refused() {
    let (test, _) = sealed().await;
    let kept = head(&test.system(), &test.vault).await.unwrap().unwrap();
    let forged = kept.to_string().replace("\"number\":10", "\"number\":9");
    let forged: Head = forged.parse().unwrap();
    let seen = verify(&test.system(), &test.vault, Some(&forged)).await;
    assert!(seen.unwrap().faults.contains(&Fault::ForgedHead));
    for text in ["", "{}", "10", "{\"number\":1}"] {
        assert_eq!(text.parse::<Head>(), Err(InvalidHead), "{text}");
    }
}

#[tokio::test]
async fn an_event_that_commits_late_is_sealed_all_the_same() {
    let (test, ana) = sealed().await;
    test.clock.rewind(Duration::from_secs(3_600));
    acts(&test, &ana, 1).await;
    assert_eq!(seals(&test).await.len(), 11);
    assert_eq!(faults(&test).await, []);
}

#[tokio::test]
async fn sealers_of_several_instances_seal_nothing_twice() {
    let (test, ana) = sealed().await;
    let subject = Subject::Account(ana.account_id().unwrap());
    for _ in 0..20 {
        let db = test.portal.db.writer();
        audit::record(db, &ana, Action::SignedIn, subject)
            .await
            .unwrap();
    }
    let (one, two, three) = tokio::join!(
        seal(&test.portal, &test.vault),
        seal(&test.portal, &test.vault),
        seal(&test.portal, &test.vault),
    );
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 20);
    let seen = looks(&test).await;
    assert_eq!((seen.last, seen.faults), (30, vec![]));
}

#[tokio::test]
async fn what_retention_deletes_is_no_fault_and_leaves_a_checkpoint() {
    let (test, ana) = sealed().await;
    let kept = head(&test.system(), &test.vault).await.unwrap().unwrap();
    test.clock.advance(11 * DAY);
    delete_stale(&test.portal, &test.vault).await.unwrap();
    let seen = looks(&test).await;
    // The first one was a sign-in, so the chain begins behind it.
    assert_eq!((seen.first, seen.last), (2, 10));
    assert_eq!((seen.whole, seen.deleted, seen.faults), (5, 4, vec![]));
    acts(&test, &ana, 2).await;
    test.clock.advance(100 * DAY);
    delete_stale(&test.portal, &test.vault).await.unwrap();
    let seen = verify(&test.system(), &test.vault, Some(&kept))
        .await
        .unwrap();
    assert_eq!((seen.first, seen.last, seen.faults), (0, 12, vec![]));
    assert!(seen.head_is_gone);
    acts(&test, &ana, 1).await;
    let seen = looks(&test).await;
    assert_eq!((seen.first, seen.last, seen.faults), (13, 13, vec![]));
    tampers(&test, "UPDATE audit_checkpoints SET hash = tag").await;
    let found = faults(&test).await;
    assert!(
        found.contains(&Fault::ForgedCheckpoint { number: 12 }),
        "{found:?}"
    );
}

#[tokio::test]
async fn nobody_but_the_portal_says_that_retention_deleted_something() {
    let (test, _) = sealed().await;
    tampers(
        &test,
        &format!("DELETE FROM audit_events WHERE {}", event(5)),
    )
    .await;
    tampers(
        &test,
        "INSERT INTO audit_removals (number, kind, at, tag) \
         SELECT number, 'retention', sealed_at, hash FROM audit_seals WHERE number = 5",
    )
    .await;
    assert_eq!(faults(&test).await, [Fault::ForgedRemoval { number: 5 }]);
}

#[tokio::test]
async fn erasing_a_person_leaves_the_chain_whole_and_nothing_to_find_them_by() {
    let (test, ana) = sealed().await;
    let bia = test
        .person("bia@empresa.com.br", &[Role::Administrator])
        .await;
    acts(&test, &bia, 2).await;
    let account: AccountId = ana.account_id().unwrap();
    for _ in 0..2 {
        erase_person(&test.portal, &test.vault, account)
            .await
            .unwrap();
        let seen = looks(&test).await;
        assert_eq!((seen.whole, seen.erased, seen.faults), (12, 10, vec![]));
    }
    let events = audit_event::Entity::find()
        .all(test.portal.db.writer())
        .await
        .unwrap();
    let (hers, others): (Vec<_>, Vec<_>) = events
        .into_iter()
        .partition(|it| it.actor_id == Some(account));
    assert!(
        hers.iter()
            .all(|it| it.address.is_none() && it.details.is_none())
    );
    assert!(
        others
            .iter()
            .all(|it| it.address.is_some() && it.details.is_some())
    );
    let salts = seals(&test).await;
    assert_eq!(salts.iter().filter(|it| it.salt.is_none()).count(), 10);
    // Nobody writes something else into what was erased, and retention goes on as before.
    tampers(
        &test,
        &format!(
            "UPDATE audit_events SET address = '198.51.100.9' WHERE {}",
            event(5)
        ),
    )
    .await;
    assert!(matches!(
        faults(&test).await[..],
        [Fault::Edited { number: 5, .. }]
    ));
    test.clock.advance(200 * DAY);
    delete_stale(&test.portal, &test.vault).await.unwrap();
    assert_eq!(faults(&test).await, []);
    let removals = audit_removal::Entity::find();
    assert_eq!(removals.count(test.portal.db.writer()).await.unwrap(), 0);
}

#[tokio::test]
async fn an_account_that_is_deleted_breaks_nothing() {
    let (test, ana) = sealed().await;
    let account = ana.account_id().unwrap();
    crate::entities::account::Entity::delete_by_id(account)
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(faults(&test).await, []);
}

#[tokio::test]
async fn only_the_portal_and_administrators_look() {
    let (test, ana) = sealed().await;
    assert!(verify(&ana, &test.vault, None).await.is_err());
    assert!(head(&ana, &test.vault).await.is_err());
}
