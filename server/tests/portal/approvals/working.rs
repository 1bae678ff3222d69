//! Working through the queue: taking requests, deciding on several, and going on to the next one.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{Role, audit::Action};
use locales::{Locale::PtBr, approval_queue as t, flash, inquiries, managers};

use super::{address, dora};
use crate::harness::{ANA, Answer, CARLOS, REASON, TestApp, Visitor};

/// Ana's three requests, a minute after one another, and Carlos.
async fn three() -> (TestApp, [String; 3], Visitor) {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (app.signed_in(ANA, &[]).await, app.carlos().await);
    let mut ids = Vec::new();
    for count in 1..=3 {
        let group = ana.creates_group(&format!("Time {count}")).await;
        ids.push(app.requests(&ana, &group).await);
        app.clock.advance(Duration::from_mins(1));
    }
    (app, ids.try_into().unwrap(), carlos)
}

fn numbers(page: &Answer) -> Vec<String> {
    page.texts("tbody .table__title")
}

#[tokio::test]
async fn the_list_and_its_filters_are_there_again_after_a_decision() {
    let (app, ids, carlos) = three().await;
    let page = carlos.get("/aprovacoes?plano=trial").await;
    let links = page.attributes("tbody .table__title a", "href");
    assert_eq!(
        links[0],
        format!("{}?lista=plano%3Dtrial", address(&ids[0]))
    );
    let page = carlos.get(&links[0]).await;
    let approve = page.attributes("#decisao form", "action").remove(0);
    let answer = carlos.post(&approve, &[("reason", "")]).await;
    let list = format!("/aprovacoes?plano=trial&decidida={}", ids[0]);
    assert_eq!(answer.location(), list);
    let page = carlos.get(&list).await;
    assert_eq!(page.flash(), flash::approved(PtBr));
    let next = page.attributes("a[href^='/aprovacoes/proxima']", "href");
    let next = carlos.get(&next[0]).await;
    let expected = format!("{}?lista=plano%3Dtrial", address(&ids[1]));
    assert_eq!(next.location(), expected);
    app.works().await;
}

#[tokio::test]
async fn no_list_leads_out_of_the_portal() {
    let (app, ids, carlos) = three().await;
    for hostile in ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example"] {
        let page = format!("{}/aprovar?lista={hostile}", address(&ids[0]));
        let answer = carlos.post(&page, &[("reason", "x")]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        let next = carlos
            .get(&format!("/aprovacoes/proxima?lista={hostile}"))
            .await;
        assert_eq!(next.location(), address(&ids[0]));
    }
    app.rests().await;
}

#[tokio::test]
async fn a_request_is_taken_from_the_list_and_given_away_on_its_page() {
    let (app, ids, carlos) = three().await;
    dora(&app).await;
    let page = carlos.get("/aprovacoes").await;
    let take = page.attributes("tbody button[name=para]", "formaction");
    let answer = carlos.post(&take[0], &[("para", "eu")]).await;
    assert_eq!(answer.location(), "/aprovacoes");
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(page.flash(), t::assigned(PtBr));
    assert_eq!(
        page.texts("tbody tr:first-child td")[4],
        t::assigned_to_you(PtBr)
    );
    let mine = carlos.get("/aprovacoes?gestor=eu").await;
    assert_eq!(numbers(&mine), ["2026-0001"]);

    let page = carlos.get(&address(&ids[0])).await;
    let seen = page.attributes(".assign [name=visto]", "value").remove(0);
    let colleague = page.attributes("#para option", "value").remove(0);
    let form = [("para", &*colleague), ("visto", &*seen), ("pagina", "sim")];
    let assign = format!("{}/atribuir", address(&ids[0]));
    assert_eq!(
        carlos.post(&assign, &form).await.location(),
        address(&ids[0])
    );
    // Whoever still sees the page of before is told.
    let late = carlos
        .post(&assign, &[("para", ""), ("visto", &seen)])
        .await;
    assert_eq!(
        carlos.get(late.location()).await.flash(),
        t::assign_changed(PtBr)
    );
    assert_eq!(app.trail(Action::RequestAssigned).await.len(), 2);
    assert_eq!(app.works().await, 1);
    let mail = &app.inbox.mails_to("dora@balcao.example")[0];
    assert!(mail.text.contains("2026-0001"), "{}", mail.text);
}

#[tokio::test]
async fn several_are_decided_with_one_reason_and_each_is_told() {
    let (app, ids, carlos) = three().await;
    let dora = dora(&app).await;
    let chosen = format!("/aprovacoes/varias?r={}&r={}", ids[0], ids[1]);
    let page = carlos.get(&chosen).await;
    assert_eq!(page.texts(".lines li").len(), 2);
    let fields = |reason| {
        [
            ("r", &*ids[0]),
            ("r", &*ids[1]),
            ("reason", reason),
            ("decisao", "recusar"),
        ]
    };
    let answer = carlos.post("/aprovacoes/varias", &fields("")).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.works().await, 0);

    app.rejects(&dora, &ids[1]).await;
    for said in [t::result_rejected(PtBr), t::result_before(PtBr)] {
        let answer = carlos.post("/aprovacoes/varias", &fields(REASON)).await;
        let lines = answer.is(StatusCode::OK).texts(".lines li");
        assert!(lines[0].contains(said), "{lines:?}");
        assert!(lines[1].contains(t::why_decided(PtBr)), "{lines:?}");
    }
    assert_eq!(app.trail(Action::RequestRejected).await.len(), 2);
    assert_eq!(app.works().await, 1);
}

