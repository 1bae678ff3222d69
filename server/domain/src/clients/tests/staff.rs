//! Programs of staff, whose roles need a second factor.

use super::*;
use crate::{
    accounts::{StaffFactorPolicy, factors},
    settings::Settings,
    testing::{self, PASSWORD},
};

const CARLOS: &str = "carlos@balcao.example";

async fn portal_that_requires_factors() -> (TestPortal, Scope, Scope) {
    let settings = Settings {
        staff_second_factor: StaffFactorPolicy::Required,
        ..testing::settings()
    };
    let test = testing::portal_with(settings).await;
    let dora = test
        .person("dora@balcao.example", &[Role::Administrator])
        .await;
    let dora = test.confirmed(&dora);
    let carlos = test.person(CARLOS, &[Role::Support]).await;
    (test, dora, carlos)
}

fn reads_the_portal(client: NewClient) -> NewClient {
    NewClient {
        scopes: vec![PortalScope::Read.as_str().to_owned()],
        ..client
    }
}

/// The roles in which a program acts by its token.
async fn roles_of(test: &TestPortal, answer: &TokenAnswer) -> Vec<Role> {
    let token = &answer.access_token;
    let origin = crate::Origin::default();
    let acting = super::super::acting(&test.portal, &test.authority, token, "/api/v1", origin);
    let (scope, _) = acting.await.unwrap().unwrap();
    scope.person().unwrap().roles.clone()
}

async fn adds_app(test: &TestPortal, person: &Scope) {
    factors::begin_app(person, &test.vault).await.unwrap();
    let app = factors::pending_app(person, &test.vault).await.unwrap();
    let code = app.unwrap().code_at(test.portal.now());
    let codes = factors::confirm_app(person, &test.vault, &code).await;
    codes.unwrap();
}

#[tokio::test]
async fn programs_act_in_no_role_until_their_account_has_a_factor() {
    let (test, dora, carlos) = portal_that_requires_factors().await;
    let of_password = registers(&dora, reads_the_portal(password_client())).await;
    let of_administrators = NewClient {
        account: CARLOS.to_owned(),
        ..reads_the_portal(credentials_client())
    };
    let of_administrators = registers(&dora, of_administrators).await;
    let grant = Grant::Password {
        username: CARLOS,
        password: PASSWORD,
    };
    let by_person = asks(&test, (of_password, Some(SECRET)), grant).await;
    let by_person = by_person.unwrap();
    let own = Grant::ClientCredentials;
    let own = asks(&test, (of_administrators, Some(SECRET)), own).await;
    let own = own.unwrap();
    assert_eq!(roles_of(&test, &by_person).await, []);
    assert_eq!(roles_of(&test, &own).await, []);
    adds_app(&test, &carlos).await;
    assert_eq!(roles_of(&test, &own).await, [Role::Support]);
}
