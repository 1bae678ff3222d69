//! The data of a group, and its history.

use locales::group_edit as e;

use super::*;

#[tokio::test]
async fn owners_change_how_the_group_is_reached() {
    let (app, ana, bia, group) = team().await;
    let page = format!("/grupos/{group}/dados");
    bia.get(&page).await.is(StatusCode::FORBIDDEN);
    let form = ana.get(&page).await;
    assert_eq!(form.heading(), e::title(PtBr));
    let fields = [
        ("name", "Banco Exemplo – Fraudes"),
        ("email", ANA),
        ("phone", "(11) 3333-4444"),
    ];
    let wrong = [fields[0], ("email", "fraudes"), fields[2]];
    let answer = ana.post(&page, &wrong).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.value_of("email"), "fraudes");
    let answer = ana.post(&page, &fields).await;
    assert_eq!(answer.location(), format!("/minhas-aplicacoes/{group}"));
    let home = ana.get(answer.location()).await;
    assert_eq!(home.heading(), "Banco Exemplo – Fraudes");
    assert_eq!(home.flash(), e::saved_now(PtBr));
    assert_eq!(app.trail(Action::GroupEdited).await.len(), 1);
}

#[tokio::test]
async fn the_company_is_fixed_once_somebody_decides_by_it() {
    let (app, ana, _bia, group) = team().await;
    let page = format!("/grupos/{group}/empresa");
    let fields = [
        ("legal_name", "Banco Exemplo Ltda."),
        ("cnpj", "11.222.333/0001-81"),
    ];
    ana.post(&page, &fields).await.location();
    app.requests(&ana, &group).await;
    let fixed = ana.get(&page).await;
    assert_eq!(fixed.text(".notice strong"), e::company_fixed_title(PtBr));
    assert_eq!(fixed.texts("input[name=cnpj]"), [""; 0]);
    let answer = ana.post(&page, &fields).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    app.works().await;
}

#[tokio::test]
async fn owners_read_what_was_done() {
    let (app, ana, bia, group) = team().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    app.approves(&carlos, &request).await;
    let page = format!("/grupos/{group}/historico");
    bia.get(&page).await.is(StatusCode::FORBIDDEN);
    let history = ana.get(&page).await;
    let done = history.texts("tbody td:first-child");
    assert!(
        done.iter()
            .any(|it| it.starts_with(e::request_approved(PtBr)))
    );
    assert!(done.iter().any(|it| it.starts_with(e::group_created(PtBr))));
    assert!(!history.html().contains("Carlos"), "staff stay unnamed");
    app.works().await;
}
