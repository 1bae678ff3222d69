//! Codes become tokens, once, and what comes from that.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseBackend, QuerySelect};

use super::{granting::ANAS, *};
use crate::{
    accounts::change_password,
    entities::{authorization_code, issued_token, token_family},
};

/// A program that Ana lets act for her, and its first answer.
async fn begins(test: &TestPortal, dora: &Scope, ana: &Scope) -> (ClientId, TokenAnswer) {
    let id = registers(dora, authorization_client()).await;
    let code = agrees(ana, id, &[]).await;
    (id, asks(test, (id, None), proof(&code)).await.unwrap())
}

async fn renews(
    test: &TestPortal,
    client: ClientId,
    answer: &TokenAnswer,
) -> Result<TokenAnswer, TokenRefusal> {
    let token = answer.refresh_token.as_deref().unwrap();
    asks(test, (client, None), Grant::RefreshToken(token)).await
}

async fn mails(test: &TestPortal) -> usize {
    let jobs = job::Entity::find().all(test.portal.db.reader()).await;
    let told = |row: &job::Model| row.payload.contains("program_allowed");
    jobs.unwrap().iter().filter(|row| told(row)).count()
}

#[tokio::test]
async fn a_code_becomes_tokens_for_what_was_agreed_to() {
    let (test, dora, ana) = portal().await;
    let (id, answer) = begins(&test, &dora, &ana).await;
    assert_eq!(answer.token_type, "Bearer");
    assert_eq!(answer.expires_in, 3600);
    assert_eq!(answer.scope.as_deref(), Some(CRM));
    let claims = claims_of(&test, &answer).await;
    assert_eq!(claims.sub, ana.account_id().unwrap());
    assert_eq!(claims.client_id, id);
    assert_eq!(claims.aud, "https://balcao.example");
    assert!(is_good(&test, &answer).await);
    let row = &tokens(&dora, TokenFilter::default(), None)
        .await
        .unwrap()
        .items[0];
    assert_eq!(row.grant, GrantType::AuthorizationCode);
    let next = renews(&test, id, &answer).await.unwrap();
    assert_eq!(next.scope.as_deref(), Some(CRM));
    assert!(is_good(&test, &next).await);
    assert_eq!(mails(&test).await, 1, "Ana is told once");
}

#[tokio::test]
async fn a_code_is_good_for_its_own_program_alone() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let another = registers(&dora, authorization_client()).await;
    let people = registers(&dora, password_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let foreign = asks(&test, (another, None), proof(&code)).await;
    assert!(matches!(foreign, Err(TokenRefusal::Code)));
    let other_kind = asks(&test, (people, Some(SECRET)), proof(&code)).await;
    assert!(matches!(other_kind, Err(TokenRefusal::OtherKind)));
    let with = async |redirect_address, verifier| {
        let grant = Grant::AuthorizationCode(CodeProof {
            code: &code,
            redirect_address,
            verifier,
        });
        asks(&test, (id, None), grant).await
    };
    let elsewhere = with("http://127.0.0.1/volta", VERIFIER).await;
    assert!(matches!(elsewhere, Err(TokenRefusal::Code)));
    for verifier in ["", CHALLENGE, "a"] {
        let guessed = with(APP, verifier).await;
        assert!(matches!(guessed, Err(TokenRefusal::Verifier)));
    }
    for nonsense in ["", "abc", &"0".repeat(64)] {
        let refused = asks(&test, (id, None), proof(nonsense)).await;
        assert!(matches!(refused, Err(TokenRefusal::Code)));
    }
    // None of this used it.
    with(APP, VERIFIER).await.unwrap();
}

#[tokio::test]
async fn a_program_that_can_keep_a_secret_has_to_prove_who_it_is() {
    let (test, dora, ana) = portal().await;
    let new = NewClient {
        is_confidential: true,
        secret: SECRET.to_owned(),
        ..authorization_client()
    };
    let id = registers(&dora, new).await;
    let code = agrees(&ana, id, &[]).await;
    for secret in [None, Some(ANOTHER)] {
        let refused = asks(&test, (id, secret), proof(&code)).await;
        assert!(matches!(refused, Err(TokenRefusal::Client(_))));
    }
    asks(&test, (id, Some(SECRET)), proof(&code)).await.unwrap();
}

#[tokio::test]
async fn a_code_lasts_a_minute() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let (one, two) = (agrees(&ana, id, &[]).await, agrees(&ana, id, &[]).await);
    test.clock.advance(Duration::from_millis(59_900));
    asks(&test, (id, None), proof(&one)).await.unwrap();
    test.clock.advance(Duration::from_millis(100));
    let late = asks(&test, (id, None), proof(&two)).await;
    assert!(matches!(late, Err(TokenRefusal::Code)));
}

