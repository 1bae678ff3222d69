//! Trying an API from a page, and how its calls are recorded.

use std::time::Duration;

use super::{try_out::try_application, *};
use crate::{
    Role,
    applications::{self, Conditions},
    approvals,
    catalogue::{ApiFiles, ApiState, set_upstream},
    oauth::GrantError,
    requests::{find_application, request_plan_change, tests as requests},
    testing,
    usage::{CallKind, latest_calls},
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
    let code = answered.answer.result.code.as_deref();
    assert_eq!(
        told,
        [
            (429, Some("API-SMV-429"), path.as_str()),
            (answered.answer.result.status, code, path.as_str())
        ]
    );
    assert_eq!(calls[1].id, answered.transaction);
}

#[tokio::test]
async fn a_try_is_recorded_also_when_the_plan_changed_after_the_page_was_read() {
    let (test, ana, carlos, _, application) = requests::trial().await;
    let url = Some("https://api.example".to_owned());
    set_upstream(&test.system(), &test.catalogue, "smv", url)
        .await
        .unwrap();
    let view = find_application(&ana, &test.catalogue, application).await;
    let view = view.unwrap().unwrap();
    let asked = request_plan_change(&ana, &test.catalogue, application).await;
    approvals::approve(&carlos, &test.vault, asked.unwrap().request, None)
        .await
        .unwrap();

    let operation = &view.api.sandbox.as_ref().unwrap().operations()[0];
    let case = &operation.cases[0].id;
    let refused = try_application(&ana, &test, &view, &operation.id, case).await;
    assert!(matches!(
        refused,
        Err(TryError::Refused(Refusal::NobodyAnswers(_)))
    ));
    test.meter.flush(&test.portal).await.unwrap();
    let calls = latest_calls(&ana, application, None).await;
    let calls = calls.unwrap().unwrap().items;
    let told: Vec<_> = calls.iter().map(|call| (call.kind, call.status)).collect();
    assert_eq!(told, [(CallKind::PayPerUse, 503)]);
}

#[tokio::test]
async fn an_api_that_is_over_answers_no_call_from_a_page_either() {
    let (test, ana, _, _, application) = requests::trial().await;
    let withdrawn = ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    };
    testing::import(&test, "smv", withdrawn).await;
    let view = find_application(&ana, &test.catalogue, application).await;
    let api = view.unwrap().unwrap().api;
    let operation = &api.sandbox.as_ref().unwrap().operations()[0];
    let case = &operation.cases[0];
    let tried = try_sandbox(&ana, &test, application, &operation.id, &case.id).await;
    assert!(matches!(tried, Err(TryError::Closed)));
    let call = OutgoingCall::of_case(operation, case);
    let tried = try_call(&ana, &test, application, TryMode::Sandbox, call).await;
    assert!(matches!(tried, Err(TryError::Closed)));
    test.meter.flush(&test.portal).await.unwrap();
    let calls = latest_calls(&ana, application, None).await;
    assert!(calls.unwrap().unwrap().items.is_empty());
}

#[tokio::test]
async fn a_contract_lets_call_from_its_first_day_to_its_last() {
    let (test, ana, carlos, _, application) = requests::trial().await;
    let today = applications::today(&carlos);
    let conditions = Conditions {
        starts_on: today.succ_opt(),
        ends_on: today.succ_opt(),
        ..Conditions::default()
    };
    approvals::change_conditions(&carlos, application, 0, &conditions, requests::reason())
        .await
        .unwrap();
    let view = find_application(&ana, &test.catalogue, application).await;
    let api = view.unwrap().unwrap().api;
    let operation = &api.sandbox.as_ref().unwrap().operations()[0];
    let case = &operation.cases[0];
    let tries = || try_sandbox(&ana, &test, application, &operation.id, &case.id);
    let day = Duration::from_hours(24);

    let before = tries().await;
    assert!(matches!(before, Err(TryError::Grant(GrantError::NotBegun))));
    test.clock.advance(day);
    tries().await.unwrap();
    test.clock.advance(day);
    let after = tries().await;
    assert!(matches!(after, Err(TryError::Refused(Refusal::Token(..)))));
}
