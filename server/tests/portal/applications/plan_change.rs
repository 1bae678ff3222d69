//! Asking that a Trial go to Pay Per Use.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use domain::catalogue;
use locales::{
    Locale::{self, PtBr},
    api, flash, mail, plan_change, request_done, terms,
};

use crate::harness::{ANA, APPLICATION, BIA, REASON, TestApp, Visitor, id_in};

/// Ana with an approved Trial, and Carlos.
async fn trial() -> (TestApp, Visitor, Visitor, String, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let application = app.requests(&ana, &group).await;
    app.approves(&carlos, &application).await;
    (app, ana, carlos, group, application)
}

fn address(group: &str, application: &str) -> String {
    format!("/minhas-aplicacoes/{group}/{application}/pay-per-use")
}

fn done(request: &str) -> String {
    format!("/solicitacoes/{request}/pronto")
}

#[tokio::test]
async fn the_page_says_what_changes_and_what_stays() {
    let (_app, ana, _, group, application) = trial().await;
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get(&address(&group, &application)).await;
        assert_eq!(page.heading(), plan_change::title(locale));
        assert_eq!(page.text(".ticket__title"), APPLICATION[0].1);
        let said = page.texts(".stub dd");
        assert!(
            said[0].starts_with(&plan_change::today(locale, "1")),
            "{said:?}"
        );
        let unlimited = plan_change::after(locale, plan_change::unlimited(locale));
        assert!(said[0].ends_with(&unlimited), "{said:?}");
        assert_eq!(said[3], plan_change::keys_stay(locale));
        assert_eq!(page.texts(".ticket .stamp"), [""; 0]);
        assert_eq!(
            page.text(".notice--wait strong"),
            api::no_upstream_title(locale)
        );
        let meanwhile = page.text(".notice--info");
        assert!(meanwhile.ends_with(plan_change::meanwhile(locale)));
        assert_eq!(page.texts("main form button"), [plan_change::ask(locale)]);
    }
}

#[tokio::test]
async fn that_calls_have_nowhere_to_go_is_said_until_they_have() {
    let (app, ana, carlos, group, application) = trial().await;
    let request = app.upgrades(&ana, &group, &application).await;
    let decision = format!("/aprovacoes/{request}");
    let nowhere = api::no_upstream_title(PtBr).to_owned();
    let warned = ".notice--wait strong";
    for (visitor, page) in [(&ana, &done(&request)), (&carlos, &decision)] {
        let page = visitor.get(page).await;
        assert!(page.texts(warned).contains(&nowhere), "{}", page.html());
    }
    let url = Some("https://api.example".to_owned());
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", url)
        .await
        .unwrap();
    for (visitor, page) in [(&ana, &done(&request)), (&carlos, &decision)] {
        let page = visitor.get(page).await;
        assert!(!page.texts(warned).contains(&nowhere), "{}", page.html());
    }
}

#[tokio::test]
async fn one_button_files_the_request_and_the_trial_goes_on() {
    let (app, ana, _, group, application) = trial().await;
    app.clock.advance(Duration::from_mins(1));
    let answer = ana.post(&address(&group, &application), &[]).await;
    let request = id_in(answer.location());
    assert_eq!(answer.location(), done(&request));
    app.works().await;
    let page = ana.get(&done(&request)).await;
    assert_eq!(page.heading(), plan_change::pending(PtBr));
    assert_eq!(page.text(".ticket__number"), "Nº 2026-0002");
    assert!(page.text(".ticket").contains(terms::plan_upgrade(PtBr)));
    assert!(page.texts(".notice")[0].starts_with(request_done::pending_who(PtBr)));
    assert_eq!(
        app.inbox.mails_to(ANA)[0].subject,
        mail::plan_change_received_subject(PtBr, "2026-0002")
    );
    assert_eq!(app.inbox.link_for(ANA), done(&request));

    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(page.attributes(".stub", "id"), [&*application]);
    assert!(page.text("main summary").contains(terms::plan_trial(PtBr)));
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(
        page.text(".ticket .stub span:first-child"),
        locales::applications::one_application(PtBr)
    );
}

#[tokio::test]
async fn asking_twice_or_with_a_colleague_is_asking_once() {
    let (app, ana, _, group, application) = trial().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let address = address(&group, &application);
    let (one, two, three) = tokio::join!(
        ana.post(&address, &[]),
        ana.post(&address, &[]),
        bia.post(&address, &[])
    );
    assert_eq!(one.location(), two.location());
    assert_eq!(one.location(), three.location());
    assert_eq!(app.rows("requests").await, 2);
    app.works().await;
    let answer = bia.get(&address).await;
    assert_eq!(answer.location(), one.location());
    let page = bia.get(answer.location()).await;
    assert_eq!(page.flash(), flash::already_open(PtBr));
}

