//! Calls of an API that comes to its end: what programs are told of it by headers.

use axum::http::{HeaderName, StatusCode, header};
use chrono::Days;
use domain::{
    catalogue::{ApiFiles, ApiState},
    testing,
};
use serde_json::Value;

use crate::harness::{Answer, TestApp, smv};

async fn becomes(app: &TestApp, state: ApiState) {
    let today = app.portal.now().date_naive();
    let files = ApiFiles {
        state: Some(state),
        sunset: (state == ApiState::Deprecated).then(|| today + Days::new(30)),
        successor: Some("crm-na-nuvem".to_owned()),
        ..ApiFiles::default()
    };
    testing::import(app, "smv", files).await;
    app.works().await;
}

fn links(answer: &Answer) -> Vec<&str> {
    let links = answer.headers.get_all(header::LINK).iter();
    links.map(|link| link.to_str().unwrap()).collect()
}

#[tokio::test]
async fn a_deprecated_api_says_in_each_answer_when_it_ends_and_what_follows() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let call = smv("5511999990200");
    let before = program.calls_smv(&token, &call).await;
    assert_eq!(before.header(HeaderName::from_static("deprecation")), "");
    let since = app.portal.now();
    becomes(&app, ApiState::Deprecated).await;

    let url = &app.portal.settings.public_url;
    for token in [token.as_str(), "none"] {
        let answer = program.calls_smv(token, &call).await;
        let deprecation = answer.header(HeaderName::from_static("deprecation"));
        assert_eq!(deprecation, format!("@{}", since.timestamp()));
        let sunset = answer.header(HeaderName::from_static("sunset"));
        // Midnight in São Paulo.
        assert!(sunset.ends_with(" 03:00:00 GMT"), "{sunset}");
        let versions = format!("{url}/catalogo/smv/versoes");
        assert_eq!(
            links(&answer),
            [
                format!("<{versions}>; rel=\"deprecation\"; type=\"text/html\""),
                format!("<{versions}>; rel=\"sunset\"; type=\"text/html\""),
                format!(
                    "<{url}/catalogo/crm-na-nuvem>; rel=\"successor-version\"; type=\"text/html\""
                ),
            ]
        );
    }
}

#[tokio::test]
async fn an_api_that_has_ended_is_gone_for_all_calls_and_says_what_follows() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    becomes(&app, ApiState::Retired).await;
    let url = &app.portal.settings.public_url;
    for token in [token.as_str(), "none"] {
        let answer = program.calls_smv(token, &smv("5511999990200")).await;
        answer.is(StatusCode::GONE);
        let json: Value = answer.json();
        assert_eq!(json["error"]["httpCode"], "410");
        let successor =
            format!("<{url}/catalogo/crm-na-nuvem>; rel=\"successor-version\"; type=\"text/html\"");
        assert_eq!(links(&answer), [successor]);
    }
}
