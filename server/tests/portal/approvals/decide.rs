//! Approving and rejecting.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{
    Locale::{self, PtBr},
    approvals, fields, flash, mail, terms,
};

use super::{address, dora};
use crate::harness::{ANA, Answer, CARLOS, REASON, TestApp, Visitor};

/// Ana's request, and two who may decide on it.
async fn two_managers() -> (TestApp, String, [Visitor; 2]) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let dora = dora(&app).await;
    let request = app.requests(&ana, &group).await;
    (app, request, [carlos, dora])
}

#[tokio::test]
async fn an_approval_makes_the_credential_and_is_on_the_record() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let answer = carlos.decides(&request, "aprovar", "").await;
    assert_eq!(answer.location(), "/aprovacoes");
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(page.flash(), flash::approved(PtBr));
    assert_eq!(page.text(".empty h2"), approvals::empty_title(PtBr));
    assert_eq!(app.rows("credentials").await, 1);
    is_recorded(&app, Action::RequestApproved, &request, &answer).await;
    app.works().await;
}

#[tokio::test]
async fn a_rejection_says_why_and_is_on_the_record() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let answer = carlos.decides(&request, "rejeitar", REASON).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::rejected(PtBr));
    assert_eq!(app.rows("credentials").await, 0);
    is_recorded(&app, Action::RequestRejected, &request, &answer).await;
    app.works().await;
}

async fn is_recorded(app: &TestApp, action: Action, request: &str, answer: &Answer) {
    let [entry] = &app.trail(action).await[..] else {
        panic!("one decision is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(CARLOS));
    assert_eq!(entry.about.to_string(), request);
    assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
    let request_id = answer.headers["x-request-id"].to_str().unwrap();
    assert_eq!(entry.request_id.as_deref(), Some(request_id));
}

#[tokio::test]
async fn a_reason_that_is_none_is_refused_and_stays() {
    let (app, request, [carlos, _]) = two_managers().await;
    let (required, character) = (fields::required(PtBr), fields::character(PtBr));
    let (short, long) = (fields::too_short(PtBr, 5), fields::too_long(PtBr, "1.000"));
    let longer = "a".repeat(1001);
    for (button, typed, said) in [
        ("rejeitar", "", required),
        ("rejeitar", " \r\n ", required),
        ("rejeitar", "não", &short),
        ("rejeitar", &longer, &long),
        ("rejeitar", "Volte\u{7}depois", character),
        ("aprovar", "sim", &short),
        ("aprovar", &longer, &long),
        ("aprovar", "Volte\u{7}depois", character),
    ] {
        let answer = carlos.decides(&request, button, typed).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("reason"), said, "{button}: {typed:?}");
        assert_eq!(answer.value_of("reason"), typed.trim());
        assert_eq!(answer.text(".page-head .stamp"), terms::state_pending(PtBr));
    }
    assert_eq!(app.works().await, 0);
    assert_eq!(app.rows("credentials").await, 0);
}

#[tokio::test]
async fn of_two_managers_at_once_one_decides_and_the_other_is_told() {
    let (app, request, [carlos, dora]) = two_managers().await;
    let (one, two) = tokio::join!(
        carlos.decides(&request, "aprovar", ""),
        dora.decides(&request, "aprovar", "")
    );
    let mut answers = [(carlos, one), (dora, two)];
    answers.sort_by_key(|(_, answer)| answer.location().to_owned());
    let [(winner, first), (other, second)] = answers;
    assert_eq!(first.location(), "/aprovacoes");
    let page = winner.get(first.location()).await;
    assert_eq!(page.flash(), flash::approved(PtBr));
    assert_eq!(second.location(), address(&request));
    let page = other.get(second.location()).await;
    assert_eq!(page.flash(), flash::already_decided(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_approved(PtBr));

    assert_eq!(app.rows("credentials").await, 1);
    assert_eq!(app.trail(Action::RequestApproved).await.len(), 1);
    assert_eq!(app.works().await, 1);
}

#[tokio::test]
async fn of_two_different_decisions_at_once_one_counts() {
    let (app, request, [carlos, dora]) = two_managers().await;
    let (yes, no) = tokio::join!(
        carlos.decides(&request, "aprovar", ""),
        dora.decides(&request, "rejeitar", REASON)
    );
    let approved = yes.location() == "/aprovacoes";
    assert_ne!(approved, no.location() == "/aprovacoes");
    let credentials = i64::from(approved);
    assert_eq!(app.rows("credentials").await, credentials);
    let page = carlos.get(&address(&request)).await;
    let state = if approved {
        terms::state_approved
    } else {
        terms::state_rejected
    };
    assert_eq!(page.text(".page-head .stamp"), state(PtBr));
    assert_eq!(app.works().await, 1);
}

#[tokio::test]
async fn a_decision_that_comes_late_is_told_so() {
    let (app, request, [carlos, dora]) = two_managers().await;
    app.approves(&carlos, &request).await;
    for (button, reason) in [("aprovar", ""), ("rejeitar", REASON), ("rejeitar", "")] {
        let answer = dora.decides(&request, button, reason).await;
        assert_eq!(answer.location(), address(&request));
        let page = dora.get(answer.location()).await;
        assert_eq!(page.flash(), flash::already_decided(PtBr));
        assert!(page.texts("dd").contains(&"Carlos Lima".to_owned()));
    }
    assert_eq!(app.rows("credentials").await, 1);
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn the_address_of_a_decision_leads_back_to_the_request() {
    let (_app, request, [carlos, _]) = two_managers().await;
    for button in ["aprovar", "rejeitar"] {
        let answer = carlos.get(&format!("/aprovacoes/{request}/{button}")).await;
        assert_eq!(answer.location(), address(&request));
    }
}

#[tokio::test]
async fn the_applicant_reads_of_an_approval_in_their_language() {
    for locale in Locale::ALL {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        let carlos = app.carlos().await;
        ana.reads_in(locale).await;
        let request = app.requests(&ana, &group).await;
        app.clock.advance(Duration::from_mins(1));
        carlos
            .decides(&request, "aprovar", "Boas-vindas.")
            .await
            .location();
        app.works().await;

        let mail = &app.inbox.mails_to(ANA)[0];
        assert_eq!(mail.subject, mail::approved_subject(locale, "2026-0001"));
        let remark = format!("{}: Boas-vindas.", mail::remark(locale));
        assert!(mail.text.contains(&remark), "{}", mail.text);
        assert!(mail.html.contains("Boas-vindas."), "{}", mail.html);
        let link = app.inbox.link_for(ANA);
        assert_eq!(link, format!("/minhas-aplicacoes/{group}#{request}"));
        let page = ana.get(&link).await;
        assert!(
            page.text(&format!("[id='{request}']"))
                .contains("Boas-vindas.")
        );
    }
}

#[tokio::test]
async fn the_applicant_reads_of_a_rejection_in_their_language() {
    for locale in Locale::ALL {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        ana.reads_in(locale).await;
        let request = app.requests(&ana, &group).await;
        app.rejects(&app.carlos().await, &request).await;

        let mail = &app.inbox.mails_to(ANA)[0];
        assert_eq!(mail.subject, mail::rejected_subject(locale, "2026-0001"));
        assert!(mail.text.contains(REASON), "{}", mail.text);
        let link = app.inbox.link_for(ANA);
        assert_eq!(link, format!("/solicitacoes/{request}/pronto"));
        assert!(ana.get(&link).await.text(".notice").ends_with(REASON));
    }
}
