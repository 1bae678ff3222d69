use super::*;
use crate::{
    accounts::{ChangePasswordError, change_password},
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
            tokio::spawn(async move { signing_in(&visitor, ANA, WRONG, FIREFOX, None).await })
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
    assert_eq!(wait(&portal, "198.51.100.7", ANA).await, None);
    assert_eq!(wait(&portal, "198.51.101.7", ANA).await, Some(30 * SECOND));
    portal.clock.advance(30 * SECOND);
    assert!(portal.signs_in(ANA, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_network_that_guesses_at_many_accounts_waits_and_others_do_not() {
    let (portal, _) = ana().await;
    for account in 0..31 {
        let neighbour = format!("203.0.113.{account}");
        let address = format!("pessoa{account}@empresa.com.br");
        fails(&portal, &neighbour, &address, 1).await;
    }
    assert_eq!(wait(&portal, "203.0.113.99", ANA).await, Some(SECOND));
    assert!(
        portal
            .signs_in_from("198.51.100.7", ANA, PASSWORD)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn an_office_that_signs_in_all_day_never_waits() {
    let (portal, _) = ana().await;
    for _ in 0..40 {
        portal.signs_in(ANA, PASSWORD).await.unwrap();
    }
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
    set_password(&scope, password("Outra-8-carroças"), FIREFOX)
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
        let refused = change_password(&scope, WRONG, new, FIREFOX).await;
        assert!(matches!(refused, Err(ChangePasswordError::WrongPassword)));
    }
    let new = password("Outra-8-carroças");
    let waits = change_password(&scope, PASSWORD, new, FIREFOX).await;
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
    assert_eq!(rows.len(), 3);
    assert!(!format!("{rows:?}").contains("ana"));
}
