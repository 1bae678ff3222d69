//! What the audit trail tells.

use domain::audit::Action;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;

use super::TestApp;

/// Who did what, on whom, from where; people by their addresses.
#[derive(Debug, PartialEq, Eq, FromQueryResult)]
pub struct Entry {
    pub actor: Option<String>,
    pub subject: Option<String>,
    /// The id of what it was done to, whatever that is.
    pub about: Uuid,
    pub details: Option<String>,
    /// The client of the program that did it.
    pub client: Option<Uuid>,
    pub address: Option<String>,
    pub request_id: Option<String>,
}

impl TestApp {
    /// Every entry of an act, the oldest first.
    pub async fn trail(&self, action: Action) -> Vec<Entry> {
        let db = self.portal.db.reader();
        let sql = format!(
            "SELECT actor.email AS actor, subject.email AS subject, \
             event.subject_id AS about, event.details, event.client_id AS client, \
             event.address, event.request_id \
             FROM audit_events event \
             LEFT JOIN accounts actor ON actor.id = event.actor_id \
             LEFT JOIN accounts subject ON subject.id = event.subject_id \
             WHERE event.action = '{action}' ORDER BY event.at, event.id"
        );
        let statement = Statement::from_string(db.get_database_backend(), sql);
        Entry::find_by_statement(statement).all(db).await.unwrap()
    }
}
