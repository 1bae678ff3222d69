use super::*;
use crate::{
    Error,
    accounts::{ConfirmError, change_password, confirm},
};

#[tokio::test]
async fn a_password_is_good_for_half_an_hour_in_its_session() {
    let (portal, here) = ana().await;
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let scope = portal.with(&here).await;
    portal.clock.advance(29 * MINUTE);
    assert!(scope.is_confirmed());
    portal.clock.advance(MINUTE);
    assert!(!scope.is_confirmed());
    assert!(
        confirm(&scope, &portal.passwords, PASSWORD)
            .await
            .unwrap()
            .is_confirmed()
    );
    assert!(portal.with(&here).await.is_confirmed());
    assert!(!portal.with(&there).await.is_confirmed());
    portal.clock.advance(30 * MINUTE);
    assert!(!portal.with(&here).await.is_confirmed());
}

#[tokio::test]
async fn another_password_confirms_nothing() {
    let (portal, session) = ana().await;
    portal.clock.advance(30 * MINUTE);
    let scope = portal.with(&session).await;
    let refused = confirm(&scope, &portal.passwords, "Outra-8-carroças").await;
    assert!(matches!(refused, Err(ConfirmError::WrongPassword)));
    assert!(!portal.with(&session).await.is_confirmed());
}

#[tokio::test]
async fn guessing_waits_as_it_does_at_the_door() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    let mut guesses = 0;
    let refused = loop {
        match confirm(&scope, &portal.passwords, "Outra-8-carroças").await {
            Err(ConfirmError::WrongPassword) => guesses += 1,
            other => break other,
        }
        assert!(guesses < 20, "nothing stops the guesses");
    };
    assert!(matches!(refused, Err(ConfirmError::Throttled { .. })));
    let right = confirm(&scope, &portal.passwords, PASSWORD).await;
    assert!(matches!(right, Err(ConfirmError::Throttled { .. })));
    assert!(matches!(
        portal.signs_in(ANA, PASSWORD).await,
        Err(SignInError::Throttled { .. })
    ));
}

#[tokio::test]
async fn a_session_that_ended_meanwhile_is_not_confirmed() {
    let (portal, here) = ana().await;
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let (stays, changes) = (portal.with(&here).await, portal.with(&there).await);
    change_password(
        &changes,
        &portal.passwords,
        PASSWORD,
        password("Outra-8-carroças"),
        FIREFOX,
    )
    .await
    .unwrap();
    let refused = confirm(&stays, &portal.passwords, "Outra-8-carroças").await;
    assert!(matches!(
        refused,
        Err(ConfirmError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn visitors_have_nothing_to_confirm() {
    let portal = portal().await;
    assert!(!portal.scope().is_confirmed());
    let refused = confirm(&portal.scope(), &portal.passwords, PASSWORD).await;
    assert!(matches!(
        refused,
        Err(ConfirmError::Common(Error::Forbidden(_)))
    ));
}
