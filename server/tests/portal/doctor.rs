//! The credential doctor's page: what it hands to the browser, and what it says without a script.

use axum::http::StatusCode;
use domain::values::doctor::Kind;
use locales::{
    Locale::{self, PtBr},
    doctor, doctor_causes, doctor_remedies, layout, terms,
};

use crate::harness::{Answer, HTTPS, TestApp};

/// What the page says if the key is this one of the reader's.
const WHOSE: &str = "#achados li:last-child [data-own] > [hidden]";

/// The public keys that the examination knows.
fn keys(page: &Answer) -> Vec<String> {
    let keys = page.attributes("#exame", "data-keys").remove(0);
    keys.split_whitespace().map(str::to_owned).collect()
}

#[tokio::test]
async fn without_a_script_every_cause_stands_there_with_its_remedy() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for locale in Locale::ALL {
        visitor.reads_in(locale).await;
        let page = visitor.get("/diagnostico").await;
        assert_eq!(page.is(StatusCode::OK).heading(), doctor::title(locale));
        assert_eq!(page.text("#sem-exame strong"), doctor::no_script(locale));
        let causes = page.texts(".causes tbody th");
        assert_eq!(causes.len(), Kind::ALL.len());
        assert!(causes.contains(&doctor_causes::trailing_newline(locale).to_owned()));
        let remedies = page.texts(".causes tbody td > p:first-of-type");
        assert_eq!(remedies.len(), Kind::ALL.len());
        assert!(remedies.contains(&doctor_remedies::swapped(locale).to_owned()));
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
    assert_eq!(page.attributes("#achados", "aria-live"), ["polite"]);
}

#[tokio::test]
async fn all_that_can_be_found_is_there_and_hidden() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/diagnostico").await;
    let found = page.texts("#achados > [hidden]");
    assert_eq!(found.len(), Kind::ALL.len());
    let of = |kind: Kind| &found[kind as usize];
    assert!(of(Kind::Swapped).starts_with(doctor_causes::swapped(PtBr)));
    assert!(of(Kind::TokenFine).contains(doctor_remedies::token_fine(PtBr)));
    let command = format!("curl -sS '{HTTPS}/oauth2/v1/token'");
    assert!(of(Kind::CredentialFine).contains(&command));
    let particulars = page.attributes("#achados [data-particulars]", "data-particulars");
    assert!(particulars.contains(&doctor::character_at(PtBr, "{0}", "{1}")));
    assert_eq!(page.attributes("#achados [data-own]", "data-own").len(), 2);
    assert_eq!(page.attributes("#exame", "data-issuer"), [HTTPS]);
}

#[tokio::test]
async fn who_is_signed_in_is_known_by_the_public_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.tester_of(&ana, &group, &id).await;
    app.approves(&app.carlos().await, &id).await;
    let shown = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    let key = shown.text(&format!("[id='chave-publica-{id}']"));

    let hers = ana.get("/diagnostico").await;
    let whose = hers.texts(WHOSE);
    // The second one is the application's key for the sandbox.
    assert_eq!((keys(&hers).len(), whose.len()), (2, 2));
    let at = keys(&hers).iter().position(|own| *own == key);
    assert_eq!(whose[at.unwrap()], doctor::own(PtBr, "Abertura de conta"));
    for other in [app.visitor(), app.bia().await] {
        let page = other.get("/diagnostico").await;
        assert_eq!(keys(&page), [""; 0]);
        assert!(!page.html().contains(&key));
    }
}

#[tokio::test]
async fn a_key_that_opens_nothing_is_not_called_good() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.tester_of(&ana, &group, &id).await;
    let carlos = app.carlos().await;
    app.approves(&carlos, &id).await;
    app.suspends(&carlos, &id).await;
    let closed = doctor::closed(PtBr, terms::state_suspended(PtBr));
    let whose = ana.get("/diagnostico").await.texts(WHOSE);
    assert!(
        whose.iter().all(|text| text.ends_with(&closed)),
        "{whose:?}"
    );
    assert_eq!(whose.len(), 2);
}

#[tokio::test]
async fn every_page_leads_there() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/").await;
    let links = page.texts("footer a[href='/diagnostico']");
    assert_eq!(links, [layout::doctor(PtBr)]);
}
