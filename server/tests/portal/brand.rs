//! How the owner wants the portal to look.

use axum::http::{StatusCode, header};
use server::config::{Logo, LogoKind};

use crate::harness::TestApp;

#[tokio::test]
async fn without_a_brand_there_are_no_files_of_one() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/cadastro").await;
    assert!(!page.html().contains("/brand"));
    app.visitor()
        .get("/brand.css")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn name_colour_and_logo_are_the_owners() {
    let app = TestApp::start_with(|setup| {
        setup.brand.name = "Guichê".to_owned();
        setup.brand.accent = Some("#2f4bd0".parse().unwrap());
        setup.brand.logo = Some(Logo {
            bytes: b"<svg/>".to_vec(),
            kind: LogoKind::Svg,
        });
    })
    .await;
    let page = app.visitor().get("/cadastro").await;
    assert!(page.text("title").ends_with("Guichê"));
    assert_eq!(page.texts("link[href='/brand.css']").len(), 1);
    assert_eq!(page.texts("img[src='/brand/logo']").len(), 1);
    let stylesheet = app.visitor().get("/brand.css").await;
    assert_eq!(stylesheet.html(), ":root{--accent:#2f4bd0}\n");
    let logo = app.visitor().get("/brand/logo").await;
    assert_eq!(
        (logo.header(header::CONTENT_TYPE), logo.html()),
        ("image/svg+xml", "<svg/>")
    );
}
