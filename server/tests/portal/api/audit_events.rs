//! The audit trail, read by programs of administrators.

use axum::http::StatusCode;
use domain::audit;
use serde_json::Value;

use super::{BOTH, Caller, error, ids, with_anas_caller};
use crate::{
    clients::DORA,
    harness::{ANA, CARLOS},
};

#[tokio::test]
async fn a_program_of_an_administrator_finds_who_did_what() {
    let (app, ana, dora) = with_anas_caller().await;
    let of_dora = Caller::of(&dora, &ana.program, DORA, BOTH).await;
    let page: Value = of_dora
        .reads("/audit-events?filter%5Baction%5D=client.registered&page%5Bsize%5D=1")
        .await
        .is(StatusCode::OK)
        .json();
    let event = &page["data"][0];
    assert_eq!(event["type"], "audit-events");
    assert_eq!(event["attributes"]["subjectKind"], "client");
    assert!(event["attributes"]["actorId"].is_string());
    assert!(page["links"]["next"].is_string());
    audit::seal(&app.portal, &app.vault).await.unwrap();
    let id = event["id"].as_str().unwrap();
    let one: Value = of_dora
        .reads(&format!("/audit-events/{id}"))
        .await
        .is(StatusCode::OK)
        .json();
    assert!(one["data"]["attributes"]["seal"]["position"].is_number());
    let actor = event["attributes"]["actorId"].as_str().unwrap();
    let done = of_dora
        .reads(&format!("/audit-events?filter%5Bactor%5D={actor}"))
        .await;
    assert!(ids(&done).contains(&id.to_owned()));
    let wrong = of_dora
        .reads("/audit-events?filter%5Baction%5D=nonsense")
        .await;
    assert_eq!(error(&wrong).0, StatusCode::BAD_REQUEST);
    app.works().await;
}

#[tokio::test]
async fn programs_of_others_read_nothing_of_it() {
    let (app, ana, dora) = with_anas_caller().await;
    let carlos = Caller::of(&dora, &ana.program, CARLOS, BOTH).await;
    for caller in [&ana, &carlos] {
        let list = caller.reads("/audit-events").await;
        assert_eq!(list.status, StatusCode::FORBIDDEN, "{ANA}");
    }
    app.works().await;
}
