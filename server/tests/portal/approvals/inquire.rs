//! Asking the applicant something before deciding.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, approvals, flash, inquiries, mail, request_done, terms};

use super::{address, dora};
use crate::harness::{ANA, CARLOS, REASON, TestApp, Visitor};

const QUESTION: &str = "Quantas chamadas por mês?";
const ANSWER: &str = "Cerca de 5.000.";

/// Ana's request, about which Carlos has asked her something.
async fn asked() -> (TestApp, Visitor, Visitor, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_mins(1));
    let answer = carlos.decides(&request, "perguntar", QUESTION).await;
    assert_eq!(answer.location(), "/aprovacoes");
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), inquiries::asked_now(PtBr));
    let page = carlos.get("/aprovacoes?estado=aguardam-resposta").await;
    assert_eq!(
        page.text("tbody .stamp"),
        terms::state_awaiting_applicant(PtBr)
    );
    app.works().await;
    (app, ana, carlos, request)
}

#[tokio::test]
async fn the_link_of_the_mail_opens_the_form_after_signing_in_and_ends_there() {
    let (app, _, carlos, request) = asked().await;
    let mail = &app.inbox.mails_to(ANA)[0];
    assert_eq!(mail.subject, mail::inquiry_asked_subject(PtBr, "2026-0001"));
    assert!(mail.text.contains(QUESTION), "{}", mail.text);
    let link = app.inbox.link_for(ANA);
    assert_eq!(link, format!("/solicitacoes/{request}/responder"));
    let ana = app.signs_in(ANA).await;
    let page = ana.get(&link).await;
    assert!(page.text(".panel").contains(QUESTION));
    let question = page.value_of("question");
    let form = [("question", &*question), ("answer", ANSWER)];
    let answer = ana.post(&link, &form).await;
    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), inquiries::sent(PtBr));
    assert_eq!(page.heading(), request_done::pending(PtBr));
    assert!(page.text(".timeline").contains(ANSWER));
    assert!(
        !page.text(".timeline").contains("Carlos"),
        "{}",
        page.html()
    );
    app.works().await;
    let mail = &app.inbox.mails_to(CARLOS)[0];
    assert!(mail.text.contains(ANSWER), "{}", mail.text);
    assert_eq!(app.inbox.link_for(CARLOS), address(&request));
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.text(".page-head .stamp"), terms::state_pending(PtBr));
    assert!(page.text(".columns > div.stack .timeline").contains(ANSWER));
    assert_eq!(app.trail(Action::InformationRequested).await.len(), 1);
    assert_eq!(app.trail(Action::InformationGiven).await.len(), 1);
}

#[tokio::test]
async fn an_empty_answer_is_refused_and_an_old_question_leads_back() {
    let (app, ana, carlos, request) = asked().await;
    let form = format!("/solicitacoes/{request}/responder");
    let question = ana.get(&form).await.value_of("question");
    let empty = [("question", &*question), ("answer", " ")];
    let answer = ana.post(&form, &empty).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    let withdrawn = [("question", &*question)];
    let withdraw = format!("/aprovacoes/{request}/retirar-pergunta");
    let answer = carlos.post(&withdraw, &withdrawn).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), inquiries::withdrawn_now(PtBr));
    let late = [("question", &*question), ("answer", ANSWER)];
    let answer = ana.post(&form, &late).await;
    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), inquiries::over(PtBr));
    ana.get(&form).await.location();
    app.works().await;
}

#[tokio::test]
async fn an_answer_to_a_question_that_was_replaced_is_shown_again() {
    let (app, ana, carlos, request) = asked().await;
    let form = format!("/solicitacoes/{request}/responder");
    let question = ana.get(&form).await.value_of("question");
    let withdraw = format!("/aprovacoes/{request}/retirar-pergunta");
    let withdrawn = [("question", &*question)];
    carlos.post(&withdraw, &withdrawn).await.location();
    carlos
        .decides(&request, "perguntar", "Desde quando?")
        .await
        .location();
    let late = [("question", &*question), ("answer", ANSWER)];
    let answer = ana.post(&form, &late).await;
    let page = answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html().contains(ANSWER), "{}", page.html());
    assert!(page.html().contains(inquiries::another(PtBr)));
    assert_ne!(page.value_of("question"), question);
    app.works().await;
}

#[tokio::test]
async fn others_find_no_question() {
    let (app, _, _, request) = asked().await;
    let bia = app.bia().await;
    let form = format!("/solicitacoes/{request}/responder");
    bia.get(&form).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_decides_on_what_they_did_not_see_is_told() {
    let (app, _, _, request) = asked().await;
    let dora = dora(&app).await;
    let address = format!("/aprovacoes/{request}/rejeitar");
    let unseen = [("reason", REASON), ("seen", "pending")];
    let answer = dora.post(&address, &unseen).await;
    let page = dora.get(answer.location()).await;
    assert_eq!(page.flash(), inquiries::asked_meanwhile(PtBr));
    assert_eq!(
        page.text(".page-head .stamp"),
        terms::state_awaiting_applicant(PtBr)
    );
    let seen = [("reason", REASON), ("seen", "awaiting-applicant")];
    let answer = dora.post(&address, &seen).await;
    let page = dora.get(answer.location()).await;
    assert_eq!(page.flash(), flash::rejected(PtBr));
    app.works().await;
}

#[tokio::test]
async fn a_second_trial_is_said_before_all_else() {
    let (app, ana, carlos, group, application) = super::in_use().await;
    let again = app.requests(&ana, &group).await;
    let page = carlos.get(&address(&again)).await;
    let told = page.text(".notice--bad");
    assert!(told.starts_with(approvals::second_trial(PtBr)), "{told}");
    let page = carlos.get(&address(&application)).await;
    assert!(!page.html().contains(approvals::second_trial(PtBr)));
}
