//! Passwords that are tried too often.

mod forms;
mod offices;
mod overtaken;

use super::*;
use crate::{
    accounts::{
        ChangePasswordError, change_password,
        throttle::{Attempt, AttemptError},
    },
    entities::throttle,
};

const WRONG: &str = "Errada-7-cavalos";

/// How long the portal asks to wait; none when it looks at the password.
async fn wait(portal: &TestPortal, network: &str, address: &str) -> Option<Duration> {
    match portal.signs_in_from(network, address, WRONG).await {
        Err(SignInError::Throttled { retry_after }) => Some(retry_after),
        Err(SignInError::Credentials) => None,
        other => panic!("{other:?}"),
    }
}

async fn fails(portal: &TestPortal, network: &str, address: &str, times: usize) {
    for _ in 0..times {
        assert_eq!(wait(portal, network, address).await, None);
    }
}

#[tokio::test]
async fn after_five_failures_the_wait_doubles_up_to_a_quarter_of_an_hour() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 6).await;
    for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        let asked = wait(&portal, "203.0.113.7", ANA).await;
        assert_eq!(asked, Some(seconds * SECOND));
        portal.clock.advance(seconds * SECOND);
        fails(&portal, "203.0.113.7", ANA, 1).await;
    }
}

#[tokio::test]
async fn unknown_addresses_wait_just_as_long() {
    let (portal, _) = ana().await;
    for address in [ANA, "ninguem@empresa.com.br", "nem é endereço"] {
        fails(&portal, "203.0.113.7", address, 6).await;
        assert_eq!(wait(&portal, "203.0.113.7", address).await, Some(SECOND));
    }
}

#[tokio::test]
async fn knocking_meanwhile_does_not_prolong_the_wait() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 6).await;
    for _ in 0..20 {
        assert_eq!(wait(&portal, "203.0.113.7", ANA).await, Some(SECOND));
    }
    portal.clock.advance(SECOND);
    assert!(portal.signs_in(ANA, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_hundred_guesses_at_once_are_not_a_hundred_first_guesses() {
    let (portal, _) = ana().await;
    let guesses: Vec<_> = (0..100)
        .map(|_| {
            let visitor = portal.scope();
            tokio::spawn(async move {
                signing_in(
                    &visitor,
                    &visitor.services().passwords,
                    ANA,
                    WRONG,
                    FIREFOX,
                    None,
                )
                .await
            })
        })
        .collect();
    let mut looked_at = 0;
    for guess in guesses {
        let answer = guess.await.unwrap();
        looked_at += usize::from(matches!(answer, Err(SignInError::Credentials)));
    }
    assert_eq!(looked_at, 6);
}

#[tokio::test]
async fn whoever_guesses_from_many_networks_keeps_the_owner_out_for_half_a_minute_at_most() {
    let (portal, _) = ana().await;
    for network in 0..40 {
        wait(&portal, &format!("198.51.{network}.7"), ANA).await;
        portal.clock.advance(30 * SECOND);
    }
    fails(&portal, "198.51.100.7", ANA, 1).await;
    assert_eq!(wait(&portal, "192.0.2.7", ANA).await, Some(30 * SECOND));
    portal.clock.advance(30 * SECOND);
    let owner = portal.signs_in_from("192.0.2.7", ANA, PASSWORD).await;
    assert!(owner.is_ok());
}

#[tokio::test]
async fn where_the_owner_came_in_lately_guesses_from_elsewhere_keep_nobody_waiting() {
    let (portal, _) = ana().await;
    for days in [0, 29] {
        portal.clock.advance(days * 24 * HOUR);
        for network in 0..21 {
            fails(&portal, &format!("198.51.{network}.7"), ANA, 1).await;
        }
        assert!(wait(&portal, "192.0.2.7", ANA).await.is_some());
        assert!(portal.signs_in(ANA, PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn a_known_network_has_no_more_guesses_than_others() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 6).await;
    assert_eq!(wait(&portal, "203.0.113.7", ANA).await, Some(SECOND));
}

#[tokio::test]
async fn coming_in_forgives_what_went_wrong_here() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 5).await;
    portal.signs_in(ANA, PASSWORD).await.unwrap();
    fails(&portal, "203.0.113.7", ANA, 6).await;
}

#[tokio::test]
async fn failures_are_forgotten_after_a_day() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 6).await;
    portal.clock.advance(24 * HOUR);
    fails(&portal, "203.0.113.7", ANA, 6).await;
}

