//! APIs that are not for everybody.

use super::*;
use crate::{
    Error,
    applications::ApplicationState,
    catalogue::{Audience, Company},
    requests::{ChooseError, visible},
};

/// SMV from now on.
async fn only_for(test: &TestPortal, audience: Audience) {
    let files = ApiFiles {
        audience: Some(audience),
        ..ApiFiles::default()
    };
    testing::import(test, "smv", files).await;
}

/// The company of [`CNPJ`].
fn the_bank(domains: &[&str]) -> Audience {
    Audience::Companies {
        companies: vec![Company {
            root: "12ABC345".to_owned(),
            domains: domains.iter().map(ToString::to_string).collect(),
        }],
    }
}

async fn sees_smv(scope: &Scope) -> bool {
    let seen = visible(scope, &scope.services().catalogue).await.unwrap();
    seen.by_slug("smv").is_some()
}

#[tokio::test]
async fn an_api_for_the_signed_in_is_not_there_for_visitors() {
    let (test, ana, _) = people().await;
    assert!(sees_smv(&test.scope()).await);
    only_for(&test, Audience::SignedIn).await;
    assert!(!sees_smv(&test.scope()).await);
    assert!(sees_smv(&ana).await);
    assert_eq!(test.catalogue.public().published().count(), 2);
}

#[tokio::test]
async fn a_company_is_known_by_its_addresses_and_not_by_its_cnpj_alone() {
    let (test, ana, carlos) = people().await;
    let mallory = test.person("mallory@elsewhere.example", &[]).await;
    let bank = group(&ana).await;
    group(&mallory).await;
    only_for(&test, the_bank(&["bancoexemplo.com.br"])).await;
    assert!(sees_smv(&ana).await && sees_smv(&carlos).await);
    assert!(!sees_smv(&mallory).await);

    let asked = starts_for(&ana, bank, "smv", Plan::Trial).await;
    describes(&ana, asked).await;
    files(&ana, asked).await.unwrap();
    let choice = GroupChoice::New(new_group("Outro grupo"));
    let started = start(
        &mallory,
        &test.catalogue,
        api(&test.scope(), "smv"),
        Plan::Trial,
        choice,
    )
    .await;
    assert!(matches!(
        started,
        Err(ChooseError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn a_company_without_addresses_is_known_once_a_manager_approved_something() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    only_for(&test, the_bank(&[])).await;
    assert!(!sees_smv(&ana).await);
    let score = asks_for(&ana, bank, "score-de-credito", Plan::Trial).await;
    assert!(!sees_smv(&ana).await);
    approvals::approve(&carlos, &test.vault, score.request, None)
        .await
        .unwrap();
    assert!(sees_smv(&ana).await);
}

#[tokio::test]
async fn who_may_no_longer_see_an_api_files_no_request_for_it() {
    let (test, ana, _) = people().await;
    let draft = writes(&ana, group(&ana).await).await;
    only_for(&test, the_bank(&[])).await;
    assert!(matches!(
        files(&ana, draft).await,
        Err(SubmitError::NotOffered)
    ));
}

#[tokio::test]
async fn a_company_whose_access_was_revoked_is_not_known_any_more() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    only_for(&test, the_bank(&[])).await;
    let score = asks_for(&ana, bank, "score-de-credito", Plan::Trial).await;
    approvals::approve(&carlos, &test.vault, score.request, None)
        .await
        .unwrap();
    let approved = ApplicationState::Approved;
    approvals::revoke(&carlos, score.application, approved, reason())
        .await
        .unwrap();
    assert!(!sees_smv(&ana).await);
}

#[tokio::test]
async fn who_has_keys_reads_on_whoever_else_may() {
    let (test, ana, _, _, _) = trial().await;
    let eva = test.person("eva@elsewhere.example", &[]).await;
    let other = Audience::Companies {
        companies: vec![Company {
            root: "99888777".to_owned(),
            domains: vec![],
        }],
    };
    only_for(&test, other).await;
    assert!(sees_smv(&ana).await);
    assert!(!sees_smv(&eva).await);
}
