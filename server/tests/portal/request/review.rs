//! The third step: all that was said, and the button that files it.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{audit::Action, clock::Timestamp};
use locales::{
    Locale::{self, PtBr},
    approvals, flash, mail, request, request_done,
};

use super::step;
use crate::harness::{ANA, APPLICATION, Answer, BIA, CARLOS, SMV_TRIAL, TestApp, Visitor, but};

#[tokio::test]
async fn another_trial_of_an_api_is_told_to_who_asks_and_to_who_decides() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let first = app.requests(&ana, &group).await;
    app.approves(&carlos, &first).await;
    let draft = ana.writes(&group).await;
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get(&step(&draft, "revisao")).await;
        let told = page.text(".notice--wait");
        assert!(told.starts_with(request::earlier_trial(locale)), "{told}");
        assert!(told.contains("2026-0001"), "{told}");
    }
    ana.files(&draft).await.location();
    let page = carlos.get(&format!("/aprovacoes/{draft}")).await;
    let evidence = page.text("aside dl");
    let told = approvals::earlier_trial(PtBr);
    assert!(evidence.contains(told), "{evidence}");
    let links = page.attributes("aside dl a", "href");
    assert_eq!(links, [format!("/aprovacoes/{first}")]);
    let page = carlos.get(&format!("/aprovacoes/{first}")).await;
    assert!(!page.text("aside dl").contains(told));
    app.works().await;
}

#[tokio::test]
async fn application_and_applicant_stand_side_by_side_each_with_a_way_back() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    let page = ana.get(&step(&draft, "revisao")).await;
    assert_eq!(page.heading(), request::step_review(PtBr));
    assert_eq!(
        page.texts("dd"),
        [
            "Verificação silenciosa de número móvel (SMV)",
            "Trial · 1.000 chamadas em 90 dias",
            APPLICATION[0].1,
            APPLICATION[1].1,
            "Ana Souza",
            "Banco Exemplo – Antifraude",
            "Banco Exemplo S.A.",
            "12.ABC.345/01DE-35",
            "antifraude@empresa.com.br",
            "(11) 98765-4321"
        ]
    );
    let back = [step(&draft, "aplicacao"), step(&draft, "grupo")];
    assert_eq!(page.attributes(".ticket__head a", "href"), back);
}

#[tokio::test]
async fn what_is_incomplete_is_sent_to_the_missing_step() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    let review = step(&draft, "revisao");
    assert_eq!(ana.get(&review).await.location(), step(&draft, "aplicacao"));
    assert_eq!(
        ana.files(&draft).await.location(),
        step(&draft, "aplicacao")
    );

    ana.post(&step(&draft, "aplicacao"), &APPLICATION)
        .await
        .location();
    app.leaves(ANA, &group).await;
    assert_eq!(ana.get(&review).await.location(), step(&draft, "grupo"));
    assert_eq!(ana.files(&draft).await.location(), step(&draft, "grupo"));
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 0);
}

#[tokio::test]
async fn filing_gives_a_number_and_tells_all_concerned() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    app.carlos().await;
    let draft = ana.writes(&group).await;
    let answer = ana.files(&draft).await;
    assert_eq!(answer.location(), step(&draft, "pronto"));
    app.works().await;
    let page = ana.get(answer.location()).await;
    assert_eq!(page.heading(), request_done::pending(PtBr));
    assert_eq!(page.text(".ticket__number"), "Nº 2026-0001");

    let received = &app.inbox.mails_to(ANA)[0];
    assert_eq!(received.subject, mail::received_subject(PtBr, "2026-0001"));
    assert_eq!(app.inbox.link_for(ANA), step(&draft, "pronto"));
    let awaited = &app.inbox.mails_to(CARLOS)[0];
    assert_eq!(awaited.subject, mail::awaited_subject(PtBr, "2026-0001"));
    assert_eq!(app.inbox.link_for(CARLOS), format!("/aprovacoes/{draft}"));

    let [entry] = &app.trail(Action::RequestSubmitted).await[..] else {
        panic!("one request is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    assert_eq!(entry.about.to_string(), draft);
    let request_id = answer.headers["x-request-id"].to_str().unwrap();
    assert_eq!(entry.request_id.as_deref(), Some(request_id));
}

/// Of everything that follows a request there is one.
async fn is_filed_once(app: &TestApp, applicant: &Visitor, draft: &str) {
    assert_eq!(app.works().await, 1);
    assert_eq!(app.inbox.mails_to(ANA).len(), 1);
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 1);
    assert_eq!(app.rows("requests").await, 1);
    let page = applicant.get(&step(draft, "pronto")).await;
    assert_eq!(page.text(".ticket__number"), "Nº 2026-0001");
}

#[tokio::test]
async fn pressing_the_button_twice_files_one_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    for _ in 0..2 {
        assert_eq!(ana.files(&draft).await.location(), step(&draft, "pronto"));
    }
    is_filed_once(&app, &ana, &draft).await;
}

