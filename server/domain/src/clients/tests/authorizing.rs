//! What a program asks a person for, and what the person agrees to.

use std::time::Duration;

use super::*;
use crate::{Error, accounts::change_password, entities::authorization_code};

async fn fault(
    person: &Scope,
    client: ClientId,
    changed: &[(&str, &str)],
) -> Option<AuthorizationFault> {
    match is_asked(person, &parameters(client, changed)).await {
        Err(AuthorizationError::Fault(answer, fault)) => {
            assert_eq!(answer.host(), "app.example");
            Some(fault)
        }
        Ok(_) => None,
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_person_is_asked_for_what_the_client_may_or_less() {
    let (test, dora, ana) = portal().await;
    let new = NewClient {
        scopes: vec![CRM.to_owned(), "smv".to_owned()],
        ..authorization_client()
    };
    let id = registers(&dora, new).await;
    let request = is_asked(&ana, &parameters(id, &[])).await.unwrap();
    assert_eq!(request.client_name, "Assistente");
    assert_eq!(request.scopes, [CRM, "smv"]);
    assert_eq!(
        request.until,
        test.portal.now() + chrono::TimeDelta::days(30)
    );
    assert!(!request.answer.is_local());
    let less = [("scope", "smv"), ("resource", "https://balcao.example/")];
    let request = is_asked(&ana, &parameters(id, &less)).await.unwrap();
    assert_eq!(request.scopes, ["smv"]);
    let local = [("redirect_uri", "http://127.0.0.1:50123/volta")];
    let request = is_asked(&ana, &parameters(id, &local)).await.unwrap();
    assert!(request.answer.is_local());
    assert_eq!(request.answer.host(), "127.0.0.1:50123");
}

#[tokio::test]
async fn who_is_no_such_client_or_is_answered_elsewhere_leads_nobody_anywhere() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let own = registers(&dora, credentials_client()).await;
    let nobody: ClientId = test.portal.new_id();
    for client in [own, nobody] {
        let refused = is_asked(&ana, &parameters(client, &[])).await;
        assert!(matches!(refused, Err(AuthorizationError::Client)));
    }
    let twice = [("client_id", &*id.to_string()), ("client_id", "x")];
    for changed in [&[("client_id", "x")][..], &[("client_id", "")], &twice] {
        let refused = is_asked(&ana, &parameters(id, changed)).await;
        assert!(matches!(refused, Err(AuthorizationError::Client)));
    }
    let twice = [("redirect_uri", APP), ("redirect_uri", APP)];
    let other = [("redirect_uri", "https://evil.example/volta")];
    for changed in [&twice[..], &other, &[("redirect_uri", "")]] {
        let refused = is_asked(&ana, &parameters(id, changed)).await;
        assert!(matches!(refused, Err(AuthorizationError::Redirect)));
    }
    let stranger = is_asked(&test.scope(), &parameters(id, &[])).await;
    let forbidden = AuthorizationError::Common(Error::Forbidden(crate::Forbidden));
    assert_eq!(stranger.unwrap_err().to_string(), forbidden.to_string());
    disable(&dora, id).await.unwrap();
    let refused = is_asked(&ana, &parameters(id, &[])).await;
    assert!(matches!(refused, Err(AuthorizationError::Client)));
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_with_its_request() {
    use AuthorizationFault as F;
    let (_test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let padded = format!("{CHALLENGE}=");
    for (changed, told) in [
        (&[("response_type", "")][..], F::NoResponseType),
        (&[("response_type", "token")], F::ResponseType),
        (&[("response_mode", "fragment")], F::ResponseMode),
        (&[("code_challenge", "")], F::Challenge),
        (&[("code_challenge", &padded)], F::Challenge),
        (&[("code_challenge_method", "")], F::ChallengeMethod),
        (&[("code_challenge_method", "plain")], F::ChallengeMethod),
        (&[("scope", "smv")], F::Scope),
        (&[("scope", "crm-na-nuvem smv")], F::Scope),
        (&[("scope", " ")], F::Scope),
        (&[("resource", "https://evil.example")], F::Resource),
        (
            &[
                ("resource", "https://balcao.example"),
                ("resource", "https://evil.example"),
            ],
            F::Resource,
        ),
        (&[("state", "a"), ("state", "b")], F::Repeated),
        (&[("scope", CRM), ("scope", CRM)], F::Repeated),
    ] {
        assert_eq!(fault(&ana, id, changed).await, Some(told), "{changed:?}");
    }
    assert_eq!(fault(&ana, id, &[("foo", "bar")]).await, None);
}

#[tokio::test]
async fn the_answer_says_who_gives_it_and_what_was_sent_with_the_question() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let request = is_asked(&ana, &parameters(id, &[("state", "a&b c")])).await;
    let answer = request.unwrap().answer;
    assert_eq!(
        answer.with_error("access_denied", "No."),
        "https://app.example/volta?error=access_denied&error_description=No.\
         &state=a%26b+c&iss=https%3A%2F%2Fbalcao.example"
    );
    let code = crate::token::Token::generate(test.portal.random.as_ref());
    let request = is_asked(&ana, &parameters(id, &[("state", "")])).await;
    let address = request.unwrap().answer.with_code(&code);
    let told = format!("{APP}?code={}&iss=", code.expose());
    assert!(address.starts_with(&told), "{address}");
}

#[tokio::test]
async fn whoever_presses_twice_agrees_once_and_the_later_code_is_good() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let request = is_asked(&ana, &parameters(id, &[])).await.unwrap();
    let form = seal_request(&ana, &test.vault, &request).unwrap();
    let presses = || consent(&ana, &test.vault, &request, &form);
    let (first, later) = (presses().await.unwrap(), presses().await.unwrap());
    let refused = asks(&test, (id, None), proof(&first.expose())).await;
    assert!(matches!(refused, Err(TokenRefusal::Code)));
    asks(&test, (id, None), proof(&later.expose()))
        .await
        .unwrap();
    assert!(matches!(presses().await, Err(ConsentError::Changed)));
    assert_eq!(trail(&test, Action::ConsentGiven).await.len(), 1);
}

#[tokio::test]
async fn what_was_shown_is_what_is_agreed_to() {
    let (test, dora, ana) = portal().await;
    let new = NewClient {
        scopes: vec![CRM.to_owned(), "smv".to_owned()],
        ..authorization_client()
    };
    let id = registers(&dora, new).await;
    let vault = &test.vault;
    let shown = is_asked(&ana, &parameters(id, &[("scope", CRM)])).await;
    let shown = shown.unwrap();
    let form = seal_request(&ana, vault, &shown).unwrap();
    for changed in [
        &[][..],
        &[("scope", "smv")],
        &[("scope", CRM), ("state", "abc")],
        &[("scope", CRM), ("redirect_uri", "http://127.0.0.1:1/volta")],
        &[
            ("scope", CRM),
            ("code_challenge", &CHALLENGE.replace('E', "F")),
        ],
    ] {
        let other = is_asked(&ana, &parameters(id, changed)).await.unwrap();
        let refused = consent(&ana, vault, &other, &form).await;
        assert!(matches!(refused, Err(ConsentError::Changed)), "{changed:?}");
    }
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let refused = consent(&bia, vault, &shown, &form).await;
    assert!(matches!(refused, Err(ConsentError::Changed)));
    for nonsense in ["", "abc"] {
        let refused = consent(&ana, vault, &shown, nonsense).await;
        assert!(matches!(refused, Err(ConsentError::Changed)));
    }
    test.clock.advance(Duration::from_mins(30));
    let refused = consent(&ana, vault, &shown, &form).await;
    assert!(matches!(refused, Err(ConsentError::Changed)), "long ago");
    assert_eq!(trail(&test, Action::ConsentGiven).await.len(), 0);
}

#[tokio::test]
async fn who_agrees_is_recorded_and_gave_the_password_lately() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    agrees(&ana, id, &[]).await;
    let event = &trail(&test, Action::ConsentGiven).await[0];
    assert_eq!(event.subject_id, id.0);
    assert_eq!(event.actor_id, ana.account_id());
    assert_eq!(event.details.as_deref(), Some(CRM));
    test.clock.advance(Duration::from_hours(1));
    let request = is_asked(&ana, &parameters(id, &[])).await.unwrap();
    let form = seal_request(&ana, &test.vault, &request).unwrap();
    let refused = consent(&ana, &test.vault, &request, &form).await;
    assert!(matches!(refused, Err(ConsentError::Unconfirmed)));
    let ana = test.confirmed(&ana);
    consent(&ana, &test.vault, &request, &form).await.unwrap();
}

