//! Invitations to a group, by the links of their mails.

use std::time::Duration;

use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, fields, invitation as t, members};

use crate::harness::{ANA, BIA, PASSWORD, TestApp, Visitor};

const CAIO: &str = "caio@empresa.com.br";

async fn invites(app: &TestApp, owner: &Visitor, group: &str, email: &str) -> String {
    let page = format!("/grupos/{group}/membros/convidar");
    let fields = [("email", email), ("role", "developer")];
    let answer = owner.post(&page, &fields).await;
    assert_eq!(answer.location(), format!("/grupos/{group}/membros"));
    app.works().await;
    app.inbox.link_for(email)
}

const WHO: [(&str, &str); 3] = [
    ("given_name", "Caio"),
    ("family_name", "Lima"),
    ("consent", "true"),
];

#[tokio::test]
async fn somebody_without_an_account_registers_by_the_mail_and_is_a_member() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let link = invites(&app, &ana, &group, CAIO).await;
    let caio = app.visitor();
    // Scanners open links, however often.
    for _ in 0..2 {
        let page = caio.get(&link).await;
        page.is(StatusCode::OK);
        assert_eq!(page.heading(), t::title(PtBr));
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    }
    assert_eq!(app.members_of(&group).await.len(), 1);
    let register = format!("{link}/cadastro");
    let wrong = caio.post(&register, &[WHO[0], WHO[2]]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.error_of("family_name"), fields::required(PtBr));
    let answer = caio.post(&register, &WHO).await;
    assert!(answer.location().starts_with("/senha"));
    let password = [("password", PASSWORD), ("confirmation", PASSWORD)];
    let mut saved = password.to_vec();
    let home = format!("/minhas-aplicacoes/{group}");
    saved.push(("continuar", &home));
    assert_eq!(caio.post("/senha", &saved).await.location(), home);
    caio.get(&home).await.is(StatusCode::OK);
    assert_eq!(
        app.members_of(&group).await,
        [format!("owner {ANA}"), format!("developer {CAIO}")]
    );
    app.works().await;
    assert_eq!(app.inbox.mails_to(ANA).len(), 1, "the inviter is told");
    let again = app.visitor().get(&link).await;
    again.is(StatusCode::GONE);
    assert_eq!(again.heading(), t::accepted_title(PtBr));
    assert_eq!(app.trail(Action::InvitationAccepted).await.len(), 1);
}

#[tokio::test]
async fn whoever_has_an_account_signs_in_and_accepts_once() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let link = invites(&app, &ana, &group, BIA).await;
    let bia = app.bia().await;
    let stranger = app.visitor();
    let page = stranger.get(&link).await;
    assert!(page.html().contains(t::sign_in_first(PtBr)));
    let answer = stranger.post(&link, &[]).await;
    assert!(answer.location().starts_with("/entrar?"));
    let refused = stranger.post(&format!("{link}/cadastro"), &WHO).await;
    refused.is(StatusCode::CONFLICT);
    let answer = bia.post(&link, &[]).await;
    assert_eq!(answer.location(), format!("/minhas-aplicacoes/{group}"));
    assert_eq!(
        bia.get(answer.location()).await.flash(),
        members::joined_now(PtBr)
    );
    bia.post(&link, &[]).await.is(StatusCode::GONE);
    app.works().await;
}

#[tokio::test]
async fn somebody_else_neither_accepts_nor_reads_the_address() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let link = invites(&app, &ana, &group, CAIO).await;
    let bia = app.bia().await;
    let page = bia.get(&link).await;
    assert_eq!(page.heading(), t::other_title(PtBr));
    assert!(!page.html().contains(CAIO));
    for address in [
        link.clone(),
        format!("{link}/recusar"),
        format!("{link}/cadastro"),
    ] {
        bia.post(&address, &WHO).await.is(StatusCode::CONFLICT);
    }
    assert_eq!(app.members_of(&group).await.len(), 1);
}

#[tokio::test]
async fn after_withdrawal_or_its_last_day_the_page_says_so() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let link = invites(&app, &ana, &group, CAIO).await;
    let list = ana.get(&format!("/grupos/{group}/membros")).await;
    let forms = list.attributes("form[action*=convites]", "action");
    let withdraw = forms.iter().find(|it| it.ends_with("/cancelar")).unwrap();
    let done = ana.post(withdraw, &[]).await;
    assert_eq!(
        ana.get(done.location()).await.flash(),
        members::withdrawn_now(PtBr)
    );
    let page = app.visitor().get(&link).await;
    page.is(StatusCode::GONE);
    assert_eq!(page.heading(), t::withdrawn_title(PtBr));
    let refused = app.visitor().post(&format!("{link}/cadastro"), &WHO).await;
    refused.is(StatusCode::GONE);

    app.clock.advance(Duration::from_mins(1));
    let link = invites(&app, &ana, &group, CAIO).await;
    app.clock.advance(Duration::from_hours(7 * 24));
    let page = app.visitor().get(&link).await;
    assert_eq!(page.heading(), t::expired_title(PtBr));
    assert_eq!(app.members_of(&group).await.len(), 1);
}

#[tokio::test]
async fn an_invitation_is_declined_without_an_account() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let link = invites(&app, &ana, &group, CAIO).await;
    let caio = app.visitor();
    caio.post(&format!("{link}/recusar"), &[]).await.location();
    let page = caio.get(&link).await;
    assert_eq!(page.heading(), t::declined_title(PtBr));
    let again = ana
        .post(
            &format!("/grupos/{group}/membros/convidar"),
            &[("email", ANA), ("role", "viewer")],
        )
        .await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.error_of("email"), members::already_member(PtBr));
}

#[tokio::test]
async fn the_mail_holds_nothing_that_a_stranger_wrote_but_the_inviters_address() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    invites(&app, &ana, &group, CAIO).await;
    let mail = &app.inbox.mails_to(CAIO)[0];
    assert!(mail.text.contains(ANA));
    assert!(!mail.text.contains("Banco Exemplo"), "{}", mail.text);
    let nothing = app.visitor().get("/convites/nada").await;
    nothing.is(StatusCode::NOT_FOUND);
}
