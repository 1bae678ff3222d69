//! Webhooks: their pages, and the log of what was sent.

use std::time::Duration;

use crate::harness::{ANA, Answer, GROUP, PASSWORD, TestApp, Visitor, id_in};

mod log;
mod managing;
mod rights;

/// Nobody listens there.
const NOBODY: &str = "https://127.0.0.1:1/balcao";
/// The second attempt comes so long after the first.
const SECOND_ATTEMPT: Duration = Duration::from_secs(5);

/// Ana, who owns a group. Webhooks may lead to the machine of the test.
struct Office {
    app: TestApp,
    ana: Visitor,
    group: String,
}

impl Office {
    async fn start() -> Self {
        let app = TestApp::start_with(|setup| {
            setup.webhook_networks = vec!["127.0.0.0/8".parse().unwrap()];
        })
        .await;
        let ana = app.signed_in(ANA, &[]).await;
        let answer = ana.post("/grupos/novo", &GROUP).await;
        let group = id_in(answer.location());
        app.knows_address_of(&group).await;
        Self { app, ana, group }
    }

    fn list(&self) -> String {
        format!("/minhas-aplicacoes/{}/webhooks", self.group)
    }

    /// Ana makes a webhook whose receiver is not there; its page.
    async fn makes(&self) -> String {
        let made = sends_form(&self.ana, &self.list(), &[]).await;
        webhook_in(&made)
    }

    /// Ana sends a test, which the receiver does not take.
    async fn tests(&self, webhook: &str) {
        let answer = self.ana.post(&format!("{webhook}/testar"), &[]).await;
        assert_eq!(answer.location(), webhook);
        self.app.works().await;
    }

    /// Ana deletes a webhook; what was planned for it does nothing.
    async fn deletes(&self, webhook: &str) {
        let answer = self.ana.post(&format!("{webhook}/apagar"), &[]).await;
        assert_eq!(answer.location(), self.list());
        self.app.clock.advance(SECOND_ATTEMPT);
        self.app.works().await;
    }
}

/// Fills the form of a new webhook in, as it is shown, and sends it.
async fn sends_form(visitor: &Visitor, list: &str, fields: &[(&str, &str)]) -> Answer {
    let page = format!("{list}/novo");
    let id = visitor.get(&page).await.value_of("id");
    let usual = [
        ("id", &*id),
        ("endereco", NOBODY),
        ("eventos", "key.added"),
        ("current", PASSWORD),
    ];
    let filled = usual.map(|(name, value)| {
        let given = fields.iter().find(|(field, _)| *field == name);
        (name, given.map_or(value, |(_, other)| *other))
    });
    visitor.post(&page, &filled).await
}

/// The page of the webhook that was just made.
fn webhook_in(made: &Answer) -> String {
    made.attributes("main .actions a.btn", "href").remove(0)
}
