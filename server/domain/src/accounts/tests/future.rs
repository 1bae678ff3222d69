//! A clock that ran two days ahead, and came back.

use super::*;
use crate::correct_future_times;

const WRONG: &str = "Errada-7-cavalos";
const TWO_DAYS: Duration = Duration::from_hours(48);

async fn wait(portal: &TestPortal) -> Option<Duration> {
    match portal.signs_in_from("203.0.113.7", ANA, WRONG).await {
        Err(SignInError::Throttled { retry_after }) => Some(retry_after),
        Err(SignInError::Credentials) => None,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn who_had_to_wait_then_waits_as_long_from_now_on() {
    let (portal, _) = ana().await;
    portal.clock.advance(TWO_DAYS);
    for _ in 0..6 {
        assert_eq!(wait(&portal).await, None);
    }
    portal.clock.rewind(TWO_DAYS);
    assert!(wait(&portal).await.unwrap() > TWO_DAYS);
    correct_future_times(&portal.portal).await.unwrap();
    assert_eq!(wait(&portal).await, Some(SECOND));
    portal.clock.advance(SECOND);
    assert!(portal.signs_in(ANA, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_session_of_then_ends_like_one_of_now() {
    let (portal, _) = ana().await;
    portal.clock.advance(TWO_DAYS);
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    portal.clock.rewind(TWO_DAYS);
    correct_future_times(&portal.portal).await.unwrap();
    assert!(portal.sees(&session).await.is_some());
    portal
        .clock
        .advance(portal.portal.settings.lifetimes.session_idle);
    assert!(portal.sees(&session).await.is_none());
}

#[tokio::test]
async fn times_that_can_be_are_left_alone() {
    let (portal, session) = ana().await;
    for _ in 0..6 {
        assert_eq!(wait(&portal).await, None);
    }
    correct_future_times(&portal.portal).await.unwrap();
    assert_eq!(wait(&portal).await, Some(SECOND));
    assert!(portal.sees(&session).await.is_some());
}