#[tokio::test]
async fn a_link_by_mail_lifts_the_wait() {
    let (portal, _) = ana().await;
    fails(&portal, "198.51.100.7", ANA, 6).await;
    let mails = portal.forgets_the_password(ANA).await;
    let link = portal.link_in(&mails).await;
    let scope = portal.uses(&link).await;
    set_password(
        &scope,
        &portal.passwords,
        password("Outra-8-carroças"),
        FIREFOX,
    )
    .await
    .unwrap();
    assert_eq!(wait(&portal, "198.51.100.7", ANA).await, None);
}

#[tokio::test]
async fn a_change_of_password_is_no_way_around() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    for _ in 0..6 {
        let new = password("Outra-8-carroças");
        let refused = change_password(&scope, &portal.passwords, WRONG, new, FIREFOX).await;
        assert!(matches!(refused, Err(ChangePasswordError::WrongPassword)));
    }
    let new = password("Outra-8-carroças");
    let waits = change_password(&scope, &portal.passwords, PASSWORD, new, FIREFOX).await;
    assert!(matches!(waits, Err(ChangePasswordError::Throttled { .. })));
    assert_eq!(wait(&portal, "203.0.113.7", ANA).await, Some(SECOND));
}

#[tokio::test]
async fn the_table_of_failures_tells_nobodys_address() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 1).await;
    let rows = throttle::Entity::find()
        .all(portal.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(rows.len(), 5);
    assert!(!format!("{rows:?}").contains("ana"));
}

#[tokio::test]
async fn right_passwords_come_in_however_many_at_once() {
    let (portal, _) = ana().await;
    let there = "192.0.2.7";
    let ahead = portal.visitor_of_another(there, 3 * SECOND).await;
    let tasks: Vec<_> = (0..25)
        .map(|number| match number % 2 {
            0 => portal.visitor_from(there),
            _ => ahead.clone(),
        })
        .map(|visitor| {
            tokio::spawn(async move {
                signing_in(
                    &visitor,
                    &visitor.services().passwords,
                    ANA,
                    PASSWORD,
                    FIREFOX,
                    None,
                )
                .await
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    // And none of them was counted as a failure.
    fails(&portal, there, ANA, 6).await;
}

#[tokio::test]
async fn instances_whose_clocks_differ_let_the_same_people_in() {
    let (portal, _) = ana().await;
    let there = "192.0.2.7";
    let ahead = portal.visitor_of_another(there, 3 * SECOND).await;
    for _ in 0..10 {
        for visitor in [&ahead, &portal.visitor_from(there)] {
            signing_in(visitor, &portal.passwords, ANA, PASSWORD, FIREFOX, None)
                .await
                .unwrap();
        }
    }
}

#[tokio::test]
async fn a_try_that_never_said_how_it_ended_is_a_failure() {
    let (portal, _) = ana().await;
    for _ in 0..6 {
        drop(
            Attempt::begin(&portal.scope(), &portal.passwords.slot_queue, ANA)
                .await
                .unwrap(),
        );
    }
    portal.clock.advance(30 * SECOND);
    fails(&portal, "203.0.113.7", ANA, 1).await;
    assert_eq!(wait(&portal, "203.0.113.7", ANA).await, Some(2 * SECOND));
}

#[tokio::test]
async fn once_nothing_is_free_one_is_looked_at_after_the_other() {
    let (portal, _) = ana().await;
    fails(&portal, "203.0.113.7", ANA, 6).await;
    portal.clock.advance(SECOND);
    let first = Attempt::begin(&portal.scope(), &portal.passwords.slot_queue, ANA)
        .await
        .unwrap();
    let scope = portal.scope();
    let services = portal.services.clone();
    let second = tokio::spawn(async move {
        let slot_queue = &services.passwords.slot_queue;
        Attempt::begin(&scope, slot_queue, ANA).await.err()
    });
    first.failed(&portal.scope()).await.unwrap();
    let second = second.await.unwrap();
    let waits = matches!(second, Some(AttemptError::Throttled { retry_after }) if retry_after == 2 * SECOND);
    assert!(waits, "{second:?}");
}
