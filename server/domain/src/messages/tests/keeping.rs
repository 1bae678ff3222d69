//! How long messages are kept.

use chrono::TimeDelta;

use super::*;
use crate::{
    Role,
    entities::message_event,
    messages::{CLOSED_KEPT, close, delete_stale},
    testing,
};

#[tokio::test]
async fn closed_messages_go_after_a_year_and_open_ones_stay() {
    let test = testing::portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let closed = writes(
        &test.clock,
        &test.scope(),
        &new_message("bia@empresa.com.br"),
    )
    .await;
    let open = writes(
        &test.clock,
        &test.scope(),
        &new_message("ana@empresa.com.br"),
    )
    .await;
    close(&julia, closed, 0).await.unwrap();
    let almost_a_year = CLOSED_KEPT - TimeDelta::seconds(1);
    let left = async |ids: [MessageId; 2]| {
        delete_stale(&test.portal).await.unwrap();
        let db = test.portal.db.writer();
        let mut rows = message::Entity::find().all(db).await.unwrap();
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    test.clock.advance(almost_a_year.to_std().unwrap());
    assert_eq!(left([closed, open]).await, [closed, open]);
    test.clock.advance(Duration::from_secs(1));
    assert_eq!(left([closed, open]).await, [open]);
    let db = test.portal.db.writer();
    assert_eq!(message_event::Entity::find().all(db).await.unwrap(), []);
}
