//! Deciding on a request to go from Trial to Pay Per Use.

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, approvals, flash, inquiries, mail, terms};

use super::{address, in_use};
use crate::harness::{ANA, CARLOS, REASON, TestApp, Visitor};

/// Ana's request that her application go to Pay Per Use.
async fn asked() -> (TestApp, Visitor, Visitor, String, [String; 2]) {
    let (app, ana, carlos, group, trial) = in_use().await;
    let request = app.upgrades(&ana, &group, &trial).await;
    (app, ana, carlos, group, [trial, request])
}

#[tokio::test]
async fn the_queue_and_the_mail_say_what_it_is() {
    let (app, _, carlos, _, [_, request]) = asked().await;
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(
        page.texts("tbody td")[2],
        format!(
            "Verificação silenciosa de número móvel (SMV) · {}",
            terms::plan_upgrade(PtBr)
        )
    );
    let mail = &app.inbox.mails_to(CARLOS)[0];
    let subject = mail::plan_change_awaited_subject(PtBr, "2026-0002");
    assert_eq!(mail.subject, subject);
    assert_eq!(app.inbox.link_for(CARLOS), address(&request));
}

#[tokio::test]
async fn the_application_stands_beside_it_as_evidence() {
    let (_app, _, carlos, _, [trial, request]) = asked().await;
    let page = carlos.get(&address(&request)).await;
    assert!(
        page.texts("dd")
            .contains(&terms::plan_upgrade(PtBr).to_owned())
    );
    assert_eq!(
        page.attributes("aside dd a", "href"),
        [address(&trial)],
        "{}",
        page.html()
    );
    let evidence = page.texts("aside dd");
    assert_eq!(
        evidence[..4],
        [
            "2026-0001",
            terms::state_approved(PtBr),
            "7 de setembro de 2026, 9h01",
            &approvals::used_of(PtBr, "0", "1.000")
        ]
    );
    let page = carlos.get(&address(&trial)).await;
    assert!(
        page.text(".notice--wait")
            .starts_with(approvals::plan_change_waits(PtBr))
    );
    assert_eq!(
        page.attributes(".notice--wait a", "href"),
        [address(&request)]
    );
}

#[tokio::test]
async fn approval_changes_the_plan_and_makes_no_second_credential() {
    let (app, ana, carlos, group, [trial, request]) = asked().await;
    app.approves(&carlos, &request).await;
    assert_eq!(app.rows("credentials").await, 1);
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert!(
        page.text("main summary")
            .contains(terms::plan_pay_per_use(PtBr))
    );
    assert_eq!(page.attributes(".stub", "id"), [&*trial]);
    let mail = &app.inbox.mails_to(ANA)[0];
    let subject = mail::plan_change_approved_subject(PtBr, "2026-0002");
    assert_eq!(mail.subject, subject);
    assert_eq!(
        app.inbox.link_for(ANA),
        format!("/minhas-aplicacoes/{group}#{trial}")
    );
    let page = carlos.get(&address(&trial)).await;
    let history = page.texts(".timeline li");
    assert!(history[0].starts_with(&approvals::plan_changed(PtBr, "2026-0002")));
    assert_eq!(app.trail(Action::PlanChanged).await.len(), 1);
    // The request is decided and no more; access is the application's.
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.texts("main form"), [""; 0]);
    let answer = carlos.decides(&request, "suspender", REASON).await;
    answer.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_rejection_leaves_the_trial_and_leads_to_the_request() {
    let (app, ana, carlos, group, [_, request]) = asked().await;
    app.rejects(&carlos, &request).await;
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert!(page.text("main summary").contains(terms::plan_trial(PtBr)));
    let mail = &app.inbox.mails_to(ANA)[0];
    let subject = mail::plan_change_rejected_subject(PtBr, "2026-0002");
    assert_eq!(mail.subject, subject);
    assert!(mail.text.contains(REASON), "{}", mail.text);
    let link = app.inbox.link_for(ANA);
    assert_eq!(link, format!("/solicitacoes/{request}/pronto"));
}

#[tokio::test]
async fn revoking_the_trial_says_so_and_ends_the_request() {
    let (app, ana, carlos, _, [trial, request]) = asked().await;
    let revoke = format!("/aprovacoes/{trial}/revogar");
    let page = carlos.get(&revoke).await;
    let warning = page.text(".notice--bad");
    assert!(warning.contains(&approvals::revoke_plan_change(PtBr, "2026-0002")));
    let form = [("reason", REASON), ("seen", "approved")];
    carlos.post(&revoke, &form).await.location();
    assert_eq!(app.works().await, 3);
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.text(".page-head .stamp"), terms::state_cancelled(PtBr));
    let page = ana.get(&format!("/solicitacoes/{request}/pronto")).await;
    assert!(page.html().contains(locales::plan_change::over(PtBr)));
    let answer = carlos.decides(&request, "aprovar", "").await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::already_decided(PtBr));
}

#[tokio::test]
async fn what_is_no_trial_in_use_can_only_be_rejected() {
    let (app, _, carlos, _, [trial, request]) = asked().await;
    app.is_revoked_elsewhere(&trial).await;
    let page = carlos.get(&address(&request)).await;
    assert!(
        page.text(".notice--bad")
            .starts_with(approvals::plan_change_gone_title(PtBr))
    );
    let decisions = page.texts("main form:not(.assign) button");
    assert_eq!(decisions, [approvals::reject(PtBr), inquiries::ask(PtBr)]);
    let answer = carlos.decides(&request, "aprovar", "").await;
    assert_eq!(answer.location(), address(&request));
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::no_plan_to_change(PtBr));
    app.rejects(&carlos, &request).await;
}
