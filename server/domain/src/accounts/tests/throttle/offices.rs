//! Many accounts behind one network.

use super::*;

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
