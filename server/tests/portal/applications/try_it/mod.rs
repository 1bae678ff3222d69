//! "Testar agora": a token and a call of the sandbox, made by the portal itself.

use axum::http::{StatusCode, header};
use domain::catalogue::Plan;
use locales::{
    Locale::{self, PtBr},
    fields, request_done, try_it,
};

use samples::Language;

use crate::harness::{
    APPLICATION, Answer, BIA, CARLOS, HTTPS, Program, TestApp, Visitor, id_in, smv,
};

const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";
pub const CONNECTED: &str = "verifyNumber/connected";

/// An approved application of Ana's, and where she tries it.
pub struct Approved {
    app: TestApp,
    ana: Visitor,
    pub group: String,
    pub id: String,
    address: String,
}

impl Approved {
    pub async fn start() -> Self {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        let id = app.requests(&ana, &group).await;
        app.approves(&app.carlos().await, &id).await;
        let address = format!("/minhas-aplicacoes/{group}/{id}/testar");
        Self {
            app,
            ana,
            group,
            id,
            address,
        }
    }

    pub async fn tries(&self, case: &str) -> Answer {
        self.ana.post(&self.address, &[("caso", case)]).await
    }

    pub async fn program(&self) -> Program {
        self.app.program_of(&self.ana, &self.group, &self.id).await
    }
}

/// The pieces of an exchange: what was sent, what came back.
fn shown(page: &Answer) -> Vec<String> {
    page.raw_texts("#resultado > .stack > .code pre")
}

#[tokio::test]
async fn each_documented_answer_can_be_got() {
    let it = Approved::start().await;
    let page = it.ana.get(&it.address).await;
    assert_eq!(page.is(StatusCode::OK).heading(), try_it::title(PtBr));
    let cases = page.attributes("option", "value");
    let labels = page.texts("option");
    assert_eq!(cases.len(), 7);
    let mut statuses = vec![];
    for (case, label) in cases.iter().zip(labels) {
        let page = it.tries(case).await;
        let status = page.is(StatusCode::OK).text("#resultado > .split .stamp");
        assert!(label.starts_with(&status), "{label}");
        let smv = it.app.catalogue.current().by_slug("smv").unwrap();
        let said = smv.text(PtBr).answer(status.parse().unwrap(), None);
        let facts = page.texts("#resultado .facts dd");
        assert_eq!(facts[0], said.unwrap().meaning);
        assert_eq!(facts[1], said.unwrap().remedy);
        assert_eq!(page.attributes("option[selected]", "value"), [&**case]);
        let [_, _, _, answer] = &shown(&page)[..] else {
            panic!("there are two exchanges");
        };
        if status.starts_with('2') {
            assert!(!answer.contains("errorCode"), "{answer}");
        } else {
            assert!(answer.contains(&format!("\"errorCode\": \"API-SMV-{status}\"")));
        }
        statuses.push(status);
    }
    assert_eq!(statuses, ["200", "202", "400", "403", "404", "418", "500"]);
}

#[tokio::test]
async fn each_step_is_there_to_be_read() {
    let it = Approved::start().await;
    for locale in Locale::ALL {
        it.ana.reads_in(locale).await;
        let page = it.tries(CONNECTED).await;
        assert_eq!(
            page.texts("#resultado h3"),
            [
                try_it::step_token(locale),
                try_it::step_call(locale),
                try_it::as_program(locale)
            ]
        );
        let [asked, token, called, answer] = &shown(&page)[..] else {
            panic!("there are two exchanges");
        };
        assert!(asked.starts_with(&format!("POST {HTTPS}/oauth2/v1/token\n")));
        assert!(asked.ends_with("\n\ngrant_type=client_credentials"));
        assert!(token.contains("\"access_token\": \"…\""), "{token}");
        assert!(called.contains("\n\n{\n  \"data\": {"), "{called}");
        assert!(called.contains("\nx-client-auth: Bearer …\n"));
        assert!(answer.contains("ratelimit: \"trial\";r="), "{answer}");
        assert!(answer.contains("ratelimit-policy: \"trial\";q=1000;w=7776000"));
        let transaction = page.text("#resultado a.mono");
        assert!(answer.contains(&format!("x-request-id: {transaction}")));
        let calls = format!("/minhas-aplicacoes/{}/{}/chamadas", it.group, it.id);
        assert_eq!(
            page.attributes("#resultado a.mono", "href"),
            [format!("{calls}?transacao={transaction}")]
        );
    }
}

#[tokio::test]
async fn the_same_is_there_as_a_program_in_the_language_that_was_chosen_last() {
    let it = Approved::start().await;
    it.ana.get("/catalogo/smv/exemplos?linguagem=go").await;
    let page = it.tries(CONNECTED).await;
    assert_eq!(
        page.attributes(".samples details[open] code", "id"),
        ["exemplo-go"]
    );
    let programs = page.raw_texts(".samples code");
    assert_eq!(programs.len(), Language::ALL.len());
    for program in programs {
        for part in ["/identity/v1/mobileidentities/smvs", "5511999990200"] {
            assert!(program.contains(part), "{program}");
        }
    }
    let all = page.texts("pre");
    assert_eq!(
        page.texts("pre[translate=no]"),
        all,
        "no code is translated"
    );
}

#[tokio::test]
async fn neither_the_secret_nor_the_token_is_shown() {
    let it = Approved::start().await;
    let program = it.program().await;
    let page = it.tries(CONNECTED).await;
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    for secret in [&program.secret_key, &program.credential()] {
        assert!(!page.html().contains(secret.as_str()));
    }
    assert!(!page.html().contains("eyJ"), "{}", page.html());
}

