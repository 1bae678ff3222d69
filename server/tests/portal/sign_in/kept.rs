//! A form that is sent after its session has ended: what was typed is there again after signing in.

use std::time::Duration;

use axum::http::StatusCode;
use domain::accounts::kept_form;
use locales::{
    Locale::{En, PtBr},
    flash, group_form, sign_up,
};

use crate::harness::{
    ANA, APPLICATION, Answer, BIA, CARLOS, GROUP, PASSWORD, TestApp, Visitor, but,
};

const COOKIE: &str = "balcao-formulario";
const NEW_GROUP: &str = "/grupos/novo";

/// Longer than a session waits for its person.
fn goes_to_lunch(app: &TestApp) {
    app.clock.advance(Duration::from_hours(13));
}

/// Somebody signs in as the page that an answer leads to asks for; the page after that.
async fn signs_in_at(visitor: &Visitor, answer: &Answer, email: &str) -> Answer {
    let page = visitor.get(answer.location()).await;
    assert_eq!(page.flash(), flash::form_kept(PtBr));
    let onward = page.value_of("continuar");
    let form = [
        ("email", email),
        ("password", PASSWORD),
        ("continuar", &*onward),
    ];
    let mut answer = visitor.post("/entrar", &form).await;
    while answer.status == StatusCode::SEE_OTHER {
        answer = visitor.get(answer.location()).await;
    }
    answer.is(StatusCode::OK);
    answer
}

#[tokio::test]
async fn nine_hundred_characters_are_there_again() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    goes_to_lunch(&app);
    let purpose = "Confirmar o celular & o CPF. ".repeat(31);
    let form = but(&APPLICATION, "description", purpose.trim());
    let address = format!("/solicitacoes/{draft}/aplicacao");
    let answer = ana.post(&address, &form).await;
    let page = signs_in_at(&ana, &answer, ANA).await;
    assert_eq!(page.value_of("name"), APPLICATION[0].1);
    assert_eq!(page.value_of("description"), purpose.trim());
    // Sent again, it is kept no longer.
    let answer = ana.post(&address, &APPLICATION).await;
    assert!(answer.location().ends_with("/revisao"));
    assert!(!ana.has_cookie(COOKIE));
    let page = ana.get(&address).await;
    assert_eq!(page.value_of("description"), APPLICATION[1].1);
}

#[tokio::test]
async fn what_an_island_asks_meanwhile_forgets_nothing() {
    let (app, ana, _) = TestApp::with_ana_and_her_group().await;
    goes_to_lunch(&app);
    let form = [("legal_name", "Digitado antes")];
    let answer = ana.post(NEW_GROUP, &form).await;
    signs_in_at(&ana, &answer, ANA).await;
    let query = serde_json::json!({ "query": "smv", "locale": PtBr });
    ana.call("/ilhas/sugestoes", &query)
        .await
        .is(StatusCode::OK);
    let page = ana.get(NEW_GROUP).await;
    assert_eq!(page.value_of("legal_name"), "Digitado antes");
}

#[tokio::test]
async fn every_form_that_one_types_into_keeps_it() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let waiting = app.requests(&ana, &group).await;
    let used = {
        let second = ana.creates_group("Outro").await;
        let id = app.requests(&ana, &second).await;
        app.approves(&carlos, &id).await;
        (second, id)
    };
    let mine = format!("/minhas-aplicacoes/{}/{}", used.0, used.1);
    let forms = [
        (&ana, ANA, NEW_GROUP.to_owned(), "legal_name"),
        (&ana, ANA, "/conta".to_owned(), "given_name"),
        (&ana, ANA, format!("{mine}/chaves"), "label"),
        (
            &carlos,
            CARLOS,
            format!("/aprovacoes/{waiting}/rejeitar"),
            "reason",
        ),
        (
            &carlos,
            CARLOS,
            format!("/aprovacoes/{waiting}/aprovar"),
            "reason",
        ),
        (
            &carlos,
            CARLOS,
            format!("/aprovacoes/{}/suspender", used.1),
            "reason",
        ),
        (
            &carlos,
            CARLOS,
            format!("/aprovacoes/{}/revogar", used.1),
            "reason",
        ),
    ];
    for (visitor, email, address, field) in forms {
        goes_to_lunch(&app);
        let form = [(field, "Digitado antes"), ("seen", "approved")];
        let answer = visitor.post(&address, &form).await;
        let page = signs_in_at(visitor, &answer, email).await;
        assert_eq!(page.value_of(field), "Digitado antes", "{address}");
    }
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    app.bia().await;
    goes_to_lunch(&app);
    let answer = ana.post(NEW_GROUP, &GROUP).await;
    let page = signs_in_at(&ana, &answer, BIA).await;
    assert_eq!(page.heading(), group_form::new_title(PtBr));
    assert_eq!(page.value_of("legal_name"), "");
    let elsewhere = app.signs_in(ANA).await;
    assert_eq!(elsewhere.get(NEW_GROUP).await.value_of("legal_name"), "");
}

