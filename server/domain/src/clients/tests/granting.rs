//! Asking for tokens, and what ends them.

use std::time::Duration;

use sea_orm::sea_query::Expr;

use super::*;
use crate::{
    accounts::{self, change_password},
    approvals,
    catalogue::Plan,
    entities::{issued_token, oauth_client, refresh_token, token_family},
    testing::PASSWORD,
};

const OWN: Grant<'static> = Grant::ClientCredentials;
pub(super) const ANAS: Grant<'static> = Grant::Password {
    username: ANA,
    password: PASSWORD,
};

#[tokio::test]
async fn a_client_of_credentials_gets_a_token_that_says_all_in_it() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), OWN).await.unwrap();
    assert_eq!(answer.token_type, "Bearer");
    assert_eq!(answer.expires_in, 3600);
    assert_eq!(answer.refresh_token, None);
    let claims = claims_of(&test, &answer).await;
    let now = test.portal.now().timestamp();
    assert_eq!(claims.sub, ana.account_id().unwrap());
    assert_eq!(claims.client_id, id);
    assert_eq!(claims.aud, "https://balcao.example");
    assert_eq!((claims.iat, claims.nbf, claims.exp), (now, now, now + 3600));
    assert_eq!(
        (&*claims.scope, &*claims.scopes),
        (CRM, &[CRM.to_owned()][..])
    );
    let row = &tokens(&dora, TokenFilter::default(), None)
        .await
        .unwrap()
        .items[0];
    assert_eq!(row.id, claims.jti);
    assert_eq!(row.grant, GrantType::ClientCredentials);
    assert_eq!(row.address.as_deref(), Some("203.0.113.7"));
    assert_eq!(by_id(&dora, id).await.unwrap().tokens_alive, 1);
}

/// Whoever proved who they are before a client was disabled gets an answer after it.
#[tokio::test]
async fn what_was_written_just_after_a_client_was_disabled_is_not_good_once_it_is_enabled() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, password_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    disable(&dora, id).await.unwrap();
    let db = test.portal.db.writer();
    let never: Option<crate::clock::Timestamp> = None;
    issued_token::Entity::update_many()
        .col_expr(issued_token::Column::RevokedAt, Expr::value(never))
        .exec(db)
        .await
        .unwrap();
    token_family::Entity::update_many()
        .col_expr(token_family::Column::EndedAt, Expr::value(never))
        .exec(db)
        .await
        .unwrap();
    enable(&dora, id).await.unwrap();
    assert!(!is_good(&test, &answer).await);
    let refresh = answer.refresh_token.as_deref().unwrap();
    let again = asks(&test, (id, Some(SECRET)), Grant::RefreshToken(refresh)).await;
    assert!(matches!(again, Err(TokenRefusal::Refresh)), "{again:?}");
}

#[tokio::test]
async fn a_gateway_of_the_owner_is_told_of_what_a_token_opens_and_of_no_refresh_token() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, password_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    let told = async |token: &str| {
        let (authority, catalogue) = (&test.authority, &test.catalogue);
        let told = introspect(&test.portal, authority, catalogue, None, token).await;
        told.unwrap().map(|it| serde_json::to_value(it).unwrap())
    };
    let inactive = Some(serde_json::json!({"active": false}));
    assert_eq!(told(&answer.access_token).await, inactive);
    assert_eq!(told(&answer.refresh_token.clone().unwrap()).await, None);

    let group = requests::tests::group(&ana).await;
    let asked = requests::tests::asks_for(&ana, group, CRM, Plan::Trial).await;
    let carlos = requests::tests::manager(&test, "carlos@balcao.example").await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let now = told(&answer.access_token).await.unwrap();
    assert_eq!((&now["active"], &now["scope"]), (&true.into(), &CRM.into()));
    assert_eq!(told(&answer.refresh_token.unwrap()).await, None);
}

#[tokio::test]
async fn what_can_be_renewed_is_kept_and_what_was_used_is_not_kept_for_ever() {
    let (test, dora, _) = portal().await;
    let long = NewClient {
        refresh_days: Some(365),
        ..password_client()
    };
    let id = registers(&dora, long).await;
    let first = asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    test.clock.advance(Duration::from_hours(24 * 300));
    let renewed = first.refresh_token.as_deref().map(Grant::RefreshToken);
    asks(&test, (id, Some(SECRET)), renewed.unwrap())
        .await
        .unwrap();
    test.clock.advance(Duration::from_hours(24 * 100));
    delete_stale(&test.portal).await.unwrap();
    let listed = tokens(&dora, TokenFilter::default(), None).await.unwrap();
    assert_eq!(listed.items.len(), 1, "the one that can be renewed");
    let db = test.portal.db.reader();
    let kept = refresh_token::Entity::find().all(db).await.unwrap();
    assert_eq!(kept.len(), 1, "the one that is yet to be used");
}