#[tokio::test]
async fn a_code_is_stored_as_its_hash_and_forgotten_after_a_day() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let rows = async || {
        let all = authorization_code::Entity::find();
        all.all(test.portal.db.reader()).await.unwrap()
    };
    let stored = format!("{:?}", rows().await);
    assert!(!stored.contains(&code[..16]));
    test.clock.advance(Duration::from_hours(24));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(rows().await.len(), 1);
    test.clock.advance(Duration::from_mins(1));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(rows().await.len(), 0);
}

#[tokio::test]
async fn where_a_client_is_answered_is_checked_when_it_is_registered() {
    let (_test, dora, _) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let client = by_id(&dora, id).await.unwrap();
    assert_eq!(client.redirect_addresses, [APP, "http://127.0.0.1/volta"]);
    assert_eq!(client.account, None);
    let mistakes = async |addresses: String| {
        let new = NewClient {
            redirect_addresses: addresses,
            ..authorization_client()
        };
        mistakes(&dora, &dora.services().catalogue, &new)
            .await
            .unwrap()
    };
    assert_eq!(
        mistakes(" \n".to_owned()).await,
        [ClientMistake::NoRedirect]
    );
    let many = (0..=MAX_REDIRECTS).map(|n| format!("https://app.example/{n}\n"));
    assert_eq!(
        mistakes(many.collect()).await,
        [ClientMistake::ManyRedirects]
    );
    let wrong = "http://app.example/x https://app.example/#x";
    let redirect = |text: &str, why| ClientMistake::Redirect(text.to_owned(), why);
    assert_eq!(
        mistakes(wrong.to_owned()).await,
        [
            redirect("http://app.example/x", RedirectMistake::Insecure),
            redirect("https://app.example/#x", RedirectMistake::Fragment),
        ]
    );
    let of_another_kind = NewClient {
        redirect_addresses: APP.to_owned(),
        ..password_client()
    };
    let id = registers(&dora, of_another_kind).await;
    let addresses = by_id(&dora, id).await.unwrap().redirect_addresses;
    assert_eq!(addresses, [""; 0], "it is answered nowhere");
}

#[tokio::test]
async fn another_password_or_an_administrator_ends_what_was_agreed_to_just_now() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let is_refused = async |code: &str| {
        let asked = asks(&test, (id, None), proof(code)).await;
        matches!(asked, Err(TokenRefusal::Code))
    };
    let code = agrees(&ana, id, &[]).await;
    revoke_all(&dora, Holder::Client(id)).await.unwrap();
    assert!(is_refused(&code).await);
    let code = agrees(&ana, id, &[]).await;
    let person = ana.account_id().unwrap();
    revoke_all(&dora, Holder::Person(person)).await.unwrap();
    assert!(is_refused(&code).await);
    let code = agrees(&ana, id, &[]).await;
    let new = values::NewPassword::parse("Outra-8-tartarugas", &[]).unwrap();
    let old = crate::testing::PASSWORD;
    change_password(&ana, &test.passwords, old, new, "")
        .await
        .unwrap();
    assert!(is_refused(&code).await);
}
