//! Suspending and resuming.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{
    Locale::{self, PtBr},
    applications, approvals, fields, flash, mail, request_done, terms, usage,
};

use super::{address, in_use, two_managers_in_use};
use crate::harness::{ANA, CARLOS, GROUP, REASON, TestApp};

/// Where the group of [`GROUP`] reads its mail.
const GROUPS: &str = GROUP[4].1;

#[tokio::test]
async fn a_suspension_stops_the_keys_and_is_on_the_record() {
    let (app, ana, carlos, group, application) = in_use().await;
    app.clock.advance(Duration::from_mins(1));
    let answer = carlos.decides(&application, "suspender", REASON).await;
    assert_eq!(answer.location(), address(&application));
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_suspended(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_suspended(PtBr));
    let history = page.texts(".timeline li");
    assert!(
        history[0].contains(approvals::suspended(PtBr)),
        "{history:?}"
    );
    assert!(history[0].contains("Carlos Lima"), "{history:?}");
    assert!(history[0].contains(REASON), "{history:?}");

    let [entry] = &app.trail(Action::ApplicationSuspended).await[..] else {
        panic!("one act is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(CARLOS));
    assert_eq!(entry.about.to_string(), application);
    assert_eq!(entry.details.as_deref(), Some(REASON));
    app.works().await;

    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(
        page.text("main summary .stamp"),
        terms::state_suspended(PtBr)
    );
    assert_eq!(page.texts(".key"), [""; 0]);
    let told = page.text(".notice--bad");
    assert!(told.starts_with(request_done::suspended(PtBr)), "{told}");
    assert!(told.contains(REASON), "{told}");
    assert_eq!(page.html().matches(REASON).count(), 1, "{}", page.html());
    for link in page.attributes("nav .row a", "href") {
        ana.get(&link).await.is(StatusCode::OK);
    }
    assert_eq!(
        page.texts("nav .row a"),
        [
            applications::see_use(PtBr),
            usage::calls(PtBr),
            applications::see_keys(PtBr)
        ]
    );
    let page = ana
        .get(&format!("/solicitacoes/{application}/pronto"))
        .await;
    assert_eq!(page.heading(), request_done::suspended(PtBr));
    assert!(page.text(".notice").ends_with(REASON), "{}", page.html());
}

#[tokio::test]
async fn applicant_and_group_read_of_it_in_the_applicants_language() {
    for locale in Locale::ALL {
        let (app, ana, carlos, group, application) = in_use().await;
        ana.reads_in(locale).await;
        for (button, reason, subject) in [
            (
                "suspender",
                REASON,
                mail::suspended_subject(locale, "Abertura de conta"),
            ),
            (
                "retomar",
                "Contrato renovado.",
                mail::resumed_subject(locale, "Abertura de conta"),
            ),
        ] {
            app.clock.advance(Duration::from_mins(1));
            carlos
                .decides(&application, button, reason)
                .await
                .location();
            assert_eq!(app.works().await, 2);
            for address in [ANA, GROUPS] {
                let mail = &app.inbox.mails_to(address)[0];
                assert_eq!(mail.subject, subject);
                assert!(mail.text.contains(reason), "{}", mail.text);
                let link = format!("/minhas-aplicacoes/{group}#{application}");
                assert_eq!(app.inbox.link_for(address), link);
            }
        }
    }
}

#[tokio::test]
async fn what_is_resumed_works_again_and_can_be_suspended_again() {
    let (app, ana, carlos, group, application) = in_use().await;
    app.suspends(&carlos, &application).await;
    let answer = carlos.decides(&application, "retomar", "").await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_resumed(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_approved(PtBr));
    app.works().await;
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(
        page.text("main summary .stamp"),
        terms::state_approved(PtBr)
    );
    app.suspends(&carlos, &application).await;
    assert_eq!(app.trail(Action::ApplicationSuspended).await.len(), 2);
}

#[tokio::test]
async fn the_decision_keeps_its_own_words() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let application = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_mins(1));
    carlos
        .decides(&application, "aprovar", "Boas-vindas.")
        .await;
    let decision = async || {
        let page = carlos.get(&address(&application)).await;
        page.texts(".columns > .panel dd")
    };
    assert_eq!(decision().await[3], "Boas-vindas.");
    app.suspends(&carlos, &application).await;
    let after = decision().await;
    assert_eq!(after[0], terms::state_approved(PtBr));
    assert_eq!(after[3], "Boas-vindas.");
    let page = carlos.get(&address(&application)).await;
    assert!(page.texts(".timeline li")[1].contains("Boas-vindas."));
}

