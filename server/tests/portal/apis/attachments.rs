//! An administrator chooses the files of an API.

use axum::http::{Request, StatusCode, header};
use locales::{Locale::PtBr, api_attachments as t, api_draft as d};

use super::{SMV, forms::publishes, with_catalogue};
use crate::harness::{Answer, Visitor};

const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>"#;
const PDF: &[u8] = b"%PDF-1.7\ntrailer <<>>\n%%EOF\n";

fn files() -> String {
    format!("{SMV}/arquivos")
}

/// Opens the page, chooses a file, and saves.
async fn sends(dora: &Visitor, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
    let seen = dora.get(&files()).await.value_of("visto");
    let fields = [&[("visto", seen.as_str())], fields].concat();
    dora.uploads(&files(), &fields, file).await
}

#[tokio::test]
async fn a_logo_is_shown_to_readers_once_it_is_published() {
    let (app, dora) = with_catalogue().await;
    assert!(dora.get(&files()).await.html().contains(t::no_logo(PtBr)));
    let answer = sends(&dora, &[], ("logotipo", LOGO.as_bytes())).await;
    assert_eq!(answer.location(), files());
    let page = dora.get(&files()).await;
    assert_eq!(page.flash(), d::saved(PtBr));
    let draft = &page.attributes(".logo", "src")[0];
    assert_eq!(dora.get(draft).await.html(), LOGO);
    let preview = dora.get(&format!("{SMV}/previa")).await;
    assert_eq!(preview.attributes("h1 ~ .logo, .logo", "src")[0], *draft);
    let visitor = app.visitor();
    let readers = ["/catalogo", "/catalogo/smv"];
    for path in readers {
        let page = visitor.get(path).await;
        assert!(page.attributes(".logo", "src").is_empty(), "{path}");
    }
    visitor
        .get("/catalogo/smv/logo")
        .await
        .is(StatusCode::NOT_FOUND);
    visitor.get(draft).await.location();

    publishes(&dora).await;
    for path in readers {
        let page = visitor.get(path).await;
        let [src] = page.attributes(".logo", "src").try_into().unwrap();
        let logo = visitor.get(&src).await;
        assert_eq!(logo.html(), LOGO);
        assert_eq!(logo.header(header::CONTENT_TYPE), "image/svg+xml");
        assert!(logo.header(header::CACHE_CONTROL).contains("immutable"));
        let policy = logo.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'") && policy.ends_with("sandbox"));
    }
    let without_hash = visitor.get("/catalogo/smv/logo").await;
    assert_eq!(
        without_hash.header(header::CACHE_CONTROL),
        "private, no-cache"
    );
}

#[tokio::test]
async fn a_tutorial_takes_the_place_of_the_one_that_is_made() {
    let (app, dora) = with_catalogue().await;
    sends(&dora, &[], ("tutorial-en", PDF)).await.location();
    publishes(&dora).await;
    let reads = async |language: &'static str| {
        let request = Request::get("/catalogo/smv/tutorial.pdf");
        let request = request.header(header::ACCEPT_LANGUAGE, language);
        app.visitor().send(request).await.bytes
    };
    assert_eq!(reads("en").await, PDF);
    assert!(reads("es").await.len() > 10 * PDF.len());

    let remove = [("tutorial-en-remover", "1")];
    sends(&dora, &remove, ("logotipo", b"")).await.location();
    publishes(&dora).await;
    assert!(reads("en").await.len() > 10 * PDF.len());
}

#[tokio::test]
async fn what_is_wrong_with_a_file_is_told_beside_it() {
    let (_app, dora) = with_catalogue().await;
    let large = vec![b' '; (256 << 10) + 1];
    let hostile = LOGO.replace("<path", "\n<script/><path");
    for (field, bytes, told) in [
        (
            "logotipo",
            hostile.as_bytes(),
            t::no_drawing(PtBr, 2, "script"),
        ),
        ("logotipo", PDF, t::no_picture(PtBr).to_owned()),
        ("tutorial-es", LOGO.as_bytes(), t::no_pdf(PtBr).to_owned()),
        ("logotipo", large.as_slice(), t::too_large(PtBr, "256 KiB")),
    ] {
        let answer = sends(&dora, &[], (field, bytes)).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.text(&format!("#{field}-error")), told);
        assert!(answer.text(".error-summary").contains(&told));
        assert!(answer.html().contains(t::chosen_again(PtBr)));
    }
    let page = dora.get(&files()).await;
    assert!(page.html().contains(t::no_logo(PtBr)));
    let large = vec![b' '; 26 << 20];
    let answer = sends(&dora, &[], ("tutorial-es", &large)).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text(".error-summary").contains("8 MiB"));
}
