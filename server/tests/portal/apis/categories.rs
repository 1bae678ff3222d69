//! Administration: the categories of the catalogue.

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, api_draft as d, api_problems as p, categories as c};

use super::with_catalogue;
use crate::harness::{Answer, Visitor};

const PAGE: &str = "/administracao/categorias";

/// The form as it is, with what somebody types.
async fn types(who: &Visitor, typed: &[(&str, &str)]) -> Answer {
    let page = who.get(PAGE).await;
    let names = page.attributes("main .form input:not([type=checkbox])", "name");
    let values: Vec<_> = names.iter().map(|name| page.value_of(name)).collect();
    let shown = names
        .iter()
        .map(String::as_str)
        .zip(values.iter().map(String::as_str));
    let mut fields: Vec<(&str, &str)> = shown
        .filter(|(name, _)| typed.iter().all(|(field, _)| field != name))
        .collect();
    fields.extend(typed);
    who.post(PAGE, &fields).await
}

#[tokio::test]
async fn categories_are_added_renamed_and_ordered() {
    let (app, dora) = with_catalogue().await;
    let typed = [
        ("endereco.3", "pagamentos"),
        ("nome.3.pt-BR", "Pagamentos"),
        ("ordem.3", "0"),
        ("nome.0.en", "Renamed"),
    ];
    assert_eq!(types(&dora, &typed).await.location(), PAGE);
    let page = dora.get(PAGE).await;
    assert_eq!(page.flash(), c::categories_saved(PtBr));
    assert_eq!(page.value_of("endereco.0"), "pagamentos");
    assert_eq!(page.value_of("nome.1.en"), "Renamed");
    let trail = app.trail(Action::CategoriesChanged).await;
    assert_eq!(trail.len(), 2);
    // Nobody is in it yet, so it can go again.
    types(&dora, &[("remover.0", "1")]).await.location();
    assert_ne!(dora.get(PAGE).await.value_of("endereco.0"), "pagamentos");
}

#[tokio::test]
async fn what_is_wrong_with_a_category_is_said_beside_it() {
    let (_app, dora) = with_catalogue().await;
    let page = types(&dora, &[("endereco.3", "Não é"), ("nome.3.pt-BR", "X")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("endereco.3"), c::category_slug_wrong(PtBr));
    assert_eq!(page.value_of("nome.3.pt-BR"), "X");
    let page = types(&dora, &[("endereco.3", "nova")]).await;
    assert_eq!(page.error_of("nome.3.pt-BR"), c::category_no_name(PtBr));
    let page = types(&dora, &[("ordem.0", "um")]).await;
    let wrong = p::wrong_number(PtBr, c::order(PtBr));
    assert_eq!(page.error_of("ordem.0"), wrong);
    let page = types(&dora, &[("remover.0", "1")]).await;
    assert_eq!(page.error_of("ordem.0"), c::category_used(PtBr));
}

#[tokio::test]
async fn whoever_saves_categories_second_is_told() {
    let (_app, dora) = with_catalogue().await;
    let stale = dora.get(PAGE).await.value_of("visto");
    types(&dora, &[("nome.0.en", "First")]).await.location();
    let page = types(&dora, &[("nome.0.en", "Second"), ("visto", &stale)]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".error-summary").contains(d::changed_title(PtBr)));
    assert_eq!(page.value_of("nome.0.en"), "Second");
}

#[tokio::test]
async fn whoever_saves_second_names_no_category_like_another() {
    let (_app, dora) = with_catalogue().await;
    let page = dora.get(PAGE).await;
    let stale = page.value_of("visto");
    let mine: Vec<(String, String)> = page
        .attributes("main .form input:not([type=checkbox])", "name")
        .into_iter()
        .map(|name| (name.clone(), page.value_of(&name)))
        .filter(|(name, _)| name != "visto")
        .collect();
    // Somebody else lets the last one be the first, and adds one.
    let other = [
        ("ordem.2", "0"),
        ("endereco.3", "pagamentos"),
        ("nome.3.pt-BR", "Pagamentos"),
        ("ordem.3", "9"),
    ];
    types(&dora, &other).await.location();

    let mut fields: Vec<_> = mine
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.push(("visto", &stale));
    let told = dora.post(PAGE, &fields).await;
    told.is(StatusCode::UNPROCESSABLE_ENTITY);
    for row in 0..3 {
        let (slug, name) = (format!("endereco.{row}"), format!("nome.{row}.pt-BR"));
        assert_eq!(told.value_of(&slug), page.value_of(&slug));
        assert_eq!(told.value_of(&name), page.value_of(&name));
    }
    assert!(told.html().contains("value=\"pagamentos\""));
}
