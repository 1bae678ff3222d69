//! Keys that are announced, withdrawn and missed.

use std::time::Duration;

use super::*;
use crate::{
    Scope,
    clock::Timestamp,
    ids::SigningKeyId,
    oauth::Algorithm,
    testing::{self, TestPortal},
};

const HOUR: Duration = Duration::from_hours(1);

async fn rotates(scope: &Scope, at_once: bool) -> SigningKeyId {
    let rotated = rotate_keys(scope, &scope.services().vault, Algorithm::Es256, at_once).await;
    rotated.unwrap()
}

async fn withdraws(scope: &Scope, key: SigningKeyId) {
    withdraw_key(scope, key).await.unwrap();
}

/// Each key with the time it stops to sign, the oldest first.
async fn keys(scope: &Scope) -> Vec<(SigningKeyId, Option<Timestamp>)> {
    let keys = keys_of(scope).await.unwrap().into_iter();
    keys.map(|key| (key.id, key.signs_until)).collect()
}

async fn begins(scope: &Scope, key: SigningKeyId) -> Timestamp {
    let keys = keys_of(scope).await.unwrap();
    keys.iter().find(|it| it.id == key).unwrap().signs_from
}

async fn signs_now(test: &TestPortal) -> SigningKeyId {
    let ring = load_or_make(&test.portal, &test.vault).await.unwrap();
    ring.current(test.portal.now()).unwrap().id
}

/// The first key signs; a second one begins in 23 hours, a third an hour later.
async fn two_announced() -> (TestPortal, [SigningKeyId; 3]) {
    let test = testing::portal().await;
    let scope = test.system();
    let first = rotates(&scope, true).await;
    let second = rotates(&scope, false).await;
    test.clock.advance(HOUR);
    let third = rotates(&scope, false).await;
    (test, [first, second, third])
}

#[tokio::test]
async fn when_a_key_is_withdrawn_before_it_begins_the_one_before_goes_on() {
    let test = testing::portal().await;
    let scope = test.system();
    let first = rotates(&scope, true).await;
    let second = rotates(&scope, false).await;
    assert_eq!(
        keys(&scope).await,
        [(first, Some(begins(&scope, second).await)), (second, None)]
    );
    withdraws(&scope, second).await;
    assert_eq!(keys(&scope).await, [(first, None)]);
    test.clock.advance(25 * HOUR);
    assert_eq!(signs_now(&test).await, first);
}

#[tokio::test]
async fn when_the_first_of_two_announced_keys_is_withdrawn_the_second_ends_the_one_before() {
    let (test, [first, second, third]) = two_announced().await;
    let scope = test.system();
    withdraws(&scope, second).await;
    let until = begins(&scope, third).await;
    assert_eq!(keys(&scope).await, [(first, Some(until)), (third, None)]);
    test.clock.advance(23 * HOUR);
    assert_eq!(signs_now(&test).await, first);
    test.clock.advance(HOUR);
    assert_eq!(signs_now(&test).await, third);
}

#[tokio::test]
async fn when_the_second_of_two_announced_keys_is_withdrawn_the_first_goes_on() {
    let (test, [first, second, third]) = two_announced().await;
    let scope = test.system();
    withdraws(&scope, third).await;
    let until = begins(&scope, second).await;
    assert_eq!(keys(&scope).await, [(first, Some(until)), (second, None)]);
}

#[tokio::test]
async fn a_key_made_in_place_of_a_withdrawn_one_ends_when_the_announced_one_begins() {
    let (test, [first, second, third]) = two_announced().await;
    let scope = test.system();
    withdraws(&scope, first).await;
    let made = signs_now(&test).await;
    assert!(![first, second, third].contains(&made));
    let (until, end) = (begins(&scope, second).await, begins(&scope, third).await);
    assert_eq!(
        keys(&scope).await,
        [(made, Some(until)), (second, Some(end)), (third, None)]
    );
}

#[tokio::test]
async fn an_announced_key_that_another_one_forestalled_ends_nothing() {
    let test = testing::portal().await;
    let scope = test.system();
    let announced = rotates(&scope, false).await;
    test.clock.advance(HOUR);
    let at_once = rotates(&scope, true).await;
    withdraws(&scope, at_once).await;
    let made = signs_now(&test).await;
    let forestalled = Some(test.portal.now());
    assert_eq!(keys(&scope).await, [(made, None), (announced, forestalled)]);
}

#[tokio::test]
async fn two_instances_that_miss_a_key_at_once_make_one() {
    let test = testing::portal().await;
    let (one, other) = tokio::join!(signs_now(&test), signs_now(&test));
    assert_eq!(one, other);
    assert_eq!(keys(&test.system()).await, [(one, None)]);
}