#[tokio::test]
async fn a_suspension_without_a_reason_is_refused_and_stays() {
    let (app, _, carlos, _, application) = in_use().await;
    let (required, short) = (fields::required(PtBr), fields::too_short(PtBr, 5));
    for (typed, said) in [("", required), ("não", &short)] {
        let answer = carlos.decides(&application, "suspender", typed).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("reason"), said);
        assert_eq!(answer.value_of("reason"), typed);
    }
    app.suspends(&carlos, &application).await;
    let answer = carlos.decides(&application, "retomar", "sim").await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of("reason"), short);
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn of_two_managers_at_once_one_suspends_and_the_other_is_told() {
    let (app, application, [carlos, dora]) = two_managers_in_use().await;
    let (one, two) = tokio::join!(
        carlos.decides(&application, "suspender", REASON),
        dora.decides(&application, "suspender", REASON)
    );
    let mut told = vec![
        carlos.get(one.location()).await.flash(),
        dora.get(two.location()).await.flash(),
    ];
    told.sort();
    let mut expected = [flash::access_suspended(PtBr), flash::access_changed(PtBr)];
    expected.sort_unstable();
    assert_eq!(told, expected);
    assert_eq!(app.trail(Action::ApplicationSuspended).await.len(), 1);
    assert_eq!(app.works().await, 2);
}

#[tokio::test]
async fn who_comes_late_is_told_whatever_was_typed() {
    let (app, application, [carlos, dora]) = two_managers_in_use().await;
    app.suspends(&carlos, &application).await;
    for (button, reason) in [("suspender", REASON), ("suspender", "")] {
        let answer = dora.decides(&application, button, reason).await;
        let page = dora.get(answer.location()).await;
        assert_eq!(page.flash(), flash::access_changed(PtBr));
    }
    carlos.decides(&application, "retomar", "").await.location();
    app.works().await;
    let answer = dora.decides(&application, "retomar", "").await;
    let page = dora.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_changed(PtBr));
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn what_waits_has_no_access_to_stop() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(
        page.attributes("main form:not(.assign)", "action"),
        [format!("/aprovacoes/{request}/aprovar")]
    );
    let answer = carlos.decides(&request, "suspender", REASON).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_changed(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_pending(PtBr));
}

#[tokio::test]
async fn one_without_the_role_stops_nothing() {
    let (_app, ana, carlos, _, application) = in_use().await;
    for button in ["suspender", "retomar", "revogar"] {
        let answer = ana.decides(&application, button, REASON).await;
        answer.is(StatusCode::FORBIDDEN);
        let address = format!("/aprovacoes/{application}/{button}");
        ana.get(&address).await.is(StatusCode::FORBIDDEN);
    }
    let page = carlos.get(&address(&application)).await;
    assert_eq!(page.text(".page-head .stamp"), terms::state_approved(PtBr));
}

#[tokio::test]
async fn the_addresses_of_both_lead_back() {
    let (_app, _, carlos, _, application) = in_use().await;
    for button in ["suspender", "retomar"] {
        let answer = carlos
            .get(&format!("/aprovacoes/{application}/{button}"))
            .await;
        assert_eq!(answer.location(), address(&application));
    }
}
