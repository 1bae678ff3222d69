//! Calls that are sent again because their answer did not arrive.

use axum::http::StatusCode;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{BOTH, Caller, error, ids, new_request, with_anas_caller};

const KEY: [(&str, &str); 1] = [("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324")];

#[tokio::test]
async fn a_call_that_is_sent_again_gets_the_first_answer_and_does_nothing() {
    let (app, ana, _) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let new = new_request(&app, &group, "pay-per-use");
    let first = ana.posts_with("/requests", &new, &KEY).await;
    let again = ana.posts_with("/requests", &new, &KEY).await;
    assert_eq!(first.bytes, again.is(StatusCode::CREATED).bytes);
    assert_eq!(
        again.header("idempotency-replayed".parse().unwrap()),
        "true"
    );
    assert_eq!(ids(&ana.reads("/requests").await).len(), 2);
    let other = ana
        .posts_with("/requests", &new_request(&app, &group, "trial"), &KEY)
        .await;
    assert_eq!(error(&other).1, "idempotency_key_reused");
    // Another call than this one may be refused by its state.
    let unkeyed = ana.posts("/requests", &new).await;
    assert_eq!(error(&unkeyed).1, "already_open");
    for key in ["", &"x".repeat(256), "é"] {
        let answer = ana
            .posts_with("/requests", &new, &[("Idempotency-Key", key)])
            .await;
        let expected = (
            StatusCode::BAD_REQUEST,
            json!({"header": "Idempotency-Key"}),
        );
        let (status, _, source) = error(&answer);
        assert_eq!((status, source), expected, "{key}");
    }
    app.works().await;
}

#[tokio::test]
async fn a_secret_is_told_again_to_whoever_made_it_and_to_nobody_else() {
    let (app, other, dora) = with_anas_caller().await;
    let ana = Caller::by_password(&dora, &other.program, BOTH).await;
    let application = ids(&ana.reads("/applications").await).remove(0);
    let path = format!("/applications/{application}/secrets");
    let new = json!({"data": {"type": "secrets", "attributes": {"label": "Nova"}}});
    let first: Value = ana.posts_with(&path, &new, &KEY).await.json();
    let again: Value = ana.posts_with(&path, &new, &KEY).await.json();
    assert_eq!(first, again);
    let secret = first["data"]["attributes"]["secretKey"].as_str().unwrap();
    let kept = app.kept_answers().await;
    assert_eq!(kept.len(), 1);
    assert!(
        !kept[0]
            .windows(secret.len())
            .any(|part| part == secret.as_bytes())
    );
    app.works().await;
}

#[tokio::test]
async fn of_thirty_at_once_one_is_done() {
    let (app, ana, _) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let new = new_request(&app, &group, "pay-per-use");
    let mut calls = JoinSet::new();
    for _ in 0..30 {
        let (ana, new) = (ana.with(&ana.token), new.clone());
        calls.spawn(async move {
            let answer = ana.posts_with("/requests", &new, &KEY).await;
            let is_done = answer.status == StatusCode::CREATED;
            if !is_done {
                assert_eq!(error(&answer).1, "in_progress");
            }
            is_done
        });
    }
    let answers = calls.join_all().await;
    assert!(answers.contains(&true));
    assert_eq!(ids(&ana.reads("/requests").await).len(), 2);
    app.works().await;
}

#[tokio::test]
async fn what_failed_by_its_state_can_be_sent_again() {
    let (app, ana, _) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    let new = new_request(&app, &group, "pay-per-use");
    ana.posts("/requests", &new).await.is(StatusCode::CREATED);
    let refused = ana.posts_with("/requests", &new, &KEY).await;
    assert_eq!(error(&refused).1, "already_open");
    let open = ids(&ana.reads("/requests?filter%5Bstate%5D=pending").await).remove(0);
    let visitor = app.signs_in(crate::harness::ANA).await;
    let cancel = format!("/solicitacoes/{open}/cancelar");
    visitor.post(&cancel, &[]).await.location();
    ana.posts_with("/requests", &new, &KEY)
        .await
        .is(StatusCode::CREATED);
    app.works().await;
}
