//! What people are told of APIs by mail, and how they choose it.

use axum::http::{Request, StatusCode, header};
use domain::{Role, catalogue::ApiFiles, testing};
use locales::{Locale::PtBr, mail, status as told, subscriptions as t};

use crate::{
    harness::{ANA, BIA, TestApp},
    incidents::{OUTAGE, notes, opens},
};

const SMV: &str = "/catalogo/smv";
const FOLLOW: &str = "/catalogo/smv/acompanhar";
const OWN: &str = "/conta/avisos";

async fn publishes(app: &TestApp, version: &str) {
    let files = ApiFiles {
        version: Some(version.to_owned()),
        ..ApiFiles::default()
    };
    testing::import(app, "smv", files).await;
    app.works().await;
}

#[tokio::test]
async fn a_reader_follows_an_api_and_stops() {
    let app = TestApp::start_with_catalogue().await;
    assert_eq!(
        app.visitor()
            .get(SMV)
            .await
            .texts("form[action$=acompanhar]"),
        [""; 0]
    );
    let bia = app.bia().await;
    let page = bia.get(SMV).await;
    assert_eq!(
        page.text("form[action$=acompanhar] button"),
        t::follow(PtBr)
    );
    assert_eq!(bia.post(FOLLOW, &[("avisos", "sim")]).await.location(), SMV);
    let page = bia.get(SMV).await;
    assert_eq!(page.flash(), t::followed_now(PtBr));
    assert_eq!(
        page.text("form[action$=acompanhar] button"),
        t::unfollow(PtBr)
    );
    let list = bia.get(OWN).await;
    assert_eq!(list.heading(), t::title(PtBr));
    assert_eq!(list.text(".lines .soft"), t::told_of_all(PtBr));
    publishes(&app, "2.0.0").await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);

    let stop = [("api", "smv"), ("avisos", "nao")];
    assert_eq!(bia.post(OWN, &stop).await.location(), OWN);
    let list = bia.get(OWN).await;
    assert_eq!(list.text(".lines .soft"), t::told_of_nothing(PtBr));
    publishes(&app, "2.1.0").await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
    let unknown = bia.post("/catalogo/nada/acompanhar", &[]).await;
    unknown.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_link_of_a_mail_stops_further_ones_without_signing_in() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    app.approves(&carlos, &request).await;
    publishes(&app, "2.0.0").await;
    let mut letters = app.inbox.mails_to(ANA);
    letters.retain(|letter| letter.subject.contains("2.0.0"));
    let [letter] = &letters[..] else {
        panic!("the version is told once: {letters:?}");
    };
    let link = letter.text.lines().find(|line| line.contains("/avisos/"));
    let link = link
        .unwrap()
        .strip_prefix("https://balcao.example")
        .unwrap();
    let reader = app.visitor();
    for _ in 0..2 {
        let page = reader.get(link).await;
        assert_eq!(page.heading(), t::title(PtBr));
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    }
    let stop = [("api", "smv"), ("avisos", "nao")];
    assert_eq!(reader.post(link, &stop).await.location(), link);
    let page = reader.get(link).await;
    assert_eq!(page.flash(), t::unfollowed_now(PtBr));
    assert!(page.text(".lines .soft").starts_with(t::told_of_end(PtBr)));
    let before = app.inbox.mails_to(ANA).len();
    publishes(&app, "2.1.0").await;
    assert_eq!(app.inbox.mails_to(ANA).len(), before);
    for answer in [
        reader.get("/avisos/nonsense").await,
        reader.post("/avisos/nonsense/parar", &[]).await,
        reader.post("/avisos/nonsense", &stop).await,
    ] {
        answer.is(StatusCode::NOT_FOUND);
        assert_eq!(answer.heading(), t::void_title(PtBr));
    }
}

/// RFC 8058: without a cookie, from nowhere, with a body that says so.
#[tokio::test]
async fn a_program_for_mail_stops_all_of_them_at_one_press() {
    let app = TestApp::start_with_catalogue().await;
    let bia = app.bia().await;
    bia.post(FOLLOW, &[("avisos", "sim")]).await.location();
    publishes(&app, "2.0.0").await;
    let letter = app.inbox.mails_to(BIA).remove(0);
    let link = letter.text.lines().find(|line| line.contains("/avisos/"));
    let stop = format!("{}/parar", link.unwrap());
    let stop = stop.strip_prefix("https://balcao.example").unwrap();
    let scanner = app.visitor().get(stop).await;
    assert_eq!(format!("{}/parar", scanner.location()), stop);
    let told = async || bia.get(OWN).await.text(".lines .soft");
    assert_eq!(told().await, t::told_of_all(PtBr));

    let form = "application/x-www-form-urlencoded";
    let request = Request::post(stop).header(header::CONTENT_TYPE, form);
    let program = app.visitor();
    let answer = program.exchange(request, "List-Unsubscribe=One-Click".into());
    answer.await.is(StatusCode::NO_CONTENT);
    assert_eq!(told().await, t::told_of_nothing(PtBr));
}

#[tokio::test]
async fn an_incident_is_mailed_when_it_opens_and_when_it_is_over() {
    let app = TestApp::start_with_catalogue().await;
    let bia = app.bia().await;
    bia.post(FOLLOW, &[("avisos", "sim")]).await.location();
    let dora = app
        .signed_in("dora@balcao.example", &[Role::Administrator])
        .await;
    let incident = opens(&app, &dora, &OUTAGE).await;
    app.works().await;
    let opened = app.inbox.mails_to(BIA).remove(0);
    let kind = told::interruption(PtBr);
    assert_eq!(
        opened.subject,
        mail::incident_subject(PtBr, kind, "SMV fora do ar")
    );
    assert!(opened.text.contains("> Estamos vendo."), "{}", opened.text);
    assert!(
        opened.text.contains("/situacao#incidente-"),
        "{}",
        opened.text
    );
    notes(&app, &dora, &incident, "monitoring", "Voltou.")
        .await
        .location();
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
    notes(&app, &dora, &incident, "resolved", "Passou.")
        .await
        .location();
    app.works().await;
    let subjects: Vec<_> = app
        .inbox
        .mails_to(BIA)
        .into_iter()
        .map(|it| it.subject)
        .collect();
    let closed = mail::incident_closed_subject(PtBr, "SMV fora do ar");
    assert!(subjects.contains(&closed), "{subjects:?}");
}
