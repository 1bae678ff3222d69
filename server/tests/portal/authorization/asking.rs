//! What a program asks for, and what it is refused without a word of the person.

use axum::http::{Request, header};
use locales::{
    Locale::{self, PtBr},
    authorization as t, sign_in,
};

use super::*;
use crate::{clients::CLIENTS, harness::PASSWORD};

#[tokio::test]
async fn who_is_not_signed_in_comes_back_with_all_that_was_sent() {
    let scene = Scene::begins().await;
    let address = scene.address(&[]);
    let somebody = scene.app.visitor();
    let way = somebody.get(&address).await.location().to_owned();
    assert!(way.starts_with("/entrar?continuar="), "{way}");
    let page = somebody.get(&way).await;
    assert_eq!(page.heading(), sign_in::title(PtBr));
    let return_to = page.value_of("continuar");
    let fields = [
        ("email", ANA),
        ("password", PASSWORD),
        ("continuar", &*return_to),
    ];
    assert_eq!(somebody.post("/entrar", &fields).await.location(), address);
    let page = somebody.get(&address).await;
    assert_eq!(page.heading(), t::asks(PtBr, "Assistente"));
    scene.app.works().await;
}

#[tokio::test]
async fn the_page_says_who_asks_for_what_in_whose_name_and_until_when() {
    let scene = Scene::begins().await;
    let page = scene.ana.get(&scene.address(&[])).await;
    let facts = page.texts("main dl.facts dd");
    let [program, whose, apis, until, to] = &facts[..] else {
        panic!("{facts:?}");
    };
    assert_eq!(program, "Assistente");
    assert_eq!(whose, &format!("Ana Souza ({ANA})"));
    assert_eq!(apis, "CRM na nuvem");
    let end = scene.app.portal.now() + chrono::TimeDelta::days(30);
    let zone = scene.app.portal.settings.time_zone;
    assert_eq!(until, &domain::dates::date_time(end, zone, PtBr));
    assert_eq!(to, "app.example");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("form-action 'self';"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(page.texts("script"), [""; 0]);

    let local = [("redirect_uri", "http://127.0.0.1:50123/volta")];
    let page = scene.ana.get(&scene.address(&local)).await;
    let to = &page.texts("main dl.facts dd")[4];
    assert_eq!(to, &t::this_machine(PtBr, "127.0.0.1:50123"));
    scene.app.works().await;
}

#[tokio::test]
async fn it_says_so_in_the_language_of_the_reader() {
    let scene = Scene::begins().await;
    for locale in Locale::ALL {
        scene.ana.reads_in(locale).await;
        let page = scene.ana.get(&scene.address(&[])).await;
        assert_eq!(page.heading(), t::asks(locale, "Assistente"));
        let page = scene.ana.get(&scene.address(&[("client_id", "x")])).await;
        assert_eq!(page.heading(), t::stopped(locale));
    }
    scene.app.works().await;
}

/// An open redirector would lend the portal's name to any address.
#[tokio::test]
async fn nobody_is_led_to_an_address_that_was_not_registered() {
    let scene = Scene::begins().await;
    for address in [
        "",
        "https://evil.example/volta",
        "https://app.example.evil.example/volta",
        "https://app.example@evil.example/volta",
        "https://evil.example/https://app.example/volta",
        "https://app.example/",
        "https://app.example/volta/",
        "https://app.example/volta/../outra",
        "https://app.example/volta?x=1",
        "https://app.example/volta#x",
        "https://app.example/VOLTA",
        "https://App.Example/volta",
        "HTTPS://app.example/volta",
        "https://app.example:443/volta",
        "https://app.example:8443/volta",
        "http://app.example/volta",
        "//app.example/volta",
        "/volta",
        "javascript:alert(1)//https://app.example/volta",
        "http://localhost/volta",
        "http://127.0.0.1:80@evil.example/volta",
        "http://127.0.0.1:99999/volta",
        "http://127.0.0.1/outra",
        "https://127.0.0.1/volta",
    ] {
        // Neither a good request nor a wrong one.
        for more in [("state", "x"), ("scope", "segredos")] {
            let page = scene.address(&[("redirect_uri", address), more]);
            let answer = scene.ana.get(&page).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.header(header::LOCATION), "", "{address}");
            assert_eq!(answer.header(HeaderName::from_static("refresh")), "");
            assert!(
                answer.html().contains(t::unknown_redirect(PtBr)),
                "{address}"
            );
            let links = answer.attributes("main a", "href");
            assert!(links.iter().all(|it| it.starts_with('/')), "{links:?}");
            let posted = sends(&scene.ana, &page, "", "recusar").await;
            posted.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(posted.header(HeaderName::from_static("refresh")), "");
        }
    }
    scene.app.works().await;
}

#[tokio::test]
async fn a_client_that_may_not_ask_is_told_nothing() {
    let scene = Scene::begins().await;
    let of_another_kind = registers(&scene.dora, "senha", &[]).await;
    for id in ["", "x", &of_another_kind.id, &scene.program.public_key] {
        let answer = scene.ana.get(&scene.address(&[("client_id", id)])).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.html().contains(t::unknown_client(PtBr)), "{id}");
        assert_eq!(answer.header(header::LOCATION), "");
    }
    let state = format!("{CLIENTS}/{}/situacao", scene.keys.id);
    let disable = [("ato", "desativar")];
    scene.dora.post(&state, &disable).await.location();
    let answer = scene.ana.get(&scene.address(&[])).await;
    assert!(answer.html().contains(t::unknown_client(PtBr)));
    scene.app.works().await;
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_with_its_request() {
    let scene = Scene::begins().await;
    for (changed, code) in [
        (("response_type", ""), "invalid_request"),
        (("response_type", "token"), "unsupported_response_type"),
        (("response_mode", "form_post"), "invalid_request"),
        (("code_challenge", ""), "invalid_request"),
        (("code_challenge", "curto"), "invalid_request"),
        (("code_challenge_method", ""), "invalid_request"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("scope", "smv"), "invalid_scope"),
        (("scope", "crm-na-nuvem segredos"), "invalid_scope"),
        (("resource", "https://evil.example"), "invalid_target"),
    ] {
        let address = scene.address(&[changed]);
        let answer = scene.ana.get(&address).await;
        let (to, told) = parts(answer.location());
        assert_eq!((&*to, &*told["error"]), (APP, code), "{changed:?}");
        assert_eq!(told["state"], "a&b c");
        assert_eq!(told["iss"], "https://balcao.example");
        assert!(!told.contains_key("code"));
        // A browser that comes from the portal's own form would not follow a redirect.
        let own = Request::get(&address).header("Sec-Fetch-Site", "same-origin");
        assert_eq!(led(&scene.ana.send(own).await).1, told);
    }
    // Whoever is not signed in is led nowhere but to the sign-in page.
    let stranger = scene
        .app
        .visitor()
        .get(&scene.address(&[("scope", "x")]))
        .await;
    assert!(stranger.location().starts_with("/entrar?"));
    scene.app.works().await;
}