#[tokio::test]
async fn an_ordinary_request_for_pay_per_use_is_the_one_that_is_told_of() {
    let (app, ana, _, group, application) = trial().await;
    let new = "/solicitacoes/nova/smv/pay-per-use";
    let draft = id_in(ana.post(new, &[("group", &group)]).await.location());
    let described = format!("/solicitacoes/{draft}/aplicacao");
    ana.post(&described, &APPLICATION).await.location();
    ana.files(&draft).await.location();
    app.works().await;
    for method in [Method::GET, Method::POST] {
        let answer = ana.ask(&method, &address(&group, &application)).await;
        assert_eq!(answer.location(), done(&draft));
        let page = ana.get(answer.location()).await;
        assert_eq!(page.flash(), flash::already_open(PtBr));
    }
}

#[tokio::test]
async fn a_rejected_one_gives_the_reason_and_is_asked_anew() {
    let (app, ana, carlos, group, application) = trial().await;
    let request = app.upgrades(&ana, &group, &application).await;
    app.rejects(&carlos, &request).await;
    let page = ana.get(&done(&request)).await;
    assert_eq!(page.heading(), plan_change::rejected(PtBr));
    assert!(page.text(".notice--bad").ends_with(REASON));
    assert_eq!(page.texts("main form"), [""; 0]);
    let links = page.attributes("main .actions a", "href");
    assert_eq!(links[0], address(&group, &application));
    ana.get(&links[0]).await.is(StatusCode::OK);
    let correct = format!("/solicitacoes/{request}/corrigir");
    ana.post(&correct, &[]).await.is(StatusCode::NOT_FOUND);
    let again = app.upgrades(&ana, &group, &application).await;
    assert_ne!(again, request);
}

#[tokio::test]
async fn it_can_be_taken_back_while_nobody_decided() {
    let (app, ana, _, group, application) = trial().await;
    let request = app.upgrades(&ana, &group, &application).await;
    let cancel = format!("/solicitacoes/{request}/cancelar");
    let page = ana.get(&done(&request)).await;
    assert_eq!(page.attributes("main form", "action"), [&*cancel]);
    app.clock.advance(Duration::from_mins(1));
    ana.post(&cancel, &[]).await.location();
    app.works().await;
    let page = ana.get(&done(&request)).await;
    assert_eq!(page.heading(), plan_change::cancelled(PtBr));
    assert!(page.html().contains(plan_change::unchanged(PtBr)));
    assert_eq!(
        app.inbox.mails_to(ANA)[0].subject,
        mail::plan_change_cancelled_subject(PtBr, "2026-0002")
    );
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(
        page.text("main summary .stamp"),
        terms::state_approved(PtBr)
    );
}

#[tokio::test]
async fn once_approved_there_is_nothing_more_to_ask() {
    let (app, ana, carlos, group, application) = trial().await;
    let request = app.upgrades(&ana, &group, &application).await;
    app.approves(&carlos, &request).await;
    let page = ana.get(&done(&request)).await;
    assert_eq!(page.heading(), plan_change::approved(PtBr));
    let answer = ana.get(&address(&group, &application)).await;
    let home = format!("/minhas-aplicacoes/{group}?aplicacao={application}#{application}");
    assert_eq!(answer.location(), home);
    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::already_pay_per_use(PtBr));
}

#[tokio::test]
async fn what_is_not_approved_cannot_go_on() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let application = app.requests(&ana, &group).await;
    let address = address(&group, &application);
    let is_told = async || {
        for method in [Method::GET, Method::POST] {
            let answer = ana.ask(&method, &address).await;
            let page = ana.get(answer.location()).await;
            assert_eq!(page.flash(), flash::not_in_use(PtBr));
        }
    };
    is_told().await;
    app.approves(&carlos, &application).await;
    app.suspends(&carlos, &application).await;
    is_told().await;
    app.withdraws_smv().await;
    carlos.decides(&application, "retomar", "").await.location();
    app.works().await;
    ana.get(&address).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn others_find_nothing_there() {
    let (app, ana, carlos, group, application) = trial().await;
    let bia = app.bia().await;
    let bias = bia.creates_group("Cobrança").await;
    let nowhere = "00000000-0000-7000-8000-000000000000";
    for (visitor, group, application) in [
        (&bia, &*group, &*application),
        (&bia, &bias, &application),
        (&carlos, &group, &application),
        (&ana, &group, nowhere),
        (&ana, &group, "1"),
        (&ana, nowhere, &application),
    ] {
        let address = address(group, application);
        visitor.get(&address).await.is(StatusCode::NOT_FOUND);
        visitor.post(&address, &[]).await.is(StatusCode::NOT_FOUND);
    }
    let other = ana.creates_group("Outra").await;
    let address = address(&other, &application);
    ana.get(&address).await.is(StatusCode::NOT_FOUND);
    assert_eq!(app.rows("requests").await, 1);
}
