//! Acts by program: the same as on the pages, and in the trail with the client.

use axum::http::StatusCode;
use domain::audit::Action;
use serde_json::{Value, json};

use super::{BOTH, Caller, decision, error, ids, new_request, with_anas_caller};
use crate::harness::{ANA, CARLOS};

fn id_of_filed(answer: &crate::harness::Answer) -> String {
    let body: Value = answer.is(StatusCode::CREATED).json();
    body["data"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_request_is_filed_decided_suspended_resumed_and_revoked_by_programs() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let filed = ana
        .posts("/requests", &new_request(&app, &group, "pay-per-use"))
        .await;
    let request = id_of_filed(&filed);
    app.works().await;
    assert!(!app.inbox.mails_to(CARLOS).is_empty());
    let waits = ana.reads(&format!("/requests/{request}/decision")).await;
    assert_eq!(error(&waits).0, StatusCode::NOT_FOUND);

    let decide = format!("/requests/{request}/decisions");
    let decided = carlos.posts(&decide, &decision("approved", None)).await;
    decided.is(StatusCode::CREATED);
    let again = carlos.posts(&decide, &decision("approved", None)).await;
    assert_eq!(error(&again).1, "already_decided");

    for (act, kind, state) in [
        ("suspensions", "suspensions", "suspended"),
        ("resumptions", "resumptions", "approved"),
        ("revocations", "revocations", "revoked"),
    ] {
        let body = json!({"data": {"type": kind, "attributes": {"reason": "Contrato vencido."}}});
        let done = carlos
            .posts(&format!("/applications/{request}/{act}"), &body)
            .await;
        let done: Value = done.is(StatusCode::OK).json();
        assert_eq!(done["data"]["attributes"]["state"], state);
    }

    for (action, email, keys) in [
        (Action::RequestSubmitted, ANA, &ana.keys),
        (Action::RequestApproved, CARLOS, &carlos.keys),
    ] {
        let trail = app.trail(action).await;
        let by_program = trail.iter().find(|it| it.client.is_some()).unwrap();
        assert_eq!(by_program.actor.as_deref(), Some(email));
        let client = by_program.client.map(|id| id.to_string());
        assert_eq!(client.as_deref(), Some(&*keys.id));
        assert!(by_program.request_id.is_some());
    }
    // What people do on the pages names no client.
    assert_eq!(app.trail(Action::SignedIn).await[0].client, None);
    app.works().await;
}

#[tokio::test]
async fn a_rejection_says_why() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let filed = ana
        .posts("/requests", &new_request(&app, &group, "pay-per-use"))
        .await;
    let request = id_of_filed(&filed);
    let decide = format!("/requests/{request}/decisions");
    for (reason, at) in [
        (None, "/data/attributes"),
        (Some("não"), "/data/attributes/reason"),
    ] {
        let pointer = json!({"pointer": at});
        let answer = carlos.posts(&decide, &decision("rejected", reason)).await;
        let expected = (StatusCode::UNPROCESSABLE_ENTITY, "invalid_value".to_owned());
        let (status, code, source) = error(&answer);
        assert_eq!(((status, code), source), (expected, pointer));
    }
    let reason = "Falta o contrato assinado.";
    let decided = carlos
        .posts(&decide, &decision("rejected", Some(reason)))
        .await;
    decided.is(StatusCode::CREATED);
    let told: Value = ana
        .reads(&format!("/requests/{request}/decision"))
        .await
        .json();
    assert_eq!(told["data"]["attributes"]["reason"], reason);
    // A body that is wrong where it stands says so.
    let body = json!({"data": {"type": "decisions", "attributes": {"outcome": "maybe"}}});
    let (status, code, source) = error(&carlos.posts(&decide, &body).await);
    assert_eq!((status, &*code), (StatusCode::BAD_REQUEST, "invalid_body"));
    assert_eq!(source, json!({"pointer": "/data/attributes/outcome"}));
    app.works().await;
}

