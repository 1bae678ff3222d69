//! What a token may rest on.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, IntoActiveModel, QueryFilter};

use super::*;
use crate::{clock::Timestamp, credentials::activity::active_at};

/// Every way in which a revocation and an end can lie about `now`.
fn cases(now: Timestamp) -> Vec<(Option<Timestamp>, Option<Timestamp>)> {
    let moment = TimeDelta::microseconds(1);
    let times = [
        None,
        Some(now - TimeDelta::days(400)),
        Some(now - moment),
        Some(now),
        Some(now + moment),
        Some(now + TimeDelta::days(400)),
    ];
    let ends = |revoked| times.map(|end| (revoked, end));
    times.into_iter().flat_map(ends).collect()
}

#[tokio::test]
async fn rule_query_and_standing_agree() {
    let (test, ana, _, id) = approved().await;
    let now = test.portal.now();
    for (revoked_at, expires_at) in cases(now) {
        let mut row = secret_row(&test).await.into_active_model();
        row.revoked_at = Set(revoked_at);
        row.expires_at = Set(expires_at);
        row.update(test.portal.db.writer()).await.unwrap();

        let neither = revoked_at.is_none() && expires_at.is_none_or(|end| end > now);
        assert_eq!(is_active(revoked_at, expires_at, now), neither);
        assert_eq!(secret_row(&test).await.is_active(now), neither);
        let found = secret::Entity::find()
            .filter(active_at(now))
            .one(test.portal.db.writer())
            .await
            .unwrap();
        assert_eq!(found.is_some(), neither, "{revoked_at:?} {expires_at:?}");
        let secrets = listed(&ana, id).await;
        assert_eq!(secrets.active(now), usize::from(neither));
        let status = secrets.secrets[0].status(now);
        assert_eq!(matches!(status, SecretStatus::Active(_)), neither);
    }
}

#[test]
fn what_was_active_never_becomes_so_again() {
    let start: Timestamp = "2026-08-03T12:00:00Z".parse().unwrap();
    for (revoked_at, expires_at) in cases(start) {
        let at = |hour| start + TimeDelta::hours(hour);
        let course: Vec<_> = (-1..1000)
            .map(|hour| is_active(revoked_at, expires_at, at(hour)))
            .collect();
        assert!(course.is_sorted_by(|before, after| before >= after));
    }
}
