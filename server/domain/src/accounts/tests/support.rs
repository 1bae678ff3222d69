use super::*;
use crate::{
    Error, Role,
    accounts::support::{end_sessions, find, lift_throttle, resend_link, start_reset, view},
    audit::Action,
    ids::AccountId,
};

async fn support(portal: &TestPortal) -> Scope {
    portal
        .person("suporte@balcao.example", &[Role::Support])
        .await
}

async fn id_of(portal: &TestPortal, address: &str) -> AccountId {
    portal.account_of(address).await.unwrap().id
}

#[tokio::test]
async fn an_account_is_found_by_any_part_of_name_and_address() {
    let (portal, _) = ana().await;
    let support = support(&portal).await;
    for query in [
        "ana",
        "SOUZA",
        "ana sou",
        "@empresa",
        "ana.souza@empresa.com.br",
    ] {
        let found = find(&support, query, None).await.unwrap();
        assert!(
            found.items.iter().any(|it| it.email.as_str() == ANA),
            "{query}"
        );
    }
    for query in ["bia", "ana%", "_na", "\\"] {
        assert_eq!(
            find(&support, query, None).await.unwrap().items,
            [],
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_query_may_be_anything() {
    let (portal, _) = ana().await;
    let support = support(&portal).await;
    let long = "ana ".repeat(10_000);
    for query in ["ana\0", "\0\u{1b}souza", &long] {
        let found = find(&support, query, None).await.unwrap().items;
        assert!(found.iter().any(|it| it.email.as_str() == ANA));
    }
}

#[tokio::test]
async fn a_long_list_is_read_to_its_end_without_repeats() {
    let portal = portal().await;
    for number in 0..60 {
        portal
            .person(&format!("p{number}@empresa.com.br"), &[])
            .await;
        portal.clock.advance(Duration::from_millis(number % 3));
    }
    let support = support(&portal).await;
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = find(&support, "empresa", after).await.unwrap();
        seen.extend(page.items.into_iter().map(|account| account.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 60);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 60);
}

#[tokio::test]
async fn support_sees_how_an_account_stands() {
    let (portal, _) = ana().await;
    let registered_at = portal.portal.now();
    portal.clock.advance(MINUTE);
    portal.signs_in(ANA, PASSWORD).await.unwrap();
    for _ in 0..6 {
        let wrong = portal
            .signs_in_from("198.51.100.7", ANA, "Errada-7-cavalos")
            .await;
        assert!(wrong.is_err());
    }
    let support = support(&portal).await;
    let view = view(&support, id_of(&portal, ANA).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.account.verified_at, Some(registered_at));
    assert_eq!(view.link_sent_at, Some(registered_at));
    assert_eq!(view.last_sign_in_at, Some(portal.portal.now()));
    assert_eq!(view.locked_until, Some(portal.portal.now() + SECOND));
    assert_eq!(view.open_sessions, 2);
    assert!(view.has_password);
    let latest = &view.events[0];
    assert_eq!(latest.action, Action::SignedIn);
    assert_eq!(latest.actor_given_name.as_deref(), Some("Ana"));
    assert!(!format!("{view:?}").contains("argon2"));
}

#[tokio::test]
async fn support_sends_a_link_that_fits() {
    let (portal, _) = ana().await;
    portal.registers(BIA).await;
    let support = support(&portal).await;
    resend_link(&support, &portal.vault, id_of(&portal, BIA).await)
        .await
        .unwrap();
    assert!(matches!(
        portal.mails().await[..],
        [Mail::RegistrationLink { .. }]
    ));
    start_reset(&support, &portal.vault, id_of(&portal, ANA).await)
        .await
        .unwrap();
    assert!(matches!(portal.mails().await[..], [Mail::ResetLink { .. }]));
}

#[tokio::test]
async fn support_lifts_a_throttle_wherever_it_came_from() {
    let (portal, _) = ana().await;
    for _ in 0..6 {
        let wrong = portal
            .signs_in_from("198.51.100.7", ANA, "Errada-7-cavalos")
            .await;
        assert!(wrong.is_err());
    }
    let support = support(&portal).await;
    let ana = id_of(&portal, ANA).await;
    lift_throttle(&support, ana).await.unwrap();
    assert_eq!(
        view(&support, ana).await.unwrap().unwrap().locked_until,
        None
    );
    assert!(
        portal
            .signs_in_from("198.51.100.7", ANA, PASSWORD)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn support_ends_every_session_of_an_account() {
    let (portal, session) = ana().await;
    let support = support(&portal).await;
    end_sessions(&support, id_of(&portal, ANA).await)
        .await
        .unwrap();
    assert!(portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn every_act_of_support_is_on_the_record() {
    let (portal, _) = ana().await;
    let support = support(&portal).await;
    let ana = id_of(&portal, ANA).await;
    let before = portal.trail().await.len();
    portal.clock.advance(SECOND);
    resend_link(&support, &portal.vault, ana).await.unwrap();
    portal.clock.advance(SECOND);
    start_reset(&support, &portal.vault, ana).await.unwrap();
    portal.clock.advance(SECOND);
    lift_throttle(&support, ana).await.unwrap();
    portal.clock.advance(SECOND);
    end_sessions(&support, ana).await.unwrap();
    let acts: Vec<_> = portal.trail().await.split_off(before);
    let what: Vec<_> = acts.iter().map(|event| event.action).collect();
    assert_eq!(
        what,
        [
            Action::LinkResent,
            Action::ResetStarted,
            Action::ThrottleLifted,
            Action::SessionsEnded
        ]
    );
    assert!(
        acts.iter()
            .all(|event| event.actor_id == support.account_id()
                && event.subject_id == ana.0
                && event.address.is_some())
    );
}

#[tokio::test]
async fn members_and_visitors_are_no_support() {
    let (portal, session) = ana().await;
    let ana = id_of(&portal, ANA).await;
    for scope in [portal.scope(), portal.with(&session).await] {
        let found = find(&scope, "", None).await;
        assert!(matches!(found, Err(Error::Forbidden(_))));
        assert!(view(&scope, ana).await.is_err());
        let sent = resend_link(&scope, &portal.vault, ana).await;
        assert!(matches!(sent, Err(Error::Forbidden(_))));
        assert!(end_sessions(&scope, ana).await.is_err());
    }
    assert_eq!(portal.mails().await, []);
}

#[tokio::test]
async fn nobody_is_found_where_nobody_is() {
    let portal = portal().await;
    let support = support(&portal).await;
    let nobody = portal.portal.new_id();
    assert!(view(&support, nobody).await.unwrap().is_none());
    let sent = start_reset(&support, &portal.vault, nobody).await;
    assert!(matches!(sent, Err(Error::NotFound(_))));
}
