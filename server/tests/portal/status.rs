//! How the portal and its APIs work, as everybody may read.

use std::time::Duration;

use axum::http::{Request, StatusCode, header};
use domain::{
    Role,
    catalogue::{ApiFiles, ApiState},
    testing,
};
use locales::{
    Locale::{self, En, PtBr},
    layout, status as t,
};

use crate::{
    harness::{Answer, HTTPS, TestApp, but},
    incidents::{OUTAGE, notes, opens, with_dora},
};

const PAGE: &str = "/situacao";
const SMV: &str = "/catalogo/smv";
const DAY: Duration = Duration::from_hours(24);

fn states(page: &Answer) -> Vec<String> {
    page.texts(".lines .stamp")
}

#[tokio::test]
async fn a_portal_without_incidents_works_normally() {
    let app = TestApp::start_with_catalogue().await;
    for locale in Locale::ALL {
        let reader = app.visitor();
        reader.plant_cookie("balcao-idioma", locale.tag());
        let page = reader.get(PAGE).await;
        page.is(StatusCode::OK);
        assert_eq!(page.heading(), t::title(locale));
        assert_eq!(page.text("#agora"), t::all_operating(locale));
        // The portal, its mails, and three APIs.
        assert_eq!(states(&page), [t::operating(locale); 5]);
        assert!(page.html().contains(t::none(locale)));
    }
    let link = "footer a[href='/situacao']";
    assert_eq!(
        app.visitor().get("/").await.text(link),
        layout::status(PtBr)
    );
}

#[tokio::test]
async fn an_open_incident_stands_on_top_and_on_the_pages_of_its_api() {
    let (app, dora) = with_dora().await;
    let before = app.visitor().get(SMV).await;
    assert_eq!(before.texts(".notice"), [""; 0]);
    let incident = opens(&app, &dora, &OUTAGE).await;
    let page = app.visitor().get(PAGE).await;
    assert_eq!(page.text("#agora"), t::some_interrupted(PtBr));
    assert_eq!(page.text("#api-smv .stamp"), t::interrupted(PtBr));
    assert_eq!(page.text("#api-crm-na-nuvem .stamp"), t::operating(PtBr));
    let id = incident.rsplit('/').next().unwrap();
    let anchor = format!("incidente-{id}");
    assert_eq!(page.attributes(".incident", "id"), [anchor.as_str()]);
    assert_eq!(
        page.raw_texts(".as-typed"),
        ["Estamos vendo.\n\nVoltamos logo."]
    );
    // A kept page is another one at once.
    for path in [SMV, "/catalogo/smv/documentacao", "/catalogo/smv/versoes"] {
        let page = app.visitor().get(path).await;
        let links = page.attributes(".notice a", "href");
        assert_eq!(links, [format!("{PAGE}#{anchor}")], "{path}");
    }
    let other = app.visitor().get("/catalogo/crm-na-nuvem").await;
    assert_eq!(other.texts(".notice"), [""; 0]);
    notes(&app, &dora, &incident, "resolved", "Passou.")
        .await
        .location();
    assert_eq!(app.visitor().get(SMV).await.texts(".notice"), [""; 0]);
    let page = app.visitor().get(PAGE).await;
    assert_eq!(page.text("#agora"), t::all_operating(PtBr));
    assert_eq!(page.texts(".incident h4"), ["SMV fora do ar"]);
}

#[tokio::test]
async fn maintenance_is_announced_begins_and_ends() {
    let (app, dora) = with_dora().await;
    let maintenance = [
        ("titulo.pt-BR", "Troca do banco de dados"),
        ("tipo", "maintenance"),
        ("afeta", "portal"),
        ("inicio", "2026-09-08T02:00"),
        ("fim", "2026-09-08T04:00"),
        ("etapa", "scheduled"),
        ("nota.pt-BR", "As páginas podem falhar."),
    ];
    opens(&app, &dora, &maintenance).await;
    let page = app.visitor().get(PAGE).await;
    assert_eq!(page.text("#agora"), t::all_operating(PtBr));
    assert!(page.texts("h2").contains(&t::planned(PtBr).to_owned()));
    let told = page.text(".incident > p");
    assert!(told.contains("8 de setembro de 2026, 2h00"), "{told}");
    assert!(told.contains(t::whole_portal(PtBr)), "{told}");
    app.clock.advance(Duration::from_hours(17));
    let page = app.visitor().get(PAGE).await;
    assert_eq!(page.text("#agora"), t::some_maintenance(PtBr));
    let mut expected = vec![t::maintenance(PtBr); 5];
    expected[1] = t::operating(PtBr);
    assert_eq!(states(&page), expected);
    app.clock.advance(Duration::from_hours(2));
    let page = app.visitor().get(PAGE).await;
    assert_eq!(page.text("#agora"), t::all_operating(PtBr));
    let days = page.attributes("h3 time", "datetime");
    assert_eq!(days, ["2026-09-08"]);
}

