//! Trials that the portal approves by itself.

use super::*;
use crate::{
    catalogue::{ApiFiles, TrialDecider, TrialRule},
    ids::GroupId,
    requests::{
        SubmittedRequest,
        tests::{describes, last_change, starts_for},
    },
    testing,
};

/// SMV from now on.
async fn decides(test: &TestPortal, domains: &[&str], known_companies: bool) {
    let rule = TrialRule {
        decided_by: TrialDecider::Portal,
        domains: domains.iter().map(ToString::to_string).collect(),
        known_companies,
    };
    let files = ApiFiles {
        trial: Some(rule),
        ..ApiFiles::default()
    };
    testing::import(test, "smv", files).await;
}

async fn requests_smv(person: &Scope, group: GroupId, plan: Plan) -> SubmittedRequest {
    let draft = starts_for(person, group, "smv", plan).await;
    describes(person, draft).await;
    let services = person.services();
    let reviewed = last_change(person, draft).await;
    submit(
        person,
        &services.vault,
        &services.catalogue,
        draft,
        reviewed,
    )
    .await
    .unwrap()
}

async fn status(person: &Scope, asked: &SubmittedRequest) -> Status {
    let found = find(person, &person.services().catalogue, asked.request).await;
    found.unwrap().unwrap().status
}

#[tokio::test]
async fn a_trial_that_is_for_anybody_has_its_keys_at_once_and_waits_for_nobody() {
    let (test, ana, carlos) = people().await;
    decides(&test, &[], false).await;
    let asked = requests_smv(&ana, group(&ana).await, Plan::Trial).await;
    assert_eq!(status(&ana, &asked).await, Status::Approved);
    assert!(keys(&ana, asked.application).await.is_some());

    let request = asked.request;
    assert_eq!(mails(&test).await, [Mail::Decided { request }]);
    let decision = seen(&carlos, request).await.decision.unwrap();
    assert_eq!(decision.outcome, RequestState::Approved);
    assert_eq!(decision.by, None);
    assert_eq!(times(&test, Action::RequestSubmitted).await, 1);
    assert_eq!(times(&test, Action::RequestApproved).await, 1);
}

#[tokio::test]
async fn filing_it_twice_makes_one_application() {
    let (test, ana, _) = people().await;
    decides(&test, &[], false).await;
    let draft = starts_for(&ana, group(&ana).await, "smv", Plan::Trial).await;
    describes(&ana, draft).await;
    let reviewed = last_change(&ana, draft).await;
    let file = || submit(&ana, &test.vault, &test.catalogue, draft, reviewed);
    let (one, other) = tokio::join!(file(), file());
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(times(&test, Action::RequestApproved).await, 1);
}

#[tokio::test]
async fn pay_per_use_and_a_second_trial_of_the_company_wait_for_a_manager() {
    let (test, ana, _) = people().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    decides(&test, &[], false).await;
    let bank = group(&ana).await;
    requests_smv(&ana, bank, Plan::Trial).await;
    let paid = requests_smv(&ana, bank, Plan::PayPerUse).await;
    assert_eq!(status(&ana, &paid).await, Status::Pending);
    let second = requests_smv(&bia, group(&bia).await, Plan::Trial).await;
    assert_eq!(status(&bia, &second).await, Status::Pending);
    assert!(keys(&bia, second.application).await.is_none());
}

#[tokio::test]
async fn only_who_has_an_address_at_a_named_domain_is_meant() {
    let (test, ana, carlos) = people().await;
    let eva = test.person("eva@elsewhere.example", &[]).await;
    decides(&test, &["bancoexemplo.com.br"], false).await;
    let foreign = requests_smv(&eva, group(&eva).await, Plan::Trial).await;
    assert_eq!(status(&eva, &foreign).await, Status::Pending);
    assert!(mails(&test).await.contains(&Mail::DecisionAwaited {
        request: foreign.request,
        manager: carlos.account_id().unwrap(),
    }));
    let own = requests_smv(&ana, group(&ana).await, Plan::Trial).await;
    assert_eq!(status(&ana, &own).await, Status::Approved);
}

#[tokio::test]
async fn a_company_is_known_by_what_a_manager_approved_for_the_same_person() {
    let (test, ana, carlos) = people().await;
    let eva = test.person("eva@elsewhere.example", &[]).await;
    decides(&test, &[], true).await;
    let bank = group(&ana).await;
    let score = asks_for(&ana, bank, "score-de-credito", Plan::Trial).await;
    approve(&carlos, &test.vault, score.request, None)
        .await
        .unwrap();
    // Eva only names the same CNPJ.
    let named = requests_smv(&eva, group(&eva).await, Plan::Trial).await;
    assert_eq!(status(&eva, &named).await, Status::Pending);
    let asked = requests_smv(&ana, bank, Plan::Trial).await;
    assert_eq!(status(&ana, &asked).await, Status::Approved);
}

#[tokio::test]
async fn whoever_names_another_cnpj_has_had_the_trial_still() {
    let (test, ana, _) = people().await;
    decides(&test, &[], false).await;
    requests_smv(&ana, group(&ana).await, Plan::Trial).await;
    let other = NewGroup {
        cnpj: "11.222.333/0001-81".parse().unwrap(),
        ..new_group("Outra empresa")
    };
    let other = groups::create(&ana, other).await.unwrap();
    let second = requests_smv(&ana, other, Plan::Trial).await;
    assert_eq!(status(&ana, &second).await, Status::Pending);
}

#[tokio::test]
async fn what_a_manager_rejected_is_not_approved_by_the_portal() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let rejected = asks(&ana, bank).await.request;
    is_rejected(&carlos, rejected).await;
    decides(&test, &[], false).await;
    let again = requests_smv(&ana, bank, Plan::Trial).await;
    assert_eq!(status(&ana, &again).await, Status::Pending);
}