#[tokio::test]
async fn what_a_colleague_asked_is_not_decided_with_others() {
    let (app, ids, carlos) = three().await;
    let dora = dora(&app).await;
    dora.decides(&ids[1], "perguntar", "Quantas chamadas por mês?")
        .await
        .location();
    let fields = [("r", &*ids[0]), ("r", &*ids[1]), ("decisao", "aprovar")];
    let answer = carlos.post("/aprovacoes/varias", &fields).await;
    let lines = answer.is(StatusCode::OK).texts(".lines li");
    assert!(lines[0].contains(t::result_approved(PtBr)), "{lines:?}");
    let why = inquiries::asked_meanwhile(PtBr);
    assert!(lines[1].contains(why), "{lines:?}");
    app.works().await;
}

#[tokio::test]
async fn without_a_box_there_is_nothing_to_decide() {
    let (app, _, carlos) = three().await;
    let page = carlos.get("/aprovacoes/varias").await;
    assert_eq!(page.text(".empty h2"), t::several_none_title(PtBr));
    app.rests().await;
}

#[tokio::test]
async fn filters_are_saved_opened_and_deleted() {
    let (app, _, carlos) = three().await;
    let list = "plano=trial&ordem=prazo";
    let form = [("nome", "Trial por prazo"), ("lista", list)];
    let answer = carlos.post("/aprovacoes/filtros", &form).await;
    assert_eq!(answer.location(), format!("/aprovacoes?{list}"));
    let page = carlos.get("/aprovacoes").await;
    let saved = page.attributes(".views .lines a", "href");
    assert_eq!(saved, [format!("/aprovacoes?{list}")]);
    let delete = page.attributes(".views .lines form", "action").remove(0);
    carlos.post(&delete, &[]).await.location();
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(page.texts(".views .lines a"), [""; 0]);
    app.rests().await;
}

#[tokio::test]
async fn the_list_is_a_file_as_well() {
    let (app, _, carlos) = three().await;
    let file = carlos.get("/aprovacoes/lista.csv?ordem=empresa").await;
    file.is(StatusCode::OK);
    assert_eq!(file.html().lines().count(), 4);
    assert!(file.html().contains("2026-0002;"), "{}", file.html());
    app.rests().await;
}

#[tokio::test]
async fn the_menu_says_how_many_wait() {
    let (app, ids, carlos) = three().await;
    let count = async || carlos.get("/conta").await.texts(".menu .count");
    assert_eq!(count().await, [format!("3 {}", t::open_count(PtBr, 3))]);
    app.rejects(&carlos, &ids[0]).await;
    assert_eq!(count().await, [format!("2 {}", t::open_count(PtBr, 2))]);
}

#[tokio::test]
async fn numbers_and_preferences_are_pages_of_their_own() {
    let (app, ids, carlos) = three().await;
    app.rejects(&carlos, &ids[0]).await;
    let page = carlos.get("/aprovacoes/numeros").await;
    assert_eq!(page.heading(), managers::numbers(PtBr));
    assert_eq!(page.texts(".headline dd")[..2], ["3", "1"]);
    let form = [("avisos", "digest"), ("hora", "07:30")];
    let answer = carlos.post("/aprovacoes/preferencias", &form).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), managers::notices_chosen(PtBr));
    assert_eq!(page.value_of("hora"), "07:30");
}

#[tokio::test]
async fn an_administrator_gives_a_manager_a_part() {
    let (app, ids, carlos) = three().await;
    let root = app
        .signed_in("root@balcao.example", &[Role::Administrator])
        .await;
    let page = root.get("/administracao/gestores").await;
    let link = page.attributes("tbody a", "href").remove(0);
    let answer = root.post(&link, &[("empresas", "Padaria")]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = "0198c000-0000-7000-8000-000000000001";
    // Neither an empty form nor an API that there is not is taken for everything.
    for form in [vec![], vec![("api", unknown)]] {
        let answer = root.post(&link, &form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(app.works().await, 0);
    let part = [("abrangencia", "partes"), ("empresas", "99.888.777")];
    root.post(&link, &part).await.location();
    assert_eq!(app.works().await, 1);
    let told = &app.inbox.mails_to(CARLOS)[0];
    assert!(told.text.contains("99888777"), "{}", told.text);
    assert_eq!(numbers(&carlos.get("/aprovacoes").await), [""; 0]);
    assert_eq!(
        numbers(&carlos.get("/aprovacoes?parte=todas").await).len(),
        3
    );
    let answer = carlos.decides(&ids[0], "aprovar", "").await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), t::not_covered(PtBr));
    let gaps = root.get("/administracao/gestores").await;
    assert_eq!(gaps.text(".notice strong"), managers::gaps_title(PtBr));
}

#[tokio::test]
async fn the_applicant_reads_who_decides_and_by_when() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let done = format!("/solicitacoes/{request}/pronto");
    let told = async || ana.get(&done).await.text(".ticket .stub");
    assert!(told().await.contains(t::contract_team(PtBr)));
    let assign = format!("{}/atribuir", address(&request));
    carlos.post(&assign, &[("para", "eu")]).await.location();
    let told = told().await;
    assert!(told.contains("Carlos Lima"), "{told}");
    // A Monday that is a holiday, so two days of work and a bit later.
    assert!(told.contains("9 de setembro de 2026, 16h00"), "{told}");
    app.rests().await;
}
