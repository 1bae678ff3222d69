//! Who may see an API, who decides on a Trial, and what a request has to say, as administrators
//! write it.

use axum::http::{StatusCode, header};
use domain::catalogue::{Audience, Company};
use locales::{
    Locale::PtBr, api, api_access as t, request_answers as answers, request_done, terms,
};

use super::{
    forms::{publishes, types},
    with_catalogue,
};
use crate::harness::{ANA, APPLICATION, Visitor};

const ACCESS: &str = "/administracao/apis/smv/acesso";
const QUESTIONS: &str = "/administracao/apis/smv/solicitacao";

/// Publishes what somebody says of who may see SMV, and who decides on a Trial.
async fn says(dora: &Visitor, typed: &[(&str, &str)]) {
    assert_eq!(types(dora, ACCESS, typed).await.location(), ACCESS);
    publishes(dora).await;
}

#[tokio::test]
async fn an_api_for_companies_is_shown_to_their_people_alone() {
    let (app, dora) = with_catalogue().await;
    let ana = app.signed_in(ANA, &[]).await;
    ana.creates_group("Antifraude").await;
    let typed = [
        ("quem", "empresas-escolhidas"),
        ("empresas", "12.ABC.345 empresa.com.br"),
    ];
    says(&dora, &typed).await;

    let smv = app.catalogue.current().by_slug("smv").unwrap();
    let bank = Company {
        root: "12ABC345".to_owned(),
        domains: vec!["empresa.com.br".to_owned()],
    };
    let companies = vec![bank];
    assert_eq!(smv.audience, Audience::Companies { companies });
    let visitor = app.visitor();
    for path in [
        "/catalogo/smv",
        "/catalogo/smv.md",
        "/catalogo/smv/documentacao",
        "/catalogo/smv/referencia",
        "/catalogo/smv/exemplos",
        "/catalogo/smv/postman.json",
        "/catalogo/smv/versoes",
        "/catalogo/smv/versoes.atom",
        "/catalogo/smv/tutorial.pdf",
        "/catalogo/smv/cartao.png",
        "/catalogo/smv/openapi.json",
    ] {
        visitor.get(path).await.is(StatusCode::NOT_FOUND);
    }
    for path in [
        "/",
        "/catalogo",
        "/catalogo?q=smv",
        "/catalogo?q=msisdn",
        "/sitemap.xml",
        "/llms.txt",
        "/llms-full.txt",
        "/.well-known/api-catalog",
    ] {
        let html = visitor.get(path).await.html().to_lowercase();
        assert!(!html.contains("catalogo/smv"), "{path}");
        assert!(!html.contains("msisdns"), "{path}");
    }
    let metadata: serde_json::Value = visitor
        .get("/.well-known/oauth-authorization-server")
        .await
        .json();
    let scopes = metadata["scopes_supported"].as_array().unwrap();
    let slugs = scopes.iter().filter_map(|it| it.as_str());
    let slugs = slugs.filter(|scope| !scope.starts_with("portal."));
    assert_eq!(slugs.count(), 2, "{metadata}");
    ana.get("/catalogo/smv").await.is(StatusCode::OK);
    assert!(ana.get("/catalogo").await.html().contains("/catalogo/smv"));
    // Staff sees all.
    dora.get("/catalogo/smv").await.is(StatusCode::OK);
}

