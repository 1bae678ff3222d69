//! What programs look for at an address that every site has.

use app::web::SecurityContact;
use axum::http::{StatusCode, header};

use crate::harness::{ANA, TestApp};

const SECURITY: &str = "/.well-known/security.txt";

#[tokio::test]
async fn a_password_manager_is_led_to_the_page_that_changes_it() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = ana.get("/.well-known/change-password").await;
    answer.is(StatusCode::FOUND);
    assert_eq!(answer.header(header::LOCATION), "/conta/senha");
    ana.get("/conta/senha").await.is(StatusCode::OK);
}

#[tokio::test]
async fn whoever_finds_a_weakness_is_told_whom_to_tell() {
    let app = TestApp::start_with(|setup| {
        let addresses = [
            "mailto:seguranca@empresa.com.br",
            "https://empresa.com.br/csirt",
        ];
        setup.security = Some(SecurityContact {
            addresses: addresses.map(str::to_owned).to_vec(),
            expires: "2027-06-30T00:00:00Z".parse().unwrap(),
        });
    })
    .await;
    let answer = app.visitor().get(SECURITY).await;
    answer.is(StatusCode::OK);
    assert_eq!(
        answer.header(header::CONTENT_TYPE),
        "text/plain; charset=utf-8"
    );
    assert_eq!(
        answer.html(),
        "Contact: mailto:seguranca@empresa.com.br\n\
         Contact: https://empresa.com.br/csirt\n\
         Expires: 2027-06-30T00:00:00Z\n\
         Preferred-Languages: pt-BR, en, es\n\
         Canonical: https://balcao.example/.well-known/security.txt\n"
    );
}

#[tokio::test]
async fn without_a_contact_there_is_no_such_file() {
    let app = TestApp::start().await;
    app.visitor().get(SECURITY).await.is(StatusCode::NOT_FOUND);
}
