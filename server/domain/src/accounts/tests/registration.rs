use super::*;
use crate::{
    accounts::{CorporateMailMode, RegistrationError, RegistrationOutcome, register},
    audit::Action,
    testing::{portal_with, settings},
};

#[tokio::test]
async fn a_new_address_gets_a_link() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    assert!(matches!(mails[..], [Mail::RegistrationLink { .. }]));
    let account = portal.account_of(ANA).await.unwrap();
    assert_eq!(account.given_name, "Ana");
    assert_eq!(account.email_verified_at, None);
    assert_eq!(account.password_hash, None);
}

#[tokio::test]
async fn one_who_never_came_in_gets_another_link() {
    let portal = portal().await;
    portal.registers(ANA).await;
    portal.clock.advance(MINUTE);
    let mails = portal.registers(ANA).await;
    assert!(matches!(mails[..], [Mail::RegistrationLink { .. }]));
}

#[tokio::test]
async fn the_owner_of_a_known_address_is_told_but_not_often() {
    let (portal, _) = ana().await;
    let before = portal.account_of(ANA).await;
    let told = portal.registers(ANA).await;
    assert!(matches!(told[..], [Mail::AlreadyRegistered { .. }]));
    assert_eq!(portal.registers(ANA).await, []);
    portal.clock.advance(MINUTE);
    assert_eq!(portal.registers(ANA).await.len(), 1);
    assert_eq!(portal.account_of(ANA).await, before);
}

#[tokio::test]
async fn the_page_does_the_same_whether_the_address_is_known_or_not() {
    let (portal, _) = ana().await;
    for address in [ANA, BIA] {
        let answer = register(&portal.scope(), &portal.incidents, registration(address))
            .await
            .unwrap();
        assert_eq!(
            answer,
            RegistrationOutcome {
                free_mail_warning: false
            }
        );
        let jobs = portal.jobs().await;
        assert!(matches!(&jobs[..], [(_, Job::Register { .. })]), "{jobs:?}");
        portal.mails().await;
    }
}

#[tokio::test]
async fn a_free_address_is_warned_of_or_not_taken() {
    let portal = portal().await;
    let free = registration("ana@hotmail.com");
    let warned = register(&portal.scope(), &portal.incidents, free.clone())
        .await
        .unwrap();
    assert!(warned.free_mail_warning);

    let mut settings = settings();
    settings.corporate_mail.mode = CorporateMailMode::Block;
    let strict = portal_with(settings).await;
    let refused = register(&strict.scope(), &portal.incidents, free).await;
    assert!(matches!(refused, Err(RegistrationError::FreeMail)));
    assert!(strict.jobs().await.is_empty());
}

#[tokio::test]
async fn consent_is_of_when_the_form_was_sent() {
    let portal = portal().await;
    let sent_at = portal.portal.now();
    register(&portal.scope(), &portal.incidents, registration(ANA))
        .await
        .unwrap();
    portal.clock.advance(HOUR);
    portal.mails().await;
    let account = portal.account_of(ANA).await.unwrap();
    assert_eq!(account.terms_version, "2026-08");
    assert_eq!(account.terms_accepted_at, sent_at);
    assert_eq!(account.created_at, portal.portal.now());
}

#[tokio::test]
async fn the_trail_says_where_a_registration_came_from() {
    let portal = portal().await;
    portal.registers(ANA).await;
    let trail = portal.trail().await;
    let [event] = &trail[..] else {
        panic!("{trail:?}");
    };
    assert_eq!(event.action, Action::AccountRegistered);
    assert_eq!(event.address.as_deref(), Some("203.0.113.7"));
    assert_eq!(event.request_id.as_deref(), Some("request-1"));
}

#[tokio::test]
async fn two_registrations_at_once_make_one_account_and_one_mail() {
    let portal = portal().await;
    for _ in 0..2 {
        register(&portal.scope(), &portal.incidents, registration(ANA))
            .await
            .unwrap();
    }
    let jobs = portal.jobs().await;
    for (row, _) in &jobs {
        job::Entity::delete_by_id(*row)
            .exec(portal.portal.db.writer())
            .await
            .unwrap();
    }
    let mut jobs = jobs.into_iter().map(|(_, job)| portal.works_at(job));
    tokio::join!(jobs.next().unwrap(), jobs.next().unwrap());
    assert_eq!(portal.mails().await.len(), 1);
    assert_eq!(portal.trail().await.len(), 1);
}

#[tokio::test]
async fn an_account_that_nobody_came_into_is_of_who_registered_last() {
    let portal = portal().await;
    portal.registers(ANA).await;
    portal.clock.advance(MINUTE);
    let again = Registration {
        given_name: name("Júlia"),
        family_name: name("Prado"),
        locale: Locale::En,
        ..registration(ANA)
    };
    register(&portal.scope(), &portal.incidents, again)
        .await
        .unwrap();
    portal.mails().await;
    let account = portal.account_of(ANA).await.unwrap();
    assert_eq!(
        (&*account.given_name, &*account.family_name),
        ("Júlia", "Prado")
    );
    assert_eq!(account.search_text, format!("julia prado {ANA}"));
    assert_eq!(account.locale, "en");
    assert_eq!(account.terms_accepted_at, portal.portal.now());
}
