//! Who may send a message, how often, and who hears of it.

use super::*;
use crate::{
    Role,
    audit::Action,
    jobs::Mail,
    messages::MessageState,
    requests::tests::{mails, times},
    testing::{self, TestPortal},
};

const BIA: &str = "bia@empresa.com.br";
const JULIA: &str = "julia@balcao.example";

async fn support(test: &TestPortal, email: &str) -> Scope {
    test.person(email, &[Role::Support]).await
}

/// The seal of a form that was opened long enough ago.
fn seal(test: &TestPortal, scope: &Scope) -> String {
    let seal = form_seal(scope, &test.vault, None);
    test.clock.advance(A_WHILE);
    seal
}

#[tokio::test]
async fn a_message_is_stored_numbered_and_told_of() {
    let test = testing::portal().await;
    let julia = support(&test, JULIA).await.account_id().unwrap();
    let visitor = test.scope();
    let id = writes(&test.clock, &visitor, &new_message(BIA)).await;
    let stored = by_number(&visitor, "M-2026-0001").await;
    assert_eq!(stored.id, id);
    assert_eq!(
        (stored.name.as_str(), stored.email.as_str()),
        ("Bia Reis", BIA)
    );
    assert_eq!(
        (stored.subject.as_str(), stored.text.as_str()),
        (SUBJECT, TEXT)
    );
    assert_eq!((stored.locale(), stored.account_id), (Locale::Es, None));
    assert_eq!(
        (stored.state, stored.assignee_id),
        (MessageState::Open, None)
    );
    let told = mails(&test).await;
    let arrived = Mail::MessageArrived {
        message: id,
        to: julia,
    };
    assert!(told.contains(&arrived), "{told:?}");
    assert!(told.contains(&Mail::MessageReceived { message: id }));
    assert_eq!(told.len(), 2);
    assert_eq!(times(&test, Action::MessageSent).await, 1);
}

#[tokio::test]
async fn whoever_is_signed_in_is_known_as_the_sender() {
    let test = testing::portal().await;
    let ana = test.person("ana@empresa.com.br", &[]).await;
    writes(&test.clock, &ana, &new_message(BIA)).await;
    let stored = by_number(&ana, "M-2026-0001").await;
    assert_eq!(stored.account_id, ana.account_id());
}

#[tokio::test]
async fn where_nobody_is_in_support_administrators_are_told() {
    let test = testing::portal().await;
    test.person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let dora = test
        .person("dora@balcao.example", &[Role::Administrator])
        .await;
    let id = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let to = dora.account_id().unwrap();
    let told = mails(&test).await;
    assert!(told.contains(&Mail::MessageArrived { message: id, to }));
    assert_eq!(told.len(), 2);
}

#[tokio::test]
async fn a_form_that_no_person_fills_in_is_refused() {
    let test = testing::portal().await;
    let visitor = test.scope();
    let new = new_message(BIA);
    let quick = form_seal(&visitor, &test.vault, None);
    let refused = |outcome| matches!(outcome, Err(SendError::Unlikely));
    test.clock.advance(Duration::from_millis(2_999));
    assert!(refused(sends(&visitor, &quick, &new).await));
    for seal in ["", "nonsense"] {
        assert!(refused(sends(&visitor, seal, &new).await), "{seal:?}");
    }
    test.clock.advance(A_WHILE);
    let sent = SentForm {
        seal: &quick,
        unseen: "https://premio.example",
    };
    let outcome = send(&visitor, &test.vault, &test.incidents, sent, &new).await;
    assert!(refused(outcome));
    assert_eq!(mails(&test).await, []);
    sends(&visitor, &quick, &new).await.unwrap();
}

#[tokio::test]
async fn a_form_may_lie_open_for_years() {
    let test = testing::portal().await;
    let visitor = test.scope();
    let seal = seal(&test, &visitor);
    test.clock.advance(Duration::from_hours(3 * 365 * 24));
    sends(&visitor, &seal, &new_message(BIA)).await.unwrap();
}

#[tokio::test]
async fn a_form_that_is_drawn_again_keeps_its_time() {
    let test = testing::portal().await;
    let visitor = test.scope();
    let seal = form_seal(&visitor, &test.vault, None);
    assert_eq!(form_seal(&visitor, &test.vault, Some(&seal)), seal);
    let anew = form_seal(&visitor, &test.vault, Some("nonsense"));
    assert!(anew != seal && anew != "nonsense");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_message() {
    let test = testing::portal().await;
    let visitor = test.scope();
    let (seal, new) = (seal(&test, &visitor), new_message(BIA));
    let both = tokio::join!(sends(&visitor, &seal, &new), sends(&visitor, &seal, &new));
    assert_eq!(both.0.unwrap(), "M-2026-0001");
    assert_eq!(both.1.unwrap(), "M-2026-0001");
    assert_eq!(times(&test, Action::MessageSent).await, 1);
    let mut another = new_message(BIA);
    another.text = "Mais uma coisa: como revogo a chave?".parse().unwrap();
    assert_eq!(
        sends(&visitor, &seal, &another).await.unwrap(),
        "M-2026-0002"
    );
}

#[tokio::test]
async fn a_network_that_sends_many_messages_is_told_to_wait() {
    let test = testing::portal().await;
    let visitor = test.scope();
    for n in 0..21 {
        let new = new_message(&format!("p{n}@empresa.com.br"));
        let seal = seal(&test, &visitor);
        sends(&visitor, &seal, &new).await.unwrap();
    }
    let one_more = seal(&test, &visitor);
    let refused = sends(&visitor, &one_more, &new_message(BIA)).await;
    assert!(
        matches!(refused, Err(SendError::TooOften { .. })),
        "{refused:?}"
    );
    let elsewhere = test.visitor_from("198.51.100.7");
    sends(&elsewhere, &one_more, &new_message(BIA))
        .await
        .unwrap();
}

#[tokio::test]
async fn nobody_fills_a_strangers_mailbox_with_receipts() {
    let test = testing::portal().await;
    for network in 0..5 {
        let visitor = test.visitor_from(&format!("198.51.{network}.7"));
        writes(&test.clock, &visitor, &new_message(BIA)).await;
    }
    let receipts = mails(&test).await.into_iter();
    let receipts = receipts.filter(|mail| matches!(mail, Mail::MessageReceived { .. }));
    assert_eq!(receipts.count(), 3);
    assert_eq!(times(&test, Action::MessageSent).await, 5);
}

#[tokio::test]
async fn many_messages_are_summed_up_for_support() {
    let test = testing::portal().await;
    let to = support(&test, JULIA).await.account_id().unwrap();
    let visitor = test.scope();
    let mut since = test.portal.now();
    for n in 0..6 {
        if n == 3 {
            since = test.portal.now() + A_WHILE;
        }
        let new = new_message(&format!("p{n}@empresa.com.br"));
        writes(&test.clock, &visitor, &new).await;
    }
    let told: Vec<_> = mails(&test).await;
    let alone = |mail: &&Mail| matches!(mail, Mail::MessageArrived { .. });
    assert_eq!(told.iter().filter(alone).count(), 3);
    assert!(
        told.contains(&Mail::MessagesArrived { to, since }),
        "{told:?}"
    );
}
