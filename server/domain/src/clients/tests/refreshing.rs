//! Refresh tokens: each is good once, and whoever uses one twice ends them all.

use std::{collections::HashSet, time::Duration};

use super::*;
use crate::{accounts::factors, testing::PASSWORD};

/// A program that somebody gave their password to, and its first answer.
async fn begins(test: &TestPortal, dora: &Scope) -> (ClientId, TokenAnswer) {
    let id = registers(dora, password_client()).await;
    let grant = Grant::Password {
        username: ANA,
        password: PASSWORD,
    };
    let answer = asks(test, (id, Some(SECRET)), grant).await.unwrap();
    (id, answer)
}

async fn renews(
    test: &TestPortal,
    client: ClientId,
    answer: &TokenAnswer,
) -> Result<TokenAnswer, TokenRefusal> {
    let token = answer.refresh_token.as_deref().unwrap();
    asks(test, (client, Some(SECRET)), Grant::RefreshToken(token)).await
}

#[tokio::test]
async fn each_answer_brings_the_next_token() {
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let mut last = first;
    for _ in 0..3 {
        test.clock.advance(Duration::from_mins(50));
        let next = renews(&test, id, &last).await.unwrap();
        assert_ne!(next.refresh_token, last.refresh_token);
        assert!(is_good(&test, &next).await);
        last = next;
    }
    let listed = tokens(&dora, TokenFilter::default(), None).await.unwrap();
    assert_eq!(listed.items[0].grant, GrantType::RefreshToken);
}

/// It was the password alone that began the family.
#[tokio::test]
async fn a_second_factor_ends_what_the_password_alone_began() {
    let (test, dora, ana) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let next = renews(&test, id, &first).await.unwrap();
    factors::begin_app(&ana, &test.vault).await.unwrap();
    let app = factors::pending_app(&ana, &test.vault).await.unwrap();
    let code = app.unwrap().code_at(test.portal.now());
    factors::confirm_app(&ana, &test.vault, &code)
        .await
        .unwrap();
    let refused = renews(&test, id, &next).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
}

#[tokio::test]
async fn a_lost_answer_can_be_asked_for_again_within_ten_seconds() {
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let answer = renews(&test, id, &first).await.unwrap();
    test.clock.advance(Duration::from_millis(9_900));
    assert_eq!(renews(&test, id, &first).await.unwrap(), answer);
    renews(&test, id, &answer).await.unwrap();
}

#[tokio::test]
async fn a_token_that_is_used_again_later_ends_its_whole_family() {
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let second = renews(&test, id, &first).await.unwrap();
    test.clock.advance(Duration::from_secs(10));
    let refused = renews(&test, id, &first).await;
    assert!(matches!(refused, Err(TokenRefusal::Reused)));
    for answer in [&first, &second] {
        assert!(!is_good(&test, answer).await);
        let refused = renews(&test, id, answer).await;
        assert!(matches!(refused, Err(TokenRefusal::Refresh)));
    }
    assert_eq!(trail(&test, Action::TokenReused).await.len(), 1);
}

#[tokio::test]
async fn thirty_at_once_get_one_answer_and_their_family_stays() {
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let (scope, token) = (test.scope(), first.refresh_token.clone().unwrap());
        tasks.spawn(async move {
            let grant = Grant::RefreshToken(&token);
            asks_from(&scope, (id, Some(SECRET)), grant, None).await
        });
    }
    let answers = tasks.join_all().await;
    let tokens: HashSet<_> = answers
        .into_iter()
        .map(|answer| answer.unwrap().refresh_token.unwrap())
        .collect();
    assert_eq!(tokens.len(), 1);
    let next = TokenAnswer {
        refresh_token: tokens.into_iter().next(),
        ..first
    };
    let next = renews(&test, id, &next).await.unwrap();
    assert!(is_good(&test, &next).await);
}

#[tokio::test]
async fn a_refresh_token_is_its_clients_alone_and_ends() {
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let another = registers(&dora, password_client()).await;
    let foreign = renews(&test, another, &first).await;
    assert!(matches!(foreign, Err(TokenRefusal::Refresh)));
    for nonsense in ["", "abc", &"0".repeat(64)] {
        let grant = Grant::RefreshToken(nonsense);
        let refused = asks(&test, (id, Some(SECRET)), grant).await;
        assert!(matches!(refused, Err(TokenRefusal::Refresh)));
    }
    test.clock.advance(Duration::from_hours(24 * 30));
    let refused = renews(&test, id, &first).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
}

#[tokio::test]
async fn who_revokes_an_access_token_ends_the_refresh_token_with_it() {
    let (test, dora, ana) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let listed = tokens(&dora, TokenFilter::default(), None).await.unwrap();
    let token = listed.items[0].id;
    revoke_own(&ana, token).await.unwrap();
    let refused = renews(&test, id, &first).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
}

#[tokio::test]
async fn the_kept_answer_is_sealed_and_soon_forgotten() {
    use crate::entities::refresh_token::{Column, Entity};
    let (test, dora, _) = portal().await;
    let (id, first) = begins(&test, &dora).await;
    let answer = renews(&test, id, &first).await.unwrap();
    let kept = async || {
        let used = Entity::find().filter(Column::UsedAt.is_not_null());
        let row = used.one(test.portal.db.reader()).await.unwrap().unwrap();
        row.answer
    };
    let sealed = kept().await.unwrap();
    let token = answer.access_token.as_bytes();
    assert!(!sealed.windows(16).any(|part| part == &token[..16]));
    test.clock.advance(Duration::from_secs(10));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(kept().await, None);
}