/// The portal has no key before, so it is made later than the token is asked for.
#[tokio::test]
async fn the_first_token_of_a_portal_is_signed_by_a_key_that_is_made_for_it() {
    for grant in [OWN, ANAS] {
        let (test, dora, _) = portal().await;
        let new = match grant {
            Grant::ClientCredentials => credentials_client(),
            _ => password_client(),
        };
        let id = registers(&dora, new).await;
        test.clock.ticks();
        let answer = asks(&test, (id, Some(SECRET)), grant).await.unwrap();
        assert!(is_good(&test, &answer).await);
    }
}

#[tokio::test]
async fn a_program_that_is_not_the_client_gets_nothing() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let nobody: ClientId = test.portal.new_id();
    for keys in [(id, Some(ANOTHER)), (id, None), (nobody, Some(SECRET))] {
        let refused = asks(&test, keys, OWN).await;
        assert!(matches!(refused, Err(TokenRefusal::Client(_))), "{keys:?}");
    }
}

#[tokio::test]
async fn each_kind_has_its_grants_and_no_others() {
    let (test, dora, _) = portal().await;
    let own = registers(&dora, credentials_client()).await;
    let people = registers(&dora, password_client()).await;
    for (client, grant) in [(own, ANAS), (own, Grant::RefreshToken("00")), (people, OWN)] {
        let refused = asks(&test, (client, Some(SECRET)), grant).await;
        assert!(matches!(refused, Err(TokenRefusal::OtherKind)));
    }
    // No form makes such a client; a row of another hand is refused all the same.
    oauth_client::Entity::update_many()
        .col_expr(oauth_client::Column::IsConfidential, Expr::value(false))
        .filter(oauth_client::Column::Id.eq(own))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    for secret in [None, Some(SECRET)] {
        let refused = asks(&test, (own, secret), OWN).await;
        assert!(matches!(refused, Err(TokenRefusal::NotConfidential)));
    }
}

#[tokio::test]
async fn scopes_and_networks_are_those_of_the_client() {
    let (test, dora, _) = portal().await;
    let new = NewClient {
        scopes: vec![CRM.to_owned(), "smv".to_owned()],
        networks: "203.0.113.0/24".to_owned(),
        ..credentials_client()
    };
    let id = registers(&dora, new).await;
    let keys = (id, Some(SECRET));
    let here = test.visitor_from("203.0.113.99");
    let granted = async |asked| {
        let answer = asks_from(&here, keys, OWN, asked).await.ok()?;
        Some(claims_of(&test, &answer).await.scope.clone())
    };
    assert_eq!(granted(None).await.as_deref(), Some("crm-na-nuvem smv"));
    assert_eq!(granted(Some("smv")).await.as_deref(), Some("smv"));
    for foreign in ["score-de-credito", "smv score-de-credito", " "] {
        assert_eq!(granted(Some(foreign)).await, None, "{foreign}");
    }
    let elsewhere = test.visitor_from("198.51.100.7");
    let refused = asks_from(&elsewhere, keys, OWN, None).await;
    assert!(matches!(refused, Err(TokenRefusal::Network)));
}

#[tokio::test]
async fn who_gives_address_and_password_gets_a_token_of_their_own() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, password_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    assert!(answer.refresh_token.is_some());
    let row = &tokens(&dora, TokenFilter::default(), None)
        .await
        .unwrap()
        .items[0];
    assert_eq!(row.grant, GrantType::Password);
    let [program] = &acting_programs(&ana).await.unwrap()[..] else {
        panic!("there is one");
    };
    assert_eq!(
        (&*program.name, &program.scopes[0]),
        ("Aplicativo de vendas", &CRM.to_owned())
    );
    assert_eq!(row.account.as_ref().unwrap().id, ana.account_id().unwrap());
    assert!(row.refresh_expires_at.is_some());
    for (username, password) in [
        (ANA, "errada"),
        ("ninguem@empresa.com.br", PASSWORD),
        ("", ""),
    ] {
        let grant = Grant::Password { username, password };
        let refused = asks(&test, (id, Some(SECRET)), grant).await;
        assert!(matches!(refused, Err(TokenRefusal::WrongPassword)));
    }
}

#[tokio::test]
async fn a_program_without_a_secret_needs_none_but_one_that_it_sends_must_be_right() {
    let (test, dora, _) = portal().await;
    let new = NewClient {
        is_confidential: false,
        ..password_client()
    };
    let id = registers(&dora, new).await;
    asks(&test, (id, None), ANAS).await.unwrap();
    asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    let refused = asks(&test, (id, Some(ANOTHER)), ANAS).await;
    assert!(matches!(refused, Err(TokenRefusal::Client(_))));
}

