//! The first step again: another group for a draft.

use axum::http::StatusCode;
use locales::{Locale::PtBr, fields, flash};

use super::step;
use crate::{
    group_new::{mistakes, others, says_the_mistake},
    harness::{APPLICATION, BIA, GROUP, TestApp, but},
};

#[tokio::test]
async fn another_group_is_chosen_and_the_rest_stays() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let other = ana.creates_group("Cobrança").await;
    let draft = ana.writes(&group).await;
    let answer = ana.post(&step(&draft, "grupo"), &[("group", &other)]).await;
    assert_eq!(answer.location(), step(&draft, "revisao"));
    let page = ana.get(answer.location()).await;
    assert!(page.texts("dd").contains(&"Cobrança".to_owned()));
    assert!(page.texts("dd").contains(&APPLICATION[0].1.to_owned()));
}

#[tokio::test]
async fn a_new_group_is_made_on_the_way() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    let form = but(&GROUP, "name", "Cobrança");
    for _ in 0..2 {
        let answer = ana.post(&step(&draft, "grupo"), &form).await;
        assert_eq!(answer.location(), step(&draft, "aplicacao"));
    }
    assert_eq!(app.rows("permission_groups").await, 2);
    let page = ana.get(&step(&draft, "grupo")).await;
    assert_eq!(
        page.texts(".choice:has([checked]) .choice__title"),
        ["Cobrança"]
    );
    app.works().await;
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let address = step(&ana.starts(&group).await, "grupo");
    for (field, typed, said) in mistakes() {
        let form = but(&GROUP, field, &typed);
        let answer = ana.post(&address, &form).await;
        says_the_mistake(&answer, &form, field, &said);
        let chosen = answer.attributes("[name=group][checked]", "value");
        assert_eq!(chosen, ["novo"], "{form:?}");
    }
    assert_eq!(app.rows("permission_groups").await, 1);
}

#[tokio::test]
async fn the_same_name_for_another_group_is_told_and_nothing_is_lost() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    for address in [
        step(&draft, "grupo"),
        "/solicitacoes/nova/smv/pay-per-use".to_owned(),
    ] {
        for (field, typed) in others() {
            let form = but(&GROUP, field, typed);
            let said = fields::group_exists(PtBr);
            says_the_mistake(&ana.post(&address, &form).await, &form, "name", said);
        }
    }
    assert_eq!(app.rows("permission_groups").await, 1);
    assert_eq!(app.rows("request_drafts").await, 1);
}

#[tokio::test]
async fn one_of_ones_own_groups_must_be_chosen() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bias = app.bia().await.creates_group("Da Bia").await;
    let draft = ana.starts(&group).await;
    for chosen in ["", "outro", &bias] {
        let answer = ana.post(&step(&draft, "grupo"), &[("group", chosen)]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("group"), fields::choose(PtBr), "{chosen}");
    }
    let page = ana.get(&step(&draft, "grupo")).await;
    assert_eq!(page.attributes("[name=group][checked]", "value"), [group]);
}

#[tokio::test]
async fn a_group_that_asks_already_is_taken_to_its_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let open = app.requests(&ana, &group).await;
    let own = bia.creates_group("Da Bia").await;
    let draft = bia.starts(&own).await;

    let answer = bia.post(&step(&draft, "grupo"), &[("group", &group)]).await;
    assert_eq!(answer.location(), step(&open, "pronto"));
    let page = bia.get(answer.location()).await;
    assert_eq!(page.flash(), flash::already_open(PtBr));
    let page = bia.get(&step(&draft, "grupo")).await;
    assert_eq!(page.attributes("[name=group][checked]", "value"), [own]);
}
