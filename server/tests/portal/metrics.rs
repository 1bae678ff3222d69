//! What is counted of calls that are forwarded, of quotas and of writes that cannot be kept.
//! `tests/program/metrics.rs` has the rest, as Prometheus reads it.

use axum::{Router, http::StatusCode};
use domain::catalogue;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusRecorder};
use sea_orm::{ConnectionTrait, DatabaseBackend};
use server::config::UpstreamConfig;
use tokio::net::TcpListener;

use crate::harness::{ANA, GROUP, TestApp, but, smv};

const NUMBER: &str = "5511999990200";

fn recorder() -> PrometheusRecorder {
    PrometheusBuilder::new().build_recorder()
}

#[track_caller]
fn assert_shows(recorder: &PrometheusRecorder, series: &str) {
    let figures = recorder.handle().render();
    let found = figures.lines().any(|line| line.starts_with(series));
    assert!(found, "{series} is not in\n{figures}");
}

#[tokio::test]
async fn a_call_that_is_forwarded_is_the_upstreams() {
    let recorder = recorder();
    let _kept = metrics::set_default_local_recorder(&recorder);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let upstream = Router::new().fallback(|| async { "here" });
    tokio::spawn(async move { axum::serve(listener, upstream).await.unwrap() });
    let allowed = UpstreamConfig {
        hosts: vec!["127.0.0.1".to_owned()],
        networks: vec!["127.0.0.0/8".parse().unwrap()],
        ..UpstreamConfig::default()
    };
    let (app, program) = TestApp::with_paying_program(allowed).await;
    let url = format!("http://{address}/");
    let system = app.system();
    let set = catalogue::set_upstream(&system, &app.catalogue, "smv", Some(url));
    set.await.unwrap();
    let token = program.token().await;
    let call = program.calls_smv(&token, &smv(NUMBER)).await;
    call.is(StatusCode::OK);
    app.counts().await;
    app.works().await;
    let by = "{api=\"smv\",answered_by=\"upstream\",status=\"2xx\"";
    assert_shows(
        &recorder,
        &format!("balcao_gateway_call_duration_seconds{by}"),
    );
    let route = "{route=\"/identity/v1\",method=\"POST\",status=\"2xx\"";
    assert_shows(
        &recorder,
        &format!("balcao_http_request_duration_seconds{route}"),
    );
}

#[tokio::test]
async fn a_call_beyond_the_quota_is_throttled() {
    let recorder = recorder();
    let _kept = metrics::set_default_local_recorder(&recorder);
    let (app, program) = TestApp::with_program().await;
    app.allows_calls("smv", 1).await;
    let token = program.token().await;
    program.calls_smv(&token, &smv(NUMBER)).await;
    let refused = program.calls_smv(&token, &smv(NUMBER)).await;
    refused.is(StatusCode::TOO_MANY_REQUESTS);
    app.counts().await;
    app.works().await;
    assert_shows(&recorder, "balcao_throttled_total{kind=\"quota\"} 1");
}

#[tokio::test]
async fn a_write_that_is_not_kept_is_counted() {
    let recorder = recorder();
    let _kept = metrics::set_default_local_recorder(&recorder);
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let writer = app.portal.db.writer();
    if writer.get_database_backend() != DatabaseBackend::Sqlite {
        return;
    }
    let no_more = "PRAGMA max_page_count = 1";
    writer.execute_unprepared(no_more).await.unwrap();
    let own = but(&GROUP, "email", ANA);
    for number in 0..400 {
        let name = format!("Grupo {number}");
        let answer = ana.post("/grupos/novo", &but(&own, "name", &name)).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            break;
        }
    }
    assert_shows(
        &recorder,
        "balcao_database_write_failures_total{cause=\"full\"}",
    );
    let space_again = "PRAGMA max_page_count = 1073741823";
    writer.execute_unprepared(space_again).await.unwrap();
    app.works().await;
}
