//! What somebody with the database's password changes, and is noticed.

use super::*;
use crate::audit;

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
