use super::*;
use crate::{
    accounts::{LinkError, LinkPurpose, LinkState, Renewal, SessionKind},
    entities::link,
};

async fn state(portal: &TestPortal, link: &Token) -> LinkState {
    one_time::inspect(&portal.scope(), &portal.vault, link)
        .await
        .unwrap()
}

fn valid(purpose: LinkPurpose) -> LinkState {
    LinkState::Valid {
        purpose,
        given_name: "Ana".to_owned(),
    }
}

#[tokio::test]
async fn a_link_looked_at_fifty_times_still_works_and_works_once() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    for _ in 0..50 {
        assert_eq!(
            state(&portal, &link).await,
            valid(LinkPurpose::Registration)
        );
    }
    portal.uses(&link).await;
    assert_eq!(state(&portal, &link).await, LinkState::Used);
    let again = one_time::consume(&portal.scope(), &portal.vault, &link, FIREFOX, None).await;
    assert!(matches!(again, Err(LinkError::NotUsable(LinkState::Used))));
}

#[tokio::test]
async fn using_a_link_verifies_the_address_and_lets_the_password_be_set() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    let session = one_time::consume(&portal.scope(), &portal.vault, &link, FIREFOX, None)
        .await
        .unwrap();
    assert_eq!(
        portal.sees(&session).await.unwrap().session.kind,
        SessionKind::PasswordOnly
    );
    let verified_at = portal.account_of(ANA).await.unwrap().email_verified_at;
    assert_eq!(verified_at, Some(portal.portal.now()));
    portal.clock.advance(session.lifetime);
    assert!(portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn pressed_twice_at_once_one_press_counts() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    let (here, there) = (portal.scope(), portal.scope());
    let (one, other) = tokio::join!(
        one_time::consume(&here, &portal.vault, &link, FIREFOX, None),
        one_time::consume(&there, &portal.vault, &link, FIREFOX, None),
    );
    assert!(one.is_ok() != other.is_ok());
}

#[tokio::test]
async fn an_expired_link_is_renewed_for_its_address() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    portal.clock.advance(48 * HOUR);
    assert_eq!(state(&portal, &link).await, LinkState::Expired);
    let late = one_time::consume(&portal.scope(), &portal.vault, &link, FIREFOX, None).await;
    assert!(matches!(
        late,
        Err(LinkError::NotUsable(LinkState::Expired))
    ));

    let asked = one_time::renew(&portal.scope(), &portal.vault, &link)
        .await
        .unwrap();
    assert_eq!(asked, Renewal::Sent);
    let again = one_time::renew(&portal.scope(), &portal.vault, &link)
        .await
        .unwrap();
    assert_eq!(
        again,
        Renewal::NotYet {
            retry_after: MINUTE
        }
    );
    let renewed = portal.mails().await;
    let renewed = portal.link_in(&renewed).await;
    assert_eq!(
        state(&portal, &renewed).await,
        valid(LinkPurpose::Registration)
    );
}

#[tokio::test]
async fn a_used_link_is_renewed_as_a_reset() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    portal.uses(&link).await;
    one_time::renew(&portal.scope(), &portal.vault, &link)
        .await
        .unwrap();
    let mails = portal.mails().await;
    assert!(matches!(mails[..], [Mail::ResetLink { .. }]));
}

#[tokio::test]
async fn nothing_is_sent_for_a_link_that_is_good_or_unknown() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let link = portal.link_in(&mails).await;
    portal.clock.advance(MINUTE);
    let good = one_time::renew(&portal.scope(), &portal.vault, &link)
        .await
        .unwrap();
    assert_eq!(good, Renewal::Not(valid(LinkPurpose::Registration)));
    let unknown = Token::generate(portal.portal.random.as_ref());
    let nobodys = one_time::renew(&portal.scope(), &portal.vault, &unknown)
        .await
        .unwrap();
    assert_eq!(nobodys, Renewal::Not(LinkState::Unknown));
    assert_eq!(portal.mails().await, []);
    assert_eq!(state(&portal, &unknown).await, LinkState::Unknown);
    let nobody = one_time::consume(&portal.scope(), &portal.vault, &unknown, FIREFOX, None).await;
    assert!(matches!(
        nobody,
        Err(LinkError::NotUsable(LinkState::Unknown))
    ));
}

