//! Taking a request back.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, flash, mail, request_done, terms};

use super::step;
use crate::harness::{ANA, BIA, SMV_TRIAL, TestApp};

#[tokio::test]
async fn a_request_that_waits_is_taken_back() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_mins(1));
    let answer = ana.post(&step(&request, "cancelar"), &[]).await;
    assert_eq!(answer.location(), step(&request, "pronto"));
    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::request_cancelled(PtBr));
    assert_eq!(page.heading(), request_done::cancelled(PtBr));
    assert_eq!(page.text(".stamp"), terms::state_cancelled(PtBr));
    assert_eq!(page.attributes(".actions a", "href"), [SMV_TRIAL]);

    app.works().await;
    let cancelled = &app.inbox.mails_to(ANA)[0];
    assert_eq!(
        cancelled.subject,
        mail::cancelled_subject(PtBr, "2026-0001")
    );
    assert_eq!(app.inbox.link_for(ANA), step(&request, "pronto"));

    let queue = carlos.get("/aprovacoes").await;
    assert_eq!(queue.texts("tbody tr"), [""; 0]);
    let [entry] = &app.trail(Action::RequestCancelled).await[..] else {
        panic!("one act is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    assert_eq!(entry.about.to_string(), request);
}

#[tokio::test]
async fn twice_is_as_good_as_once_and_one_may_ask_again() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    for _ in 0..2 {
        let answer = ana.post(&step(&request, "cancelar"), &[]).await;
        let page = ana.get(answer.location()).await;
        assert_eq!(page.flash(), flash::request_cancelled(PtBr));
    }
    assert_eq!(app.trail(Action::RequestCancelled).await.len(), 1);
    assert_ne!(app.requests(&ana, &group).await, request);
    let mails = app.inbox.mails_to(ANA);
    let cancelled = mail::cancelled_subject(PtBr, "2026-0001");
    let told = mails.iter().filter(|mail| mail.subject == cancelled);
    assert_eq!(told.count(), 1);
}

#[tokio::test]
async fn a_draft_is_thrown_away() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    let answer = ana.post(&step(&draft, "cancelar"), &[]).await;
    assert_eq!(answer.location(), "/minhas-aplicacoes");
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.flash(), flash::request_cancelled(PtBr));
    assert_eq!(page.texts(".lines li"), [""; 0]);
    for step in ["pronto", "revisao"].map(|name| step(&draft, name)) {
        ana.get(&step).await.is(StatusCode::NOT_FOUND);
    }
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 0);
}

#[tokio::test]
async fn others_of_the_group_cannot() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let request = app.requests(&ana, &group).await;
    let answer = bia.post(&step(&request, "cancelar"), &[]).await;
    answer.is(StatusCode::NOT_FOUND);
    let page = bia.get(&step(&request, "pronto")).await;
    assert_eq!(page.heading(), request_done::pending(PtBr));
}

#[tokio::test]
async fn a_decision_that_came_first_stands() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &request).await;
    let answer = ana.post(&step(&request, "cancelar"), &[]).await;
    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::too_late_to_cancel(PtBr));
    assert_eq!(page.heading(), request_done::approved(PtBr));
}

#[tokio::test]
async fn of_a_cancellation_and_an_approval_at_once_one_counts() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let address = step(&request, "cancelar");
    let (cancelled, decided) = tokio::join!(
        ana.post(&address, &[]),
        carlos.decides(&request, "aprovar", "")
    );
    let page = ana.get(cancelled.location()).await;
    if decided.location() == "/aprovacoes" {
        assert_eq!(page.flash(), flash::too_late_to_cancel(PtBr));
        assert_eq!(page.heading(), request_done::approved(PtBr));
        assert_eq!(app.rows("credentials").await, 1);
    } else {
        assert_eq!(page.flash(), flash::request_cancelled(PtBr));
        assert_eq!(page.heading(), request_done::cancelled(PtBr));
        assert_eq!(app.rows("credentials").await, 0);
    }
    app.works().await;
}
