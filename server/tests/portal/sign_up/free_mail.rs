//! Addresses of free mail: taken, warned about, or refused.

use axum::http::StatusCode;
use domain::accounts::{CorporateMailMode, CorporateMailPolicy};
use locales::{Locale::PtBr, fields, flash};

use super::{sends, with};
use crate::harness::{ANA, TestApp};

/// A portal that treats free mail so, but for one domain on each of its own lists.
async fn portal_that(mode: CorporateMailMode) -> TestApp {
    TestApp::start_with(|setup| {
        setup.corporate_mail = CorporateMailPolicy {
            mode,
            allow: vec!["outlook.com".to_owned()],
            deny: vec!["correio.example".to_owned()],
        };
    })
    .await
}

#[tokio::test]
async fn free_mail_is_taken_when_nobody_minds() {
    let app = portal_that(CorporateMailMode::Off).await;
    for email in ["ana@gmail.com", "ana@correio.example"] {
        assert_eq!(sends(&app, email).await.location(), "/cadastro/enviado");
    }
    app.works().await;
    assert_eq!(app.inbox.mails_to("ana@gmail.com").len(), 1);
}

#[tokio::test]
async fn free_mail_is_taken_with_a_warning() {
    let app = portal_that(CorporateMailMode::Warn).await;
    for (email, warned) in [
        ("ana@globo.com", true),
        (ANA, false),
        ("ana@outlook.com", false),
    ] {
        let visitor = app.visitor();
        let answer = visitor.post("/cadastro", &with("email", email)).await;
        let sent = visitor.get(answer.location()).await;
        let expected: &[&str] = if warned {
            &[flash::free_mail(PtBr)]
        } else {
            &[]
        };
        assert_eq!(sent.texts(".flash"), expected, "{email}");
    }
    app.works().await;
    assert_eq!(app.inbox.mails_to("ana@globo.com").len(), 1);
}

#[tokio::test]
async fn the_owners_lists_count_before_the_published_ones() {
    let app = portal_that(CorporateMailMode::Block).await;
    sends(&app, "ana@outlook.com").await.location();
    let refused = sends(&app, "ana@vendas.correio.example").await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.error_of("email"), fields::free_mail(PtBr));
    app.works().await;
}
