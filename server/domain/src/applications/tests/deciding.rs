//! Approving and rejecting.

use super::*;
use crate::{
    Role,
    applications::{
        State,
        approvals::{DecisionError, approve, reject},
        find,
    },
    entities::credential,
};

async fn credentials(test: &TestPortal) -> usize {
    credential::Entity::find()
        .all(test.portal.db.writer())
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn approval_makes_the_credential_and_is_told() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let application = asks(&ana, group(&ana).await).await.application;
    approve(&carlos, &test.vault, application, None)
        .await
        .unwrap();

    let view = find(&ana, &test.catalogue, application)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.state, State::Approved);
    assert_eq!(view.decided_at, Some(carlos.now()));
    assert!(view.public_key.is_some());
    assert!(mails(&test).await.contains(&Mail::Decided { application }));
    assert_eq!(times(&test, Action::ApplicationApproved).await, 1);
}

#[tokio::test]
async fn rejection_gives_its_reason_and_no_credential() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let application = asks(&ana, group(&ana).await).await.application;
    reject(&carlos, application, reason()).await.unwrap();

    let view = find(&ana, &test.catalogue, application)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.state, State::Rejected);
    assert_eq!(view.reason.as_deref(), Some(reason().as_str()));
    assert_eq!(credentials(&test).await, 0);
    assert!(mails(&test).await.contains(&Mail::Decided { application }));
    assert_eq!(times(&test, Action::ApplicationRejected).await, 1);
}

#[tokio::test]
async fn of_two_managers_approving_at_once_one_decides() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let dora = test
        .person("dora@balcao.example", &[Role::ContractManager])
        .await;
    let id = asks(&ana, group(&ana).await).await.application;

    let both = tokio::join!(
        approve(&carlos, &test.vault, id, None),
        approve(&dora, &test.vault, id, None)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    let state = State::Approved;
    assert!(matches!(lost, DecisionError::AlreadyDecided { state: found } if found == state));
    assert_eq!(credentials(&test).await, 1);
    assert_eq!(times(&test, Action::ApplicationApproved).await, 1);
}

#[tokio::test]
async fn of_an_approval_and_a_rejection_at_once_one_counts() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let dora = test
        .person("dora@balcao.example", &[Role::ContractManager])
        .await;
    let id = asks(&ana, group(&ana).await).await.application;

    let both = tokio::join!(
        approve(&carlos, &test.vault, id, None),
        reject(&dora, id, reason())
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let state = find(&ana, &test.catalogue, id)
        .await
        .unwrap()
        .unwrap()
        .state;
    let expected = if both.0.is_ok() {
        State::Approved
    } else {
        State::Rejected
    };
    assert_eq!(state, expected);
    assert_eq!(credentials(&test).await, usize::from(both.0.is_ok()));
    let decided = mails(&test).await.into_iter();
    assert_eq!(
        decided
            .filter(|mail| matches!(mail, Mail::Decided { .. }))
            .count(),
        1
    );
}

#[tokio::test]
async fn only_contract_managers_decide() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let staff = [Role::Support, Role::Administrator];
    let julia = test.person("julia@balcao.example", &staff).await;
    let id = asks(&ana, group(&ana).await).await.application;
    for asker in [&ana, &julia, &test.scope()] {
        let approved = approve(asker, &test.vault, id, None).await;
        assert!(matches!(approved, Err(DecisionError::Forbidden(_))));
        let rejected = reject(asker, id, reason()).await;
        assert!(matches!(rejected, Err(DecisionError::Forbidden(_))));
    }
    assert_eq!(
        find(&ana, &test.catalogue, id)
            .await
            .unwrap()
            .unwrap()
            .state,
        State::Pending
    );
}

#[tokio::test]
async fn drafts_and_unknown_requests_do_not_exist() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let draft = writes(&ana, group(&ana).await).await;
    for id in [draft, test.portal.new_id()] {
        let approved = approve(&carlos, &test.vault, id, None).await;
        assert!(matches!(approved, Err(DecisionError::NotFound)));
    }
}
