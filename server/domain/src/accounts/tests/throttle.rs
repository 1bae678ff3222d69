use std::pin::pin;

use super::*;
use crate::{
    accounts::{
        ChangePasswordError, ConfirmError, HashCost, PasswordHasher, RegistrationError, ResetError,
        change_password, confirm, register, request_reset,
        throttle::{Attempt, AttemptError},
    },
    entities::{session, throttle},
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

/// An office of colleagues, who all have the same password; somebody there mistypes a lot.
async fn an_office_that_mistypes(portal: &TestPortal) -> [&'static str; 3] {
    let colleagues = [ANA, BIA, "caio@empresa.com.br"];
    for address in colleagues {
        portal.person(address, &[]).await;
    }
    for number in 0..35 {
        let address = format!("pessoa{number}@empresa.com.br");
        let asked = wait(portal, "203.0.113.7", &address).await;
        portal.clock.advance(asked.unwrap_or_default());
        if asked.is_some() {
            fails(portal, "203.0.113.7", &address, 1).await;
        }
    }
    portal.clock.advance(15 * MINUTE);
    colleagues
}

#[tokio::test]
async fn right_passwords_never_close_an_office_that_mistyped() {
    let portal = portal().await;
    for colleague in an_office_that_mistypes(&portal).await {
        portal.signs_in(colleague, PASSWORD).await.unwrap();
    }
    // But they do not make up for what went wrong with other accounts.
    fails(&portal, "203.0.113.7", "ninguem@empresa.com.br", 1).await;
    assert!(wait(&portal, "203.0.113.7", BIA).await.is_some());
}

#[tokio::test]
async fn whoever_mistypes_and_then_comes_in_takes_nothing_from_the_colleagues() {
    let portal = portal().await;
    for number in 0..12 {
        let colleague = format!("pessoa{number}@empresa.com.br");
        portal.person(&colleague, &[]).await;
        fails(&portal, "203.0.113.7", &colleague, 4).await;
        portal.signs_in(&colleague, PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn a_password_is_changed_right_after_signing_in_from_such_an_office() {
    let portal = portal().await;
    let [address, ..] = an_office_that_mistypes(&portal).await;
    let session = portal.signs_in(address, PASSWORD).await.unwrap();
    let scope = portal.with(&session).await;
    let new = password("Outra-8-carroças");
    change_password(&scope, &portal.passwords, PASSWORD, new, FIREFOX)
        .await
        .unwrap();
}

#[tokio::test]
async fn accounts_of_ones_own_bring_no_more_guesses() {
    let portal = portal().await;
    let own: Vec<_> = (0..8).map(|n| format!("minha{n}@empresa.com.br")).collect();
    for address in &own {
        portal.person(address, &[]).await;
    }
    let mut guesses = 0;
    for number in 0..200 {
        let victim = format!("pessoa{number}@empresa.com.br");
        guesses += usize::from(wait(&portal, "203.0.113.7", &victim).await.is_none());
        let _ = portal.signs_in(&own[number % own.len()], PASSWORD).await;
    }
    assert_eq!(guesses, 31);
}

#[tokio::test]
async fn a_right_password_does_not_keep_old_failures_alive() {
    let (portal, _) = ana().await;
    for number in 0..30 {
        let address = format!("pessoa{number}@empresa.com.br");
        fails(&portal, "203.0.113.7", &address, 1).await;
    }
    portal.clock.advance(20 * HOUR);
    portal.signs_in(ANA, PASSWORD).await.unwrap();
    portal.clock.advance(4 * HOUR);
    for number in 0..31 {
        let address = format!("gente{number}@empresa.com.br");
        fails(&portal, "203.0.113.7", &address, 1).await;
    }
}

/// Sends the form of a forgotten password; whether that was done, or else said.
async fn is_heard(portal: &TestPortal, network: &str) -> bool {
    let visitor = portal.visitor_from(network);
    let asked = request_reset(
        &visitor,
        &visitor.services().incidents,
        email("ninguem@empresa.com.br"),
    )
    .await;
    let refused = matches!(asked, Err(ResetError::Throttled { .. }));
    assert!(asked.is_ok() || refused, "{asked:?}");
    assert_ne!(refused, take_jobs(portal).await);
    !refused
}

async fn takes_a_registration(portal: &TestPortal, network: &str) -> bool {
    let visitor = portal.visitor_from(network);
    let asked = register(&visitor, &visitor.services().incidents, registration(BIA)).await;
    let refused = matches!(asked, Err(RegistrationError::Throttled { .. }));
    assert!(asked.is_ok() || refused, "{asked:?}");
    assert_ne!(refused, take_jobs(portal).await);
    !refused
}

async fn take_jobs(portal: &TestPortal) -> bool {
    let queued = portal.jobs().await.len();
    portal.mails().await;
    queued > 0
}

#[tokio::test]
async fn a_network_that_sends_many_forms_is_told_to_wait() {
    let portal = portal().await;
    for _ in 0..10 {
        assert!(is_heard(&portal, "203.0.113.7").await);
        assert!(takes_a_registration(&portal, "203.0.113.8").await);
    }
    assert!(is_heard(&portal, "203.0.113.7").await);
    assert!(!is_heard(&portal, "203.0.113.7").await);
    assert!(!takes_a_registration(&portal, "203.0.113.8").await);
    assert!(takes_a_registration(&portal, "198.51.100.7").await);
    portal.clock.advance(MINUTE);
    assert!(takes_a_registration(&portal, "203.0.113.7").await);
    assert!(!is_heard(&portal, "203.0.113.7").await);
    portal.clock.advance(HOUR);
    for _ in 0..20 {
        assert!(is_heard(&portal, "203.0.113.7").await);
    }
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

/// Of one network, at the same moment; the second's machine is slow.
#[tokio::test]
async fn no_order_of_stamps_closes_what_is_free() {
    let portal = portal().await;
    let ahead = portal.visitor_of_another("203.0.113.7", 3 * SECOND).await;
    register(&ahead, &portal.incidents, registration(ANA))
        .await
        .unwrap();
    register(&portal.scope(), &portal.incidents, registration(BIA))
        .await
        .unwrap();
    assert_eq!(portal.jobs().await.len(), 2);
}

#[tokio::test]
async fn pairs_that_register_at_the_same_moment_are_both_heard() {
    let portal = portal().await;
    let mut tasks = Vec::new();
    for pair in 0..40 {
        let network = format!("198.51.{pair}.7");
        let ahead = portal.visitor_of_another(&network, 5 * MILLISECOND).await;
        for (visitor, number) in [(ahead, 0), (portal.visitor_from(&network), 1)] {
            let who = registration(&format!("p{pair}-{number}@empresa.com.br"));
            tasks.push(tokio::spawn(async move {
                register(&visitor, &visitor.services().incidents, who).await
            }));
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(portal.jobs().await.len(), 80);
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

/// What becomes of a try at the right password, when the password is changed and every session
/// ends before the try is through.
async fn overtaken<T>(portal: &TestPortal, attempt: impl Future<Output = T>) -> T {
    let (hasher, mut attempt) = (&portal.passwords.hasher, pin!(attempt));
    let slots = [hasher.slot().await.unwrap(), hasher.slot().await.unwrap()];
    let waiting = async {
        while hasher.load().waiting == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        _ = &mut attempt => panic!("no slot was free"),
        () = waiting => {}
    }
    let db = portal.portal.db.writer();
    let other = hasher_of_others().hash(&password("Outra-8-carroças")).await;
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, other.unwrap().into())
        .exec(db)
        .await
        .unwrap();
    session::Entity::delete_many().exec(db).await.unwrap();
    drop(slots);
    attempt.await
}

fn hasher_of_others() -> PasswordHasher {
    PasswordHasher::new(HashCost::Cheap, 1, 0)
}

/// How many failures are counted, and how many tries have not ended.
async fn counted(portal: &TestPortal) -> (i32, i32) {
    let rows = throttle::Entity::find().all(portal.portal.db.writer());
    let rows = rows.await.unwrap();
    let failures = rows.iter().map(|row| row.failures).sum();
    (failures, rows.iter().map(|row| row.pending).sum())
}

#[tokio::test]
async fn signing_in_while_the_password_changes_counts_for_nothing() {
    let (portal, _) = ana().await;
    let before = counted(&portal).await;
    let refused = overtaken(&portal, portal.signs_in(ANA, PASSWORD)).await;
    assert!(matches!(refused, Err(SignInError::Credentials)));
    assert_eq!(counted(&portal).await, before);
}

#[tokio::test]
async fn changing_a_password_that_somebody_changes_meanwhile_counts_for_nothing() {
    let (portal, session) = ana().await;
    let (scope, before) = (portal.with(&session).await, counted(&portal).await);
    let new = password("Nova-9-charretes");
    let change = change_password(&scope, &portal.passwords, PASSWORD, new, FIREFOX);
    let refused = overtaken(&portal, change).await;
    assert!(matches!(refused, Err(ChangePasswordError::WrongPassword)));
    assert_eq!(counted(&portal).await, before);
}

#[tokio::test]
async fn confirming_in_a_session_that_ends_meanwhile_counts_for_nothing() {
    let (portal, session) = ana().await;
    let (scope, before) = (portal.with(&session).await, counted(&portal).await);
    let refused = overtaken(&portal, confirm(&scope, &portal.passwords, PASSWORD)).await;
    assert!(matches!(refused, Err(ConfirmError::Forbidden(_))));
    assert_eq!(counted(&portal).await, before);
}
