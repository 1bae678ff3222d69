//! A new secret beside the old one.

use std::time::Duration;

use super::*;
use crate::{Error, jobs::Mail, requests::tests::mails};

#[tokio::test]
async fn an_owner_adds_a_secret_and_the_old_one_goes_on() {
    let (test, ana, _, id) = approved().await;
    let (before, first) = (announced(&test, id).await, only_secret(&ana, id).await);
    test.clock.advance(Duration::from_mins(1));
    let made = adds(&ana, id, "Produção").await;
    assert_eq!(announced(&test, id).await, before + 1);
    assert_eq!(times(&test, Action::SecretAdded).await, 1);
    let told = Mail::SecretAdded {
        secret: made.secret,
        by: ana.account_id().unwrap(),
    };
    assert!(mails(&test).await.contains(&told));

    let secrets = listed(&ana, id).await;
    assert_eq!(secrets.public_key, made.public_key);
    let [new, old] = &secrets.secrets[..] else {
        panic!("there are two");
    };
    assert_eq!((new.id, &*new.label), (made.secret, "Produção"));
    let end = test.portal.now() + Days::Ninety.duration();
    assert_eq!(new.status(ana.now()), SecretStatus::Active(Some(end)));
    assert_eq!((old.id, &*old.label), (first, ""));
    assert_eq!(old.status(ana.now()), SecretStatus::Active(None));
    let active = keys(&ana, id).await.unwrap().secrets;
    let ids: Vec<_> = active.iter().map(|secret| secret.id).collect();
    assert_eq!(ids, [made.secret, first]);
}

#[tokio::test]
async fn three_are_active_and_no_fourth() {
    let (test, ana, _, id) = approved().await;
    let first = only_secret(&ana, id).await;
    adds(&ana, id, "Dois").await;
    adds(&ana, id, "Três").await;
    let fourth = || new_secret(&ana, "Quatro", Expiry::Never);
    let refused = add_secret(&ana, &test.vault, id, fourth()).await;
    assert!(matches!(refused, Err(AddSecretError::TooMany)));
    assert_eq!(times(&test, Action::SecretAdded).await, 2);
    revokes(&ana, id, first).await;
    add_secret(&ana, &test.vault, id, fourth()).await.unwrap();
    // What has expired takes up no room.
    test.clock.advance(Duration::from_hours(24 * 90));
    adds(&test.confirmed(&ana), id, "Cinco").await;
}

#[tokio::test]
async fn two_at_once_never_make_four() {
    let (test, ana, _, id) = approved().await;
    adds(&ana, id, "Dois").await;
    let third = |label| {
        add_secret(
            &ana,
            &test.vault,
            id,
            new_secret(&ana, label, Expiry::Never),
        )
    };
    let outcomes = tokio::join!(third("Três"), third("Quatro"), third("Cinco"));
    let outcomes = [outcomes.0, outcomes.1, outcomes.2];
    let made = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(made, 1);
    for refused in outcomes.into_iter().filter_map(Result::err) {
        assert!(matches!(refused, AddSecretError::TooMany));
    }
    assert_eq!(listed(&ana, id).await.active(ana.now()), MAX_SECRETS);
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_secret() {
    let (test, ana, _, id) = approved().await;
    let form = new_secret(&ana, "Produção", Expiry::Never);
    let one = add_secret(&ana, &test.vault, id, form.clone());
    let two = add_secret(&ana, &test.vault, id, form.clone());
    let (one, two) = tokio::join!(one, two);
    let made = one.unwrap();
    assert_eq!(two.unwrap(), made);
    assert_eq!(listed(&ana, id).await.secrets.len(), 2);
    assert_eq!(times(&test, Action::SecretAdded).await, 1);
    // Both answers showed it.
    assert_eq!(times(&test, Action::SecretRevealed).await, 2);
    revokes(&ana, id, made.secret).await;
    let again = add_secret(&ana, &test.vault, id, form).await;
    assert!(matches!(again, Err(AddSecretError::Over)));
}

#[tokio::test]
async fn a_form_cannot_name_a_secret_of_another_application() {
    let (test, ana, bank, id) = approved().await;
    let first = only_secret(&ana, id).await;
    let carla = test
        .person("carla@balcao.example", &[Role::ContractManager])
        .await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carla, &test.vault, asked.request, None)
        .await
        .unwrap();
    let other = asked.application;
    let form = NewSecret {
        id: first,
        ..new_secret(&ana, "Produção", Expiry::Never)
    };
    let made = add_secret(&ana, &test.vault, other, form).await.unwrap();
    assert_ne!(made.secret, first);
    assert_eq!(listed(&ana, id).await.secrets.len(), 1);
    assert_eq!(listed(&ana, other).await.secrets.len(), 2);
}

