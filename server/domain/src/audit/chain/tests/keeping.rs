//! Heads that are kept elsewhere, and what the portal itself takes away.

use sea_orm::PaginatorTrait;

use super::*;
use crate::{
    Role,
    audit::{self, delete_stale},
    entities::{audit_event, audit_removal},
    ids::AccountId,
};

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
    test.clock.rewind(Duration::from_hours(1));
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
    tampers(
        &test,
        &format!("UPDATE audit_events SET address = NULL WHERE {}", event(5)),
    )
    .await;
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
