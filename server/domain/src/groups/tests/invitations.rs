//! Invitations: sent, accepted once, and good for nobody else.

use std::time::Duration;

use locales::Locale;

use super::*;
use crate::{
    Actor,
    accounts::{SessionKind, sessions},
    groups::invitations::{
        AcceptError, GOOD_FOR, InvitationLink, InvitedReader, NewPerson, accept, decline, inspect,
        invite, issue, list, register, resend, withdraw,
    },
    ids::InvitationId,
};

const CAIO: &str = "caio@bancoexemplo.com.br";

fn to(email: &str) -> NewInvitation {
    NewInvitation {
        email: email.parse().unwrap(),
        role: MemberRole::Developer,
    }
}

async fn invites(test: &TestPortal, owner: &Scope, group: GroupId, email: &str) -> InvitationId {
    invite(owner, &test.vault, group, &to(email)).await.unwrap()
}

async fn token(test: &TestPortal, id: InvitationId) -> Token {
    let issued = issue(&test.system(), &test.vault, id).await.unwrap();
    issued.unwrap().1
}

fn newcomer() -> NewPerson<'static> {
    NewPerson {
        given_name: "Caio".parse().unwrap(),
        family_name: "Lima".parse().unwrap(),
        locale: Locale::PtBr,
        device: "Firefox",
        current: None,
    }
}

async fn reader(test: &TestPortal, scope: &Scope, token: &Token) -> Option<InvitedReader> {
    match inspect(scope, &test.vault, token).await.unwrap() {
        InvitationLink::Open(opened) => Some(opened.reader),
        InvitationLink::Ended(_) | InvitationLink::Unknown => None,
    }
}

fn ended(done: &Result<impl Sized, AcceptError>) -> Option<InvitationState> {
    match done {
        Err(AcceptError::Ended(state)) => Some(*state),
        _ => None,
    }
}

#[tokio::test]
async fn somebody_without_an_account_gets_one_by_the_invitation() {
    let (test, ana, _, bank) = team().await;
    let id = invites(&test, &ana, bank, CAIO).await;
    assert_eq!(
        mails(&test).await,
        [Mail::GroupInvitation { invitation: id }]
    );
    let (token, visitor) = (token(&test, id).await, test.scope());
    for _ in 0..2 {
        assert_eq!(
            reader(&test, &visitor, &token).await,
            Some(InvitedReader::New)
        );
    }
    let (session, joined) = register(&visitor, &test.vault, &token, newcomer())
        .await
        .unwrap();
    assert_eq!(joined, bank);
    let people = page(&ana, bank, None).await.unwrap().items;
    let caio = people.iter().find(|it| it.id == session.account).unwrap();
    assert_eq!(
        (caio.name.as_str(), caio.role),
        ("Caio Lima", MemberRole::Developer)
    );
    let opened = sessions::authenticate(&test.portal, &session.token).await;
    let opened = opened.unwrap().unwrap();
    assert_eq!(opened.session.kind, SessionKind::PasswordOnly);
    let again = register(&visitor, &test.vault, &token, newcomer()).await;
    assert_eq!(ended(&again), Some(InvitationState::Accepted));
    assert_eq!(times(&test, Action::InvitationAccepted).await, 1);
}

