//! Who sees what, and who is let in at all.

use axum::http::{StatusCode, header};
use domain::Role;

use super::{BOTH, Caller, decision, error, ids, new_request, with_anas_caller};
use crate::{
    clients::{CRM, DORA},
    harness::{BIA, CARLOS},
};

const SUPPORT: &str = "suporte@balcao.example";

/// What each reader gets of Ana's things: herself, a manager, a stranger, support and an
/// administrator.
#[tokio::test]
async fn each_sees_what_they_see_on_the_pages() {
    let (app, ana, dora) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let application = ids(&ana.reads("/applications").await).remove(0);
    app.bia().await;
    app.signed_in(SUPPORT, &[Role::Support]).await;
    let of = async |email| Caller::of(&dora, &ana.program, email, BOTH).await;
    let readers = [
        &ana,
        &of(CARLOS).await,
        &of(BIA).await,
        &of(SUPPORT).await,
        &of(DORA).await,
    ];
    for (path, seen) in [
        (
            format!("/requests/{application}"),
            [true, true, false, false, false],
        ),
        (
            format!("/requests/{application}/decision"),
            [true, true, false, false, false],
        ),
        (
            format!("/applications/{application}"),
            [true, true, false, false, false],
        ),
        (
            format!("/applications/{application}/credential"),
            [true, false, false, false, false],
        ),
        (
            format!("/applications/{application}/usage"),
            [true, false, false, false, false],
        ),
        (
            format!("/applications/{application}/calls"),
            [true, false, false, false, false],
        ),
        (
            format!("/groups/{group}"),
            [true, true, false, false, false],
        ),
    ] {
        for (reader, seen) in readers.iter().zip(seen) {
            let answer = reader.reads(&path).await;
            let expected = if seen {
                StatusCode::OK
            } else {
                StatusCode::NOT_FOUND
            };
            assert_eq!(answer.status, expected, "{path} of {}", reader.keys.id);
        }
    }
    for (path, counts) in [
        ("/requests", [1, 1, 0, 0, 0]),
        ("/applications", [1, 1, 0, 0, 0]),
        ("/groups", [1, 0, 0, 0, 0]),
    ] {
        for (reader, count) in readers.iter().zip(counts) {
            assert_eq!(ids(&reader.reads(path).await).len(), count, "{path}");
        }
    }
    app.works().await;
}

/// The acts, for each of them who may not.
#[tokio::test]
async fn nobody_does_by_program_what_they_may_not_on_the_pages() {
    let (app, ana, dora) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let application = ids(&ana.reads("/applications").await).remove(0);
    let waiting = ana
        .posts("/requests", &new_request(&app, &group, "pay-per-use"))
        .await;
    let waiting: serde_json::Value = waiting.is(StatusCode::CREATED).json();
    let waiting = waiting["data"]["id"].as_str().unwrap();
    app.bia().await;
    let bia = Caller::of(&dora, &ana.program, BIA, BOTH).await;
    let suspension = |kind: &str| serde_json::json!({"data": {"type": kind, "attributes": {"reason": "Contrato vencido."}}});
    let secret = serde_json::json!({"data": {"type": "secrets", "attributes": {"label": "Nova"}}});
    let decide = format!("/requests/{waiting}/decisions");
    let suspend = format!("/applications/{application}/suspensions");
    let add = format!("/applications/{application}/secrets");
    for (caller, path, body, status) in [
        (
            &ana,
            &decide,
            decision("approved", None),
            StatusCode::FORBIDDEN,
        ),
        (
            &bia,
            &decide,
            decision("approved", None),
            StatusCode::FORBIDDEN,
        ),
        (
            &ana,
            &suspend,
            suspension("suspensions"),
            StatusCode::FORBIDDEN,
        ),
        (
            &bia,
            &suspend,
            suspension("suspensions"),
            StatusCode::NOT_FOUND,
        ),
        (&bia, &add, secret, StatusCode::NOT_FOUND),
    ] {
        let answer = caller.posts(path, &body).await;
        assert_eq!(answer.status, status, "{path}");
    }
    let strangers = bia
        .posts("/requests", &new_request(&app, &group, "trial"))
        .await;
    assert_eq!(error(&strangers).1, "related_not_found");
    app.works().await;
}

#[tokio::test]
async fn a_role_that_is_taken_away_is_gone_from_the_next_call_on() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    assert_eq!(ids(&carlos.reads("/requests").await).len(), 1);
    app.loses_roles(CARLOS).await;
    assert_eq!(ids(&carlos.reads("/requests").await).len(), 0);
    app.works().await;
}

