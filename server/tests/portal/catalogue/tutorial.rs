//! The tutorial of an API as a PDF.

use axum::http::{HeaderName, Request, StatusCode, header};
use domain::{catalogue::ApiFiles, testing};
use locales::{Locale, tutorial as t};

use super::{ALL, reads, with_catalogue};

const VARY: &str = "Cookie, Accept-Language";

fn tutorial(path: &str) -> String {
    format!("{path}/tutorial.pdf")
}

#[tokio::test]
async fn every_api_has_a_tutorial_in_the_readers_language() {
    let app = with_catalogue().await;
    let in_all = Locale::ALL.map(|locale| (ALL[0], locale));
    let others = ALL[1..].iter().map(|path| (*path, Locale::PtBr));
    for (path, locale) in in_all.into_iter().chain(others) {
        let answer = reads(&app, locale, &tutorial(path)).await;
        answer.is(StatusCode::OK);
        assert!(answer.bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/pdf");
        assert_eq!(answer.header(header::VARY), VARY);
        let slug = path.rsplit('/').next().unwrap();
        assert_eq!(
            answer.header(header::CONTENT_DISPOSITION),
            format!("inline; filename=\"{slug}-{}.pdf\"", locale.tag())
        );
        let pdf = String::from_utf8_lossy(&answer.bytes);
        assert!(pdf.contains(&format!("/Lang({})", locale.tag())));
        assert!(pdf.contains("<pdfuaid:part>1</pdfuaid:part>"));
        let sections = pdf.matches("/S/H1/").count();
        assert_eq!(sections, 5, "contents, and what pages say");
    }
}

#[tokio::test]
async fn whoever_has_it_already_is_told_so() {
    let app = with_catalogue().await;
    let asks = async |tag: &str| {
        let request = Request::get(tutorial(ALL[0])).header(header::IF_NONE_MATCH, tag);
        app.visitor().send(request).await
    };
    let first = asks("\"another\"").await;
    let tag = first.header(header::ETAG).to_owned();
    for known in [tag.as_str(), &format!("\"a\", W/{tag}"), "*"] {
        let again = asks(known).await;
        again.is(StatusCode::NOT_MODIFIED);
        assert!(again.bytes.is_empty());
        assert_eq!(again.header(header::ETAG), tag);
    }
    assert_eq!(asks("\"another\"").await.bytes, first.bytes);
}

#[tokio::test]
async fn it_changes_with_what_it_tells() {
    let app = with_catalogue().await;
    let tag = async || {
        let answer = app.visitor().get(&tutorial(ALL[0])).await;
        answer.header(header::ETAG).to_owned()
    };
    let before = tag().await;
    let files = ApiFiles {
        version: Some("9.9.9".to_owned()),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", files).await;
    app.works().await;
    assert_ne!(tag().await, before);
}

#[tokio::test]
async fn pages_of_an_api_lead_to_it() {
    let app = with_catalogue().await;
    for page in ["", "/documentacao", "/referencia"] {
        let path = format!("{}{page}", ALL[0]);
        let links = reads(&app, Locale::En, &path).await;
        let href = links.attributes("a[type='application/pdf']", "href");
        assert!(!href.is_empty() && href.iter().all(|it| *it == tutorial(ALL[0])));
        assert!(links.html().contains(t::link(Locale::En)));
    }
    app.visitor()
        .get("/catalogo/nada/tutorial.pdf")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_browser_shows_it_and_takes_it_for_nothing_else() {
    let app = with_catalogue().await;
    let answer = app.visitor().get(&tutorial(ALL[1])).await;
    let options = HeaderName::from_static("x-content-type-options");
    assert_eq!(answer.header(options), "nosniff");
    assert_eq!(answer.header(header::CONTENT_ENCODING), "");
}
