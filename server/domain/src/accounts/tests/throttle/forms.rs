//! Forms that send mail.

use super::*;
use crate::accounts::{RegistrationError, ResetError, register, request_reset};

/// Sends the form of a forgotten password; whether that was done, or else said.
async fn is_heard(portal: &TestPortal, network: &str) -> bool {
    let visitor = portal.visitor_from(network);
    let asked = request_reset(
        &visitor,
        &visitor.services().incidents,
        email("ninguem@empresa.com.br"),
    )
    .await;
    let refused = matches!(asked, Err(ResetError::Throttled { .. }));
    assert!(asked.is_ok() || refused, "{asked:?}");
    assert_ne!(refused, take_jobs(portal).await);
    !refused
}

async fn takes_a_registration(portal: &TestPortal, network: &str) -> bool {
    let visitor = portal.visitor_from(network);
    let asked = register(&visitor, &visitor.services().incidents, registration(BIA)).await;
    let refused = matches!(asked, Err(RegistrationError::Throttled { .. }));
    assert!(asked.is_ok() || refused, "{asked:?}");
    assert_ne!(refused, take_jobs(portal).await);
    !refused
}

async fn take_jobs(portal: &TestPortal) -> bool {
    let queued = portal.jobs().await.len();
    portal.mails().await;
    queued > 0
}

#[tokio::test]
async fn a_network_that_sends_many_forms_is_told_to_wait() {
    let portal = portal().await;
    for _ in 0..10 {
        assert!(is_heard(&portal, "203.0.113.7").await);
        assert!(takes_a_registration(&portal, "203.0.113.8").await);
    }
    assert!(is_heard(&portal, "203.0.113.7").await);
    assert!(!is_heard(&portal, "203.0.113.7").await);
    assert!(!takes_a_registration(&portal, "203.0.113.8").await);
    assert!(takes_a_registration(&portal, "198.51.100.7").await);
    portal.clock.advance(MINUTE);
    assert!(takes_a_registration(&portal, "203.0.113.7").await);
    assert!(!is_heard(&portal, "203.0.113.7").await);
    portal.clock.advance(HOUR);
    for _ in 0..20 {
        assert!(is_heard(&portal, "203.0.113.7").await);
    }
}

/// Two visitors of one network register at the same moment; the clock of the second instance is
/// behind.
#[tokio::test]
async fn no_order_of_stamps_closes_what_is_free() {
    let portal = portal().await;
    let ahead = portal.visitor_of_another("203.0.113.7", 3 * SECOND).await;
    register(&ahead, &portal.incidents, registration(ANA))
        .await
        .unwrap();
    register(&portal.scope(), &portal.incidents, registration(BIA))
        .await
        .unwrap();
    assert_eq!(portal.jobs().await.len(), 2);
}

#[tokio::test]
async fn pairs_that_register_at_the_same_moment_are_both_heard() {
    let portal = portal().await;
    let mut tasks = Vec::new();
    for pair in 0..40 {
        let network = format!("198.51.{pair}.7");
        let ahead = portal.visitor_of_another(&network, 5 * MILLISECOND).await;
        for (visitor, number) in [(ahead, 0), (portal.visitor_from(&network), 1)] {
            let who = registration(&format!("p{pair}-{number}@empresa.com.br"));
            tasks.push(tokio::spawn(async move {
                register(&visitor, &visitor.services().incidents, who).await
            }));
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(portal.jobs().await.len(), 80);
}