#[tokio::test]
async fn guesses_at_a_password_count_with_those_of_the_sign_in_page() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, password_client()).await;
    let wrong = Grant::Password {
        username: ANA,
        password: "errada",
    };
    let mut refusals = 0;
    let refused = loop {
        match asks(&test, (id, Some(SECRET)), wrong).await {
            Err(TokenRefusal::WrongPassword) if refusals < 20 => refusals += 1,
            other => break other,
        }
    };
    assert!(matches!(
        refused,
        Err(TokenRefusal::PasswordThrottled { .. })
    ));
    let throttled = asks(&test, (id, Some(SECRET)), ANAS).await;
    assert!(matches!(
        throttled,
        Err(TokenRefusal::PasswordThrottled { .. })
    ));
    let page = accounts::sign_in(&test.scope(), &test.passwords, ANA, PASSWORD, "", None).await;
    assert!(matches!(page, Err(accounts::SignInError::Throttled { .. })));
}

#[tokio::test]
async fn another_password_ends_the_tokens_that_the_old_one_began() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, password_client()).await;
    let own = registers(&dora, credentials_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), ANAS).await.unwrap();
    let of_client = asks(&test, (own, Some(SECRET)), OWN).await.unwrap();
    assert!(is_good(&test, &answer).await);
    let new = values::NewPassword::parse("Outra-8-tartarugas", &[]).unwrap();
    change_password(&ana, &test.passwords, PASSWORD, new, "")
        .await
        .unwrap();
    assert!(!is_good(&test, &answer).await);
    assert!(is_good(&test, &of_client).await);
    let refresh = Grant::RefreshToken(answer.refresh_token.as_deref().unwrap());
    let refused = asks(&test, (id, Some(SECRET)), refresh).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
}

#[tokio::test]
async fn tokens_are_revoked_one_by_one_or_all_of_a_client_or_person() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let people = registers(&dora, password_client()).await;
    let own = async || asks(&test, (id, Some(SECRET)), OWN).await.unwrap();
    let anas = async || asks(&test, (people, Some(SECRET)), ANAS).await.unwrap();
    let alive = async || {
        let filter = TokenFilter {
            alive: true,
            ..TokenFilter::default()
        };
        let page = tokens(&dora, filter, None).await.unwrap();
        page.items.iter().map(|it| it.id).collect::<Vec<_>>()
    };
    let (one, two) = (own().await, own().await);
    let first = claims_of(&test, &one).await.jti;
    assert_eq!(revoke_tokens(&dora, &[first]).await.unwrap(), 1);
    assert!(!is_good(&test, &one).await && is_good(&test, &two).await);
    let third = anas().await;
    assert_eq!(revoke_all(&dora, Holder::Client(id)).await.unwrap(), 1);
    assert!(!is_good(&test, &two).await && is_good(&test, &third).await);
    assert_eq!(alive().await.len(), 1);
    let person = ana.account_id().unwrap();
    assert_eq!(revoke_all(&dora, Holder::Person(person)).await.unwrap(), 1);
    assert!(!is_good(&test, &third).await);
    assert_eq!(trail(&test, Action::TokensRevoked).await.len(), 3);

    let fourth = anas().await;
    let token = alive().await[0];
    assert!(!revoke_own(&dora, token).await.unwrap(), "it is not hers");
    assert!(is_good(&test, &fourth).await);
    assert!(revoke_own(&ana, token).await.unwrap());
    assert!(!is_good(&test, &fourth).await);
}

#[tokio::test]
async fn lists_know_when_a_token_was_used_and_forget_it_a_month_after_its_end() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let answer = asks(&test, (id, Some(SECRET)), OWN).await.unwrap();
    let claims = claims_of(&test, &answer).await;
    let used = access(&test.portal, &claims).await.unwrap().unwrap();
    test.clock.advance(Duration::from_mins(5));
    test.client_uses.record(&used, test.portal.now());
    test.client_uses.flush(&test.portal).await.unwrap();
    let at = Some(test.portal.now());
    assert_eq!(by_id(&dora, id).await.unwrap().last_used_at, at);
    let listed = async || tokens(&dora, TokenFilter::default(), None).await.unwrap();
    assert_eq!(listed().await.items[0].last_used_at, at);
    test.clock.advance(Duration::from_hours(24 * 30));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(listed().await.items.len(), 1);
    test.clock.advance(Duration::from_hours(1));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(listed().await.items.len(), 0);
}

#[tokio::test]
async fn an_account_with_a_second_factor_gives_no_token_for_its_password() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, password_client()).await;
    accounts::factors::begin_app(&ana, &test.vault)
        .await
        .unwrap();
    let app = accounts::factors::pending_app(&ana, &test.vault).await;
    let code = app.unwrap().unwrap().code_at(test.portal.now());
    accounts::factors::confirm_app(&ana, &test.vault, &code)
        .await
        .unwrap();
    let refused = asks(&test, (id, Some(SECRET)), ANAS).await;
    assert!(matches!(refused, Err(TokenRefusal::SecondFactor)));
}
