//! Trying an API, as the use of the application then tells of it.

use std::time::Duration;

use super::*;
use crate::{
    Role, approvals,
    requests::{find_application, tests as requests},
    usage::latest_calls,
};

const NINETY_DAYS: Duration = Duration::from_hours(90 * 24);

#[tokio::test]
async fn a_try_is_among_the_calls_of_the_application_also_when_it_was_refused() {
    let test = requests::portal().await;
    let ana = test.person("ana.souza@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("gestor@balcao.example", &[Role::ContractManager])
        .await;
    let group = requests::group(&ana).await;
    let asked = requests::asks(&ana, group).await;
    let application = asked.application;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let view = find_application(&ana, &test.catalogue, application).await;
    let api = view.unwrap().unwrap().api;
    let operation = &api.sandbox.as_ref().unwrap().operations()[0];
    let case = &operation.cases[0];
    let tries = || try_sandbox(&ana, &test, application, &operation.id, &case.id);

    let answered = tries().await.unwrap();
    test.clock.advance(NINETY_DAYS);
    let refused = tries().await;
    assert!(matches!(
        refused,
        Err(TryError::Refused(Refusal::Ended(..)))
    ));
    test.meter.flush(&test.portal).await.unwrap();
    let calls = latest_calls(&ana, application, None).await;
    let calls = calls.unwrap().unwrap().items;
    let told: Vec<_> = calls
        .iter()
        .map(|call| (call.status, call.code.as_deref(), call.path.as_str()))
        .collect();
    let path = format!("{}{}", api.base_path, case.path_and_query);
    let code = answered.answer.code.as_deref();
    assert_eq!(
        told,
        [
            (429, Some("API-SMV-429"), path.as_str()),
            (answered.answer.status, code, path.as_str())
        ]
    );
    assert_eq!(calls[1].id, answered.transaction);
}
