//! What clients, their tokens and their calls ask of the database.

use super::{People, people, whole_tables};
use crate::{
    clients::{
        self, Asked, ClientKeys, ClientKind, Grant, Holder, NewClient, ProgramMetadata,
        TokenFilter,
        tests::{APP, SECRET, agrees, asks, authorization_client, password_client, proof},
    },
    credentials, oauth,
    requests::tests::api,
    testing::PASSWORD,
};

#[tokio::test]
async fn clients_and_their_tokens_read_no_table_from_end_to_end() {
    let People {
        test, ana, staff, ..
    } = people().await;
    let (staff, db) = (test.confirmed(&staff), test.portal.db.reader());
    let new = NewClient {
        id: test.portal.new_id(),
        ..password_client()
    };
    let id = clients::register(&staff, &test.catalogue, &new)
        .await
        .unwrap();
    let keys = ClientKeys::of(&id.to_string(), Some(SECRET)).unwrap();
    let asks = async |grant: Grant<'_>| {
        let asked = Asked::default();
        let answer = clients::grant(&test.scope(), test.token_door(), &keys, grant, asked).await;
        answer.unwrap()
    };
    let first = asks(Grant::Password {
        username: "ana@bancoexemplo.com.br",
        password: PASSWORD,
    });
    let first = first.await;
    let next = asks(Grant::RefreshToken(first.refresh_token.as_deref().unwrap())).await;
    let token = next.access_token;
    let claims = oauth::client_claims(&test.portal, &test.authority, &token).await;
    let claims = claims.unwrap().unwrap();
    let access = clients::access(&test.portal, &claims)
        .await
        .unwrap()
        .unwrap();
    credentials::public_key_for(db, access.account, api(&ana, "smv"))
        .await
        .unwrap();
    test.client_uses.record(&access, test.portal.now());
    test.client_uses.flush(&test.portal).await.unwrap();
    clients::introspect(&test.portal, &test.authority, &test.catalogue, None, &token)
        .await
        .unwrap();
    let page = clients::list(&staff, None).await.unwrap();
    assert_eq!(page.items[0].kind, ClientKind::Password);
    let cursor = crate::Cursor::new(test.portal.now(), id.0);
    clients::list(&staff, Some(cursor)).await.unwrap();
    for client in [None, Some(id)] {
        for person in [None, ana.account_id()] {
            let filter = TokenFilter {
                client,
                person,
                alive: person.is_some(),
                alone: client.is_some(),
            };
            clients::tokens(&staff, filter, Some(cursor)).await.unwrap();
        }
    }
    clients::own_tokens(&ana, None).await.unwrap();
    clients::revoke_own(&ana, claims.jti).await.unwrap();
    clients::revoke_tokens(&staff, &[claims.jti]).await.unwrap();
    for holder in [Holder::Client(id), Holder::Person(access.account)] {
        clients::revoke_all(&staff, holder).await.unwrap();
    }
    clients::delete_stale(&test.portal).await.unwrap();
    clients::delete(&staff, id).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn consents_and_what_comes_of_them_read_no_table_from_end_to_end() {
    let People {
        test, ana, staff, ..
    } = people().await;
    let (staff, db) = (test.confirmed(&staff), test.portal.db.reader());
    let new = NewClient {
        id: test.portal.new_id(),
        ..authorization_client()
    };
    let id = clients::register(&staff, &test.catalogue, &new)
        .await
        .unwrap();
    let code = agrees(&ana, id, &[]).await;
    let first = asks(&test, (id, None), proof(&code)).await.unwrap();
    let token = &first.access_token;
    let claims = oauth::client_claims(&test.portal, &test.authority, token).await;
    let access = clients::access(&test.portal, &claims.unwrap().unwrap())
        .await
        .unwrap();
    test.client_uses.record(&access.unwrap(), test.portal.now());
    test.client_uses.flush(&test.portal).await.unwrap();
    let program = &clients::acting_programs(&ana).await.unwrap()[0];
    clients::acting_program(db, program.id).await.unwrap();
    clients::end_program(&ana, program.id).await.unwrap();
    let code = agrees(&ana, id, &[]).await;
    asks(&test, (id, None), proof(&code)).await.unwrap();
    assert!(asks(&test, (id, None), proof(&code)).await.is_err());
    for holder in [Holder::Client(id), Holder::Person(program.account)] {
        clients::revoke_all(&staff, holder).await.unwrap();
    }
    clients::delete_stale(&test.portal).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn programs_that_register_themselves_read_no_table_from_end_to_end() {
    let People { test, ana, .. } = people().await;
    let token = clients::make_registration_token(&ana).await.unwrap();
    let (scope, token) = (test.scope(), token.expose());
    let permit = clients::permit(&scope, &test.authority, &test.incidents, &token)
        .await
        .unwrap();
    let metadata = ProgramMetadata {
        name: "Agente".to_owned(),
        redirect_addresses: vec![APP.to_owned()],
        is_confidential: true,
        renews: true,
        scopes: vec!["portal.read".to_owned()],
    };
    let program = clients::register_program(&scope, &test.catalogue, &permit, &metadata)
        .await
        .unwrap();
    clients::own_programs(&ana).await.unwrap();
    assert!(clients::delete_own(&ana, program.id).await.unwrap());
    clients::delete_stale(&test.portal).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
