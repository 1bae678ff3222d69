//! The credential doctor's page: what it hands to the browser, and what it says without a script.

use axum::http::StatusCode;
use domain::values::doctor::Kind;
use locales::{
    Locale::{self, PtBr},
    doctor, doctor_causes, doctor_remedies, layout,
};
use serde_json::Value;

use crate::support::{Answer, HTTPS, TestApp};

/// What the island was given.
fn props(page: &Answer) -> Value {
    let island = "leptos-island[data-component^=CredentialDoctor]";
    serde_json::from_str(&page.attributes(island, "data-props").remove(0)).unwrap()
}

#[tokio::test]
async fn without_a_script_every_cause_stands_there_with_its_remedy() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for locale in Locale::ALL {
        visitor.reads_in(locale).await;
        let page = visitor.get("/diagnostico").await;
        assert_eq!(page.is(StatusCode::OK).heading(), doctor::title(locale));
        assert_eq!(page.text(".notice strong"), doctor::no_script(locale));
        let causes = page.texts(".causes tbody th");
        assert_eq!(causes.len(), Kind::ALL.len());
        assert!(causes.contains(&doctor_causes::trailing_newline(locale).to_owned()));
        let remedies = page.texts(".causes tbody td p");
        assert_eq!(remedies.len(), Kind::ALL.len());
        assert!(remedies.contains(&doctor_remedies::swapped(locale).to_owned()));
        assert!(!page.text("main").contains("{0}"));
    }
}

#[tokio::test]
async fn what_is_pasted_belongs_to_no_form() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/diagnostico").await;
    assert_eq!(page.attributes("textarea", "name"), [""; 0]);
    assert_eq!(page.texts("form textarea"), [""; 0]);
    assert_eq!(page.attributes("textarea", "autocomplete"), ["off"]);
    assert_eq!(page.attributes("textarea", "spellcheck"), ["false"]);
    assert_eq!(page.attributes(".doctor", "hidden").len(), 1);
    assert_eq!(
        page.attributes(".doctor [aria-live]", "aria-live"),
        ["polite"]
    );
}

#[tokio::test]
async fn each_kind_has_words_in_their_order() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/diagnostico").await;
    let props = props(&page);
    let words = props["words"].as_array().unwrap();
    assert_eq!(words.len(), Kind::ALL.len());
    let of = |kind: Kind| &words[kind as usize];
    assert_eq!(of(Kind::Swapped)["cause"], doctor_causes::swapped(PtBr));
    assert_eq!(
        of(Kind::TokenFine)["remedy"],
        doctor_remedies::token_fine(PtBr)
    );
    let expected = doctor::character_at(PtBr, "{0}", "{1}");
    assert_eq!(of(Kind::NotBase64)["detail"], expected);
    let command = of(Kind::CredentialFine)["command"].as_str().unwrap();
    assert!(command.contains(&format!("'{HTTPS}/oauth2/v1/token'")));
    assert_eq!(props["issuer"], HTTPS);
}

#[tokio::test]
async fn who_is_signed_in_is_known_by_the_public_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &id).await;
    let shown = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    let key = shown.text(&format!("[id='chave-publica-{id}']"));

    let hers = props(&ana.get("/diagnostico").await);
    // The second one is the application's key for the sandbox.
    assert_eq!(hers["public_keys"].as_array().unwrap().len(), 2);
    assert_eq!(hers["public_keys"][0], key);
    assert_eq!(hers["applications"][0], "Abertura de conta");
    for other in [app.visitor(), app.bia().await] {
        let page = other.get("/diagnostico").await;
        assert_eq!(props(&page)["public_keys"], serde_json::json!([]));
        assert!(!page.html().contains(&key));
    }
}

#[tokio::test]
async fn every_page_leads_there() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/").await;
    let links = page.texts("footer a[href='/diagnostico']");
    assert_eq!(links, [layout::doctor(PtBr)]);
}