#[tokio::test]
async fn what_only_some_may_see_is_kept_by_nobody_else() {
    let (app, dora) = with_catalogue().await;
    says(&dora, &[("quem", "conectados")]).await;
    let ana = app.signed_in(ANA, &[]).await;
    for path in ["/catalogo/smv/openapi.json", "/llms.txt", "/sitemap.xml"] {
        let answer = ana.get(path).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
        let cache = answer.header(header::CACHE_CONTROL);
        assert!(!cache.contains("public"), "{path}: {cache}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field() {
    let (_app, dora) = with_catalogue().await;
    let chosen = ("quem", "empresas-escolhidas");
    for (typed, said) in [
        ("", t::no_company(PtBr).to_owned()),
        ("123 acme.example", t::wrong_root(PtBr, "123")),
        ("12345678 acme", t::wrong_domain(PtBr, "acme")),
    ] {
        let page = types(&dora, ACCESS, &[chosen, ("empresas", typed)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("empresas"), said);
        let kept = page.raw_texts("textarea[name=empresas]");
        assert_eq!(kept, [typed]);
    }
    let page = types(&dora, ACCESS, &[("trial", "portal"), ("dominios", "x")]).await;
    assert_eq!(page.error_of("dominios"), t::wrong_domain(PtBr, "x"));
    let page = types(&dora, QUESTIONS, &[("opcoes.0.pt-BR", "Só uma")]).await;
    let said = t::unlabelled_question(PtBr);
    assert_eq!(page.error_of("pergunta.0.pt-BR"), said);
}

#[tokio::test]
async fn what_an_api_asks_is_answered_reviewed_and_seen_by_who_decides() {
    let (app, dora) = with_catalogue().await;
    let carlos = app.carlos().await;
    let typed = [
        ("finalidade", "1"),
        ("dados-pessoais", "1"),
        ("tipo.0", "number"),
        ("pergunta.0.pt-BR", "Quantas chamadas por mês?"),
        ("obrigatoria.0", "1"),
    ];
    assert_eq!(types(&dora, QUESTIONS, &typed).await.location(), QUESTIONS);
    publishes(&dora).await;
    let page = dora.get(QUESTIONS).await;
    assert_eq!(page.value_of("nome.0"), "quantas-chamadas-por-mes");

    let ana = app.signed_in(ANA, &[]).await;
    let group = ana.creates_group("Antifraude").await;
    let draft = ana.starts(&group).await;
    let step = format!("/solicitacoes/{draft}/aplicacao");
    let number = "pergunta.quantas-chamadas-por-mes";
    let mut form = APPLICATION.to_vec();
    form.push((number, "muitas"));
    let page = ana.post(&step, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of(number), "muitas");
    assert_eq!(page.texts(".error-summary a").len(), 3);
    assert!(
        page.text(".error-summary")
            .contains("Quantas chamadas por mês?")
    );

    let mut form = APPLICATION.to_vec();
    form.push((number, "12000"));
    form.push(("finalidade", "Confirmar quem abre a conta."));
    form.push(("base-legal", "credit"));
    let review = ana.post(&step, &form).await;
    let page = ana.get(review.location()).await;
    for said in [
        "12.000",
        "Confirmar quem abre a conta.",
        answers::credit(PtBr),
    ] {
        assert!(page.text("main").contains(said), "{said}");
    }
    ana.files(&draft).await.location();
    let page = ana.get(&format!("/solicitacoes/{draft}/pronto")).await;
    assert!(page.text("main").contains("12.000"));
    let page = carlos.get(&format!("/aprovacoes/{draft}")).await;
    for said in [
        "12.000",
        "Confirmar quem abre a conta.",
        answers::credit(PtBr),
    ] {
        assert!(page.text("main").contains(said), "{said}");
    }
    app.works().await;
}

#[tokio::test]
async fn a_trial_that_the_portal_approves_leads_to_its_keys_at_once() {
    let (app, dora) = with_catalogue().await;
    let trial = || async { dora.get("/catalogo/smv").await.texts(".plan").remove(0) };
    assert!(trial().await.contains(api::plan_approval(PtBr)));
    says(&dora, &[("trial", "portal")]).await;
    assert!(trial().await.contains(api::plan_at_once(PtBr)));
    let ana = app.signed_in(ANA, &[]).await;
    let group = ana.creates_group("Antifraude").await;
    let draft = ana.writes(&group).await;
    let done = ana.files(&draft).await;
    let page = ana.get(done.location()).await;
    assert_eq!(page.heading(), request_done::approved(PtBr));
    assert_eq!(page.text(".stamp"), terms::state_approved(PtBr));
    app.works().await;
    let told = app.inbox.mails_to(ANA);
    assert_eq!(told.len(), 1, "one mail says it all");
}
