//! How companies and the portal's owner come to programs that may call.

use axum::http::StatusCode;
use domain::{
    catalogue::{ApiFiles, Plan, PlanOffer, PlanTerms},
    oauth, testing,
    translated::Translated,
};
use server::config::UpstreamConfig;

use super::{ANA, APPLICATION, Program, TestApp, Visitor, acts::but, id_in};

impl TestApp {
    /// A portal where Ana's application of SMV on Trial is approved, and its program.
    pub async fn with_program() -> (Self, Program) {
        Self::with_program_called("Abertura de conta").await
    }

    pub async fn with_program_called(name: &str) -> (Self, Program) {
        let app = Self::start_with_catalogue().await;
        app.with_approved("smv/trial", name).await
    }

    /// The same with another API.
    pub async fn with_program_of(api: &str) -> (Self, Program) {
        let app = Self::start_with_catalogue().await;
        let plan = format!("{api}/trial");
        app.with_approved(&plan, "Abertura de conta").await
    }

    /// A portal where Ana's application of SMV on Pay Per Use is approved, and its program.
    pub async fn with_paying_program(upstreams: UpstreamConfig) -> (Self, Program) {
        let app = Self::start_with(|setup| setup.upstreams = upstreams).await;
        let app = app.with_catalogue().await;
        app.with_approved("smv/pay-per-use", "Abertura de conta")
            .await
    }

    async fn with_approved(self, plan: &str, name: &str) -> (Self, Program) {
        let ana = self.signed_in(ANA, &[]).await;
        let group = ana.creates_group("Banco Exemplo – Antifraude").await;
        let start = format!("/solicitacoes/nova/{plan}");
        let answer = ana.post(&start, &[("group", &group)]).await;
        let request = id_in(answer.location());
        let address = format!("/solicitacoes/{request}/aplicacao");
        let form = but(&APPLICATION, "name", name);
        ana.post(&address, &form).await.location();
        ana.files(&request).await.location();
        self.works().await;
        self.approves(&self.carlos().await, &request).await;
        let program = self.program_of(&ana, &group, &request).await;
        (self, program)
    }

    /// Lets a plan of an API give what these terms say, and leaves the others as they are.
    pub async fn gives(&self, slug: &str, plan: Plan, terms: PlanTerms) {
        let api = self.catalogue.current().by_slug(slug).unwrap();
        let terms_of = |offer: &PlanOffer| {
            if offer.plan == plan {
                return terms.clone();
            }
            PlanTerms {
                calls: offer.calls,
                days: offer.days,
                renews: offer.renews,
                terms: Translated::default(),
            }
        };
        let plans = api.plans.iter().map(|offer| (offer.plan, terms_of(offer)));
        let files = ApiFiles {
            plans: Some(plans.collect()),
            ..ApiFiles::default()
        };
        testing::import(self, slug, files).await;
    }

    /// Lets a Trial of an API have so many calls.
    pub async fn allows_calls(&self, slug: &str, calls: u32) {
        let api = self.catalogue.current().by_slug(slug).unwrap();
        let days = api.offer(Plan::Trial).and_then(|offer| offer.days);
        let terms = PlanTerms {
            calls: Some(calls),
            days,
            ..PlanTerms::default()
        };
        self.gives(slug, Plan::Trial, terms).await;
    }

    /// Writes down what was counted: what happens by itself every half second.
    pub async fn counts(&self) {
        self.meter.flush(&self.portal).await.unwrap();
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

    /// Somebody copies the test keys of an application, approved or not, into a program.
    pub async fn tester_of(&self, member: &Visitor, group: &str, application: &str) -> Program {
        let address = format!("/minhas-aplicacoes/{group}/{application}/chaves-de-teste");
        let page = member.post(&address, &[]).await;
        page.is(StatusCode::OK);
        let key = |kind: &str| page.text(&format!("[id='{kind}-de-teste-{application}']"));
        Program::new(self.router(), key("chave-publica"), key("chave-secreta"))
    }

    /// A gateway that the owner of the portal lets ask about tokens.
    pub async fn gateway(&self, name: &str) -> Program {
        let keys = oauth::add_resource_server(&self.system(), name, |_| Ok(()))
            .await
            .unwrap();
        let secret = keys.secret_key.expose().to_owned();
        Program::new(self.router(), keys.public_key.to_string(), secret)
    }
}
