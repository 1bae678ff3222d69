//! Who belongs to a group: other roles, removal, leaving, handing over.

use super::*;

#[tokio::test]
async fn everybody_sees_the_people_and_owners_what_to_do_about_them() {
    let (_app, ana, bia, group) = team().await;
    let own = ana.get(&people(&group)).await;
    assert_eq!(own.heading(), t::title(PtBr));
    assert_eq!(own.texts("tbody tr").len(), 2);
    assert_eq!(own.texts("td a[aria-label]").len(), 2);
    let seen = bia.get(&people(&group)).await;
    assert_eq!(seen.texts("tbody tr").len(), 2);
    assert_eq!(seen.texts("td a[aria-label]"), [""; 0]);
    let invite = format!("/grupos/{group}/membros/convidar");
    assert!(own.attributes("a", "href").contains(&invite));
    assert!(!seen.attributes("a", "href").contains(&invite));
    for page in ["convidar", "transferir"] {
        let page = format!("/grupos/{group}/membros/{page}");
        bia.get(&page).await.is(StatusCode::FORBIDDEN);
        bia.post(&page, &[]).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn another_role_counts_at_once_and_is_told() {
    let (app, ana, bia, group) = team().await;
    let page = page_of(&ana, &group, "Bia Reis").await;
    let wrong = ana.post(&page, &[("role", "chefe")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    let answer = ana.post(&page, &[("role", "viewer")]).await;
    assert_eq!(answer.location(), people(&group));
    assert_eq!(
        app.members_of(&group).await,
        [format!("owner {ANA}"), format!("viewer {BIA}")]
    );
    bia.get(&format!("/minhas-aplicacoes/{group}/webhooks"))
        .await
        .is(StatusCode::NOT_FOUND);
    app.works().await;
    let mail = &app.inbox.mails_to(BIA)[0];
    assert!(mail.text.contains(locales::member_roles::viewer(PtBr)));
    assert_eq!(app.trail(Action::MemberRoleChanged).await.len(), 1);
}

#[tokio::test]
async fn who_is_removed_finds_nothing_on_the_next_page() {
    let (app, ana, bia, group) = team().await;
    let page = page_of(&ana, &group, "Bia Reis").await;
    let ask = format!("{page}/remover");
    ana.get(&ask).await.is(StatusCode::OK);
    assert_eq!(
        app.members_of(&group).await.len(),
        2,
        "asking changes nothing"
    );
    bia.get(&format!("/minhas-aplicacoes/{group}"))
        .await
        .is(StatusCode::OK);
    assert_eq!(ana.post(&ask, &[]).await.location(), people(&group));
    for page in [format!("/minhas-aplicacoes/{group}"), people(&group)] {
        bia.get(&page).await.is(StatusCode::NOT_FOUND);
    }
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
}

#[tokio::test]
async fn the_last_owner_stays_and_somebody_else_may_leave() {
    let (app, ana, bia, group) = team().await;
    let leave = format!("/grupos/{group}/membros/sair");
    let answer = ana.post(&leave, &[]).await;
    assert_eq!(answer.location(), people(&group));
    assert_eq!(
        ana.get(answer.location()).await.flash(),
        t::owner_needed(PtBr)
    );
    assert_eq!(bia.post(&leave, &[]).await.location(), "/minhas-aplicacoes");
    assert_eq!(app.members_of(&group).await, [format!("owner {ANA}")]);
    app.works().await;
}

#[tokio::test]
async fn a_group_is_handed_over_to_one_of_its_people() {
    let (app, ana, _bia, group) = team().await;
    let page = format!("/grupos/{group}/membros/transferir");
    let choice = ana.get(&page).await;
    let options = choice.attributes("option[value]:not([value=''])", "value");
    let [bia] = &options[..] else {
        panic!("there is one to choose");
    };
    let wrong = ana.post(&page, &[("to", "")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    ana.post(&page, &[("to", bia)]).await.location();
    assert_eq!(
        app.members_of(&group).await,
        [format!("developer {ANA}"), format!("owner {BIA}")]
    );
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
    assert_eq!(app.trail(Action::OwnershipHandedOver).await.len(), 1);
}

#[tokio::test]
async fn strangers_find_no_team() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    let anas = page_of(&ana, &group, "Ana Souza").await;
    for page in [
        people(&group),
        format!("/grupos/{group}/membros/sair"),
        anas,
    ] {
        bia.get(&page).await.is(StatusCode::NOT_FOUND);
        if page != people(&group) {
            bia.post(&page, &[]).await.is(StatusCode::NOT_FOUND);
        }
    }
}