#[tokio::test]
async fn it_is_gone_after_an_hour() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    goes_to_lunch(&app);
    let answer = ana.post(NEW_GROUP, &GROUP).await;
    app.clock.advance(Duration::from_hours(1));
    let page = signs_in_at(&ana, &answer, ANA).await;
    assert_eq!(page.value_of("legal_name"), "");
}

#[tokio::test]
async fn passwords_empty_forms_and_what_is_far_too_long_are_not_kept() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    goes_to_lunch(&app);
    let passwords = [
        ("current", PASSWORD),
        ("password", "Outra-8-cavalos"),
        ("confirmation", "Outra-8-cavalos"),
    ];
    let large = "a".repeat(kept_form::MAX_BYTES);
    for (path, form) in [
        ("/conta/senha", &passwords[..]),
        ("/conta/sessoes/encerrar", &[]),
        (NEW_GROUP, &[("name", &*large)]),
    ] {
        assert_eq!(ana.post(path, form).await.location(), "/entrar", "{path}");
        assert!(!ana.has_cookie(COOKIE), "{path}");
    }
    assert_eq!(app.rows("kept_forms").await, 0);
}

#[tokio::test]
async fn a_browser_that_never_signed_in_keeps_nothing() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    assert_eq!(visitor.post(NEW_GROUP, &GROUP).await.location(), "/entrar");
    visitor.plant_cookie("balcao-conta", "nonsense");
    assert_eq!(visitor.post(NEW_GROUP, &GROUP).await.location(), "/entrar");
    assert_eq!(app.rows("kept_forms").await, 0);
}

#[tokio::test]
async fn every_field_for_a_password_is_one_that_is_left_out() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let id = app.requests(&ana, &group).await;
    app.approves(&carlos, &id).await;
    let arriving = app.arrives(BIA).await;
    app.clock.advance(Duration::from_mins(31));
    let keys = format!("/minhas-aplicacoes/{group}/{id}/chaves");
    for page in [
        app.visitor().get("/entrar").await,
        ana.get("/conta/senha").await,
        ana.get(&keys).await,
        app.arrives("nova@empresa.com.br").await.get("/senha").await,
    ] {
        let names = page.attributes("input[type=password]", "name");
        assert!(!names.is_empty(), "{}", page.html());
        let known = app::web::PASSWORDS;
        assert!(
            names.iter().all(|name| known.contains(&name.as_str())),
            "{names:?}"
        );
    }
    drop(arriving);
}

/// Presses "English" at the foot of a page.
async fn switches(visitor: &Visitor, page: &Answer) -> Answer {
    let of = |name| page.attributes(&format!(".language-switch [name={name}]"), "value");
    let form = [
        ("locale", "en".to_owned()),
        ("back", of("back").remove(0)),
        ("typed", of("typed").remove(0)),
    ];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let answer = visitor.post("/idioma", &form).await;
    visitor.get(answer.location()).await
}

#[tokio::test]
async fn a_change_of_language_keeps_what_a_member_typed() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let wrong = but(&GROUP, "phone", "98765");
    let page = ana.post(NEW_GROUP, &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let page = switches(&ana, &page).await;
    assert_eq!(page.heading(), group_form::new_title(En));
    for (field, value) in &wrong[1..] {
        assert_eq!(page.value_of(field), *value);
    }
}

#[tokio::test]
async fn a_change_of_language_keeps_what_a_visitor_typed() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let form = [
        ("given_name", "Ana"),
        ("family_name", "Souza"),
        ("email", "ana"),
    ];
    let page = visitor.post("/cadastro", &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let page = switches(&visitor, &page).await;
    assert_eq!(page.heading(), sign_up::title(En));
    for (field, value) in form {
        assert_eq!(page.value_of(field), value);
    }
    assert_eq!(app.rows("kept_forms").await, 0);
    let sent = [("email", ANA), ("password", PASSWORD)];
    let page = app.visitor().post("/entrar", &sent).await;
    let typed = page.attributes("[name=typed]", "value").remove(0);
    assert!(
        !typed.contains("password") && !typed.contains(PASSWORD),
        "{typed}"
    );
}

#[tokio::test]
async fn a_page_without_mistakes_carries_nothing_along() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get(NEW_GROUP).await;
    assert_eq!(page.attributes("[name=typed]", "value"), [""; 0]);
    // Nothing is kept of a value that the portal did not put there.
    let form = [("locale", "en"), ("back", "/"), ("typed", "password=a")];
    ana.post("/idioma", &form).await.location();
    assert!(!ana.has_cookie(COOKIE));
}
