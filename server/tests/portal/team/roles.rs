//! What a viewer is shown and refused.

use super::*;
use crate::harness::CARLOS;

/// Ana's group has an approved application, which Bia only looks at.
async fn watched() -> (TestApp, Visitor, String, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    app.carlos().await;
    let id = app.requests(&ana, &group).await;
    app.approves(&app.signs_in(CARLOS).await, &id).await;
    let bia = app.bia().await;
    app.views(BIA, &group).await;
    (app, bia, group, id)
}

#[tokio::test]
async fn viewers_see_applications_and_their_use_and_no_keys() {
    let (app, bia, group, id) = watched().await;
    let home = format!("/minhas-aplicacoes/{group}");
    let page = bia.get(&home).await;
    page.is(StatusCode::OK);
    assert_eq!(page.texts("details.ticket").len(), 1);
    assert_eq!(page.texts("dl.keys"), [""; 0]);
    let links = page.attributes("a", "href");
    for hidden in ["chaves", "testar", "pay-per-use"] {
        let address = format!("{home}/{id}/{hidden}");
        assert!(!links.contains(&address), "{hidden}");
    }
    assert!(!links.contains(&format!("{home}/webhooks")));
    bia.get(&format!("{home}/{id}/uso"))
        .await
        .is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn what_viewers_may_not_do_is_refused_when_they_post_it() {
    let (app, bia, group, id) = watched().await;
    let of = |page: &str| format!("/minhas-aplicacoes/{group}/{id}/{page}");
    for page in ["chaves", "testar"] {
        bia.get(&of(page)).await.is(StatusCode::FORBIDDEN);
        bia.post(&of(page), &[]).await.is(StatusCode::FORBIDDEN);
    }
    for page in ["revelar", "chaves-de-teste", "pay-per-use"] {
        bia.post(&of(page), &[]).await.is(StatusCode::NOT_FOUND);
    }
    let start = bia
        .post(
            "/solicitacoes/nova/crm-na-nuvem/trial",
            &[("group", &group)],
        )
        .await;
    start.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.trail(Action::SecretRevealed).await.len(), 0);
    assert_eq!(app.trail(Action::SandboxKeysRevealed).await.len(), 0);
}
