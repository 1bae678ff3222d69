//! Registering a client, and what becomes of it.

use std::time::Duration;

use super::*;
use crate::Error;

fn refused(error: ClientError) -> Vec<ClientMistake> {
    match error {
        ClientError::Mistakes(found) => found,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_client_is_there_once_it_is_registered_and_its_account_is_told() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let client = by_id(&dora, id).await.unwrap();
    assert_eq!(client.state, ClientState::Active);
    assert_eq!(client.account.unwrap().id, ana.account_id().unwrap());
    assert_eq!(client.scopes, [CRM]);
    assert_eq!(list(&dora, None).await.unwrap().items[0].id, id);
    let event = &trail(&test, Action::ClientRegistered).await[0];
    assert_eq!(event.subject_id, id.0);
    assert_eq!(event.actor_id, dora.account_id());
    assert_eq!(told(&test).await, [ClientAct::Registered]);
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_client() {
    let (test, dora, _) = portal().await;
    let new = NewClient {
        id: test.portal.new_id(),
        ..credentials_client()
    };
    register(&dora, &test.catalogue, &new).await.unwrap();
    let again = register(&dora, &test.catalogue, &new).await;
    assert!(matches!(again, Err(ClientError::Over)));
    assert_eq!(list(&dora, None).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once() {
    let (_test, dora, _) = portal().await;
    let nothing = NewClient {
        name: " ".to_owned(),
        is_confidential: false,
        account: "ninguem@empresa.com.br".to_owned(),
        access_seconds: Some(59),
        refresh_days: None,
        scopes: vec!["segredos".to_owned()],
        networks: "10.0.0.0/8 aqui".to_owned(),
        secret: "senha".to_owned(),
        ..credentials_client()
    };
    let catalogue = &dora.services().catalogue;
    let found = refused(register(&dora, catalogue, &nothing).await.unwrap_err());
    let all = [
        ClientMistake::NoName,
        ClientMistake::NotConfidential,
        ClientMistake::NoAccount,
        ClientMistake::Scope("segredos".to_owned()),
        ClientMistake::Network("aqui".to_owned()),
        ClientMistake::AccessLifetime,
        ClientMistake::RefreshLifetime,
        ClientMistake::Secret(SecretMistake::TooShort),
    ];
    assert_eq!(found, all);
    let empty = NewClient {
        name: "a".repeat(MAX_NAME + 1),
        scopes: vec![],
        secret: String::new(),
        ..password_client()
    };
    let found = refused(register(&dora, catalogue, &empty).await.unwrap_err());
    let all = [
        ClientMistake::LongName,
        ClientMistake::NoScope,
        ClientMistake::NoSecret,
    ];
    assert_eq!(found, all);
    assert_eq!(list(&dora, None).await.unwrap().items, []);
}

#[tokio::test]
async fn only_administrators_who_gave_their_password_register_clients() {
    let (test, dora, ana) = portal().await;
    let roles = [Role::ContractManager, Role::Support];
    let carlos = test.person("carlos@balcao.example", &roles).await;
    for nobody in [&ana, &test.confirmed(&carlos), &test.scope()] {
        let refused = register(nobody, &test.catalogue, &credentials_client()).await;
        assert!(matches!(
            refused,
            Err(ClientError::Common(Error::Forbidden(_)))
        ));
        assert!(list(nobody, None).await.is_err());
        assert!(tokens(nobody, TokenFilter::default(), None).await.is_err());
        assert!(revoke_tokens(nobody, &[]).await.is_err());
    }
    test.clock.advance(Duration::from_hours(1));
    let refused = register(&dora, &test.catalogue, &credentials_client()).await;
    assert!(matches!(refused, Err(ClientError::Unconfirmed)));
}

#[tokio::test]
async fn who_acts_for_staff_waits_for_a_second_administrator() {
    let (test, dora, _) = portal().await;
    let for_dora = NewClient {
        account: "dora@balcao.example".to_owned(),
        ..credentials_client()
    };
    let alone = registers(&dora, for_dora.clone()).await;
    let state = by_id(&dora, alone).await.unwrap().state;
    assert_eq!(state, ClientState::Active, "there is nobody to ask");

    let elsa = test
        .person("elsa@balcao.example", &[Role::Administrator])
        .await;
    let elsa = test.confirmed(&elsa);
    let id = registers(&dora, for_dora).await;
    let own = || asks(&test, (id, Some(SECRET)), Grant::ClientCredentials);
    assert!(matches!(own().await, Err(TokenRefusal::Pending)));
    let refused = approve(&dora, id).await;
    assert!(matches!(refused, Err(ClientError::SecondAdministrator)));
    approve(&elsa, id).await.unwrap();
    own().await.unwrap();
    let twice = approve(&elsa, id).await;
    assert!(matches!(twice, Err(ClientError::Changed)));
    assert_eq!(trail(&test, Action::ClientApproved).await.len(), 1);
}

#[tokio::test]
async fn another_secret_ends_the_old_one_at_once_or_after_a_while() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let works = async |secret| {
        let asked = asks(&test, (id, Some(secret)), Grant::ClientCredentials).await;
        asked.is_ok()
    };
    change_secret(&dora, id, ANOTHER, Some(Grace::Hour))
        .await
        .unwrap();
    assert!(works(SECRET).await && works(ANOTHER).await);
    test.clock.advance(Duration::from_hours(1));
    assert!(!works(SECRET).await && works(ANOTHER).await);

    let dora = test.confirmed(&dora);
    change_secret(&dora, id, SECRET, None).await.unwrap();
    assert!(works(SECRET).await && !works(ANOTHER).await);
    let weak = change_secret(&dora, id, "senha-senha-senha-senha-senha", None).await;
    let weak = refused(weak.unwrap_err());
    assert_eq!(weak, [ClientMistake::Secret(SecretMistake::Weak)]);
    assert_eq!(trail(&test, Action::ClientSecretChanged).await.len(), 2);
}

#[tokio::test]
async fn a_disabled_client_gets_nothing_and_what_it_has_is_good_for_nothing() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let own = || asks(&test, (id, Some(SECRET)), Grant::ClientCredentials);
    let before = own().await.unwrap();
    assert!(is_good(&test, &before).await);
    disable(&dora, id).await.unwrap();
    assert!(!is_good(&test, &before).await);
    assert!(matches!(own().await, Err(TokenRefusal::Client(_))));
    enable(&dora, id).await.unwrap();
    assert!(!is_good(&test, &before).await, "it was revoked");
    assert!(is_good(&test, &own().await.unwrap()).await);
    let acts = [
        ClientAct::Registered,
        ClientAct::Disabled,
        ClientAct::Enabled,
    ];
    assert_eq!(told(&test).await, acts);
}

#[tokio::test]
async fn a_deleted_client_is_gone_for_good() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let own = || asks(&test, (id, Some(SECRET)), Grant::ClientCredentials);
    let before = own().await.unwrap();
    delete(&dora, id).await.unwrap();
    assert!(!is_good(&test, &before).await);
    assert!(matches!(own().await, Err(TokenRefusal::Client(_))));
    assert!(matches!(by_id(&dora, id).await, Err(Error::NotFound(_))));
    assert!(enable(&dora, id).await.is_err());
    let token = &tokens(&dora, TokenFilter::default(), None)
        .await
        .unwrap()
        .items[0];
    assert_eq!(token.client_name, "ERP", "its tokens are still told of");
    assert!(token.revoked_at.is_some());
}
