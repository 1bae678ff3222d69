//! Registration.

use axum::http::StatusCode;
use locales::{Locale::PtBr, sign_up};

use crate::support::TestApp;

#[tokio::test]
async fn whoever_registers_gets_a_link_by_mail() {
    let app = TestApp::start().await;
    let ana = app.registers("ana@empresa.com.br").await;
    let sent = ana.get("/cadastro/enviado").await;
    assert_eq!(sent.heading(), sign_up::sent_title(PtBr));
    let link = app.inbox.link_for("ana@empresa.com.br");
    ana.get(&link).await.is(StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let fields = [
        ("given_name", ""),
        ("family_name", "Souza"),
        ("email", "ana@"),
    ];
    let answer = app.visitor().post("/cadastro", &fields).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["given_name", "email", "consent"] {
        assert!(!answer.error_of(field).is_empty(), "{field}");
    }
    assert_eq!(answer.value_of("family_name"), "Souza");
    assert_eq!(answer.value_of("email"), "ana@");
}
