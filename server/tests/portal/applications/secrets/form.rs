//! The form of a new secret key.

use std::time::Duration;

use axum::http::StatusCode;
use locales::{Locale::PtBr, applications, common, secrets};

use super::super::Approved;

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_key() {
    let it = Approved::start().await;
    let page = it.keys_for(&it.ana).await;
    let id = page.attributes("form [name=id]", "value").remove(0);
    let fields = [("id", &*id), ("label", "Produção"), ("expiry", "90")];
    let address = it.address("chaves");
    let (one, two) = tokio::join!(
        it.ana.post(&address, &fields),
        it.ana.post(&address, &fields)
    );
    assert_eq!(one.text("#chave-secreta"), two.text("#chave-secreta"));
    assert_eq!(it.active().await.len(), 2);
    assert_eq!(it.app.works().await, 1);
}

#[tokio::test]
async fn mistakes_are_named_beside_their_fields_and_what_was_typed_stays() {
    let it = Approved::start().await;
    for (fields, field) in [
        ([("label", " "), ("expiry", "90"), ("date", "")], "label"),
        (
            [("label", "Produção"), ("expiry", ""), ("date", "")],
            "expiry",
        ),
        (
            [("label", "Produção"), ("expiry", "3"), ("date", "")],
            "expiry",
        ),
        (
            [("label", "Produção"), ("expiry", "data"), ("date", "")],
            "date",
        ),
        (
            [
                ("label", "Produção"),
                ("expiry", "data"),
                ("date", "2026-09-06"),
            ],
            "date",
        ),
        (
            [
                ("label", "Produção"),
                ("expiry", "data"),
                ("date", "2036-10-01"),
            ],
            "date",
        ),
        (
            [
                ("label", "Produção"),
                ("expiry", "data"),
                ("date", "31/12/2026"),
            ],
            "date",
        ),
    ] {
        let page = it.adds_with(&fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        let keys = applications::keys_of(PtBr, "Abertura de conta");
        let title = common::error_title(PtBr, keys);
        assert!(page.text("head title").starts_with(&title));
        assert_eq!(page.texts(".page-head ~ .error-summary").len(), 1);
        assert!(!page.error_of(field).is_empty());
        assert_eq!(page.value_of("label"), fields[0].1);
        assert_eq!(page.value_of("date"), fields[2].1);
        let chosen = page.attributes("[name=expiry][checked]", "value");
        let valid = ["90", "data"].contains(&fields[1].1);
        assert_eq!(chosen.len(), usize::from(valid), "{fields:?}");
    }
    assert_eq!(it.active().await.len(), 1);
}

#[tokio::test]
async fn a_key_is_good_to_the_end_of_its_last_day() {
    let mut it = Approved::start().await;
    let fields = [
        ("label", "Produção"),
        ("expiry", "data"),
        ("date", "2026-09-07"),
    ];
    it.adds_with(&fields).await.is(StatusCode::OK);
    it.app.works().await;
    // It is two minutes past nine in the portal's zone.
    it.waits(Duration::from_mins(15 * 60 - 3)).await;
    assert_eq!(it.active().await.len(), 2);
    it.app.clock.advance(Duration::from_mins(1));
    assert_eq!(it.active().await.len(), 1);
    let page = it.keys_for(&it.ana).await;
    assert_eq!(page.text(".lines .stamp"), secrets::expired(PtBr));
}

#[tokio::test]
async fn no_name_is_used_twice_and_no_fourth_key_is_made() {
    let it = Approved::start().await;
    it.adds("Produção").await.is(StatusCode::OK);
    let page = it.adds(" Produção ").await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("label"), secrets::label_taken(PtBr));

    it.adds("Testes").await.is(StatusCode::OK);
    let page = it.keys_for(&it.ana).await;
    assert_eq!(page.texts("form [name=label]"), [""; 0]);
    assert!(page.text(".notice").contains(secrets::full_title(PtBr)));
    let fields = [("label", "Quarta"), ("expiry", "nunca")];
    let page = it.ana.post(&it.address("chaves"), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".notice").contains(secrets::full_title(PtBr)));
    assert_eq!(it.active().await.len(), 3);
    it.app.works().await;
}
