//! Keys for the sandbox, from the day a request is filed.

use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::*;
use crate::{
    applications::{State, cancel, tests::is_rejected},
    entities::{application, sandbox_credential},
};

async fn credentials(test: &TestPortal) -> Vec<sandbox_credential::Model> {
    let all = sandbox_credential::Entity::find();
    all.all(test.portal.db.writer()).await.unwrap()
}

#[tokio::test]
async fn they_come_with_the_request_and_stay_after_the_approval() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let id = asks(&ana, group(&ana).await).await.application;
    assert_eq!(announced(&test, id).await, 1);
    let [row] = &credentials(&test).await[..] else {
        panic!("there is one");
    };
    let shown = sandbox_keys(&ana, &test.vault, id).await.unwrap();
    assert_eq!((shown.secret, &shown.public_key), (row.id, &row.public_key));
    assert_eq!(row.hash, shown.secret_key.hash());
    assert_eq!(times(&test, Action::SandboxKeysRevealed).await, 1);

    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    approvals::approve(&carlos, &test.vault, id, None)
        .await
        .unwrap();
    assert_eq!(announced(&test, id).await, 2);
    assert_eq!(sandbox_keys(&ana, &test.vault, id).await.unwrap(), shown);
    let real = only_secret(&ana, id).await;
    assert_ne!(reveal(&ana, &test.vault, id, real).await.unwrap(), shown);
    assert!(matches!(
        reveal(&ana, &test.vault, id, shown.secret).await,
        Err(RevealError::NotFound)
    ));
}

#[tokio::test]
async fn older_requests_get_theirs_when_they_ask() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let id = asks(&ana, group(&ana).await).await.application;
    let all = sandbox_credential::Entity::delete_many();
    all.exec(test.portal.db.writer()).await.unwrap();
    let (one, two) = tokio::join!(
        sandbox_keys(&ana, &test.vault, id),
        sandbox_keys(&ana, &test.vault, id)
    );
    assert_eq!(one.unwrap(), two.unwrap());
    assert_eq!(credentials(&test).await.len(), 1);
}

#[tokio::test]
async fn they_are_for_the_group_and_the_applicant() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.application;
    for stranger in [&bia, &test.scope(), &test.system()] {
        let keys = sandbox_keys(stranger, &test.vault, id).await;
        assert!(matches!(keys, Err(RevealError::NotFound)));
    }
    joins(&bia, bank).await;
    let keys = sandbox_keys(&bia, &test.vault, id).await.unwrap();
    assert_eq!(sandbox_keys(&ana, &test.vault, id).await.unwrap(), keys);
}

#[tokio::test]
async fn they_end_with_the_request() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    let rejected = asks(&ana, bank).await.application;
    is_rejected(&carlos, rejected).await;
    let cancelled = asks(&ana, bank).await.application;
    cancel(&ana, cancelled).await.unwrap();
    for id in [rejected, cancelled] {
        let keys = sandbox_keys(&ana, &test.vault, id).await;
        assert!(matches!(keys, Err(RevealError::NotFound)));
        assert_eq!(announced(&test, id).await, 2);
    }
}

#[tokio::test]
async fn only_waiting_and_approved_applications_have_them() {
    let (test, ana, _, id) = approved().await;
    for state in State::ALL {
        let row = application::Entity::find_by_id(id)
            .one(test.portal.db.writer())
            .await;
        let mut row = row.unwrap().unwrap().into_active_model();
        row.state = Set(*state);
        row.update(test.portal.db.writer()).await.unwrap();
        let open = matches!(state, State::Pending | State::Approved);
        assert_eq!(sandbox_is_open(*state), open);
        assert_eq!(
            sandbox_keys(&ana, &test.vault, id).await.is_ok(),
            open,
            "{state}"
        );
    }
}
