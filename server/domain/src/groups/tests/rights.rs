//! What each role gets of a group, and what a removal takes away.

use values::SecretLabel;

use super::*;
use crate::{
    Role, applications, approvals,
    credentials::{self, NewSecret, RevealError, add_secret, reveal},
    groups,
    ids::{ApplicationId, SecretId},
    requests::{self, ChooseError, GroupChoice, tests::asks},
    vocabulary::Plan,
    webhooks::{self, WebhookOwner},
};

/// With an approved application, and Caio who only looks on.
async fn with_application() -> (TestPortal, Scope, Scope, Scope, GroupId, ApplicationId) {
    let (test, ana, bia, bank) = team().await;
    let caio = test.person("caio@bancoexemplo.com.br", &[]).await;
    joins_as(&caio, bank, MemberRole::Viewer).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, bia, caio, bank, asked.application)
}

async fn reveals(test: &TestPortal, who: &Scope, secret: SecretId, id: ApplicationId) -> bool {
    match reveal(who, &test.vault, id, secret).await {
        Ok(_) => true,
        Err(RevealError::Common(Error::NotFound(_))) => false,
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn viewers_see_the_application_and_no_key_of_it() {
    let (test, ana, bia, caio, bank, id) = with_application().await;
    let secrets = credentials::secrets_of(&ana, id).await.unwrap().unwrap();
    let secret = secrets.secrets[0].id;
    assert!(secrets.may_change);
    let bias = credentials::secrets_of(&bia, id).await.unwrap().unwrap();
    assert!(!bias.may_change);
    assert!(reveals(&test, &bia, secret, id).await);

    let view = requests::find_application(&caio, &test.catalogue, id)
        .await
        .unwrap()
        .unwrap();
    assert!(!view.may(GroupRight::UseKeys));
    assert!(credentials::secrets_of(&caio, id).await.unwrap().is_none());
    let keys = credentials::keys_of(&caio, std::slice::from_ref(&view)).await;
    assert!(keys.unwrap().is_empty());
    assert!(credentials::own_keys(&caio).await.unwrap().is_empty());
    let key = credentials::own_public_key(&caio, view.api.id).await;
    assert_eq!(key.unwrap(), None);
    let usable = applications::own_approved(&caio, view.api.id).await;
    assert!(usable.unwrap().is_empty());
    assert!(!reveals(&test, &caio, secret, id).await);
    let webhooks = webhooks::list(&caio, WebhookOwner::Group(bank)).await;
    assert!(matches!(webhooks, Err(Error::NotFound(_))));
    assert!(
        webhooks::list(&bia, WebhookOwner::Group(bank))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn developers_ask_and_viewers_do_not() {
    let (test, _, bia, caio, bank, id) = with_application().await;
    let ask = |who: Scope| {
        let catalogue = &test.catalogue;
        async move {
            let smv = requests::tests::api(&who, "smv");
            let choice = GroupChoice::Existing(bank);
            requests::start(&who, catalogue, smv, Plan::PayPerUse, choice).await
        }
    };
    ask(bia.clone()).await.unwrap();
    assert!(matches!(
        ask(caio.clone()).await,
        Err(ChooseError::UnknownGroup)
    ));
    let changed = requests::request_plan_change(&caio, &test.catalogue, id).await;
    assert!(matches!(
        changed,
        Err(requests::PlanChangeError::Common(Error::NotFound(_)))
    ));
    assert!(
        groups::mine_where(&caio, GroupRight::Request)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(groups::mine(&caio).await.unwrap().len(), 1);
}

#[tokio::test]
async fn developers_make_no_keys() {
    let (test, _, bia, _, _, id) = with_application().await;
    let new = NewSecret {
        id: bia.portal.new_id(),
        label: SecretLabel::parse("Produção").unwrap(),
        expiry: credentials::Expiry::Never,
    };
    let made = add_secret(&bia, &test.vault, id, new).await;
    assert!(matches!(
        made,
        Err(credentials::AddSecretError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn who_is_removed_while_revealing_sees_no_secret_afterwards() {
    let (test, ana, bia, _, bank, application) = with_application().await;
    let secrets = credentials::secrets_of(&ana, application)
        .await
        .unwrap()
        .unwrap();
    let secret = secrets.secrets[0].id;
    let (removed, shown) = tokio::join!(
        remove(&ana, bank, id(&bia)),
        reveals(&test, &bia, secret, application)
    );
    removed.unwrap();
    // Whatever came first, each reveal is recorded, and none comes after.
    let recorded = times(&test, Action::SecretRevealed).await;
    assert_eq!(recorded, usize::from(shown));
    assert!(!reveals(&test, &bia, secret, application).await);
    let keys = credentials::sandbox_keys(&bia, &test.vault, application).await;
    assert!(matches!(keys, Err(RevealError::Common(Error::NotFound(_)))));
}
