//! Staff hand a group over when no owner is able to.

use axum::http::StatusCode;
use domain::{Role, audit::Action};
use locales::{Locale::PtBr, support_groups as t};

use crate::harness::{ANA, BIA, GROUP, TestApp};

const JULIA: &str = "julia@balcao.example";
const DORA: &str = "dora@balcao.example";

#[tokio::test]
async fn one_proposes_and_another_confirms() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    app.knows(("Bia", "Reis"), BIA, &[]).await;
    let julia = app.signed_in(JULIA, &[Role::Support]).await;
    let dora = app.signed_in(DORA, &[Role::Support]).await;
    let cnpj = GROUP[2].1;
    let query = format!("/suporte/grupos?q={}", cnpj.replace('/', "%2F"));
    let found = julia.get(&query).await;
    let page = format!("/suporte/grupos/{group}");
    assert_eq!(found.attributes(".lines a", "href"), [&*page]);
    ana.get(&page).await.is(StatusCode::FORBIDDEN);

    let said = [
        ("email", BIA),
        (
            "reason",
            "A única dona saiu da empresa; confirmado por telefone.",
        ),
    ];
    let wrong = julia.post(&page, &[said[0]]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(julia.post(&page, &said).await.location(), page);
    app.works().await;
    assert_eq!(app.inbox.mails_to(ANA).len(), 1, "the owner may object");

    let waiting = dora.get(&page).await;
    let forms = waiting.attributes("form[action*=transferencias]", "action");
    let confirm = forms.iter().find(|it| it.ends_with("/confirmar")).unwrap();
    let from = [("group", &*group)];
    let alone = julia.post(confirm, &from).await;
    assert_eq!(
        julia.get(alone.location()).await.flash(),
        t::second_needed(PtBr)
    );
    assert_eq!(app.members_of(&group).await.len(), 1);
    assert_eq!(dora.post(confirm, &from).await.location(), page);
    assert_eq!(
        app.members_of(&group).await,
        [format!("owner {ANA}"), format!("owner {BIA}")]
    );
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
    assert_eq!(app.trail(Action::HandoverConfirmed).await.len(), 1);
}
