//! What the token of a client opens.

use super::*;
use crate::harness::{CARLOS, smv};

#[tokio::test]
async fn a_call_is_one_of_the_application_of_whom_the_client_acts_for() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    app.allows_calls(CRM, 3).await;
    let token = token_of(&asks(&program, own(&client)).await);
    let of_application = program.token().await;
    calls(&program, &token).await.is(StatusCode::OK);
    calls(&program, &of_application).await.is(StatusCode::OK);
    calls(&program, &token).await.is(StatusCode::OK);
    let over = StatusCode::TOO_MANY_REQUESTS;
    calls(&program, &token).await.is(over);
    calls(&program, &of_application).await.is(over);
}

#[tokio::test]
async fn it_opens_what_its_scopes_name_and_its_account_may_call_and_nothing_else() {
    let (app, program, dora) = with_crm().await;
    app.bia().await;
    let smv_too = [("escopos", "smv")];
    let rows = [
        // Ana has an application of the CRM, and none of SMV.
        (registers(&dora, "credenciais", &[]).await, 200, 403),
        (registers(&dora, "credenciais", &smv_too).await, 403, 403),
        // Bia has none at all.
        (
            registers(&dora, "credenciais", &[("usuario", crate::harness::BIA)]).await,
            403,
            403,
        ),
    ];
    app.works().await;
    for (client, crm, other) in rows {
        let token = token_of(&asks(&program, own(&client)).await);
        let answer = calls(&program, &token).await;
        assert_eq!(answer.status.as_u16(), crm, "{}", answer.html());
        let answer = program.calls_smv(&token, &smv("5511999990200")).await;
        assert_eq!(answer.status.as_u16(), other);
        let challenge = answer.header(axum::http::header::WWW_AUTHENTICATE);
        assert!(challenge.contains("insufficient_scope"), "{challenge}");
    }
}

#[tokio::test]
async fn who_loses_the_application_loses_it_for_their_clients_too() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    let token = token_of(&asks(&program, own(&client)).await);
    calls(&program, &token).await.is(StatusCode::OK);
    let carlos = app.signs_in(CARLOS).await;
    let page = carlos.get("/aprovacoes?estado=todas").await;
    let links = page.attributes("tbody a[href^='/aprovacoes/']", "href");
    let application = links[0].split(['/', '?']).nth(2).unwrap().to_owned();
    app.suspends(&carlos, &application).await;
    calls(&program, &token).await.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_ends_a_token_ends_it_on_every_instance_at_once() {
    let (app, program, dora) = with_crm().await;
    let people = registers(&dora, "senha", &[]).await;
    let another = app.second_instance().await;
    let there = program.at(another.router());
    let token = token_of(&asks(&program, anas(&people)).await);
    calls(&there, &token).await.is(StatusCode::OK);
    let page = format!("{CLIENTS}/{}", people.id);
    let form = dora.get(&page).await;
    let id = &form.attributes("input[name=token]", "value")[0];
    let answer = dora
        .post("/administracao/tokens/revogar", &[("token", id)])
        .await;
    answer.location();
    calls(&there, &token).await.is(StatusCode::UNAUTHORIZED);

    let token = token_of(&asks(&program, anas(&people)).await);
    calls(&there, &token).await.is(StatusCode::OK);
    dora.post(&format!("{page}/situacao"), &[("ato", "desativar")])
        .await
        .location();
    calls(&there, &token).await.is(StatusCode::UNAUTHORIZED);
    asks(&there, anas(&people))
        .await
        .is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_expired_token_is_told_from_one_that_is_none() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[("acesso", "60")]).await;
    app.works().await;
    let token = token_of(&asks(&program, own(&client)).await);
    app.clock.advance(std::time::Duration::from_secs(59));
    calls(&program, &token).await.is(StatusCode::OK);
    app.clock.advance(std::time::Duration::from_secs(1));
    let answer = calls(&program, &token).await;
    answer.is(StatusCode::UNAUTHORIZED);
    assert!(answer.html().contains("expired"), "{}", answer.html());
}

#[tokio::test]
async fn people_see_and_end_what_acts_in_their_name() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    let ana = app.signs_in(ANA).await;
    let lines = async || ana.get("/conta").await.texts("#tokens li").len();
    assert_eq!(lines().await, 0);
    let token = token_of(&asks(&program, own(&client)).await);
    assert_eq!(lines().await, 1);
    let forms = ana.get("/conta").await;
    let action = &forms.attributes("#tokens form", "action")[0];
    dora.post(action, &[]).await.is(StatusCode::NOT_FOUND);
    calls(&program, &token).await.is(StatusCode::OK);
    assert_eq!(ana.post(action, &[]).await.location(), "/conta");
    calls(&program, &token).await.is(StatusCode::UNAUTHORIZED);
    assert_eq!(lines().await, 0);
}
