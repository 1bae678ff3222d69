//! Signing keys: other algorithms, and a new key beside the old one.

use std::time::Duration;

use domain::oauth::{self, Algorithm};
use serde_json::Value;

use crate::harness::{Program, TestApp};

const KEYS: &str = "/.well-known/jwks.json";

async fn published(program: &Program) -> Vec<String> {
    let set: Value = program.gets(KEYS, &[]).await.json();
    let keys = set["keys"].as_array().unwrap().iter();
    keys.map(|key| key["alg"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn each_algorithm_signs_what_is_then_believed() {
    for algorithm in Algorithm::ALL {
        let (app, program) = TestApp::with_program().await;
        oauth::rotate_keys(&app.system(), &app.vault, *algorithm, true)
            .await
            .unwrap();
        let token = program.token().await;
        let header = jsonwebtoken::decode_header(&token).unwrap();
        let keys: Value = program.gets(KEYS, &[]).await.json();
        let mut keys = keys["keys"].as_array().unwrap().iter();
        let key = keys.find(|key| key["kid"].as_str() == header.kid.as_deref());
        assert_eq!(key.unwrap()["alg"], algorithm.as_str());
        assert_eq!(format!("{:?}", header.alg), algorithm.as_str());
        let told = program.introspects(&token).await;
        assert_eq!(told["active"], true, "{algorithm}");
    }
}

#[tokio::test]
async fn a_new_key_is_known_a_day_before_it_signs_and_the_old_one_an_hour_after() {
    let (app, program) = TestApp::with_program().await;
    program.token().await;
    oauth::rotate_keys(&app.system(), &app.vault, Algorithm::EdDsa, false)
        .await
        .unwrap();
    assert_eq!(published(&program).await, ["ES256", "EdDSA"]);
    app.clock.advance(Duration::from_secs(24 * 3600 - 1));
    let last = program.token().await;
    app.clock.advance(Duration::from_secs(1));
    let first = program.token().await;
    assert!(program.is_active(&last).await && program.is_active(&first).await);
    assert_ne!(last.split('.').next(), first.split('.').next());
    app.clock.advance(Duration::from_hours(1));
    assert!(!program.is_active(&last).await);
}

#[tokio::test]
async fn the_tokens_of_a_withdrawn_key_are_refused() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let key = oauth::keys_of(&app.system()).await.unwrap().remove(0);
    oauth::withdraw_key(&app.system(), key.id).await.unwrap();
    assert!(!program.is_active(&token).await);
    let next = program.token().await;
    assert!(program.is_active(&next).await);
}

#[tokio::test]
async fn two_instances_believe_each_other() {
    let (app, program) = TestApp::with_program().await;
    let second = app.second_instance().await;
    let elsewhere = program.at(second.router());
    let (here, there) = (program.token().await, elsewhere.token().await);
    assert!(elsewhere.is_active(&here).await);
    assert!(program.is_active(&there).await);
}
