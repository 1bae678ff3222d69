//! What the log tells of those who use the portal, and what it must not.

use std::{cell::RefCell, io, sync::Once, time::Duration};

use axum::http::StatusCode;
use sea_orm::ConnectionTrait;
use tracing::Level;
use uuid::Uuid;

use crate::harness::{ANA, Answer, PASSWORD, TestApp, smv};

const NUMBER: &str = "5511999990200";

thread_local! {
    /// What the test of this thread logs, if it wants to know.
    static KEPT: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Writes to what the thread keeps.
struct Keeper;

impl io::Write for Keeper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        KEPT.with_borrow_mut(|kept| {
            if let Some(kept) = kept {
                kept.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps what is logged in this thread from now on. There is one subscriber for all threads: what
/// a place in the code logs is decided once, by whichever thread comes there first.
fn keep_log() {
    static LISTENS: Once = Once::new();
    LISTENS.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(Level::INFO)
            .with_ansi(false)
            .with_writer(|| Keeper)
            .init();
    });
    KEPT.set(Some(Vec::new()));
}

fn kept_log() -> String {
    String::from_utf8(KEPT.take().unwrap()).unwrap()
}

#[tokio::test]
async fn it_names_routes_and_neither_secrets_nor_people() {
    keep_log();
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

    let text = kept_log();
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

/// The lines that name the id of a request.
fn lines_about<'a>(text: &'a str, answer: &Answer) -> Vec<&'a str> {
    let id = answer.headers["x-request-id"].to_str().unwrap();
    text.lines().filter(|line| line.contains(id)).collect()
}

#[tokio::test]
async fn every_line_of_a_request_is_found_by_its_id() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    keep_log();
    let page = ana.get("/conta").await;
    let refused = app.visitor().enters(ANA, "outra-Senha-8").await;

    let text = kept_log();
    let (read, tried) = (lines_about(&text, &page), lines_about(&text, &refused));
    assert_eq!(read.len() + tried.len(), text.lines().count(), "{text}");
    let [line] = read[..] else { panic!("{text}") };
    let (_, account) = line.split_once("account=").unwrap();
    account.trim().parse::<Uuid>().unwrap();
    let within = "request{request_id=\"";
    let lines = tried.iter().filter(|line| line.contains(within));
    let lines: Vec<_> = lines.collect();
    assert!(!lines.is_empty(), "{text}");
    for line in lines {
        assert!(line.contains("route=\"/entrar\""), "{line}");
    }
}

#[tokio::test]
async fn what_is_logged_of_a_job_names_it() {
    let app = TestApp::start().await;
    let fields = [("email", ANA)];
    app.visitor().post("/esqueci-minha-senha", &fields).await;
    let writer = app.portal.db.writer();
    let unknown = "UPDATE jobs SET payload = '{\"kind\":\"of_tomorrow\"}'";
    writer.execute_unprepared(unknown).await.unwrap();
    keep_log();
    app.rests().await;

    let text = kept_log();
    let failed = text.lines().find(|line| line.contains("a job failed"));
    let failed = failed.unwrap_or_else(|| panic!("{text}"));
    assert!(failed.contains("job{job="), "{failed}");
    assert!(failed.contains("kind=\"of_tomorrow\""), "{failed}");
    let unwanted = "DELETE FROM jobs";
    writer.execute_unprepared(unwanted).await.unwrap();
}
