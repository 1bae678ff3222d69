//! What the pages of webhooks ask of the database.

use super::{People, people, whole_tables};
use crate::{
    PageRequest,
    webhooks::{self, DeliveryState, EventKind, NewWebhook, WebhookOwner},
};

#[tokio::test]
async fn the_log_of_a_webhook_reads_no_table_from_end_to_end() {
    let People {
        test, ana, group, ..
    } = people().await;
    let ana = test.confirmed(&ana);
    let owner = WebhookOwner::Group(group);
    let new = NewWebhook {
        id: test.portal.new_id(),
        owner,
        url: "https://empresa.example/balcao".to_owned(),
        events: vec![EventKind::KeyAdded],
    };
    let (webhook, _) = webhooks::add(&ana, &test.vault, new).await.unwrap();
    let sent = webhooks::send_test(&ana, webhook.id).await.unwrap();
    webhooks::list(&ana, owner).await.unwrap();
    webhooks::find(&ana, webhook.id).await.unwrap();
    webhooks::delivery(&ana, sent).await.unwrap();
    let cursor = crate::Cursor::new(ana.now(), sent.0);
    let states = DeliveryState::ALL.iter().map(|state| Some(*state));
    for state in states.chain([None]) {
        for after in [None, Some(cursor)] {
            let page = PageRequest {
                after,
                size: 20,
                oldest_first: false,
            };
            webhooks::deliveries(&ana, webhook.id, state, &page)
                .await
                .unwrap();
        }
    }
    webhooks::pause(&ana, webhook.id).await.unwrap();
    webhooks::resume(&ana, webhook.id).await.unwrap();
    webhooks::delete_stale(&test.portal).await.unwrap();
    webhooks::delete(&ana, webhook.id, None).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
