//! Where a plan's button leads: the first step, or the draft that is there already.

use axum::http::StatusCode;
use locales::{Locale::PtBr, applications, fields, group_form, request};

use super::step;
use crate::{
    group_new::{mistakes, says_the_mistake},
    harness::{ANA, APPLICATION, GROUP, SMV_TRIAL, TestApp, but, id_in},
};

#[tokio::test]
async fn who_has_no_group_describes_one() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get(SMV_TRIAL).await;
    assert_eq!(page.heading(), request::step_group(PtBr));
    assert_eq!(
        page.text(".page-head__lead"),
        request::first_group_lead(PtBr)
    );
    assert_eq!(page.texts("[type=radio]"), [""; 0]);
    assert_eq!(page.value_of("group"), "novo");

    let answer = ana.post(SMV_TRIAL, &GROUP).await;
    let draft = id_in(answer.location());
    assert_eq!(answer.location(), step(&draft, "aplicacao"));
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.texts(".ticket__title"), ["Banco Exemplo – Antifraude"]);
    app.works().await;
}

#[tokio::test]
async fn who_has_groups_chooses_one() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let page = ana.get(SMV_TRIAL).await;
    assert_eq!(page.attributes("[name=group][checked]", "value"), [&*group]);
    let other = ana.creates_group("Cobrança").await;
    let page = ana.get(SMV_TRIAL).await;
    let choices = page.attributes("[type=radio][name=group]", "value");
    assert_eq!(choices, [&group, &other, "novo"]);
    assert_eq!(
        page.attributes("[name=group][checked]", "value"),
        [""; 0],
        "who has several says which"
    );
    assert_eq!(page.text("legend"), group_form::which_group(PtBr));
    assert!(page.texts(".choice__hint")[0].contains("12.ABC.345/01DE-35"));

    let draft = ana.starts(&other).await;
    let page = ana.get(&step(&draft, "grupo")).await;
    assert_eq!(page.attributes("[name=group][checked]", "value"), [other]);
    assert_eq!(app.rows("permission_groups").await, 2);
}

#[tokio::test]
async fn who_has_groups_may_describe_another() {
    let (app, ana, _) = TestApp::with_ana_and_her_group().await;
    let form = but(&GROUP, "name", "Cobrança");
    let draft = id_in(ana.post(SMV_TRIAL, &form).await.location());
    assert_eq!(app.rows("permission_groups").await, 2);
    let page = ana.get(&step(&draft, "revisao")).await;
    assert_eq!(page.location(), step(&draft, "aplicacao"));
    let page = ana.get(&step(&draft, "grupo")).await;
    assert_eq!(
        page.texts(".choice:has([checked]) .choice__title"),
        ["Cobrança"]
    );
    app.works().await;
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in(ANA, &[]).await;
    for (field, typed, said) in mistakes() {
        let form = but(&GROUP, field, &typed);
        says_the_mistake(&ana.post(SMV_TRIAL, &form).await, &form, field, &said);
    }
    assert_eq!(app.rows("permission_groups").await, 0);
    assert_eq!(app.rows("request_drafts").await, 0);
}

#[tokio::test]
async fn one_of_ones_own_groups_must_be_chosen() {
    let (app, ana, _) = TestApp::with_ana_and_her_group().await;
    let bias = app.bia().await.creates_group("Da Bia").await;
    let nowhere = "00000000-0000-7000-8000-000000000000";
    for group in ["", "outro", nowhere, &bias] {
        let answer = ana.post(SMV_TRIAL, &[("group", group)]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("group"), fields::choose(PtBr), "{group}");
    }
    assert_eq!(app.rows("request_drafts").await, 0);
}

#[tokio::test]
async fn who_lost_their_only_group_is_shown_the_way_on() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    app.leaves(ANA, &group).await;
    let answer = ana.post(SMV_TRIAL, &[("group", &group)]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of("group"), fields::choose(PtBr));
    assert_eq!(answer.value_of("group"), "novo");
}

#[tokio::test]
async fn what_is_not_offered_is_not_found() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    for path in ["nenhuma/trial", "smv/gratis", "smv/Trial", "%FF/trial"] {
        let path = format!("/solicitacoes/nova/{path}");
        ana.get(&path).await.is(StatusCode::NOT_FOUND);
        let answer = ana.post(&path, &[("group", &group)]).await;
        answer.is(StatusCode::NOT_FOUND);
    }
    assert_eq!(app.rows("request_drafts").await, 0);
}

#[tokio::test]
async fn the_button_leads_on_with_the_draft_that_is_there() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    assert_eq!(
        ana.get(SMV_TRIAL).await.location(),
        step(&draft, "aplicacao")
    );
    ana.post(&step(&draft, "aplicacao"), &APPLICATION)
        .await
        .location();
    assert_eq!(ana.get(SMV_TRIAL).await.location(), step(&draft, "revisao"));

    let other = ana.creates_group("Cobrança").await;
    assert_eq!(
        ana.starts(&other).await,
        draft,
        "a form left open is sent again"
    );
    assert_eq!(app.rows("request_drafts").await, 1);
    let page = ana.get(&step(&draft, "grupo")).await;
    assert_eq!(page.attributes("[name=group][checked]", "value"), [other]);
}

#[tokio::test]
async fn each_plan_and_person_has_a_draft_of_its_own() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins("bia@empresa.com.br", &group).await;
    let trial = ana.starts(&group).await;
    let chosen = [("group", &*group)];
    let pay = ana
        .post("/solicitacoes/nova/smv/pay-per-use", &chosen)
        .await;
    assert_ne!(id_in(pay.location()), trial);
    assert_ne!(bia.starts(&group).await, trial);
    assert_eq!(app.rows("request_drafts").await, 3);
}

#[tokio::test]
async fn a_draft_is_there_on_every_device_of_its_author() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    let phone = app.signs_in(ANA).await;
    for device in [&ana, &phone] {
        let page = device.get(&step(&draft, "aplicacao")).await;
        assert_eq!(page.value_of("name"), "Abertura de conta");
        assert_eq!(page.value_of("description"), APPLICATION[1].1);
        let page = device.get("/minhas-aplicacoes").await;
        assert_eq!(page.texts(".lines li").len(), 1);
        assert_eq!(page.text(".lines a"), applications::continue_request(PtBr));
        assert_eq!(
            page.attributes(".lines a", "href"),
            [step(&draft, "revisao")]
        );
    }
}