#[tokio::test]
async fn a_key_is_shown_once_works_and_is_revoked() {
    let (app, other, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &other.program, BOTH).await;
    let application = ids(&ana.reads("/applications").await).remove(0);
    let new = json!({"data": {"type": "secrets", "attributes": {"label": "Nova"}}});
    let made = ana
        .posts(&format!("/applications/{application}/secrets"), &new)
        .await;
    let made: Value = made.is(StatusCode::CREATED).json();
    let secret = made["data"]["attributes"]["secretKey"].as_str().unwrap();
    let other = ana.program.with(secret.to_owned());
    other.asks_for_token().await.is(StatusCode::OK);
    let shown = ana
        .reads(&format!("/applications/{application}/credential"))
        .await;
    assert!(!shown.html().contains(secret));
    let id = made["data"]["id"].as_str().unwrap();
    let revoke = json!({"data": {"type": "revocations", "attributes": {}}});
    let address = format!("/applications/{application}/secrets/{id}/revocations");
    ana.posts(&address, &revoke).await.is(StatusCode::OK);
    other.asks_for_token().await.is(StatusCode::UNAUTHORIZED);
    let again = ana.posts(&address, &revoke).await;
    assert_eq!(error(&again).1, "secret_over");
    // The last one is revoked for whoever says so.
    let shown: Value = shown.json();
    let secrets = shown["data"]["attributes"]["secrets"].as_array().unwrap();
    let first = secrets.iter().find(|it| it["id"] != id).unwrap()["id"]
        .as_str()
        .unwrap();
    let address = format!("/applications/{application}/secrets/{first}/revocations");
    assert_eq!(error(&ana.posts(&address, &revoke).await).1, "last_key");
    let sure = json!({"data": {"type": "revocations", "attributes": {"lastConfirmed": true}}});
    ana.posts(&address, &sure).await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn a_body_that_asks_for_something_else_is_refused_with_its_place() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let application = ids(&ana.reads("/applications").await).remove(0);
    let suspend = format!("/applications/{application}/suspensions");
    let revocation = json!({"data": {
        "type": "revocations", "attributes": {"reason": "Contrato vencido."},
    }});
    let refused = carlos.posts(&suspend, &revocation).await;
    let at = |place: &str| json!({"pointer": place});
    let expected = (
        StatusCode::CONFLICT,
        "type_mismatch".to_owned(),
        at("/data/type"),
    );
    assert_eq!(error(&refused), expected);

    let mut with_id = new_request(&app, &group, "pay-per-use");
    with_id["data"]["id"] = json!("7");
    let (status, code, source) = error(&ana.posts("/requests", &with_id).await);
    assert_eq!(
        (status, &*code),
        (StatusCode::FORBIDDEN, "client_generated_id")
    );
    assert_eq!(source, at("/data/id"));

    let mut other = new_request(&app, &group, "pay-per-use");
    other["data"]["relationships"]["api"]["data"]["type"] = json!("groups");
    let (_, code, source) = error(&ana.posts("/requests", &other).await);
    let place = at("/data/relationships/api/data/type");
    assert_eq!((&*code, source), ("type_mismatch", place));

    let mut unknown = new_request(&app, &group, "pay-per-use");
    unknown["data"]["attributes"]["answers"] = json!({"cor": "azul"});
    let (status, _, source) = error(&ana.posts("/requests", &unknown).await);
    let place = at("/data/attributes/answers/cor");
    assert_eq!((status, source), (StatusCode::UNPROCESSABLE_ENTITY, place));

    let new = new_request(&app, &group, "pay-per-use");
    let (_, _, source) = error(&ana.posts("/requests?include=api", &new).await);
    assert_eq!(source, json!({"parameter": "include"}));

    // What JSON:API allows around a resource is no mistake.
    let mut allowed = new;
    allowed["jsonapi"] = json!({"version": "1.1"});
    allowed["meta"] = json!({"from": "a test"});
    let filed = ana.posts("/requests", &allowed).await;
    let location = filed.header("location".parse().unwrap()).to_owned();
    assert_eq!(
        location,
        format!("/api/v1/requests/{}", id_of_filed(&filed))
    );
    app.works().await;
}

#[tokio::test]
async fn several_requests_are_decided_at_once_each_with_its_result() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let filed = ana
        .posts("/requests", &new_request(&app, &group, "pay-per-use"))
        .await;
    let waiting = id_of_filed(&filed);
    let decided = ids(&ana.reads("/requests?filter[state]=approved").await).remove(0);
    let nobodys = "00000000-0000-7000-8000-000000000000";
    let body = json!({"data": {"type": "bulk-decisions", "attributes": {
        "outcome": "rejected",
        "reason": "Falta o contrato.",
        "requests": [decided, nobodys, waiting],
    }}});
    let refused = ana.posts("/bulk-decisions", &body).await;
    assert_eq!(error(&refused).1, "not_allowed");
    let key = [("Idempotency-Key", "bulk-1")];
    let answer = carlos.posts_with("/bulk-decisions", &body, &key).await;
    let told: Value = answer.is(StatusCode::OK).json();
    let results = told["data"]["attributes"]["results"].as_array().unwrap();
    let results: Vec<_> = results
        .iter()
        .map(|it| (it["decided"].as_bool().unwrap(), it["code"].as_str()))
        .collect();
    assert_eq!(
        results,
        [
            (false, Some("already_decided")),
            (false, Some("not_found")),
            (true, None),
        ]
    );
    let again = carlos.posts_with("/bulk-decisions", &body, &key).await;
    assert_eq!(again.json::<Value>(), told);
    let decision = format!("/requests/{waiting}/decision");
    let decision: Value = ana.reads(&decision).await.is(StatusCode::OK).json();
    assert_eq!(decision["data"]["attributes"]["outcome"], "rejected");
    app.works().await;
}
