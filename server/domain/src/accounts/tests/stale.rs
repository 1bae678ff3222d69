use super::*;
use crate::{
    accounts::delete_stale,
    entities::{link, session, throttle},
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
    assert_eq!(kept(&portal).await, [1, 1, 3]);
    portal.clock.advance(12 * HOUR);
    assert_eq!(kept(&portal).await, [0, 1, 3]);
    portal.clock.advance(12 * HOUR);
    assert_eq!(kept(&portal).await, [0, 1, 0]);
    portal.clock.advance(92 * 24 * HOUR);
    assert_eq!(kept(&portal).await, [0, 0, 0]);
}
