//! Keys for the sandbox, from the day a request is filed: made when they are first asked for.

use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::*;
use crate::{
    Error,
    applications::ApplicationState,
    entities::{application, request, sandbox_credential},
    groups::MemberRole,
    requests::{
        RequestState, Status, cancel,
        tests::{is_rejected, joins_as},
    },
};

async fn credentials(test: &TestPortal) -> Vec<sandbox_credential::Model> {
    let all = sandbox_credential::Entity::find();
    all.all(test.portal.db.writer()).await.unwrap()
}

#[tokio::test]
async fn they_are_made_when_asked_for_and_stay_after_the_approval() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let asked = asks(&ana, group(&ana).await).await;
    let id = asked.application;
    assert_eq!(announced(&test, id).await, 1);
    assert!(credentials(&test).await.is_empty());
    let shown = sandbox_keys(&ana, &test.vault, id).await.unwrap();
    assert_eq!(announced(&test, id).await, 2);
    let [row] = &credentials(&test).await[..] else {
        panic!("there is one");
    };
    assert_eq!((shown.secret, &shown.public_key), (row.id, &row.public_key));
    assert_eq!(row.hash, shown.secret_key.hash());
    assert_eq!(times(&test, Action::SandboxKeysRevealed).await, 1);

    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    assert_eq!(announced(&test, id).await, 3);
    assert_eq!(sandbox_keys(&ana, &test.vault, id).await.unwrap(), shown);
    assert_eq!(announced(&test, id).await, 3);
    let real = only_secret(&ana, id).await;
    assert_ne!(reveal(&ana, &test.vault, id, real).await.unwrap(), shown);
    assert!(matches!(
        reveal(&ana, &test.vault, id, shown.secret).await,
        Err(RevealError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn two_who_ask_first_at_once_get_the_same() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let id = asks(&ana, group(&ana).await).await.application;
    let (one, two) = tokio::join!(
        sandbox_keys(&ana, &test.vault, id),
        sandbox_keys(&ana, &test.vault, id)
    );
    assert_eq!(one.unwrap(), two.unwrap());
    assert_eq!(credentials(&test).await.len(), 1);
}

#[tokio::test]
async fn they_are_for_the_group_and_not_for_its_viewers() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.application;
    for stranger in [&bia, &test.scope(), &test.system()] {
        let keys = sandbox_keys(stranger, &test.vault, id).await;
        assert!(matches!(keys, Err(RevealError::Common(Error::NotFound(_)))));
    }
    joins(&bia, bank).await;
    let keys = sandbox_keys(&bia, &test.vault, id).await.unwrap();
    assert_eq!(sandbox_keys(&ana, &test.vault, id).await.unwrap(), keys);
    let caio = test.person("caio@bancoexemplo.com.br", &[]).await;
    joins_as(&caio, bank, MemberRole::Viewer).await;
    let keys = sandbox_keys(&caio, &test.vault, id).await;
    assert!(matches!(keys, Err(RevealError::Common(Error::NotFound(_)))));
}

#[tokio::test]
async fn they_end_with_the_request() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    let rejected = asks(&ana, bank).await;
    sandbox_keys(&ana, &test.vault, rejected.application)
        .await
        .unwrap();
    is_rejected(&carlos, rejected.request).await;
    let cancelled = asks(&ana, bank).await;
    sandbox_keys(&ana, &test.vault, cancelled.application)
        .await
        .unwrap();
    cancel(&ana, cancelled.request).await.unwrap();
    for id in [rejected.application, cancelled.application] {
        let keys = sandbox_keys(&ana, &test.vault, id).await;
        assert!(matches!(keys, Err(RevealError::Common(Error::NotFound(_)))));
        assert_eq!(announced(&test, id).await, 3);
    }
}

#[tokio::test]
async fn only_waiting_and_approved_applications_have_them() {
    let (test, ana, _, id) = approved().await;
    let db = test.portal.db.writer();
    for status in Status::ALL {
        let row = request::Entity::find_by_id(id.request()).one(db).await;
        let mut row = row.unwrap().unwrap().into_active_model();
        row.state = Set(status.of_request().unwrap_or(RequestState::Approved));
        row.update(db).await.unwrap();
        let row = application::Entity::find_by_id(id).one(db).await;
        let mut row = row.unwrap().unwrap().into_active_model();
        let state = status.of_application();
        row.state = Set(state.unwrap_or(ApplicationState::Approved));
        row.update(db).await.unwrap();
        let open = matches!(
            status,
            Status::Pending | Status::AwaitingApplicant | Status::Approved
        );
        assert_eq!(sandbox_is_open(*status), open);
        assert_eq!(
            sandbox_keys(&ana, &test.vault, id).await.is_ok(),
            open,
            "{status}"
        );
    }
}