#[tokio::test]
async fn active_secrets_are_called_differently() {
    let (test, ana, _, id) = approved().await;
    let made = adds(&ana, id, "Produção").await;
    let same = || new_secret(&ana, "  Produção ", Expiry::Never);
    let refused = add_secret(&ana, &test.vault, id, same()).await;
    assert!(matches!(refused, Err(AddSecretError::LabelTaken)));
    revokes(&ana, id, made.secret).await;
    add_secret(&ana, &test.vault, id, same()).await.unwrap();
}

#[tokio::test]
async fn an_end_lies_ahead() {
    let (test, ana, _, id) = approved().await;
    let past = new_secret(&ana, "Produção", Expiry::On(ana.now()));
    let refused = add_secret(&ana, &test.vault, id, past).await;
    assert!(matches!(refused, Err(AddSecretError::InvalidDate(_))));
}

#[tokio::test]
async fn who_is_no_owner_adds_none() {
    let (test, ana, bank, id) = approved().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, bank).await;
    let form = || new_secret(&ana, "Produção", Expiry::Never);
    let member = add_secret(&bia, &test.vault, id, form()).await;
    assert!(matches!(
        member,
        Err(AddSecretError::Common(Error::Forbidden(_)))
    ));
    let visitor = add_secret(&test.scope(), &test.vault, id, form()).await;
    assert!(matches!(
        visitor,
        Err(AddSecretError::Common(Error::Forbidden(_)))
    ));
    let all = [Role::ContractManager, Role::Support, Role::Administrator];
    let marina = test.person("marina@balcao.example", &all).await;
    let staff = add_secret(&marina, &test.vault, id, form()).await;
    assert!(matches!(
        staff,
        Err(AddSecretError::Common(Error::NotFound(_)))
    ));
    assert_eq!(listed(&ana, id).await.secrets.len(), 1);
}

#[tokio::test]
async fn an_open_browser_is_not_enough_to_make_one() {
    let (test, ana, _, id) = approved().await;
    test.clock.advance(Duration::from_mins(30));
    let form = || new_secret(&ana, "Produção", Expiry::Never);
    let refused = add_secret(&ana, &test.vault, id, form()).await;
    assert!(matches!(refused, Err(AddSecretError::Unconfirmed)));
    assert_eq!(times(&test, Action::SecretAdded).await, 0);
    add_secret(&test.confirmed(&ana), &test.vault, id, form())
        .await
        .unwrap();
}

#[tokio::test]
async fn one_that_nobody_is_shown_is_recorded_as_added_and_not_as_revealed() {
    let (test, ana, _, id) = approved().await;
    let before = times(&test, Action::SecretRevealed).await;
    let new = new_secret(&ana, "Produção", Expiry::Never);
    let made = add_unseen_secret(&ana, &test.vault, id, new).await.unwrap();
    assert_eq!(times(&test, Action::SecretAdded).await, 1);
    assert_eq!(times(&test, Action::SecretRevealed).await, before);
    let secrets = listed(&ana, id).await.secrets;
    let there = secrets.iter().find(|it| it.id == made.secret).unwrap();
    assert!(there.is_active(ana.now()));
    let shown = reveal(&ana, &test.vault, id, made.secret).await.unwrap();
    assert_eq!(shown.public_key, made.public_key);
    assert_eq!(times(&test, Action::SecretRevealed).await, before + 1);
    // Whoever may not make one may not make one unseen either.
    let taken = new_secret(&ana, "Produção", Expiry::Never);
    let taken = add_unseen_secret(&ana, &test.vault, id, taken).await;
    assert!(matches!(taken, Err(AddSecretError::LabelTaken)));
    test.clock.advance(Duration::from_mins(30));
    let late = new_secret(&ana, "Outra", Expiry::Never);
    let late = add_unseen_secret(&ana, &test.vault, id, late).await;
    assert!(matches!(late, Err(AddSecretError::Unconfirmed)));
}
