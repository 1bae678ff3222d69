//! What ends an application's tokens before their hour: what people do in the portal. It acts at
//! once where it is done; another instance hears of it.

use axum::http::StatusCode;
use serde_json::Value;

use crate::harness::{Answer, Program, TestApp, Visitor, smv};

const CONNECTED: &str = "5511999990200";

/// Ana's approved application of SMV, its program, and a token that works.
struct Working {
    app: TestApp,
    ana: Visitor,
    carlos: Visitor,
    group: String,
    id: String,
    program: Program,
    token: String,
}

impl Working {
    async fn start() -> Self {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        let id = app.requests(&ana, &group).await;
        let carlos = app.carlos().await;
        app.approves(&carlos, &id).await;
        let program = app.program_of(&ana, &group, &id).await;
        let token = program.token().await;
        let it = Self {
            app,
            ana,
            carlos,
            group,
            id,
            program,
            token,
        };
        it.works().await;
        it
    }

    /// The token is good for a call, and the credential for another token.
    async fn works(&self) {
        self.call().await.is(StatusCode::OK);
        self.program.asks_for_token().await.is(StatusCode::OK);
    }

    /// Neither is good for anything any more.
    async fn is_over(&self) {
        self.call_is_refused().await;
        let answer = self.program.asks_for_token().await;
        let error: Value = answer.is(StatusCode::UNAUTHORIZED).json();
        assert_eq!(error["error"], "invalid_client");
    }

    async fn call_is_refused(&self) {
        self.call().await.is(StatusCode::UNAUTHORIZED);
    }

    async fn call(&self) -> Answer {
        self.program.calls_smv(&self.token, &smv(CONNECTED)).await
    }

    fn keys(&self) -> String {
        format!("/minhas-aplicacoes/{}/{}/chaves", self.group, self.id)
    }

    /// Ana makes another key; the program that uses it.
    async fn another_key(&self) -> Program {
        let application = (&*self.group, &*self.id);
        let form = [("label", "Segunda"), ("expiry", "nunca")];
        let page = self.app.adds_key(&self.ana, application, &form).await;
        self.app.works().await;
        let page = page.is(StatusCode::OK);
        self.program.with(page.text("#chave-secreta"))
    }
}

#[tokio::test]
async fn a_suspension_until_it_is_lifted() {
    let it = Working::start().await;
    let gateway = it.app.gateway("nginx").await;
    assert!(gateway.is_active(&it.token).await);
    it.app.suspends(&it.carlos, &it.id).await;
    it.is_over().await;
    assert!(!gateway.is_active(&it.token).await);
    let answer = it.carlos.decides(&it.id, "retomar", "").await;
    assert_eq!(answer.location(), format!("/aprovacoes/{}", it.id));
    it.app.works().await;
    it.works().await;
}

#[tokio::test]
async fn a_revocation_for_good() {
    let it = Working::start().await;
    it.app.ends(&it.carlos, &it.id).await;
    it.is_over().await;
}

#[tokio::test]
async fn the_end_of_the_secret_that_they_were_asked_with_and_of_no_other() {
    let it = Working::start().await;
    let second = it.another_key().await;
    let of_second = second.token().await;
    let page = it.ana.get(&it.keys()).await;
    let oldest = page.attributes("article.ticket", "id").remove(1);
    let revoke = format!("{}/{oldest}/revogar", it.keys());
    it.ana.post(&revoke, &[("when", "agora")]).await.location();
    it.app.works().await;
    it.is_over().await;
    let call = second.calls_smv(&of_second, &smv(CONNECTED)).await;
    call.is(StatusCode::OK);
    second.asks_for_token().await.is(StatusCode::OK);
}

#[tokio::test]
async fn another_instance_hears_of_a_suspension() {
    let it = Working::start().await;
    let other = it.app.second_instance().await;
    let there = it.program.at(other.router());
    let call = there.calls_smv(&it.token, &smv(CONNECTED)).await;
    call.is(StatusCode::OK);
    it.app.suspends(&it.carlos, &it.id).await;
    other.catches_up().await;
    let call = there.calls_smv(&it.token, &smv(CONNECTED)).await;
    call.is(StatusCode::UNAUTHORIZED);
}
