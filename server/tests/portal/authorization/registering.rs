//! Programs that registered themselves ask whoever let them, and nobody else.

use locales::{Locale::PtBr, authorization as t};

use super::*;
use crate::{
    clients::{CRM, asks},
    harness::BIA,
    oauth2::register::{permit, registers_itself},
};

/// Ana lets a program register itself; its `client_id`.
async fn registered(scene: &Scene) -> String {
    let metadata = json!({
        "client_name": "Agente da Ana",
        "redirect_uris": [APP],
        "grant_types": ["authorization_code", "refresh_token"],
        "scope": CRM,
        "token_endpoint_auth_method": "none",
    });
    let token = permit(&scene.ana).await;
    let answer = registers_itself(&scene.program, &token, &metadata).await;
    let json: Value = answer.is(StatusCode::CREATED).json();
    json["client_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_program_that_registered_itself_is_let_and_calls() {
    let scene = Scene::begins().await;
    let id = registered(&scene).await;
    let address = scene.address(&[("client_id", &id)]);
    let asked = scene.ana.get(&address).await;
    assert_eq!(asked.heading(), t::asks(PtBr, "Agente da Ana"));
    let (to, told) = led(&decides(&scene.ana, &address, "permitir").await);
    assert_eq!(to, APP);
    let fields = json!({
        "grant_type": "authorization_code",
        "client_id": id,
        "code": told["code"],
        "redirect_uri": APP,
        "code_verifier": VERIFIER,
    });
    let answer = asks(&scene.program, fields).await;
    let json: Value = answer.is(StatusCode::OK).json();
    let renewal = json!({
        "grant_type": "refresh_token",
        "client_id": id,
        "refresh_token": json["refresh_token"],
    });
    let token = token_of(&asks(&scene.program, renewal).await);
    calls(&scene.program, &token).await.is(StatusCode::OK);

    // Ana sees it in both places, and deletes it.
    let account = scene.ana.get("/conta").await;
    assert_eq!(account.texts("#tokens li").len(), 1);
    let action = &account.attributes("#programas form", "action")[0];
    scene.dora.post(action, &[]).await.is(StatusCode::NOT_FOUND);
    calls(&scene.program, &token).await.is(StatusCode::OK);
    assert_eq!(scene.ana.post(action, &[]).await.location(), "/conta");
    let account = scene.ana.get("/conta").await;
    let none = [""; 0];
    assert_eq!(account.texts("#tokens li"), none);
    assert_eq!(account.texts("#programas li"), none);
    calls(&scene.program, &token)
        .await
        .is(StatusCode::UNAUTHORIZED);
    scene.ana.post(action, &[]).await.is(StatusCode::NOT_FOUND);
    scene.app.works().await;
}

#[tokio::test]
async fn anybody_else_is_told_what_is_told_of_an_unknown_program() {
    let scene = Scene::begins().await;
    let id = registered(&scene).await;
    let bia = scene.app.bia().await;
    assert_eq!(bia.email().as_deref(), Some(BIA));
    let nobody = "00000000-0000-7000-8000-000000000000";
    for other in [&bia, &scene.dora] {
        let of = async |id: &str| other.get(&scene.address(&[("client_id", id)])).await;
        let (known, unknown) = (of(&id).await, of(nobody).await);
        known.is(StatusCode::UNPROCESSABLE_ENTITY);
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(known.texts("main p"), unknown.texts("main p"));
        assert!(known.html().contains(t::unknown_client(PtBr)));
        assert!(!known.html().contains("Agente da Ana"));
    }
    scene.app.works().await;
}
