//! Mails before a secret expires.

use std::time::Duration;

use super::*;
use crate::{jobs::Mail, requests::tests::mails};

const DAY: Duration = Duration::from_hours(24);

/// How many mails have told of an expiry so far.
async fn told(test: &TestPortal) -> usize {
    notify_of_expiry(&test.system()).await.unwrap();
    let mails = mails(test).await;
    let expires = |mail: &&Mail| matches!(mail, Mail::SecretExpires { .. });
    mails.iter().filter(expires).count()
}

/// Adds a secret that is good for so long.
async fn adds_for(ana: &Scope, id: ApplicationId, days: Days) -> SecretId {
    let new = new_secret(ana, "Produção", Expiry::After(days));
    add_secret(ana, &ana.services().vault, id, new)
        .await
        .unwrap()
        .secret
}

#[tokio::test]
async fn thirty_seven_and_one_day_before_once_each() {
    let (test, ana, _, id) = approved().await;
    adds_for(&ana, id, Days::Sixty).await;
    for (days, mails) in [
        (0, 0),
        (29, 0),
        (1, 1),
        (22, 1),
        (1, 2),
        (5, 2),
        (1, 3),
        (1, 3),
    ] {
        test.clock.advance(days * DAY);
        assert_eq!(told(&test).await, mails, "after {days} more days");
        assert_eq!(told(&test).await, mails, "and again");
    }
}

#[tokio::test]
async fn a_secret_made_for_thirty_days_is_not_told_of_at_once() {
    let (test, ana, _, id) = approved().await;
    adds_for(&ana, id, Days::Thirty).await;
    assert_eq!(told(&test).await, 0);
    test.clock.advance(23 * DAY);
    assert_eq!(told(&test).await, 1);
}

#[tokio::test]
async fn a_grace_period_is_not_told_of_at_once() {
    let (test, ana, _, id) = approved().await;
    let old = only_secret(&ana, id).await;
    adds_for(&ana, id, Days::HalfYear).await;
    let week = RevokeChoice {
        when: RevocationTime::After(Grace::Week),
        ..NOW
    };
    revoke_secret(&ana, id, old, week).await.unwrap();
    assert_eq!(told(&test).await, 0);
    test.clock.advance(6 * DAY);
    assert_eq!(told(&test).await, 1);
}

#[tokio::test]
async fn instances_that_look_at_once_send_one_mail() {
    let (test, ana, _, id) = approved().await;
    adds_for(&ana, id, Days::Sixty).await;
    test.clock.advance(30 * DAY);
    let scope = test.system();
    let look = || notify_of_expiry(&scope);
    let outcomes = tokio::join!(look(), look(), look(), look());
    assert!(matches!(outcomes, (Ok(()), Ok(()), Ok(()), Ok(()))));
    assert_eq!(told(&test).await, 1);
}

#[tokio::test]
async fn a_portal_that_was_off_tells_once() {
    let (test, ana, _, id) = approved().await;
    adds_for(&ana, id, Days::Sixty).await;
    test.clock.advance(54 * DAY);
    assert_eq!(told(&test).await, 1);
    test.clock.advance(5 * DAY);
    assert_eq!(told(&test).await, 2);
    test.clock.advance(DAY);
    assert_eq!(told(&test).await, 2);
}

#[tokio::test]
async fn nothing_is_told_of_what_was_revoked() {
    let (test, ana, _, id) = approved().await;
    let secret = adds_for(&ana, id, Days::Sixty).await;
    revokes(&ana, id, secret).await;
    test.clock.advance(59 * DAY);
    assert_eq!(told(&test).await, 0);
}
