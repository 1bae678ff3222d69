//! The conditions of an approval, notes and saved reasons.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, conditions, fields, mail, reasons};

use super::{address, in_use};
use crate::harness::{ANA, REASON, TestApp};

#[tokio::test]
async fn an_approval_with_conditions_is_told_and_shown_to_the_group() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let form = [
        ("reason", ""),
        ("seen", "pending"),
        ("starts_on", ""),
        ("ends_on", "2027-09-30"),
        ("calls", "5.000"),
        ("contract_number", "77/2026"),
    ];
    app.clock.advance(Duration::from_mins(1));
    let approve = format!("/aprovacoes/{request}/aprovar");
    carlos.post(&approve, &form).await.location();
    app.works().await;
    let mail = &app.inbox.mails_to(ANA)[0];
    let last_day = mail::condition_end(PtBr, "30 de setembro de 2027");
    assert!(mail.text.contains(&last_day), "{}", mail.text);
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    let facts = page.texts(".stub dd");
    for fact in ["30 de setembro de 2027", "5.000", "77/2026"] {
        assert!(facts.contains(&fact.to_owned()), "{facts:?}");
    }
    assert_eq!(app.trail(Action::ConditionsSet).await.len(), 1);
}

#[tokio::test]
async fn conditions_that_cannot_be_met_are_refused_and_stay() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let approve = format!("/aprovacoes/{request}/aprovar");
    let (before, past) = (fields::ends_before_start(PtBr), fields::past_day(PtBr));
    for (field, form, said) in [
        (
            "ends_on",
            [("starts_on", "2027-09-02"), ("ends_on", "2027-09-01")],
            before,
        ),
        (
            "ends_on",
            [("starts_on", ""), ("ends_on", "2020-01-01")],
            past,
        ),
        (
            "calls",
            [("calls", "mil"), ("ends_on", "")],
            fields::number(PtBr),
        ),
    ] {
        let answer = carlos.post(&approve, &form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), said);
        assert_eq!(answer.value_of(form[0].0), form[0].1);
    }
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn conditions_are_changed_with_a_reason() {
    let (app, ana, carlos, group, application) = in_use().await;
    let change = format!("/aprovacoes/{application}/condicoes");
    let revision = carlos.get(&change).await.value_of("revision");
    let form = [
        ("revision", &*revision),
        ("ends_on", "2027-09-30"),
        ("reason", REASON),
    ];
    app.clock.advance(Duration::from_mins(1));
    let answer = carlos.post(&change, &form).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), conditions::saved(PtBr));
    app.works().await;
    let mail = &app.inbox.mails_to(ANA)[0];
    assert!(mail.text.contains(REASON), "{}", mail.text);
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert!(page.text(".stub").contains("30 de setembro de 2027"));
    let answer = carlos.post(&change, &form).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), conditions::changed(PtBr));
    assert_eq!(app.trail(Action::ConditionsChanged).await.len(), 1);
}

#[tokio::test]
async fn a_trial_is_moved_to_pay_per_use_with_a_reason() {
    let (app, _, carlos, _, application) = in_use().await;
    let change = format!("/aprovacoes/{application}/plano");
    let answer = carlos.post(&change, &[("reason", "")]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    let answer = carlos.post(&change, &[("reason", REASON)]).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), conditions::moved(PtBr));
    app.works().await;
    assert_eq!(carlos.get(&change).await.location(), address(&application));
}

#[tokio::test]
async fn a_saved_reason_is_put_after_what_was_typed_in_the_applicants_language() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    ana.reads_in(locales::Locale::Es).await;
    let request = app.requests(&ana, &group).await;
    let form = [
        ("title", "Falta o volume"),
        ("text_pt", "Diga quantas chamadas por mês."),
        ("text_en", ""),
        ("text_es", "Indique cuántas llamadas al mes."),
    ];
    let answer = carlos.post("/aprovacoes/motivos/novo", &form).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), reasons::saved_now(PtBr));
    let page = carlos.get(&address(&request)).await;
    let saved = page.attributes("#saved option", "value")[1].clone();
    let form = [("reason", "Olá."), ("saved", &*saved)];
    let page = carlos
        .post(&format!("/aprovacoes/{request}/motivo"), &form)
        .await;
    page.is(StatusCode::OK);
    let text = page.value_of("reason");
    assert!(text.starts_with("Olá."), "{text}");
    assert!(text.ends_with("Indique cuántas llamadas al mes."), "{text}");
    app.works().await;
}

#[tokio::test]
async fn notes_are_for_managers_alone() {
    let (app, ana, carlos, _, application) = in_use().await;
    let notes = format!("/aprovacoes/{application}/notas");
    let answer = carlos.post(&notes, &[("note", "Liguei para a Ana.")]).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), reasons::note_added(PtBr));
    let page = carlos.get(&address(&application)).await;
    assert!(page.html().contains("Liguei para a Ana."));
    let page = ana
        .get(&format!("/solicitacoes/{application}/pronto"))
        .await;
    assert!(!page.html().contains("Liguei"));
    let delete = &carlos.get(&notes).await.attributes(".lines form", "action")[0];
    let answer = carlos.post(delete, &[]).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), reasons::note_deleted(PtBr));
    assert_eq!(app.works().await, 0);
}
