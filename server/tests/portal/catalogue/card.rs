//! The picture that is shown where a page of an API is shared.

use axum::http::{StatusCode, header};
use locales::Locale;

use super::{ALL, reads, with_catalogue};
use crate::harness::HTTPS;

#[tokio::test]
async fn pages_of_an_api_name_its_card_in_the_readers_language() {
    let app = with_catalogue().await;
    let mut cards = vec![];
    for locale in Locale::ALL {
        let page = reads(&app, locale, ALL[0]).await;
        let of = |property: &str| {
            let selector = format!("meta[property='{property}']");
            page.attributes(&selector, "content").join(" ")
        };
        assert_eq!(of("og:image:width"), "1200");
        assert_eq!(of("og:image:height"), "630");
        assert_eq!(of("og:image:alt"), page.heading());
        let large = page.attributes("meta[name='twitter:card']", "content");
        assert_eq!(large, ["summary_large_image"]);
        let address = of("og:image");
        let card = address.strip_prefix(HTTPS).unwrap();
        // Whoever fetches it speaks no language.
        let card = app.visitor().get(card).await;
        card.is(StatusCode::OK);
        assert_eq!(card.header(header::CONTENT_TYPE), "image/png");
        assert!(card.bytes.starts_with(b"\x89PNG"));
        cards.push(card.bytes);
    }
    cards.dedup();
    assert_eq!(cards.len(), Locale::ALL.len());
}

#[tokio::test]
async fn other_pages_name_none() {
    let app = with_catalogue().await;
    for path in ["/", "/catalogo", "/contato"] {
        let page = app.visitor().get(path).await;
        assert!(
            page.attributes("meta[property='og:image']", "content")
                .is_empty()
        );
    }
    let unknown = app.visitor().get("/catalogo/nada/cartao.png").await;
    unknown.is(StatusCode::NOT_FOUND);
}