#[tokio::test]
async fn pressing_it_twice_at_once_files_one_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let phone = app.signs_in(ANA).await;
    let draft = ana.writes(&group).await;
    let (one, two, three) = tokio::join!(ana.files(&draft), ana.files(&draft), phone.files(&draft));
    for answer in [one, two, three] {
        assert_eq!(answer.location(), step(&draft, "pronto"));
    }
    is_filed_once(&app, &ana, &draft).await;
}

#[tokio::test]
async fn numbers_count_up_within_their_year() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    app.requests(&ana, &group).await;
    // Brasília is three hours behind: there, the year is not over yet.
    let last_hour: Timestamp = "2027-01-01T02:59:00Z".parse().unwrap();
    let until = (last_hour - app.portal.now()).to_std().unwrap();
    app.clock.advance(until);
    let ana = app.signs_in(ANA).await;
    for (group, number) in [("Cobrança", "2026-0002"), ("Crédito", "2027-0001")] {
        let group = ana.creates_group(group).await;
        let request = app.requests(&ana, &group).await;
        let page = ana.get(&step(&request, "pronto")).await;
        assert_eq!(page.text(".ticket__number"), format!("Nº {number}"));
        app.clock.advance(Duration::from_mins(1));
    }
}

#[tokio::test]
async fn what_changed_after_the_review_is_shown_again() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    let review = step(&draft, "revisao");
    let reviewed = ana.get(&review).await.value_of("reviewed");
    app.clock.advance(Duration::from_secs(1));
    let other_tab = but(&APPLICATION, "name", "Outro nome");
    ana.post(&step(&draft, "aplicacao"), &other_tab)
        .await
        .location();

    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        for stale in [&*reviewed, "", "ontem", "9223372036854775807"] {
            let answer = ana.post(&review, &[("reviewed", stale)]).await;
            assert_eq!(answer.location(), review, "{stale}");
            let page = ana.get(&review).await;
            assert_eq!(page.flash(), flash::draft_changed(locale));
            assert!(page.texts("dd").contains(&"Outro nome".to_owned()));
        }
    }
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 0);
    assert_eq!(ana.files(&draft).await.location(), step(&draft, "pronto"));
    app.works().await;
}

#[tokio::test]
async fn what_is_no_longer_offered_is_not_filed() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.writes(&group).await;
    let review = step(&draft, "revisao");
    let reviewed = ana.get(&review).await.value_of("reviewed");
    app.withdraws_smv().await;
    let answer = ana.post(&review, &[("reviewed", &reviewed)]).await;
    assert_eq!(answer.location(), review);
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get(&review).await;
        assert_eq!(page.text(".notice strong"), request::not_offered(locale));
        assert_eq!(page.texts("[name=reviewed]"), [""; 0]);
    }
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 0);
}

#[tokio::test]
async fn a_group_that_asks_again_meanwhile_is_taken_to_its_open_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let late = bia.writes(&group).await;
    let open = app.requests(&ana, &group).await;

    // The draft from before, and both who start afresh.
    let chosen = [("group", &*group)];
    is_led_to(&open, &bia, &bia.files(&late).await).await;
    is_led_to(&open, &bia, &bia.post(SMV_TRIAL, &chosen).await).await;
    is_led_to(&open, &ana, &ana.post(SMV_TRIAL, &chosen).await).await;
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 1);
}

/// What was answered takes the reader to the request that is open, and says so.
async fn is_led_to(open: &str, reader: &Visitor, answer: &Answer) {
    assert_eq!(answer.location(), step(open, "pronto"));
    let page = reader.get(answer.location()).await;
    assert_eq!(page.flash(), flash::already_open(PtBr));
    assert_eq!(page.text(".ticket__number"), "Nº 2026-0001");
}

#[tokio::test]
async fn two_of_a_group_who_file_at_once_have_one_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let (anas, bias) = (ana.writes(&group).await, bia.writes(&group).await);
    let (one, two) = tokio::join!(ana.files(&anas), bia.files(&bias));
    assert_eq!(one.location(), two.location());
    assert_eq!(app.trail(Action::RequestSubmitted).await.len(), 1);
    app.works().await;
}

#[tokio::test]
async fn another_plan_or_a_decision_leaves_the_way_open() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let first = app.requests(&ana, &group).await;
    let chosen = [("group", &*group)];
    let pay = ana
        .post("/solicitacoes/nova/smv/pay-per-use", &chosen)
        .await;
    assert!(pay.location().ends_with("/aplicacao"));
    app.approves(&carlos, &first).await;
    assert_ne!(app.requests(&ana, &group).await, first);
}

#[tokio::test]
async fn a_request_that_is_filed_has_no_steps_any_more() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    let done = step(&request, "pronto");
    for name in ["grupo", "aplicacao", "revisao"] {
        assert_eq!(ana.get(&step(&request, name)).await.location(), done);
    }
    let form = [("name", "Outro nome"), ("description", "Outra descrição.")];
    let answer = ana.post(&step(&request, "aplicacao"), &form).await;
    assert_eq!(answer.location(), done);
    let page = ana.get(&done).await;
    page.is(StatusCode::OK);
    assert_eq!(page.text(".ticket__title"), APPLICATION[0].1);
}