#[tokio::test]
async fn a_code_that_is_used_again_ends_what_it_began() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let first = asks(&test, (id, None), proof(&code)).await.unwrap();
    let next = renews(&test, id, &first).await.unwrap();
    let seen_in_passing = Grant::AuthorizationCode(CodeProof {
        code: &code,
        redirect_address: APP,
        verifier: CHALLENGE,
    });
    let refused = asks(&test, (id, None), seen_in_passing).await;
    assert!(matches!(refused, Err(TokenRefusal::Verifier)));
    assert!(
        is_good(&test, &next).await,
        "who knows no verifier ends nothing"
    );
    test.clock.advance(Duration::from_mins(2));
    let refused = asks(&test, (id, None), proof(&code)).await;
    assert!(matches!(refused, Err(TokenRefusal::CodeReused)));
    for answer in [&first, &next] {
        assert!(!is_good(&test, answer).await);
    }
    let refused = renews(&test, id, &next).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
    assert_eq!(trail(&test, Action::CodeReused).await.len(), 1);
}

#[tokio::test]
async fn thirty_at_once_make_one_winner_whose_tokens_the_others_end() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let (scope, code) = (test.scope(), code.clone());
        tasks.spawn(async move { asks_from(&scope, (id, None), proof(&code), None).await });
    }
    let answers = tasks.join_all().await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!(won.len(), 1);
    let is_reuse = |it: &Result<_, _>| matches!(it, Err(TokenRefusal::CodeReused));
    assert!(lost.iter().all(is_reuse), "{lost:?}");
    let answer = won.into_iter().next().unwrap().unwrap();
    assert!(!is_good(&test, &answer).await);
    let codes = authorization_code::Entity::find();
    let row = codes.one(test.portal.db.reader()).await.unwrap().unwrap();
    assert!(row.used_at.is_some() && row.family_id.is_some());
    assert_eq!(trail(&test, Action::CodeReused).await.len(), 1);
}

#[tokio::test]
async fn what_was_agreed_to_ends_when_it_was_said_to_however_often_it_is_renewed() {
    let (test, dora, ana) = portal().await;
    let new = NewClient {
        refresh_days: Some(1),
        ..authorization_client()
    };
    let id = registers(&dora, new).await;
    let until = is_asked(&ana, &parameters(id, &[])).await.unwrap().until;
    let code = agrees(&ana, id, &[]).await;
    let mut last = asks(&test, (id, None), proof(&code)).await.unwrap();
    for _ in 0..2 {
        test.clock.advance(Duration::from_mins(11 * 60 + 50));
        last = renews(&test, id, &last).await.unwrap();
    }
    assert_eq!(claims_of(&test, &last).await.exp, until.timestamp());
    assert_eq!(last.expires_in, 20 * 60);
    test.clock.advance(Duration::from_mins(20));
    let refused = renews(&test, id, &last).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
}

#[tokio::test]
async fn a_token_is_for_the_portal_whatever_it_is_asked_for_with() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let own = registers(&dora, credentials_client()).await;
    let asks_for = async |client: ClientId, secret: Option<&str>, grant, resource| {
        let keys = ClientKeys::of(&client.to_string(), secret).unwrap();
        let asked = Asked {
            scopes: None,
            resources: &[resource],
        };
        super::super::grant(&test.scope(), test.token_door(), &keys, grant, asked).await
    };
    let code = agrees(&ana, id, &[]).await;
    for (client, secret, grant) in [
        (id, None, proof(&code)),
        (own, Some(SECRET), Grant::ClientCredentials),
    ] {
        let refused = asks_for(client, secret, grant, "https://evil.example").await;
        assert!(matches!(refused, Err(TokenRefusal::Resource)));
        let answer = asks_for(client, secret, grant, "https://balcao.example/").await;
        let aud = claims_of(&test, &answer.unwrap()).await.aud.clone();
        assert_eq!(aud, "https://balcao.example");
    }
}

