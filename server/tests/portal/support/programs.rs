//! How companies and the portal's owner come to programs that may call.

use axum::http::StatusCode;
use domain::oauth;

use super::{ANA, Program, TestApp, Visitor, acts::but};

impl TestApp {
    /// A portal where Ana's application of SMV on Trial is approved, and its program.
    pub async fn with_program() -> (Self, Program) {
        Self::with_program_called("Abertura de conta").await
    }

    pub async fn with_program_called(name: &str) -> (Self, Program) {
        let (app, ana, group) = Self::with_ana_and_her_group().await;
        let request = ana.starts(&group).await;
        let address = format!("/solicitacoes/{request}/aplicacao");
        let form = but(&super::APPLICATION, "name", name);
        ana.post(&address, &form).await.location();
        ana.files(&request).await.location();
        app.works().await;
        app.approves(&app.carlos().await, &request).await;
        let program = app.program_of(&ana, &group, &request).await;
        (app, program)
    }

    /// The program of another application of Ana's, approved by Carlos: both are there already.
    pub async fn another_program(&self) -> Program {
        let ana = self.signs_in(ANA).await;
        let group = ana.creates_group("Banco Exemplo – Cadastro").await;
        let request = self.requests(&ana, &group).await;
        let carlos = self.signs_in(super::CARLOS).await;
        self.approves(&carlos, &request).await;
        self.program_of(&ana, &group, &request).await
    }

    /// Somebody copies the keys of an approved application into a program.
    pub async fn program_of(&self, member: &Visitor, group: &str, application: &str) -> Program {
        let address = format!("/minhas-aplicacoes/{group}/{application}/revelar");
        let page = member.post(&address, &[]).await;
        page.is(StatusCode::OK);
        let key = |kind: &str| page.text(&format!("[id='{kind}-{application}']"));
        Program::new(self.router(), key("chave-publica"), key("chave-secreta"))
    }

    /// A gateway that the owner of the portal lets ask about tokens.
    pub async fn gateway(&self, name: &str) -> Program {
        let keys = oauth::add_resource_server(&self.system(), name)
            .await
            .unwrap();
        self.catches_up().await;
        let secret = keys.secret_key.expose().to_owned();
        Program::new(self.router(), keys.public_key.to_string(), secret)
    }

    /// Hears of what others changed: what happens by itself half a second later.
    pub async fn catches_up(&self) {
        self.portal.oauth.catch_up(&self.portal).await.unwrap();
    }
}
