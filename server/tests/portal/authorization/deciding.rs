//! What the person answers.

use axum::http::{Request, header};
use domain::audit::Action;
use locales::{Locale::PtBr, authorization as t, errors, mail};

use super::*;
use crate::{
    clients::{DORA, asks},
    harness::PASSWORD,
};

#[tokio::test]
async fn who_allows_it_is_led_back_with_a_code_and_told_once_it_is_used() {
    let scene = Scene::begins().await;
    scene.app.works().await;
    let address = scene.address(&[]);
    let answer = decides(&scene.ana, &address, "permitir").await;
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(answer.texts("script"), [""; 0]);
    let (to, told) = led(&answer);
    assert_eq!(to, APP);
    assert_eq!(told["state"], "a&b c");
    assert_eq!(told["iss"], "https://balcao.example");
    assert_eq!(told.len(), 3, "{told:?}");
    let given = &scene.app.trail(Action::ConsentGiven).await[0];
    assert_eq!(given.actor.as_deref(), Some(ANA));
    assert_eq!(given.about.to_string(), scene.keys.id);
    assert_eq!(scene.app.works().await, 0);

    let exchange = scene.exchange(&told["code"]);
    token_of(&asks(&scene.program, exchange).await);
    scene.app.works().await;
    let mails = scene.app.inbox.mails_to(ANA);
    let subject = mail::program_subject(PtBr, "Assistente");
    let told = mails.iter().find(|it| it.subject == subject).unwrap();
    assert!(told.text.contains("CRM na nuvem"));
    assert!(told.text.contains("/conta#tokens"));
}

#[tokio::test]
async fn who_refuses_it_leads_back_with_nothing() {
    let scene = Scene::begins().await;
    let answer = decides(&scene.ana, &scene.address(&[]), "recusar").await;
    let (to, told) = led(&answer);
    assert_eq!((&*to, &*told["error"]), (APP, "access_denied"));
    assert_eq!(told["state"], "a&b c");
    assert!(!told.contains_key("code"));
    assert_eq!(scene.app.trail(Action::ConsentGiven).await, []);
    scene.app.works().await;
}

#[tokio::test]
async fn another_site_cannot_send_the_answer() {
    let scene = Scene::begins().await;
    let address = scene.address(&[]);
    let sealed = scene.ana.get(&address).await.value_of("pedido");
    let fields = [("pedido", &*sealed), ("resposta", "permitir")];
    for (name, value) in [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Origin", "https://evil.example"),
        ("Accept", "*/*"),
    ] {
        let forged = Request::post(&address).header(name, value);
        let answer = scene.ana.send_form(forged, &fields).await;
        answer.is(StatusCode::FORBIDDEN);
        assert_eq!(answer.heading(), errors::cross_site_title(PtBr));
    }
    assert_eq!(scene.app.trail(Action::ConsentGiven).await, []);
    scene.app.works().await;
}

#[tokio::test]
async fn what_was_not_shown_is_not_allowed() {
    let scene = Scene::begins().await;
    let (dora, ana) = (&scene.dora, &scene.ana);
    let more = [("escopos", "smv"), ("nome", "Outro")];
    let another = registers(dora, "autorizacao", &more).await;
    let shown = scene.address(&[]);
    let sealed = ana.get(&shown).await.value_of("pedido");
    let of_another = [("client_id", &*another.id), ("scope", "smv")];
    for changed in [
        &of_another[..],
        &[("state", "outro")],
        &[("redirect_uri", "http://127.0.0.1:1/volta")],
        &[("code_challenge", &CHALLENGE.replace('E', "F"))],
    ] {
        let answer = sends(ana, &scene.address(changed), &sealed, "permitir").await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.html().contains(t::changed(PtBr)), "{changed:?}");
        assert_eq!(answer.header(HeaderName::from_static("refresh")), "");
    }
    // What is shown instead can be allowed.
    let other = scene.address(&[("state", "outro")]);
    let again = sends(ana, &other, &sealed, "permitir").await;
    let again = again.value_of("pedido");
    assert_eq!(
        led(&sends(ana, &other, &again, "permitir").await).1["state"],
        "outro"
    );

    for (who, form) in [(ana, ""), (ana, "abc"), (dora, &*sealed)] {
        let answer = sends(who, &shown, form, "permitir").await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    sends(ana, &shown, &sealed, "talvez")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    scene.app.clock.advance(std::time::Duration::from_mins(29));
    led(&sends(ana, &shown, &sealed, "permitir").await);
    scene.app.clock.advance(std::time::Duration::from_mins(1));
    let late = sends(ana, &shown, &sealed, "permitir").await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY);
    scene.app.works().await;
}