/// On `SQLite` one who writes waits for the other in any case.
#[tokio::test]
async fn when_tokens_were_used_is_written_past_what_somebody_is_ending() {
    let (test, dora, ana) = portal().await;
    let (_, first) = begins(&test, &dora, &ana).await;
    let claims = claims_of(&test, &first).await;
    let used = access(&test.portal, &claims).await.unwrap().unwrap();
    test.client_uses.record(&used, test.portal.now());
    let db = &test.portal.db;
    let ending = db.begin().await.unwrap();
    let family = token_family::Entity::find().lock_exclusive();
    family.one(&ending).await.unwrap().unwrap();
    let flush = test.client_uses.flush(&test.portal);
    if db.writer().get_database_backend() == DatabaseBackend::Sqlite {
        ending.commit().await.unwrap();
        flush.await.unwrap();
    } else {
        let flushed = tokio::time::timeout(Duration::from_mins(1), flush).await;
        flushed.expect("it waits for nobody").unwrap();
        ending.commit().await.unwrap();
    }
    let token = issued_token::Entity::find_by_id(claims.jti);
    let token = token.one(db.reader()).await.unwrap().unwrap();
    assert_eq!(token.last_used_at, Some(test.portal.now()));
}

#[tokio::test]
async fn what_was_agreed_to_is_listed_before_what_a_password_began() {
    let (test, dora, ana) = portal().await;
    begins(&test, &dora, &ana).await;
    let app = registers(&dora, password_client()).await;
    test.clock.advance(Duration::from_mins(1));
    asks(&test, (app, Some(SECRET)), ANAS).await.unwrap();
    let listed = acting_programs(&ana).await.unwrap();
    let names: Vec<_> = listed.iter().map(|program| &*program.name).collect();
    assert_eq!(names, ["Assistente", "Aplicativo de vendas"]);
}

#[tokio::test]
async fn people_see_what_acts_for_them_and_end_all_of_it_at_once() {
    let (test, dora, ana) = portal().await;
    let (id, first) = begins(&test, &dora, &ana).await;
    let claims = claims_of(&test, &first).await;
    let used = access(&test.portal, &claims).await.unwrap().unwrap();
    test.clock.advance(Duration::from_mins(5));
    test.client_uses.record(&used, test.portal.now());
    test.client_uses.flush(&test.portal).await.unwrap();
    let [program] = &acting_programs(&ana).await.unwrap()[..] else {
        panic!("there is one");
    };
    assert_eq!(
        (&*program.name, &program.scopes[..]),
        ("Assistente", &[CRM.to_owned()][..])
    );
    assert_eq!(program.last_used_at, Some(test.portal.now()));
    assert_eq!(program.until, program.since + chrono::TimeDelta::days(30));
    assert_eq!(
        own_tokens(&ana, None).await.unwrap().items,
        [],
        "it is listed once"
    );
    let next = renews(&test, id, &first).await.unwrap();

    assert!(
        !end_program(&dora, program.id).await.unwrap(),
        "it is not hers"
    );
    assert!(is_good(&test, &next).await);
    assert!(end_program(&ana, program.id).await.unwrap());
    assert!(!is_good(&test, &first).await && !is_good(&test, &next).await);
    let refused = renews(&test, id, &next).await;
    assert!(matches!(refused, Err(TokenRefusal::Refresh)));
    assert!(
        !end_program(&ana, program.id).await.unwrap(),
        "it has ended"
    );
    let db = test.portal.db.reader();
    let told = acting_program(db, program.id).await.unwrap();
    assert_eq!(told, None, "no mail tells of it any more");
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
    let event = &trail(&test, Action::ConsentEnded).await[0];
    assert_eq!((event.subject_id, event.actor_id), (id.0, ana.account_id()));
    assert!(acting_programs(&test.scope()).await.is_err());
}

#[tokio::test]
async fn another_password_a_disabled_client_and_a_deleted_one_end_it_too() {
    let (test, dora, ana) = portal().await;
    let (id, first) = begins(&test, &dora, &ana).await;
    disable(&dora, id).await.unwrap();
    assert!(!is_good(&test, &first).await);
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
    enable(&dora, id).await.unwrap();
    let code = agrees(&ana, id, &[]).await;
    let second = asks(&test, (id, None), proof(&code)).await.unwrap();
    let new = values::NewPassword::parse("Outra-8-tartarugas", &[]).unwrap();
    let old = crate::testing::PASSWORD;
    change_password(&ana, &test.passwords, old, new, "")
        .await
        .unwrap();
    assert!(!is_good(&test, &second).await);
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
    let code = agrees(&ana, id, &[]).await;
    let third = asks(&test, (id, None), proof(&code)).await.unwrap();
    assert!(is_good(&test, &third).await);
    delete(&test.confirmed(&dora), id).await.unwrap();
    assert!(!is_good(&test, &third).await);
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
}
