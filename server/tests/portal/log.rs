//! What the log tells of those who use the portal, and what it must not.

use std::{
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::http::StatusCode;
use tracing::{Level, subscriber::DefaultGuard};

use crate::support::{ANA, PASSWORD, TestApp, smv};

const NUMBER: &str = "5511999990200";

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Everything that this test logs from now on, until the guard is dropped.
    fn keep() -> (Self, DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(Level::DEBUG)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn it_names_routes_and_neither_secrets_nor_people() {
    let (log, _guard) = Log::keep();
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let call = program.calls_smv(&token, &smv(NUMBER)).await;
    call.is(StatusCode::OK);
    program.calls_smv("nonsense", &smv(NUMBER)).await;
    let wrong = program.mistaken();
    wrong.asks_for_token().await.is(StatusCode::UNAUTHORIZED);
    assert!(program.is_active(&token).await);
    program.revokes(&token).await;
    app.clock.advance(Duration::from_mins(1));
    let link = app.forgets(ANA).await;
    app.visitor().get(&link).await.is(StatusCode::OK);
    app.visitor().enters(ANA, "outra-Senha-8").await;
    app.counts().await;

    let text = log.text();
    for told in [
        "route=\"/oauth2/v1/token\" status=200",
        "route=\"/oauth2/v1/token\" status=401",
        "route=\"/identity/v1\" status=200",
        "route=\"/identity/v1\" status=401",
        "route=\"/acesso/{token}\" status=200",
    ] {
        assert!(text.contains(told), "{told} is not in\n{text}");
    }
    let link_token = link.rsplit('/').next().unwrap();
    for secret in [
        &program.secret_key,
        &program.credential(),
        &wrong.secret_key,
        &token,
        link_token,
        PASSWORD,
        "outra-Senha-8",
        ANA,
        NUMBER,
    ] {
        assert!(!text.contains(secret), "{secret} is in\n{text}");
    }
}
