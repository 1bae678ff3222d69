use super::*;
use crate::{
    Error,
    accounts::{
        ChangePasswordError, SetPasswordError, change_password, personal_words, profile,
        sessions::{end_others, list, sign_out},
    },
};

const NEW: &str = "Outra-8-carroças";

#[tokio::test]
async fn the_first_password_is_not_announced_later_ones_are() {
    let (portal, session) = ana().await;
    assert_eq!(portal.mails().await, []);
    let scope = portal.with(&session).await;
    change_password(&scope, &portal.passwords, PASSWORD, password(NEW), FIREFOX)
        .await
        .unwrap();
    assert!(matches!(
        portal.mails().await[..],
        [Mail::PasswordChanged { .. }]
    ));
}

#[tokio::test]
async fn a_change_ends_every_session_and_goes_on_in_a_new_one() {
    let (portal, here) = ana().await;
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let scope = portal.with(&here).await;
    let new = change_password(&scope, &portal.passwords, PASSWORD, password(NEW), FIREFOX)
        .await
        .unwrap();
    assert!(portal.sees(&here).await.is_none());
    assert!(portal.sees(&there).await.is_none());
    assert!(portal.sees(&new).await.is_some());
    assert!(portal.signs_in(ANA, PASSWORD).await.is_err());
    assert!(portal.signs_in(ANA, NEW).await.is_ok());
}

#[tokio::test]
async fn a_reset_ends_every_session() {
    let (portal, session) = ana().await;
    let mails = portal.forgets_the_password(ANA).await;
    let link = portal.link_in(&mails).await;
    let scope = portal.uses(&link).await;
    assert!(portal.sees(&session).await.is_some());
    set_password(&scope, &portal.passwords, password(NEW), FIREFOX)
        .await
        .unwrap();
    assert!(portal.sees(&session).await.is_none());
    assert!(portal.signs_in(ANA, NEW).await.is_ok());
}

#[tokio::test]
async fn a_link_sets_one_password() {
    let portal = portal().await;
    let scope = portal.comes_in(ANA).await;
    let (one, other) = tokio::join!(
        set_password(&scope, &portal.passwords, password(PASSWORD), FIREFOX),
        set_password(&scope, &portal.passwords, password(NEW), FIREFOX),
    );
    let refused = [one.map(drop), other.map(drop)]
        .into_iter()
        .filter(|set| matches!(set, Err(SetPasswordError::Common(Error::Forbidden(_)))));
    assert_eq!(refused.count(), 1);
}

#[tokio::test]
async fn an_open_browser_is_not_enough_to_set_a_password() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    let refused = set_password(&scope, &portal.passwords, password(NEW), FIREFOX).await;
    assert!(matches!(
        refused,
        Err(SetPasswordError::Common(Error::Forbidden(_)))
    ));
    let refused = change_password(&scope, &portal.passwords, NEW, password(NEW), FIREFOX).await;
    assert!(matches!(refused, Err(ChangePasswordError::WrongPassword)));
    assert!(portal.signs_in(ANA, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn visitors_have_no_password() {
    let portal = portal().await;
    let refused = set_password(&portal.scope(), &portal.passwords, password(NEW), FIREFOX).await;
    assert!(matches!(
        refused,
        Err(SetPasswordError::Common(Error::Forbidden(_)))
    ));
    assert!(personal_words(&portal.scope()).is_err());
}

#[tokio::test]
async fn a_password_is_not_made_of_names_and_address() {
    let portal = portal().await;
    let scope = portal.comes_in(ANA).await;
    let about = personal_words(&scope).unwrap();
    for personal in ["Minha-Souza-1", "Na-3mpresa!", "x9-ANA.SOUZA-x"] {
        assert!(NewPassword::parse(personal, &about).is_err(), "{personal}");
    }
    assert!(NewPassword::parse(NEW, &about).is_ok());
}

#[tokio::test]
async fn whoever_came_by_a_link_may_set_the_password_and_little_else() {
    let portal = portal().await;
    let scope = portal.comes_in(ANA).await;
    assert!(scope.require_signed_in().is_err());
    assert!(scope.person().is_none());
    assert!(list(&scope).await.is_err());
    assert!(end_others(&scope).await.is_err());
    assert!(profile(&scope).await.is_ok());
    assert!(personal_words(&scope).is_ok());
    assert!(sign_out(&scope).await.is_ok());
}
