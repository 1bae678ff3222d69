//! What sends mails to others, or uses numbers up, over and over.

use values::SecretLabel;

use super::*;
use crate::{
    Role,
    accounts::TooOften,
    approvals,
    credentials::{
        AddSecretError, Days, Expiry, Grace, NewSecret, RevocationTime, RevokeChoice,
        RevokeSecretError, add_secret, revoke_secret,
    },
    groups::{self, CreateGroupError, NewGroup},
    requests::{
        PlanChangeError, request_plan_change,
        tests::{asks, group, joins, mails, new_group, portal},
    },
};

fn secret(scope: &Scope, label: &str) -> NewSecret {
    NewSecret {
        id: scope.portal.new_id(),
        label: SecretLabel::parse(label).unwrap(),
        expiry: Expiry::After(Days::Ninety),
    }
}

/// Creates groups with an address of somebody else's until it is too much.
async fn does_too_much(person: &Scope) -> TooOften {
    for number in 0..=30 {
        match groups::create(person, new_group(&format!("Grupo {number}"))).await {
            Ok(_) => {}
            Err(CreateGroupError::TooOften(wait)) => return wait,
            Err(error) => panic!("{error}"),
        }
    }
    panic!("nobody stops the groups");
}

#[tokio::test]
async fn whoever_did_too_much_waits_with_keys_groups_and_upgrades_alike() {
    let test = portal().await;
    let ana = test.person(ANA, &[]).await;
    let bia = test.person(BIA, &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let trial = asked.application;
    let second = add_secret(&ana, &test.vault, trial, secret(&ana, "Dois"))
        .await
        .unwrap();
    let revokes = |when| {
        let choice = RevokeChoice {
            when,
            last_confirmed: false,
        };
        revoke_secret(&ana, trial, second.secret, choice)
    };
    let TooOften { retry_after } = does_too_much(&ana).await;

    let before = mails(&test).await;
    let stranger = groups::create(&ana, new_group("Antifraude")).await;
    assert!(matches!(stranger, Err(CreateGroupError::TooOften(_))));
    let added = add_secret(&ana, &test.vault, trial, secret(&ana, "Três")).await;
    assert!(matches!(added, Err(AddSecretError::TooOften(_))));
    let ended = revokes(RevocationTime::After(Grace::Day)).await;
    assert!(matches!(ended, Err(RevokeSecretError::TooOften(_))));
    let upgraded = request_plan_change(&ana, &test.catalogue, trial).await;
    assert!(matches!(upgraded, Err(PlanChangeError::TooOften(_))));
    assert_eq!(mails(&test).await, before);

    // What must not wait, or tells nobody else, does not; nor does a colleague.
    revokes(RevocationTime::Now).await.unwrap();
    let own = NewGroup {
        email: email(ANA),
        ..new_group("Antifraude")
    };
    groups::create(&ana, own).await.unwrap();
    request_plan_change(&bia, &test.catalogue, trial)
        .await
        .unwrap();
    test.clock.advance(retry_after);
    add_secret(&ana, &test.vault, trial, secret(&ana, "Três"))
        .await
        .unwrap();
}
