//! How contract managers are told of requests.

use std::time::Duration;

use chrono::NaiveTime;

use super::*;
use crate::managers::{NoticeChoice, RequestNotices, choose_notices};

async fn chooses(manager: &Scope, notices: RequestNotices) {
    let choice = NoticeChoice {
        notices,
        digest_at: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
    };
    choose_notices(manager, choice).await.unwrap();
}

/// The mails to managers that wait.
async fn awaited(test: &TestPortal) -> Vec<Mail> {
    let mut all = mails(test).await;
    all.retain(|mail| {
        matches!(
            mail,
            Mail::DecisionAwaited { .. } | Mail::RequestDigest { .. }
        )
    });
    all
}

#[tokio::test]
async fn a_digest_is_queued_once_for_all_that_come() {
    let (test, ana, carlos) = people().await;
    chooses(&carlos, RequestNotices::Digest).await;
    let since = carlos.now();
    for name in ["Antifraude", "Crédito"] {
        let group = groups::create(&ana, new_group(name)).await.unwrap();
        asks(&ana, group).await;
        test.clock.advance(Duration::from_mins(1));
    }
    let manager = carlos.account_id().unwrap();
    assert_eq!(
        awaited(&test).await,
        [Mail::RequestDigest { manager, since }]
    );
    let told = digest(&test.system(), &test.catalogue, manager, since)
        .await
        .unwrap();
    assert_eq!(told.items.len(), 2);
    is_rejected(&carlos, told.items[0].request.id).await;
    let told = digest(&test.system(), &test.catalogue, manager, since)
        .await
        .unwrap();
    assert_eq!(told.items.len(), 1, "what is decided is not told");
}

#[tokio::test]
async fn who_wants_no_mail_gets_none() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    chooses(&carlos, RequestNotices::Nothing).await;
    let request = asks(&ana, group(&ana).await).await.request;
    let manager = dora.account_id().unwrap();
    let one = Mail::DecisionAwaited { request, manager };
    assert_eq!(awaited(&test).await, [one]);
    assert_eq!(times(&test, Action::RequestNoticesChosen).await, 1);
}
