//! Tries that a change of the password overtakes.

use std::pin::pin;

use super::*;
use crate::{
    Error,
    accounts::{ConfirmError, HashCost, PasswordHasher, confirm},
    entities::session,
};

/// What becomes of a try at the right password, when the password is changed and every session
/// ends before the try is through.
async fn overtaken<T>(portal: &TestPortal, attempt: impl Future<Output = T>) -> T {
    let (hasher, mut attempt) = (&portal.passwords.hasher, pin!(attempt));
    let slots = [hasher.slot().await.unwrap(), hasher.slot().await.unwrap()];
    let waiting = async {
        while hasher.load().waiting == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        _ = &mut attempt => panic!("no slot was free"),
        () = waiting => {}
    }
    let db = portal.portal.db.writer();
    let other = hasher_of_others().hash(&password("Outra-8-carroças")).await;
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, other.unwrap().into())
        .exec(db)
        .await
        .unwrap();
    session::Entity::delete_many().exec(db).await.unwrap();
    drop(slots);
    attempt.await
}

fn hasher_of_others() -> PasswordHasher {
    PasswordHasher::new(HashCost::Cheap, 1, 0)
}

/// How many failures are counted, and how many tries have not ended.
async fn counted(portal: &TestPortal) -> (i32, i32) {
    let rows = throttle::Entity::find().all(portal.portal.db.writer());
    let rows = rows.await.unwrap();
    let failures = rows.iter().map(|row| row.failures).sum();
    (failures, rows.iter().map(|row| row.pending).sum())
}

#[tokio::test]
async fn signing_in_while_the_password_changes_counts_for_nothing() {
    let (portal, _) = ana().await;
    let before = counted(&portal).await;
    let refused = overtaken(&portal, portal.signs_in(ANA, PASSWORD)).await;
    assert!(matches!(refused, Err(SignInError::Credentials)));
    assert_eq!(counted(&portal).await, before);
}

#[tokio::test]
async fn changing_a_password_that_somebody_changes_meanwhile_counts_for_nothing() {
    let (portal, session) = ana().await;
    let (scope, before) = (portal.with(&session).await, counted(&portal).await);
    let new = password("Nova-9-charretes");
    let change = change_password(&scope, &portal.passwords, PASSWORD, new, FIREFOX);
    let refused = overtaken(&portal, change).await;
    assert!(matches!(refused, Err(ChangePasswordError::WrongPassword)));
    assert_eq!(counted(&portal).await, before);
}

#[tokio::test]
async fn confirming_in_a_session_that_ends_meanwhile_counts_for_nothing() {
    let (portal, session) = ana().await;
    let (scope, before) = (portal.with(&session).await, counted(&portal).await);
    let refused = overtaken(&portal, confirm(&scope, &portal.passwords, PASSWORD)).await;
    assert!(matches!(
        refused,
        Err(ConfirmError::Common(Error::Forbidden(_)))
    ));
    assert_eq!(counted(&portal).await, before);
}