#[tokio::test]
async fn the_pause_between_two_links_doubles_up_to_an_hour() {
    let (portal, _) = ana().await;
    for minutes in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
        assert_eq!(portal.forgets_the_password(ANA).await.len(), 1);
        portal.clock.advance((60 * minutes - 1) * SECOND);
        assert_eq!(portal.forgets_the_password(ANA).await, []);
        portal.clock.advance(SECOND);
    }
}

#[tokio::test]
async fn a_link_takes_the_place_of_the_session_that_the_browser_had() {
    let (portal, before) = ana().await;
    let mails = portal.forgets_the_password(ANA).await;
    let link = portal.link_in(&mails).await;
    one_time::consume(
        &portal.scope(),
        &portal.vault,
        &link,
        FIREFOX,
        Some(&before.token),
    )
    .await
    .unwrap();
    assert!(portal.sees(&before).await.is_none());
}

#[tokio::test]
async fn a_forgotten_password_is_nobodys_business_but_the_owners() {
    let (portal, _) = ana().await;
    portal.registers(BIA).await;
    portal.clock.advance(MINUTE);
    assert!(matches!(
        portal.forgets_the_password(ANA).await[..],
        [Mail::ResetLink { .. }]
    ));
    assert!(matches!(
        portal.forgets_the_password(BIA).await[..],
        [Mail::RegistrationLink { .. }]
    ));
    assert_eq!(
        portal.forgets_the_password("ninguem@empresa.com.br").await,
        []
    );
}

#[tokio::test]
async fn a_mail_sent_again_has_the_same_link_which_works_once() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let first = portal.link_in(&mails).await;
    portal.clock.advance(HOUR);
    let second = portal.link_in(&mails).await;
    assert!(first == second);
    assert_eq!(
        state(&portal, &first).await,
        valid(LinkPurpose::Registration)
    );
    portal.uses(&first).await;
    assert_eq!(state(&portal, &second).await, LinkState::Used);
}

#[tokio::test]
async fn a_hash_written_into_the_database_makes_no_link() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    portal.link_in(&mails).await;
    let forged = Token::generate(portal.portal.random.as_ref());
    link::Entity::update_many()
        .col_expr(link::Column::TokenHash, forged.hash().into())
        .exec(portal.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(state(&portal, &forged).await, LinkState::Unknown);
    let refused = one_time::consume(&portal.scope(), &portal.vault, &forged, FIREFOX, None).await;
    assert!(matches!(
        refused,
        Err(LinkError::NotUsable(LinkState::Unknown))
    ));
}

#[tokio::test]
async fn a_link_that_waited_in_the_queue_lives_from_when_it_is_sent() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    portal.clock.advance(72 * HOUR);
    let link = portal.link_in(&mails).await;
    assert_eq!(
        state(&portal, &link).await,
        valid(LinkPurpose::Registration)
    );
}

#[tokio::test]
async fn setting_a_password_voids_every_other_link() {
    let portal = portal().await;
    let mails = portal.registers(ANA).await;
    let old = portal.link_in(&mails).await;
    portal.clock.advance(MINUTE);
    let mails = portal.registers(ANA).await;
    let new = portal.link_in(&mails).await;
    let unsent = {
        portal.clock.advance(2 * MINUTE);
        portal.registers(ANA).await
    };
    let scope = portal.uses(&new).await;
    set_password(&scope, &portal.passwords, password(PASSWORD), FIREFOX)
        .await
        .unwrap();
    assert_eq!(state(&portal, &old).await, LinkState::Used);

    let [Mail::RegistrationLink { link, .. }] = unsent[..] else {
        panic!("{unsent:?}");
    };
    assert!(
        one_time::issue(&portal.system(), &portal.vault, link)
            .await
            .unwrap()
            .is_none()
    );
}
