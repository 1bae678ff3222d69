//! The old secret goes, at once or after a while.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;
use crate::{Error, jobs::Mail, requests::tests::mails};

const fn after(grace: Grace) -> RevokeChoice {
    RevokeChoice {
        when: RevocationTime::After(grace),
        last_confirmed: false,
    }
}

#[tokio::test]
async fn a_revoked_secret_is_over_at_once_and_for_good() {
    let (test, ana, _, id) = approved().await;
    let old = only_secret(&ana, id).await;
    adds(&ana, id, "Produção").await;
    let before = announced(&test, id).await;
    revokes(&ana, id, old).await;
    assert_eq!(announced(&test, id).await, before + 1);
    assert_eq!(times(&test, Action::SecretRevoked).await, 1);
    let by = ana.account_id().unwrap();
    let told = Mail::SecretRevoked { secret: old, by };
    assert!(mails(&test).await.contains(&told));
    let secrets = listed(&ana, id).await.secrets;
    let old_one = secrets.iter().find(|secret| secret.id == old).unwrap();
    assert_eq!(old_one.status(ana.now()), SecretStatus::Revoked(ana.now()));
    for choice in [NOW, after(Grace::Month)] {
        let again = revoke_secret(&ana, id, old, choice).await;
        assert!(matches!(again, Err(RevokeSecretError::Over)));
    }
    assert_eq!(times(&test, Action::SecretRevoked).await, 1);
}

#[tokio::test]
async fn a_grace_period_lets_it_go_on_for_a_while() {
    let (test, ana, _, id) = approved().await;
    let old = only_secret(&ana, id).await;
    adds(&ana, id, "Produção").await;
    let before = announced(&test, id).await;
    revoke_secret(&ana, id, old, after(Grace::Day))
        .await
        .unwrap();
    assert_eq!(announced(&test, id).await, before + 1);
    let active = async || listed(&ana, id).await.active(ana.now());
    test.clock
        .advance(Duration::from_hours(24) - Duration::from_micros(1));
    assert_eq!(active().await, 2);
    test.clock.advance(Duration::from_micros(1));
    assert_eq!(active().await, 1);
}

#[tokio::test]
async fn revoking_never_makes_a_secret_last_longer() {
    let (test, ana, _, id) = approved().await;
    let end = ana.now() + TimeDelta::days(2);
    let new = new_secret(&ana, "Curta", Expiry::On(end));
    let short = add_secret(&ana, &test.vault, id, new).await.unwrap().secret;
    let late = revoke_secret(&ana, id, short, after(Grace::Week)).await;
    assert!(matches!(late, Err(RevokeSecretError::EndsSooner { at }) if at == end));
    revoke_secret(&ana, id, short, after(Grace::Hour))
        .await
        .unwrap();
}

#[tokio::test]
async fn the_last_one_asks_twice() {
    let (test, ana, _, id) = approved().await;
    let last = only_secret(&ana, id).await;
    let refused = revoke_secret(&ana, id, last, NOW).await;
    assert!(matches!(refused, Err(RevokeSecretError::LastSecret)));
    assert_eq!(listed(&ana, id).await.active(ana.now()), 1);
    assert_eq!(times(&test, Action::SecretRevoked).await, 0);
    let meant = RevokeChoice {
        last_confirmed: true,
        ..NOW
    };
    revoke_secret(&ana, id, last, meant).await.unwrap();
    assert_eq!(listed(&ana, id).await.active(ana.now()), 0);
    // An application without a secret gets a new one all the same.
    adds(&ana, id, "Produção").await;
}

#[tokio::test]
async fn the_last_one_is_that_which_no_other_outlives() {
    let (_test, ana, _, id) = approved().await;
    let old = only_secret(&ana, id).await;
    let new = adds(&ana, id, "Produção").await.secret;
    revoke_secret(&ana, id, old, after(Grace::Day))
        .await
        .unwrap();
    let both = revoke_secret(&ana, id, new, after(Grace::Week)).await;
    assert!(matches!(both, Err(RevokeSecretError::LastSecret)));
    revoke_secret(&ana, id, new, after(Grace::Hour))
        .await
        .unwrap();
}

#[tokio::test]
async fn of_two_at_once_that_leave_nothing_one_is_asked_again() {
    let (_test, ana, _, id) = approved().await;
    let old = only_secret(&ana, id).await;
    let new = adds(&ana, id, "Produção").await.secret;
    let (one, two) = tokio::join!(
        revoke_secret(&ana, id, old, NOW),
        revoke_secret(&ana, id, new, NOW)
    );
    assert_ne!(one.is_ok(), two.is_ok());
    assert_eq!(listed(&ana, id).await.active(ana.now()), 1);
}

#[tokio::test]
async fn who_is_no_owner_revokes_none() {
    let (test, ana, bank, id) = approved().await;
    let secret = only_secret(&ana, id).await;
    adds(&ana, id, "Produção").await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let stranger = revoke_secret(&bia, id, secret, NOW).await;
    assert!(matches!(
        stranger,
        Err(RevokeSecretError::Common(Error::NotFound(_)))
    ));
    joins(&bia, bank).await;
    let member = revoke_secret(&bia, id, secret, NOW).await;
    assert!(matches!(
        member,
        Err(RevokeSecretError::Common(Error::Forbidden(_)))
    ));
    let unknown = revoke_secret(&ana, id, test.portal.new_id(), NOW).await;
    assert!(matches!(
        unknown,
        Err(RevokeSecretError::Common(Error::NotFound(_)))
    ));
    assert_eq!(listed(&ana, id).await.active(ana.now()), 2);
}

#[tokio::test]
async fn a_group_gets_a_few_letters_and_one_for_all_the_rest_of_the_changes() {
    let (test, ana, bank, id) = approved().await;
    let asked = asks(&ana, bank).await;
    let other = asked.application;
    let carla = test
        .person("carla@balcao.example", &[Role::ContractManager])
        .await;
    approvals::approve(&carla, &test.vault, asked.request, None)
        .await
        .unwrap();
    let changes = || async {
        let is_change = |mail: &Mail| {
            matches!(
                mail,
                Mail::SecretAdded { .. } | Mail::SecretRevoked { .. } | Mail::SecretsChanged { .. }
            )
        };
        let mut changes = mails(&test).await;
        changes.retain(is_change);
        changes
    };
    for _ in 0..10 {
        let made = adds(&ana, id, "Produção").await.secret;
        revokes(&ana, id, made).await;
    }
    let rest = Mail::SecretsChanged {
        application: id,
        since: test.portal.now(),
    };
    let told = changes().await;
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(told.iter().filter(|mail| **mail == rest).count(), 1);

    // Of another application, and later, each change is told by itself again.
    adds(&ana, other, "Produção").await;
    assert_eq!(changes().await.len(), 5);
    test.clock.advance(Duration::from_mins(15));
    let by = ana.account_id().unwrap();
    let secret = adds(&ana, id, "Produção").await.secret;
    assert!(changes().await.contains(&Mail::SecretAdded { secret, by }));
}