#[tokio::test]
async fn what_is_over_is_told_day_by_day_for_ninety_days() {
    let (app, dora) = with_dora().await;
    let first = opens(&app, &dora, &OUTAGE).await;
    notes(&app, &dora, &first, "resolved", "Passou.")
        .await
        .location();
    app.clock.advance(DAY);
    let dora = app.signs_in("dora@balcao.example").await;
    let second = opens(&app, &dora, &but(&OUTAGE, "inicio", "2026-09-08T09:00")).await;
    notes(&app, &dora, &second, "resolved", "Passou.")
        .await
        .location();
    let days = async || {
        let page = app.visitor().get(PAGE).await;
        page.attributes("h3 time", "datetime")
    };
    assert_eq!(days().await, ["2026-09-08", "2026-09-07"]);
    app.clock.advance(89 * DAY + Duration::from_secs(1));
    assert_eq!(days().await, ["2026-09-08"]);
    app.clock.advance(DAY);
    assert_eq!(days().await, [""; 0]);
}

#[tokio::test]
async fn an_incident_of_an_api_that_nobody_sees_is_not_told() {
    let (app, dora) = with_dora().await;
    opens(&app, &dora, &OUTAGE).await;
    let withdrawn = ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", withdrawn).await;
    for path in [PAGE, "/situacao.md", "/situacao.atom"] {
        let page = app.visitor().get(path).await;
        page.is(StatusCode::OK);
        assert!(!page.html().contains("SMV"), "{path}");
    }
}

#[tokio::test]
async fn the_feed_and_the_markdown_tell_the_same() {
    let (app, dora) = with_dora().await;
    let outage = but(&OUTAGE, "nota.pt-BR", "Estamos <vendo>.");
    let incident = opens(&app, &dora, &outage).await;
    let id = incident.rsplit('/').next().unwrap();
    let feed = app.visitor().get("/situacao.atom").await;
    let kind = feed.header(header::CONTENT_TYPE);
    assert_eq!(kind, "application/atom+xml; charset=utf-8");
    let address = format!("<id>{HTTPS}{PAGE}#incidente-{id}</id>");
    assert!(feed.html().contains(&address), "{}", feed.html());
    assert!(
        feed.html()
            .contains("<updated>2026-09-07T12:00:00Z</updated>")
    );
    assert!(feed.html().contains("Estamos &amp;lt;vendo&gt;."));
    let page = app.visitor().get(PAGE).await;
    let feeds = page.attributes("link[type='application/atom+xml']", "href");
    assert_eq!(feeds, ["/situacao.atom"]);
    let twins = page.attributes("link[type='text/markdown']", "href");
    assert_eq!(twins, ["/situacao.md"]);
    let by_accept = Request::get(PAGE).header(header::ACCEPT, "text/markdown");
    let asked = app.visitor().send(by_accept).await;
    let twin = app.visitor().get("/situacao.md").await;
    assert_eq!(twin.html(), asked.html());
    assert!(twin.html().contains("### Interrupção: SMV fora do ar"));
    assert!(twin.html().contains("Estamos <vendo>."));
    // Nobody keeps how things were.
    assert_eq!(twin.header(header::ETAG), "");
    assert_eq!(page.header(header::ETAG), "");
}

#[tokio::test]
async fn without_its_database_the_portal_still_says_how_it_is() {
    let (app, dora) = with_dora().await;
    opens(&app, &dora, &OUTAGE).await;
    if !app.loses_its_database() {
        return;
    }
    let reader = app.visitor();
    reader.plant_cookie("balcao-idioma", "en");
    let page = reader.get(PAGE).await;
    page.is(StatusCode::OK);
    assert_eq!(page.text("#agora"), t::some_interrupted(En));
    assert!(page.html().contains(t::database_down(En)));
    assert_eq!(page.text(".incident h3"), "SMV is down");
    app.finds_its_database();
}

#[tokio::test]
async fn whoever_uses_an_api_sees_its_incident_beside_the_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let home = format!("/minhas-aplicacoes/{group}");
    let dora = app
        .signed_in("dora@balcao.example", &[Role::Administrator])
        .await;
    opens(&app, &dora, &OUTAGE).await;
    let notices = async || {
        let page = ana.get(&home).await;
        page.texts(".stub .notice a[href^='/situacao#']").len()
    };
    assert_eq!(notices().await, 0);
    app.approves(&carlos, &request).await;
    assert_eq!(notices().await, 1);
}
