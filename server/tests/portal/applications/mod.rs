//! "Minhas aplicações": the groups one belongs to, and their keys.

use std::time::Duration;

use crate::harness::{ANA, Answer, TestApp, Visitor};

mod confirmation;
mod group;
mod others;
mod plan_change;
mod reveal;
mod sandbox;
mod secrets;
mod try_it;

/// An application of Ana's that is approved.
struct Approved {
    app: TestApp,
    ana: Visitor,
    group: String,
    id: String,
}

impl Approved {
    async fn start() -> Self {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        let id = app.requests(&ana, &group).await;
        app.approves(&app.carlos().await, &id).await;
        Self {
            app,
            ana,
            group,
            id,
        }
    }

    fn address(&self, page: &str) -> String {
        format!("/minhas-aplicacoes/{}/{}/{page}", self.group, self.id)
    }

    /// The group's page.
    async fn page(&self) -> Answer {
        self.ana
            .get(&format!("/minhas-aplicacoes/{}", self.group))
            .await
    }

    /// The page of the keys, as somebody sees it.
    async fn keys_for(&self, visitor: &Visitor) -> Answer {
        visitor.get(&self.address("chaves")).await
    }

    /// Fills in the form for another key that never expires, and sends it.
    async fn adds(&self, label: &str) -> Answer {
        self.adds_with(&[("label", label), ("expiry", "nunca")])
            .await
    }

    /// A minute later, with the form filled in otherwise.
    async fn adds_with(&self, fields: &[(&str, &str)]) -> Answer {
        let application = (&*self.group, &*self.id);
        self.app.adds_key(&self.ana, application, fields).await
    }

    /// Ana is back after some hours, in which her session has ended.
    async fn waits(&mut self, time: Duration) {
        self.app.clock.advance(time);
        self.ana = self.app.signs_in(ANA).await;
    }

    /// The ids of the active keys, the newest first.
    async fn active(&self) -> Vec<String> {
        self.keys_for(&self.ana)
            .await
            .attributes("article.ticket", "id")
    }

    fn revoking(&self, secret: &str) -> String {
        self.address(&format!("chaves/{secret}/revogar"))
    }
}
