use super::*;
use crate::{
    Role,
    accounts::sessions::{end, end_others, list, sign_out},
};

#[tokio::test]
async fn a_session_nobody_uses_ends() {
    let (portal, session) = ana().await;
    portal.clock.advance(11 * HOUR);
    assert!(portal.sees(&session).await.is_some());
    portal.clock.advance(11 * HOUR);
    assert!(portal.sees(&session).await.is_some());
    portal.clock.advance(12 * HOUR);
    assert!(portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn a_session_in_use_ends_too_in_the_end() {
    let (portal, session) = ana().await;
    for _ in 0..(14 * 24 / 6 - 1) {
        portal.clock.advance(6 * HOUR);
        assert!(portal.sees(&session).await.is_some());
    }
    portal.clock.advance(6 * HOUR);
    assert!(portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn being_seen_is_written_down_once_a_minute() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    let opened_at = portal.portal.now();
    portal.clock.advance(59 * SECOND);
    portal.sees(&session).await;
    assert_eq!(list(&scope).await.unwrap()[0].last_seen_at, opened_at);
    portal.clock.advance(SECOND);
    portal.sees(&session).await;
    assert_eq!(
        list(&scope).await.unwrap()[0].last_seen_at,
        portal.portal.now()
    );
}

#[tokio::test]
async fn people_see_and_end_their_own_sessions() {
    let (portal, here) = ana().await;
    portal.clock.advance(SECOND);
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let scope = portal.with(&here).await;
    let sessions = list(&scope).await.unwrap();
    let current: Vec<_> = sessions.iter().map(|session| session.is_current).collect();
    assert_eq!(current, [false, true]);
    assert_eq!(sessions[0].device, FIREFOX);
    assert_eq!(sessions[0].address.as_deref(), Some("203.0.113.7"));

    assert!(end(&scope, sessions[0].id).await.unwrap());
    assert!(!end(&scope, sessions[0].id).await.unwrap());
    assert!(portal.sees(&there).await.is_none());
    assert!(portal.sees(&here).await.is_some());
}

#[tokio::test]
async fn nobody_ends_anothers_session() {
    let (portal, session) = ana().await;
    let anas = portal.sees(&session).await.unwrap().session.id;
    let bia = portal.person(BIA, &[]).await;
    assert!(!end(&bia, anas).await.unwrap());
    end_others(&bia).await.unwrap();
    assert!(portal.sees(&session).await.is_some());
}

#[tokio::test]
async fn all_the_others_end_at_once() {
    let (portal, here) = ana().await;
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    end_others(&portal.with(&here).await).await.unwrap();
    assert!(portal.sees(&there).await.is_none());
    assert!(portal.sees(&here).await.is_some());
}

#[tokio::test]
async fn signing_out_ends_this_session_alone() {
    let (portal, here) = ana().await;
    let there = portal.signs_in(ANA, PASSWORD).await.unwrap();
    sign_out(&portal.with(&here).await).await.unwrap();
    assert!(portal.sees(&here).await.is_none());
    assert!(portal.sees(&there).await.is_some());
}

#[tokio::test]
async fn visitors_have_no_sessions() {
    let portal = portal().await;
    assert!(list(&portal.scope()).await.is_err());
    assert!(sign_out(&portal.scope()).await.is_err());
}

#[tokio::test]
async fn roles_come_with_the_session() {
    let portal = portal().await;
    portal.person(ANA, Role::ALL).await;
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let mut roles = portal.sees(&session).await.unwrap().person.roles;
    roles.sort_unstable();
    assert_eq!(roles, Role::ALL);
}

#[tokio::test]
async fn a_session_of_a_link_comes_without_roles() {
    let portal = portal().await;
    portal.person(ANA, Role::ALL).await;
    let mails = portal.forgets_the_password(ANA).await;
    let link = portal.link_in(&mails).await;
    let scope = portal.uses(&link).await;
    assert_eq!(scope.require_session().unwrap().0.roles, []);
}
