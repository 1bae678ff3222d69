//! Keys, from approval to the page that shows them.

use std::time::Duration;

use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::*;
use crate::Error;

#[tokio::test]
async fn a_member_sees_the_keys_and_that_is_recorded() {
    let (test, ana, bank, id) = approved().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, bank).await;
    let first = only_secret(&ana, id).await;
    test.clock.advance(Duration::from_mins(1));

    let shown = reveal(&ana, &test.vault, id, first).await.unwrap();
    assert_eq!(reveal(&bia, &test.vault, id, first).await.unwrap(), shown);
    assert_eq!(times(&test, Action::SecretRevealed).await, 2);
    let keys = keys(&ana, id).await.unwrap();
    assert_eq!(keys.public_key, shown.public_key);
    assert_eq!(keys.secrets[0].last_revealed_at, Some(ana.now()));
}

#[tokio::test]
async fn each_secret_knows_when_it_was_last_seen_itself() {
    let (test, ana, _, id) = approved().await;
    let first = only_secret(&ana, id).await;
    reveal(&ana, &test.vault, id, first).await.unwrap();
    let at_first = ana.now();
    test.clock.advance(Duration::from_mins(1));
    let second = adds(&ana, id, "Produção").await.secret;
    let seen = |secrets: &[Secret]| -> Vec<_> {
        let of = |secret: &Secret| (secret.id, secret.last_revealed_at);
        secrets.iter().map(of).collect()
    };
    let expected = [(second, Some(ana.now())), (first, Some(at_first))];
    let list = secrets_of(&ana, id).await.unwrap().unwrap();
    assert_eq!(seen(&list.secrets), expected);
    let keys = keys(&ana, id).await.unwrap();
    assert_eq!(seen(&keys.secrets), expected);
}

#[tokio::test]
async fn what_is_stored_tells_nothing_but_the_hash() {
    let (test, ana, _, id) = approved().await;
    let row = secret_row(&test).await;
    let shown = reveal(&ana, &test.vault, id, row.id).await.unwrap();
    assert_eq!(row.hash, shown.secret_key.hash());
    let plain = shown.secret_key.expose().as_bytes();
    assert!(
        !row.sealed
            .windows(8)
            .any(|bytes| plain.windows(8).any(|part| part == bytes))
    );
    assert!(!format!("{shown:?}").contains(shown.secret_key.expose()));
}

#[tokio::test]
async fn sealed_bytes_that_were_tampered_with_stay_shut_and_unrecorded() {
    let (test, ana, _, id) = approved().await;
    let row = secret_row(&test).await;
    let secret = row.id;
    let mut sealed = row.sealed.clone();
    sealed[20] ^= 1;
    let mut row = row.into_active_model();
    row.sealed = Set(sealed);
    row.update(test.portal.db.writer()).await.unwrap();
    assert!(matches!(
        reveal(&ana, &test.vault, id, secret).await,
        Err(RevealError::Sealed(Unsealable))
    ));
    assert_eq!(times(&test, Action::SecretRevealed).await, 0);
}

#[tokio::test]
async fn strangers_and_staff_see_no_keys() {
    let (test, _, _, id) = approved().await;
    let all = [Role::ContractManager, Role::Support, Role::Administrator];
    let marina = test.person("marina@balcao.example", &all).await;
    let secret = secret_row(&test).await.id;
    for asker in [&marina, &test.scope(), &test.system()] {
        assert!(matches!(
            reveal(asker, &test.vault, id, secret).await,
            Err(RevealError::Common(Error::NotFound(_)))
        ));
        assert!(secrets_of(asker, id).await.unwrap().is_none());
    }
    assert_eq!(times(&test, Action::SecretRevealed).await, 0);
}

#[tokio::test]
async fn a_pending_application_has_no_keys() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let id = asks(&ana, group(&ana).await).await.application;
    let revealed = reveal(&ana, &test.vault, id, test.portal.new_id()).await;
    assert!(matches!(
        revealed,
        Err(RevealError::Common(Error::NotFound(_)))
    ));
    assert!(secrets_of(&ana, id).await.unwrap().is_none());
}

#[tokio::test]
async fn of_several_secrets_the_chosen_one_is_shown_while_it_is_active() {
    let (test, ana, _, id) = approved().await;
    let first = only_secret(&ana, id).await;
    let second = adds(&ana, id, "Produção").await;
    let shown = reveal(&ana, &test.vault, id, second.secret).await.unwrap();
    assert_eq!(shown, second);
    assert_ne!(reveal(&ana, &test.vault, id, first).await.unwrap(), second);
    revokes(&ana, id, first).await;
    let over = reveal(&ana, &test.vault, id, first).await;
    assert!(matches!(over, Err(RevealError::Common(Error::NotFound(_)))));
    test.clock.advance(Duration::from_hours(24 * 90));
    let over = reveal(&test.confirmed(&ana), &test.vault, id, second.secret).await;
    assert!(matches!(over, Err(RevealError::Common(Error::NotFound(_)))));
}

#[tokio::test]
async fn a_secret_of_another_application_is_not_found() {
    let (test, ana, bank, id) = approved().await;
    let carlos = test
        .person("carla@balcao.example", &[Role::ContractManager])
        .await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let other = asked.application;
    let others = only_secret(&ana, other).await;
    let revealed = reveal(&ana, &test.vault, id, others).await;
    assert!(matches!(
        revealed,
        Err(RevealError::Common(Error::NotFound(_)))
    ));
}

#[tokio::test]
async fn ones_own_keys_are_those_of_ones_groups() {
    let (test, ana, bank, id) = approved().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let key = reveal(&ana, &test.vault, id, only_secret(&ana, id).await).await;
    assert_eq!(own_keys(&ana).await.unwrap().len(), 1);
    sandbox_keys(&ana, &test.vault, id).await.unwrap();
    let [own, trial] = &own_keys(&ana).await.unwrap()[..] else {
        panic!("Ana has a key, and one for the sandbox");
    };
    assert_eq!(own.public_key, key.unwrap().public_key);
    for key in [own, trial] {
        assert_eq!(key.application, "Banco Exemplo – SMV");
    }
    assert!(!own.sandbox && trial.sandbox);
    for stranger in [&bia, &test.scope(), &test.system()] {
        assert_eq!(own_keys(stranger).await.unwrap(), []);
    }
    joins(&bia, bank).await;
    assert_eq!(own_keys(&bia).await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_open_browser_is_not_enough_to_see_one() {
    let (test, ana, _, id) = approved().await;
    let secret = only_secret(&ana, id).await;
    test.clock.advance(Duration::from_mins(30));
    let refused = reveal(&ana, &test.vault, id, secret).await;
    assert!(matches!(refused, Err(RevealError::Unconfirmed)));
    assert_eq!(times(&test, Action::SecretRevealed).await, 0);
    reveal(&test.confirmed(&ana), &test.vault, id, secret)
        .await
        .unwrap();
}