#[tokio::test]
async fn an_answer_needs_the_session_that_the_page_was_shown_to() {
    let scene = Scene::begins().await;
    let address = scene.address(&[]);
    let sealed = scene.ana.get(&address).await.value_of("pedido");
    let page = scene.app.signs_in(ANA).await;
    page.post("/conta/sessoes/encerrar", &[]).await.location();
    let answer = sends(&scene.ana, &address, &sealed, "permitir").await;
    let way = serde_urlencoded::to_string([("continuar", &address)]).unwrap();
    assert_eq!(answer.location(), format!("/entrar?{way}"));
    scene.ana.enters(ANA, PASSWORD).await.location();
    let answer = sends(&scene.ana, &address, &sealed, "permitir").await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(scene.app.trail(Action::ConsentGiven).await, []);
    scene.app.works().await;
}

#[tokio::test]
async fn the_password_is_asked_for_when_it_was_given_long_ago() {
    let scene = Scene::begins().await;
    scene.app.clock.advance(std::time::Duration::from_hours(1));
    let address = scene.address(&[]);
    let page = scene.ana.get(&address).await;
    assert_eq!(page.texts("input[name=current]").len(), 1);
    let sealed = page.value_of("pedido");
    let allow = async |password: &str| {
        let fields = [
            ("pedido", &*sealed),
            ("resposta", "permitir"),
            ("current", password),
        ];
        scene.ana.post(&address, &fields).await
    };
    for wrong in ["", "errada"] {
        let answer = allow(wrong).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!answer.error_of("current").is_empty());
    }
    assert!(led(&allow(PASSWORD).await).1.contains_key("code"));
    scene.app.works().await;
}

#[tokio::test]
async fn people_see_the_programs_that_act_for_them_and_end_them() {
    let scene = Scene::begins().await;
    let answer = asks(&scene.program, scene.exchange(&scene.code().await)).await;
    scene.app.works().await;
    let token = token_of(&answer);
    let refresh: Value = answer.json();
    calls(&scene.program, &token).await.is(StatusCode::OK);
    let account = scene.ana.get("/conta").await;
    let [line] = &account.texts("#tokens li")[..] else {
        panic!("there is one");
    };
    assert!(
        line.contains("Assistente") && line.contains("CRM na nuvem"),
        "{line}"
    );
    let action = &account.attributes("#tokens form", "action")[0];
    assert_eq!(scene.dora.email().as_deref(), Some(DORA));
    scene.dora.post(action, &[]).await.is(StatusCode::NOT_FOUND);
    calls(&scene.program, &token).await.is(StatusCode::OK);
    assert_eq!(scene.ana.post(action, &[]).await.location(), "/conta");
    let ended = calls(&scene.program, &token).await;
    ended.is(StatusCode::UNAUTHORIZED);
    let renewal = json!({
        "grant_type": "refresh_token",
        "client_id": scene.keys.id,
        "client_secret": scene.keys.secret,
        "refresh_token": refresh["refresh_token"],
    });
    asks(&scene.program, renewal)
        .await
        .is(StatusCode::BAD_REQUEST);
    assert_eq!(scene.ana.get("/conta").await.texts("#tokens li"), [""; 0]);
    assert_eq!(scene.app.trail(Action::ConsentEnded).await.len(), 1);
    scene.ana.post(action, &[]).await.is(StatusCode::NOT_FOUND);
}
