//! What the sealer, the retention and readers of the audit trail ask of the database.

use super::{People, people, whole_tables};
use crate::{
    Cursor,
    audit::{self, Action, AuditFilter, Place},
};

#[tokio::test]
async fn the_chain_of_the_audit_trail_reads_no_table_from_end_to_end() {
    let People { test, ana, .. } = people().await;
    assert!(audit::seal(&test.portal, &test.vault).await.unwrap() > 0);
    audit::head(&test.system(), &test.vault).await.unwrap();
    let account = ana.account_id().unwrap();
    audit::erase_person(&test.portal, &test.vault, account)
        .await
        .unwrap();
    audit::delete_stale(&test.portal, &test.vault)
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn whoever_searches_the_trail_has_no_table_read_from_end_to_end() {
    let People {
        test, ana, staff, ..
    } = people().await;
    let all = AuditFilter::default;
    let at = test.portal.now();
    let filters = [
        all(),
        AuditFilter {
            actor: ana.account_id(),
            ..all()
        },
        AuditFilter {
            action: Some(Action::RequestApproved),
            ..all()
        },
        AuditFilter {
            subject: Some(ana.account_id().unwrap().0),
            ..all()
        },
        AuditFilter {
            request_id: Some("request-1".to_owned()),
            ..all()
        },
        AuditFilter {
            since: Some(at),
            until: Some(at),
            ..all()
        },
    ];
    let cursor = Cursor::new(at, uuid::Uuid::nil());
    for filter in filters {
        for place in [
            Place::Newest,
            Place::OlderThan(cursor),
            Place::NewerThan(cursor),
        ] {
            audit::search(&staff, &filter, place).await.unwrap();
        }
        audit::is_too_long(&staff, &filter).await.unwrap();
    }
    let found = audit::search(&staff, &all(), Place::Newest).await.unwrap();
    let event = audit::event(&staff, found.events[0].id).await.unwrap();
    assert!(event.is_some());
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
