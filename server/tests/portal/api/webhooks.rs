//! Webhooks, made and changed by programs.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};

use super::{BOTH, Caller, error, ids, with_anas_caller};
use crate::{
    clients::JSON_API,
    harness::{Answer, BIA},
};

const URL: &str = "https://empresa.example/balcao";

fn new(group: Option<&str>, url: &str) -> Value {
    let group = group.map(|id| json!({"type": "groups", "id": id}));
    json!({"data": {
        "type": "webhooks",
        "attributes": {"url": url, "events": ["request.approved", "key.added"]},
        "relationships": {"group": {"data": group}},
    }})
}

fn act(kind: &str) -> Value {
    json!({"data": {"type": kind}})
}

fn id_of(answer: &Answer) -> String {
    let body: Value = answer.json();
    body["data"]["id"].as_str().unwrap().to_owned()
}

impl Caller {
    async fn changes(
        &self,
        method: &str,
        path: &str,
        if_match: Option<&str>,
        body: &Value,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, JSON_API)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        if let Some(tag) = if_match {
            request = request.header(header::IF_MATCH, tag);
        }
        let body = Body::from(body.to_string());
        self.program.sends(request, body).await
    }
}

#[tokio::test]
async fn a_program_that_its_person_let_makes_a_webhook_and_sees_the_secret_once() {
    let (app, by_administrators, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &by_administrators.program, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let key = [("Idempotency-Key", "webhook-1")];
    let made = ana
        .posts_with("/webhooks", &new(Some(&group), URL), &key)
        .await;
    let body: Value = made.is(StatusCode::CREATED).json();
    let secret = body["data"]["attributes"]["secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_"));
    let again = ana
        .posts_with("/webhooks", &new(Some(&group), URL), &key)
        .await;
    assert_eq!(
        again.json::<Value>(),
        body,
        "the same answer to the same call"
    );

    let path = format!("/webhooks/{}", id_of(&made));
    let seen = ana.reads(&path).await;
    assert!(!seen.html().contains(secret));
    let seen: Value = seen.is(StatusCode::OK).json();
    assert_eq!(seen["data"]["attributes"]["url"], URL);
    assert_eq!(seen["data"]["relationships"]["group"]["data"]["id"], group);
    assert_eq!(ids(&ana.reads("/webhooks").await).len(), 1);
    let of_another = format!("/webhooks?filter[group]={}", id_of(&made));
    assert_eq!(ids(&ana.reads(&of_another).await).len(), 0);

    let rotated = ana
        .posts(&format!("{path}/rotations"), &act("rotations"))
        .await;
    let rotated: Value = rotated.is(StatusCode::CREATED).json();
    assert_ne!(rotated["data"]["attributes"]["secret"], secret);
    app.works().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_new_webhook_is_told_with_its_place() {
    let (app, by_administrators, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &by_administrators.program, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    for url in ["http://empresa.example/", "https://10.0.0.1/", "empresa"] {
        let refused = ana.posts("/webhooks", &new(Some(&group), url)).await;
        let (status, code, source) = error(&refused);
        assert_eq!(
            (status, &*code),
            (StatusCode::UNPROCESSABLE_ENTITY, "invalid_value")
        );
        assert_eq!(source["pointer"], "/data/attributes/url");
    }
    let mut unknown = new(Some(&group), URL);
    unknown["data"]["attributes"]["events"] = json!(["request.forgotten"]);
    let (status, code, source) = error(&ana.posts("/webhooks", &unknown).await);
    assert_eq!((status, &*code), (StatusCode::BAD_REQUEST, "invalid_body"));
    assert_eq!(source["pointer"], "/data/attributes/events/0");
    app.works().await;
}

#[tokio::test]
async fn strangers_and_clients_by_administrators_make_none() {
    let (app, by_administrators, dora) = with_anas_caller().await;
    let group = ids(&by_administrators.reads("/groups").await).remove(0);
    let refused = by_administrators
        .posts("/webhooks", &new(Some(&group), URL))
        .await;
    assert_eq!(error(&refused).1, "not_allowed");
    app.bia().await;
    let bia = Caller::of(&dora, &by_administrators.program, BIA, BOTH).await;
    let refused = bia.posts("/webhooks", &new(Some(&group), URL)).await;
    let (status, code, source) = error(&refused);
    assert_eq!(
        (status, &*code),
        (StatusCode::NOT_FOUND, "related_not_found")
    );
    assert_eq!(source["pointer"], "/data/relationships/group/data/id");
    let refused = bia.posts("/webhooks", &new(None, URL)).await;
    assert_eq!(
        error(&refused).1,
        "not_allowed",
        "the portal's are for administrators"
    );
    let ana = Caller::by_password(&dora, &by_administrators.program, BOTH).await;
    let made = id_of(&ana.posts("/webhooks", &new(Some(&group), URL)).await);
    let path = format!("/webhooks/{made}");
    assert_eq!(bia.reads(&path).await.status, StatusCode::NOT_FOUND);
    let deleted = bia.changes("DELETE", &path, Some("*"), &json!({})).await;
    assert_eq!(deleted.status, StatusCode::NOT_FOUND);
    assert_eq!(ids(&bia.reads("/webhooks").await).len(), 0);
    app.works().await;
}

#[tokio::test]
async fn a_change_is_made_only_to_what_its_caller_saw() {
    let (app, by_administrators, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &by_administrators.program, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let made = id_of(&ana.posts("/webhooks", &new(Some(&group), URL)).await);
    let path = format!("/webhooks/{made}");
    let change =
        |url: &str| json!({"data": {"type": "webhooks", "id": made, "attributes": {"url": url}}});
    let seen = ana.reads(&path).await;
    let seen = seen.headers[header::ETAG].to_str().unwrap().to_owned();

    let unseen = ana
        .changes("PATCH", &path, None, &change("https://um.example/"))
        .await;
    let (status, code, source) = error(&unseen);
    assert_eq!(
        (status, &*code),
        (StatusCode::PRECONDITION_REQUIRED, "precondition_required")
    );
    assert_eq!(source["header"], "If-Match");
    let changed = ana
        .changes("PATCH", &path, Some(&seen), &change("https://um.example/"))
        .await;
    let body: Value = changed.is(StatusCode::OK).json();
    assert_eq!(body["data"]["attributes"]["url"], "https://um.example/");
    let now = changed.headers[header::ETAG].to_str().unwrap();
    assert_eq!(ana.reads(&path).await.headers[header::ETAG], now);
    let late = ana
        .changes(
            "PATCH",
            &path,
            Some(&seen),
            &change("https://dois.example/"),
        )
        .await;
    assert_eq!(error(&late).1, "precondition_failed");
    let mut other = change("https://dois.example/");
    other["data"]["id"] = json!(group);
    let other = ana.changes("PATCH", &path, Some("*"), &other).await;
    assert_eq!(error(&other).1, "type_mismatch");

    let paused =
        json!({"data": {"type": "webhooks", "id": made, "attributes": {"isPaused": true}}});
    let paused = ana.changes("PATCH", &path, Some(now), &paused).await;
    let paused: Value = paused.is(StatusCode::OK).json();
    assert_eq!(paused["data"]["attributes"]["pauseCause"], "person");
    let late = ana.changes("DELETE", &path, Some(now), &json!({})).await;
    assert_eq!(error(&late).1, "precondition_failed");
    let deleted = ana.changes("DELETE", &path, Some("*"), &json!({})).await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    assert_eq!(ana.reads(&path).await.status, StatusCode::NOT_FOUND);
    app.works().await;
}

#[tokio::test]
async fn a_test_is_logged_with_each_attempt_and_sent_again() {
    let (app, by_administrators, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &by_administrators.program, BOTH).await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    // Nobody may be sent to there: `.invalid` has no address (RFC 6761 §6.4).
    let nowhere = new(Some(&group), "https://empresa.invalid/balcao");
    let made = id_of(&ana.posts("/webhooks", &nowhere).await);
    let path = format!("/webhooks/{made}");
    let sent = ana.posts(&format!("{path}/tests"), &act("tests")).await;
    let sent: Value = sent.is(StatusCode::CREATED).json();
    assert_eq!(sent["data"]["attributes"]["event"], "webhook.test");
    app.works().await;

    let delivery = format!("{path}/deliveries/{}", sent["data"]["id"].as_str().unwrap());
    let seen: Value = ana.reads(&delivery).await.is(StatusCode::OK).json();
    let attributes = &seen["data"]["attributes"];
    assert_eq!(attributes["state"], "pending");
    assert_eq!(attributes["body"]["type"], "webhook.test");
    assert_eq!(attributes["log"].as_array().unwrap().len(), 1);
    assert_eq!(attributes["log"][0]["status"], Value::Null);
    assert!(attributes["log"][0]["failure"].is_string());
    let early = ana
        .posts(&format!("{delivery}/replays"), &act("replays"))
        .await;
    assert_eq!(error(&early).1, "delivery_pending");
    let pending = format!("{path}/deliveries?filter[state]=pending");
    assert_eq!(ids(&ana.reads(&pending).await).len(), 1);
    let arrived = format!("{path}/deliveries?filter[state]=delivered");
    assert_eq!(ids(&ana.reads(&arrived).await).len(), 0);

    let paused =
        json!({"data": {"type": "webhooks", "id": made, "attributes": {"isPaused": true}}});
    ana.changes("PATCH", &path, Some("*"), &paused)
        .await
        .is(StatusCode::OK);
    let refused = ana.posts(&format!("{path}/tests"), &act("tests")).await;
    assert_eq!(error(&refused).1, "webhook_paused");
    app.clock.advance(std::time::Duration::from_mins(1));
    app.works().await;
}

#[tokio::test]
async fn each_answer_says_how_many_calls_are_left() {
    let (app, ana, _) = with_anas_caller().await;
    let first = ana.reads("/groups").await;
    assert_eq!(first.headers["ratelimit-policy"], "\"calls\";q=600;w=60");
    let limit = first.headers["ratelimit"].to_str().unwrap();
    assert_eq!(limit, "\"calls\";r=599;t=60");
    for _ in 1..600 {
        ana.reads("/groups?page[size]=0").await;
    }
    let refused = ana.reads("/groups").await;
    assert_eq!(error(&refused).1, "too_many_requests");
    assert_eq!(refused.headers[header::RETRY_AFTER], "60");
    app.clock.advance(std::time::Duration::from_mins(1));
    ana.reads("/groups").await.is(StatusCode::OK);
    app.works().await;
}
