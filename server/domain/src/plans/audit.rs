//! What the sealer, the retention and readers of the audit trail ask of the database.

use super::{People, people, whole_tables};
use crate::audit;

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
