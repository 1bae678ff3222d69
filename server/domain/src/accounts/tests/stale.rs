use super::*;
use sea_orm::sea_query::Expr;

use crate::{
    accounts::{delete_stale, request_reset},
    entities::{link, session, throttle},
    jobs::JobState,
};

/// How many sessions, links and failures are kept.
async fn kept(portal: &TestPortal) -> [usize; 3] {
    delete_stale(&portal.portal).await.unwrap();
    let db = portal.portal.db.writer();
    [
        session::Entity::find().all(db).await.unwrap().len(),
        link::Entity::find().all(db).await.unwrap().len(),
        throttle::Entity::find().all(db).await.unwrap().len(),
    ]
}

#[tokio::test]
async fn what_is_over_is_not_kept_for_ever() {
    let (portal, _) = ana().await;
    assert!(portal.signs_in(ANA, "Errada-7-cavalos").await.is_err());
    assert_eq!(kept(&portal).await, [1, 1, 5]);
    portal.clock.advance(12 * HOUR);
    assert_eq!(kept(&portal).await, [0, 1, 5]);
    portal.clock.advance(12 * HOUR);
    // The network that the owner came in from stays known for longer.
    assert_eq!(kept(&portal).await, [0, 1, 1]);
    portal.clock.advance(92 * 24 * HOUR);
    assert_eq!(kept(&portal).await, [0, 0, 0]);
}

#[tokio::test]
async fn accounts_that_nobody_came_into_go_after_their_last_link() {
    let (portal, _) = ana().await;
    let mails = portal.registers(BIA).await;
    portal.link_in(&mails).await;
    portal.clock.advance(91 * 24 * HOUR);
    delete_stale(&portal.portal).await.unwrap();
    assert!(portal.account_of(BIA).await.is_some());
    portal.clock.advance(2 * 24 * HOUR);
    delete_stale(&portal.portal).await.unwrap();
    assert!(portal.account_of(BIA).await.is_none());
    assert!(portal.account_of(ANA).await.is_some());
}

#[tokio::test]
async fn dead_jobs_are_kept_for_a_month() {
    let (portal, _) = ana().await;
    request_reset(&portal.scope(), &portal.incidents, email(ANA))
        .await
        .unwrap();
    portal.clock.advance(crate::jobs::LATEST);
    job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(JobState::Dead))
        .exec(portal.portal.db.writer())
        .await
        .unwrap();
    for left in [1, 0] {
        portal.clock.advance(15 * 24 * HOUR);
        delete_stale(&portal.portal).await.unwrap();
        assert_eq!(portal.jobs().await.len(), left);
    }
}