#[tokio::test]
async fn a_token_opens_what_its_scopes_say_and_nothing_else() {
    let (app, ana, dora) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let reader = Caller::of(&dora, &ana.program, crate::harness::ANA, "portal.read").await;
    reader.reads("/requests").await.is(StatusCode::OK);
    let refused = reader
        .posts("/requests", &new_request(&app, &group, "trial"))
        .await;
    assert_eq!(error(&refused).1, "insufficient_scope");
    let challenge = refused.header(header::WWW_AUTHENTICATE);
    assert!(challenge.contains("scope=\"portal.write\""), "{challenge}");
    let of_an_api = Caller::of(&dora, &ana.program, crate::harness::ANA, CRM).await;
    assert_eq!(
        error(&of_an_api.reads("/requests").await).1,
        "insufficient_scope"
    );
    // The token of an application opens APIs alone.
    let applications = ana.with(&ana.program.token().await);
    let refused = applications.reads("/requests").await;
    assert_eq!(error(&refused).0, StatusCode::UNAUTHORIZED);
    let challenge = refused.header(header::WWW_AUTHENTICATE);
    assert!(
        challenge.contains("/.well-known/oauth-protected-resource"),
        "{challenge}"
    );
    // And that of a client with the portal's scopes opens no API.
    let answer = crate::clients::calls(&ana.program, &ana.token).await;
    answer.is(StatusCode::FORBIDDEN);
    app.works().await;
}

#[tokio::test]
async fn without_a_good_token_nobody_is_let_in() {
    let (app, ana, dora) = with_anas_caller().await;
    for token in ["", "x", "a.b.c"] {
        let answer = ana.with(token).reads("/requests").await;
        assert_eq!(error(&answer).0, StatusCode::UNAUTHORIZED, "{token}");
    }
    let none = ana.program.gets("/api/v1/requests", &[]).await;
    assert_eq!(error(&none).1, "invalid_token");
    // Who says nothing is told of no mistake (RFC 6750 §3.1).
    assert!(!none.header(header::WWW_AUTHENTICATE).contains("error"));
    app.clock.advance(std::time::Duration::from_hours(2));
    let expired = ana.reads("/requests").await;
    assert_eq!(error(&expired).1, "invalid_token");
    let fresh = Caller::of(&dora, &ana.program, crate::harness::ANA, BOTH).await;
    fresh.reads("/requests").await.is(StatusCode::OK);
    let address = format!("/administracao/clientes/{}/situacao", fresh.keys.id);
    dora.post(&address, &[("ato", "desativar")])
        .await
        .location();
    assert_eq!(error(&fresh.reads("/requests").await).1, "invalid_token");
    app.works().await;
}

#[tokio::test]
async fn where_nothing_is_the_error_is_json_api_too() {
    let (app, ana, _) = with_anas_caller().await;
    let application: domain::ids::ApplicationId = app.portal.new_id();
    for path in [
        "/nothing".to_owned(),
        "/applications/7".to_owned(),
        format!("/applications/{application}"),
        "/".to_owned(),
    ] {
        let answer = ana.reads(&path).await;
        assert_eq!(error(&answer).0, StatusCode::NOT_FOUND, "{path}");
    }
    let wrong = ana.posts("/accounts/me", &serde_json::json!({})).await;
    assert_eq!(error(&wrong).1, "method_not_allowed");
    assert_eq!(wrong.header(header::ALLOW), "GET,HEAD");
    let accept = [("Accept", "application/vnd.api+json; charset=utf-8")];
    let answer = ana.reads_with("/requests", &accept).await;
    assert_eq!(error(&answer).1, "not_acceptable");
    app.works().await;
}

/// An administrator who gives somebody a role lets no program act in it that was there before.
#[tokio::test]
async fn a_role_that_is_given_later_is_not_the_programs() {
    let (app, ana, dora) = with_anas_caller().await;
    app.bia().await;
    let bia = Caller::of(&dora, &ana.program, BIA, BOTH).await;
    app.gets_role(BIA, Role::ContractManager).await;
    assert_eq!(ids(&bia.reads("/requests").await).len(), 0);
    app.works().await;
}

#[tokio::test]
async fn no_client_of_an_administrator_gets_at_the_keys_of_others() {
    let (app, ana, _) = with_anas_caller().await;
    let application = ids(&ana.reads("/applications").await).remove(0);
    let new = serde_json::json!({"data": {"type": "secrets", "attributes": {"label": "Nova"}}});
    let path = format!("/applications/{application}/secrets");
    assert_eq!(error(&ana.posts(&path, &new).await).1, "not_allowed");
    app.works().await;
}

#[tokio::test]
async fn what_is_in_the_catalogue_no_more_is_not_found() {
    let (app, ana, _) = with_anas_caller().await;
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    let path = format!("/apis/{}", smv.id);
    ana.reads(&path).await.is(StatusCode::OK);
    app.withdraws_smv().await;
    assert_eq!(error(&ana.reads(&path).await).0, StatusCode::NOT_FOUND);
    app.works().await;
}