#[tokio::test]
async fn it_counts_like_any_call() {
    let it = Approved::start().await;
    let page = it.tries(CONNECTED).await;
    let left = try_it::quota_left(PtBr, 999, "1.000");
    assert!(page.text("#resultado .facts").contains(&left));
    let program = it.program().await;
    let token = program.token().await;
    let body = smv("5511999990200");
    let answer = program.calls_smv(&token, &body).await;
    let limit = header::HeaderName::from_static("ratelimit");
    assert_eq!(answer.header(limit), "\"trial\";r=998");
}

#[tokio::test]
async fn when_no_calls_are_left_that_is_said() {
    let it = Approved::start().await;
    it.app.allows_calls("smv", 1).await;
    it.tries(CONNECTED).await.is(StatusCode::OK);
    let page = it.tries(CONNECTED).await;
    assert_eq!(page.text("#resultado strong"), try_it::exhausted(PtBr));
    assert!(page.text("#resultado").contains(try_it::no_more(PtBr)));
    assert_eq!(page.attributes("option[selected]", "value"), [CONNECTED]);
    assert_eq!(shown(&page).len(), 0);
    it.app.counts().await;
    it.app.works().await;
}

#[tokio::test]
async fn what_may_not_call_says_why() {
    let it = Approved::start().await;
    let carlos = it.app.signs_in(CARLOS).await;
    let says = async |address: &str, title: &str| {
        let posted = it.ana.post(address, &[("caso", CONNECTED)]).await;
        for page in [it.ana.get(address).await, posted] {
            assert_eq!(page.is(StatusCode::OK).text(".notice strong"), title);
            assert_eq!(page.texts("option"), [""; 0]);
            assert_eq!(shown(&page).len(), 0);
        }
    };
    it.app.suspends(&carlos, &it.id).await;
    says(&it.address, request_done::suspended(PtBr)).await;
    it.app.ends(&carlos, &it.id).await;
    says(&it.address, request_done::revoked(PtBr)).await;
    let rejected = it.app.requests(&it.ana, &it.group).await;
    it.app.rejects(&carlos, &rejected).await;
    let address = format!("/minhas-aplicacoes/{}/{rejected}/testar", it.group);
    says(&address, try_it::not_open(PtBr)).await;
}

#[tokio::test]
async fn who_waits_for_the_decision_can_try_already() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    let address = format!("/minhas-aplicacoes/{group}/{id}/testar");
    let page = ana.get(&address).await;
    let counts = try_it::counts_sandbox(PtBr, 200);
    assert!(page.text("form.form").contains(&counts));
    let page = ana.post(&address, &[("caso", CONNECTED)]).await;
    let [_, token, _, answer] = &shown(&page)[..] else {
        panic!("there are two exchanges");
    };
    assert!(token.contains("\"scope\": \"sandbox\""), "{token}");
    assert!(answer.contains("ratelimit: \"sandbox\";r=199;"), "{answer}");
    assert!(!page.html().contains("eyJ"));
}

#[tokio::test]
async fn what_the_api_does_not_have_cannot_be_chosen() {
    let it = Approved::start().await;
    for case in ["", "verifyNumber", "verifyNumber/other", "score/company"] {
        let page = it.tries(case).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("caso"), fields::choose(PtBr));
    }
}

async fn finds_nothing(visitor: &Visitor, group: &str, application: &str) {
    let address = format!("/minhas-aplicacoes/{group}/{application}/testar");
    visitor.get(&address).await.is(StatusCode::NOT_FOUND);
    let form = [("caso", CONNECTED)];
    visitor
        .post(&address, &form)
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_is_for_the_members_of_the_group_alone() {
    let it = Approved::start().await;
    let bia = it.app.bia().await;
    let bias = bia.creates_group("Cobrança").await;
    let carlos = it.app.signs_in(CARLOS).await;
    for stranger in [&bia, &carlos] {
        finds_nothing(stranger, &it.group, &it.id).await;
    }
    finds_nothing(&bia, &bias, &it.id).await;
    it.app.joins(BIA, &it.group).await;
    bia.get(&it.address).await.is(StatusCode::OK);
    finds_nothing(&bia, &bias, &it.id).await;
    it.app.leaves(BIA, &it.group).await;
    finds_nothing(&bia, &it.group, &it.id).await;
    let draft = it.ana.writes(&it.group).await;
    for id in [&*draft, NOWHERE, "1", "%FF"] {
        finds_nothing(&it.ana, &it.group, id).await;
        finds_nothing(&it.ana, id, &it.id).await;
    }
}

#[tokio::test]
async fn every_case_of_every_api_can_be_tried() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    for slug in ["score-de-credito", "crm-na-nuvem"] {
        let start = format!("/solicitacoes/nova/{slug}/{}", Plan::Trial);
        let answer = ana.post(&start, &[("group", &group)]).await;
        let id = id_in(answer.location());
        let address = format!("/solicitacoes/{id}/aplicacao");
        ana.post(&address, &APPLICATION).await.location();
        ana.files(&id).await.location();
        app.works().await;
        app.approves(&carlos, &id).await;
        let address = format!("/minhas-aplicacoes/{group}/{id}/testar");
        let page = ana.get(&address).await;
        let cases = page.attributes("option", "value");
        for (case, label) in cases.iter().zip(page.texts("option")) {
            let page = ana.post(&address, &[("caso", case)]).await;
            let status = page.is(StatusCode::OK).text("#resultado > .split .stamp");
            assert!(label.starts_with(&status), "{slug} {case}");
        }
    }
}