#[tokio::test]
async fn an_invitation_is_accepted_once_and_by_its_address_alone() {
    let (test, ana, _, bank) = team().await;
    let caio = test.person(CAIO, &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let id = invites(&test, &ana, bank, CAIO).await;
    let token = token(&test, id).await;
    assert_eq!(
        reader(&test, &eve, &token).await,
        Some(InvitedReader::SomebodyElse)
    );
    assert_eq!(
        reader(&test, &test.scope(), &token).await,
        Some(InvitedReader::HasAccount)
    );
    assert!(matches!(
        accept(&eve, &test.vault, &token).await,
        Err(AcceptError::SomebodyElse)
    ));
    assert!(matches!(
        decline(&eve, &test.vault, &token).await,
        Err(AcceptError::SomebodyElse)
    ));
    // Nobody gets into an account by an invitation.
    assert!(matches!(
        register(&test.scope(), &test.vault, &token, newcomer()).await,
        Err(AcceptError::HasAccount)
    ));
    let (one, two) = tokio::join!(
        accept(&caio, &test.vault, &token),
        accept(&caio, &test.vault, &token)
    );
    let done = [one, two];
    assert_eq!(done.iter().filter(|it| it.is_ok()).count(), 1);
    assert_eq!(role(&caio, bank).await, Some(MemberRole::Developer));
    assert_eq!(times(&test, Action::InvitationAccepted).await, 1);
    let late = accept(&caio, &test.vault, &token).await;
    assert_eq!(ended(&late), Some(InvitationState::Accepted));
}

#[tokio::test]
async fn after_withdrawal_declining_or_its_last_day_it_is_good_no_more() {
    let (test, ana, _, bank) = team().await;
    let caio = test.person(CAIO, &[]).await;
    let first = invites(&test, &ana, bank, CAIO).await;
    let first_token = token(&test, first).await;
    withdraw(&ana, bank, first).await.unwrap();
    let late = accept(&caio, &test.vault, &first_token).await;
    assert_eq!(ended(&late), Some(InvitationState::Withdrawn));
    assert!(matches!(
        withdraw(&ana, bank, first).await,
        Err(Error::NotFound(_))
    ));
    let second = invites(&test, &ana, bank, CAIO).await;
    let second_token = token(&test, second).await;
    decline(&test.scope(), &test.vault, &second_token)
        .await
        .unwrap();
    let late = accept(&caio, &test.vault, &second_token).await;
    assert_eq!(ended(&late), Some(InvitationState::Declined));
    test.clock.advance(Duration::from_hours(24));
    let ana = confirmed(&test, &ana);
    let third = invites(&test, &ana, bank, CAIO).await;
    let third_token = token(&test, third).await;
    test.clock.advance(GOOD_FOR);
    let late = accept(&caio, &test.vault, &third_token).await;
    assert_eq!(ended(&late), Some(InvitationState::Expired));
    assert_eq!(role(&caio, bank).await, None);
    // An owner sends it again, and its link is good anew.
    let ana = confirmed(&test, &ana);
    resend(&ana, bank, third).await.unwrap();
    accept(&caio, &test.vault, &third_token).await.unwrap();
}

/// The owner, who has just given the password.
fn confirmed(test: &TestPortal, owner: &Scope) -> Scope {
    let mut scope = owner.clone();
    if let Actor::Person(_, session) = &mut scope.actor {
        session.confirmed_at = test.portal.now();
    }
    scope
}

#[tokio::test]
async fn an_address_has_one_open_invitation() {
    let (test, ana, _, bank) = team().await;
    invites(&test, &ana, bank, CAIO).await;
    let again = invite(&ana, &test.vault, bank, &to(CAIO)).await;
    assert!(matches!(again, Err(InviteError::AlreadyInvited)));
    let member = invite(&ana, &test.vault, bank, &to("bia@bancoexemplo.com.br")).await;
    assert!(matches!(member, Err(InviteError::AlreadyMember)));
    assert_eq!(list(&ana, bank).await.unwrap().len(), 1);
}

#[tokio::test]
async fn only_owners_invite_and_what_they_sent_ends_with_their_ownership() {
    let (test, ana, bia, bank) = team().await;
    let refused = invite(&bia, &test.vault, bank, &to(CAIO)).await;
    assert!(matches!(
        refused,
        Err(InviteError::Common(Error::Forbidden(_)))
    ));
    change_role(&ana, bank, id(&bia), MemberRole::Owner)
        .await
        .unwrap();
    let sent = invites(&test, &bia, bank, "conta2@bancoexemplo.com.br").await;
    let token = token(&test, sent).await;
    remove(&ana, bank, id(&bia)).await.unwrap();
    let late = register(&test.scope(), &test.vault, &token, newcomer()).await;
    assert_eq!(ended(&late), Some(InvitationState::Withdrawn));
}

#[tokio::test]
async fn a_group_does_not_write_to_strangers_over_and_over() {
    let (test, ana, _, bank) = team().await;
    let mut sent = 0;
    let refused = loop {
        let email = format!("pessoa{sent}@bancoexemplo.com.br");
        match invite(&ana, &test.vault, bank, &to(&email)).await {
            Ok(_) => sent += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, InviteError::TooOften(_)), "{refused}");
    assert_eq!(sent, 21);
}

#[tokio::test]
async fn a_strange_link_leads_nowhere() {
    let (test, ..) = team().await;
    let token = Token::generate(test.portal.random.as_ref());
    assert!(matches!(
        inspect(&test.scope(), &test.vault, &token).await.unwrap(),
        InvitationLink::Unknown
    ));
}
