//! The pages on which clients are registered and looked after.

use domain::audit::Action;
use locales::{Locale::PtBr, clients as t, mail};

use super::*;

#[tokio::test]
async fn the_secret_is_shown_once_and_never_again() {
    let app = TestApp::start().await.with_catalogue().await;
    let dora = administrator(&app).await;
    app.knows(("Ana", "Souza"), ANA, &[]).await;
    let form = dora.get(&format!("{CLIENTS}/novo-de-credenciais")).await;
    assert!(form.html().contains(t::secret_hint(PtBr)));
    let proposed = form.value_of("segredo");
    let page = sends_form(&dora, "credenciais", &[]).await;
    assert!(page.html().contains(t::once(PtBr)));
    assert_eq!(page.heading(), t::made(PtBr));
    let (id, secret) = (page.text("#client-id"), page.text("#client-secret"));
    assert_ne!(secret, proposed, "each form has its own");
    for place in [
        CLIENTS.to_owned(),
        format!("{CLIENTS}/{id}"),
        format!("{CLIENTS}/{id}/segredo"),
    ] {
        assert!(!dora.get(&place).await.html().contains(&secret), "{place}");
    }
    app.works().await;
    let [told] = &app.inbox.mails_to(ANA)[..] else {
        panic!("one act is one mail");
    };
    assert_eq!(told.subject, mail::client_subject(PtBr, "ERP"));
    assert!(told.text.contains(&mail::client_registered(PtBr, "ERP")));
    assert!(!told.text.contains(&secret));
    let trail = app.trail(Action::ClientRegistered).await;
    assert_eq!(trail[0].actor.as_deref(), Some(DORA));
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let app = TestApp::start().await.with_catalogue().await;
    let dora = administrator(&app).await;
    let wrong = [
        ("nome", ""),
        ("segredo", "curto"),
        ("confidencial", ""),
        ("usuario", "ninguem@empresa.com.br"),
        ("escopos", ""),
        ("acesso", "1"),
        ("redes", "casa"),
    ];
    let page = sends_form(&dora, "credenciais", &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    for (field, text) in [
        ("nome", t::no_name(PtBr).to_owned()),
        ("segredo", t::secret_short(PtBr).to_owned()),
        ("confidencial", t::must_be_confidential(PtBr).to_owned()),
        ("usuario", t::no_account(PtBr).to_owned()),
        ("redes", t::no_network(PtBr, "casa")),
    ] {
        assert_eq!(page.error_of(field), text);
    }
    assert!(page.html().contains(&t::out_of_range(PtBr, "60", "86.400")));
}

#[tokio::test]
async fn a_client_that_asks_people_has_addresses_where_it_is_answered() {
    let app = TestApp::start().await.with_catalogue().await;
    let dora = administrator(&app).await;
    let list = dora.get(CLIENTS).await;
    assert!(list.html().contains(t::new_authorization(PtBr)));
    for (typed, text) in [
        ("", t::no_redirect(PtBr).to_owned()),
        ("volta", t::redirect_no_address(PtBr, "volta")),
        (
            "http://app.example/",
            t::redirect_insecure(PtBr, "http://app.example/"),
        ),
        (
            "https://app.example/#",
            t::redirect_fragment(PtBr, "https://app.example/#"),
        ),
        (
            "https://a@app.example/",
            t::redirect_credentials(PtBr, "https://a@app.example/"),
        ),
        (
            "https://APP.example/x",
            t::redirect_unusual(PtBr, "https://app.example/x"),
        ),
    ] {
        let page = sends_form(&dora, "autorizacao", &[("enderecos", typed)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("enderecos"), text);
        assert_eq!(page.value_of("enderecos"), typed);
    }
    let client = registers(&dora, "autorizacao", &[]).await;
    let page = dora.get(&format!("{CLIENTS}/{}", client.id)).await;
    for address in ADDRESSES.lines() {
        assert!(page.html().contains(address), "{address}");
    }
    assert!(page.html().contains(t::whoever_agrees(PtBr)));
}

#[tokio::test]
async fn the_password_is_asked_for_before_a_client_is_there() {
    let app = TestApp::start().await.with_catalogue().await;
    let dora = administrator(&app).await;
    app.knows(("Ana", "Souza"), ANA, &[]).await;
    let wrong = [("current", "errada")];
    app.clock.advance(std::time::Duration::from_hours(1));
    let page = sends_form(&dora, "credenciais", &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let list = dora.get(CLIENTS).await;
    assert!(list.html().contains(t::none_title(PtBr)));
    registers(&dora, "credenciais", &[]).await;
    app.works().await;
}

#[tokio::test]
async fn a_client_for_staff_waits_for_another_administrator() {
    let app = TestApp::start().await.with_catalogue().await;
    let dora = administrator(&app).await;
    let elsa = "elsa@balcao.example";
    let other = app.signed_in(elsa, &[Role::Administrator]).await;
    let client = registers(&dora, "credenciais", &[("usuario", elsa)]).await;
    let page = format!("{CLIENTS}/{}", client.id);
    let approve = async |who: &Visitor| {
        let fields = [("ato", "aprovar"), ("current", PASSWORD)];
        who.post(&format!("{page}/situacao"), &fields)
            .await
            .location();
        who.get(&page).await.flash()
    };
    let seen = dora.get(&page).await;
    assert!(seen.html().contains(t::pending_own(PtBr)));
    assert_eq!(approve(&dora).await, t::second_needed(PtBr));
    assert_eq!(approve(&other).await, t::approved_now(PtBr));
    assert_eq!(approve(&other).await, t::changed(PtBr));
    app.works().await;
}

#[tokio::test]
async fn another_secret_and_the_end_of_a_client() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    let page = format!("{CLIENTS}/{}", client.id);
    let form = dora.get(&format!("{page}/segredo")).await;
    let secret = form.value_of("segredo");
    let fields = [
        ("segredo", &*secret),
        ("prazo", "agora"),
        ("current", PASSWORD),
    ];
    let done = dora.post(&format!("{page}/segredo"), &fields).await;
    assert_eq!(done.text("#client-secret"), secret);
    asks(&program, own(&client))
        .await
        .is(StatusCode::UNAUTHORIZED);
    let changed = Keys {
        id: client.id,
        secret,
    };
    let token = token_of(&asks(&program, own(&changed)).await);
    let ask = dora.get(&format!("{page}/excluir")).await;
    assert!(ask.html().contains(&t::delete_breaks(PtBr, "1")));
    let answer = dora
        .post(&format!("{page}/excluir"), &[("current", PASSWORD)])
        .await;
    assert_eq!(answer.location(), CLIENTS);
    assert_eq!(dora.get(CLIENTS).await.flash(), t::deleted_now(PtBr));
    calls(&program, &token).await.is(StatusCode::UNAUTHORIZED);
    dora.get(&page).await.is(StatusCode::NOT_FOUND);
    app.works().await;
}

#[tokio::test]
async fn tokens_are_listed_filtered_and_revoked() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    let people = registers(&dora, "senha", &[("nome", "Vendas")]).await;
    app.works().await;
    let own_token = token_of(&asks(&program, own(&client)).await);
    let anas_token = token_of(&asks(&program, anas(&people)).await);
    let list = "/administracao/tokens";
    let rows = async |query: &str| {
        let page = dora.get(&format!("{list}{query}")).await;
        page.attributes("input[name=token]", "value").len()
    };
    assert_eq!(rows("").await, 2);
    assert_eq!(rows(&format!("?cliente={}", people.id)).await, 1);
    assert_eq!(rows(&format!("?pessoa={ANA}")).await, 2);
    assert_eq!(rows("?pessoa=ninguem%40empresa.com.br").await, 0);
    let nothing = dora.post(&format!("{list}/revogar"), &[]).await;
    assert_eq!(nothing.location(), list);
    assert_eq!(dora.get(list).await.flash(), t::none_chosen(PtBr));
    let all = [("cliente", &*client.id), ("todos", "1")];
    dora.post(&format!("{list}/revogar"), &all).await.location();
    calls(&program, &own_token)
        .await
        .is(StatusCode::UNAUTHORIZED);
    calls(&program, &anas_token).await.is(StatusCode::OK);
    assert_eq!(rows("?validos=1").await, 1);
    let all = [("pessoa", ANA), ("todos", "1")];
    dora.post(&format!("{list}/revogar"), &all).await.location();
    calls(&program, &anas_token)
        .await
        .is(StatusCode::UNAUTHORIZED);
    assert_eq!(rows("?validos=1").await, 0);
    assert_eq!(app.trail(Action::TokensRevoked).await.len(), 2);
}
