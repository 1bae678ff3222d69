//! Administration: what the portal has yet to do, and what it gave up.

use axum::http::StatusCode;
use domain::{Role, audit::Action, ids::AccountId};
use locales::{
    Locale::{En, PtBr},
    jobs as t, layout, support,
};

use crate::harness::{ANA, TestApp, Visitor};

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/tarefas";

async fn administrator(app: &TestApp) -> Visitor {
    app.signed_in(DORA, &[Role::Administrator]).await
}

/// A mail to Ana was given up; the address of what may be done to it.
async fn given_up(app: &TestApp) -> (AccountId, String) {
    let ana = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let job = app.gave_up_on_a_mail_to(ana).await;
    (ana, format!("{PAGE}/{job}"))
}

#[tokio::test]
async fn what_was_given_up_is_shown_with_its_reason_and_without_its_reader() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let (_, job) = given_up(&app).await;
    for page in [PAGE.to_owned(), format!("{PAGE}?estado=abandonadas")] {
        let page = dora.get(&page).await;
        let row = page.text("tbody tr");
        assert!(row.contains(t::account_mail(PtBr)), "{row}");
        assert!(row.contains(t::dead(PtBr)), "{row}");
        assert!(row.contains("refused at RCPT TO: 550 5.1.1"), "{row}");
        assert!(!page.html().contains(ANA));
    }
    dora.post(&format!("{job}/descartar"), &[]).await.location();
    let page = dora.get(PAGE).await;
    assert_eq!(page.text(".empty h2"), t::none_title(PtBr));
}

#[tokio::test]
async fn where_an_administrator_is_can_be_seen() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let abandoned = format!("{PAGE}?estado=abandonadas");
    for (address, expected) in [
        (
            PAGE,
            vec![layout::administration(PtBr), t::title(PtBr), t::all(PtBr)],
        ),
        (
            &abandoned,
            vec![
                layout::administration(PtBr),
                t::title(PtBr),
                "Abandonadas: 0",
            ],
        ),
        (
            "/administracao/pessoas",
            vec![layout::administration(PtBr), support::people_title(PtBr)],
        ),
    ] {
        let page = dora.get(address).await;
        let current = page.texts(":is(.menu, .local-nav) [aria-current]");
        assert_eq!(current, expected, "{address}");
    }
}

#[tokio::test]
async fn a_job_tried_again_is_done_and_on_the_record() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let (ana, job) = given_up(&app).await;
    assert!(app.is_refused_mail(ana).await);
    let answer = dora.post(&format!("{job}/tentar"), &[]).await;
    assert_eq!(answer.location(), PAGE);
    assert_eq!(dora.get(PAGE).await.flash(), t::retried(PtBr));
    assert_eq!(app.works().await, 1);
    assert_eq!(app.inbox.mails_to(ANA).len(), 1);
    // Mails reach her again, and support need not be told.
    assert!(!app.is_refused_mail(ana).await);
    let trail = app.trail(Action::JobRetried).await;
    assert_eq!(trail.len(), 1);
    assert_eq!(trail[0].actor.as_deref(), Some(DORA));
    assert_eq!(trail[0].details.as_deref(), Some("password_changed"));
    assert!(job.ends_with(&trail[0].about.to_string()));
}

#[tokio::test]
async fn a_job_is_discarded_only_after_it_was_asked_again() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let (_, job) = given_up(&app).await;
    let drop = format!("{job}/descartar");
    let page = dora.get(&drop).await;
    assert_eq!(page.heading(), t::drop_title(PtBr));
    assert_eq!(app.rows("jobs").await, 1);
    assert_eq!(dora.post(&drop, &[]).await.location(), PAGE);
    assert_eq!(dora.get(PAGE).await.flash(), t::dropped(PtBr));
    assert_eq!(app.rows("jobs").await, 0);
    assert_eq!(app.works().await, 0);
    let trail = app.trail(Action::JobDropped).await;
    assert_eq!(trail[0].details.as_deref(), Some("password_changed"));
}

#[tokio::test]
async fn a_job_that_is_done_meanwhile_is_nobodys_mistake() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let nowhere = format!("{PAGE}/00000000-0000-7000-8000-000000000000");
    for act in ["tentar", "descartar"] {
        let answer = dora.post(&format!("{nowhere}/{act}"), &[]).await;
        assert_eq!(answer.location(), PAGE, "{act}");
        assert_eq!(dora.get(PAGE).await.flash(), t::gone(PtBr), "{act}");
    }
    dora.post(&format!("{PAGE}/x/tentar"), &[])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn support_reads_why_mails_do_not_arrive() {
    let app = TestApp::start().await;
    let caio = app.signed_in("caio@balcao.example", &[Role::Support]).await;
    let (ana, job) = given_up(&app).await;
    let page = caio.get(&format!("/suporte/contas/{ana}")).await;
    let facts = page.text(".facts");
    assert!(facts.contains("refused at RCPT TO: 550 5.1.1"), "{facts}");
    let dora = administrator(&app).await;
    dora.post(&format!("{job}/descartar"), &[]).await.location();
}

#[tokio::test]
async fn it_speaks_other_languages() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    dora.post("/idioma", &[("locale", "en")]).await.location();
    assert_eq!(dora.get(PAGE).await.heading(), t::title(En));
}
