use super::*;
use crate::accounts::SessionKind;

#[tokio::test]
async fn the_right_password_opens_a_session() {
    let (portal, _) = ana().await;
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let seen = portal.sees(&session).await.unwrap();
    assert_eq!(seen.session.kind, SessionKind::Full);
    assert_eq!(seen.person.email, ANA);
    let last = portal.account_of(ANA).await.unwrap().last_sign_in_at;
    assert_eq!(last, Some(portal.portal.now()));
}

#[tokio::test]
async fn the_address_may_be_typed_in_any_case() {
    let (portal, _) = ana().await;
    assert!(
        portal
            .signs_in(" Ana.Souza@EMPRESA.com.br ", PASSWORD)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_password_is_the_same_on_every_keyboard() {
    let portal = portal().await;
    let scope = portal.comes_in(ANA).await;
    let composed = password("Maçã-verde-9");
    set_password(&scope, &portal.passwords, composed, FIREFOX)
        .await
        .unwrap();
    let decomposed = "Mac\u{327}a\u{303}-verde-9";
    assert!(portal.signs_in(ANA, decomposed).await.is_ok());
}

#[tokio::test]
async fn wrong_unknown_and_unfinished_are_all_answered_alike() {
    let (portal, _) = ana().await;
    portal.registers(BIA).await;
    let came_but_set_none = "caio@empresa.com.br";
    portal.comes_in(came_but_set_none).await;
    let long = PASSWORD.repeat(20);
    for (address, password) in [
        (ANA, "Errada-7-cavalos"),
        (ANA, ""),
        (ANA, long.as_str()),
        (BIA, PASSWORD),
        (came_but_set_none, PASSWORD),
        ("ninguem@empresa.com.br", PASSWORD),
        ("nem é endereço", PASSWORD),
    ] {
        let answer = portal.signs_in(address, password).await;
        assert!(
            matches!(answer, Err(SignInError::Credentials)),
            "{address}: {answer:?}"
        );
    }
}

#[tokio::test]
async fn the_session_of_before_ends_and_the_new_one_has_another_token() {
    let (portal, before) = ana().await;
    let visitor = portal.scope();
    let after = signing_in(
        &visitor,
        &portal.passwords,
        ANA,
        PASSWORD,
        FIREFOX,
        Some(&before.token),
    )
    .await
    .unwrap();
    assert_ne!(before.token, after.token);
    assert!(portal.sees(&before).await.is_none());
    assert!(portal.sees(&after).await.is_some());
}

#[tokio::test]
async fn the_trail_names_who_signed_in() {
    let (portal, _) = ana().await;
    portal.clock.advance(SECOND);
    portal.signs_in(ANA, PASSWORD).await.unwrap();
    let ana = portal.account_of(ANA).await.unwrap().id;
    let trail = portal.trail().await;
    let last = trail.last().unwrap();
    assert_eq!(last.action, crate::audit::Action::SignedIn);
    assert_eq!(last.actor_id, Some(ana));
}
