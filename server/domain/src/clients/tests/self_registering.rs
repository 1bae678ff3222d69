//! Programs register themselves, for whoever lets them.

use std::time::Duration;

use sea_orm::sea_query::Expr;

use super::*;
use crate::{
    Error,
    entities::{oauth_client, registration_token},
    oauth::AuthenticateError,
};

pub fn metadata() -> ProgramMetadata {
    ProgramMetadata {
        name: " Agente  da Ana ".to_owned(),
        redirect_addresses: vec![APP.to_owned(), "http://127.0.0.1/volta".to_owned()],
        is_confidential: false,
        renews: true,
        scopes: vec![],
    }
}

async fn permitted(
    test: &TestPortal,
    token: &str,
) -> Result<RegistrationPermit, AuthenticateError> {
    permit(&test.scope(), &test.authority, &test.incidents, token).await
}

pub async fn registers_itself(
    test: &TestPortal,
    person: &Scope,
    metadata: &ProgramMetadata,
) -> Result<RegisteredProgram, ProgramRefusal> {
    let token = make_registration_token(person).await.unwrap();
    let permit = permitted(test, &token.expose()).await.unwrap();
    register_program(&test.scope(), &test.catalogue, &permit, metadata).await
}

async fn refused(
    test: &TestPortal,
    person: &Scope,
    metadata: ProgramMetadata,
) -> Vec<ClientMistake> {
    match registers_itself(test, person, &metadata).await {
        Err(ProgramRefusal::Mistakes(found)) => found,
        other => panic!("{other:?}"),
    }
}

fn is_unknown<T>(answer: &Result<T, AuthenticateError>) -> bool {
    matches!(answer, Err(AuthenticateError::Invalid))
}

#[tokio::test]
async fn a_program_registers_itself_and_acts_for_whoever_let_it() {
    let (test, dora, ana) = portal().await;
    let program = registers_itself(&test, &ana, &metadata()).await.unwrap();
    assert_eq!(program.name, "Agente da Ana");
    assert_eq!(program.scopes, "portal.read");
    assert!(program.secret.is_none());
    assert_eq!(told(&test).await, [ClientAct::Registered]);
    let code = agrees(&ana, program.id, &[]).await;
    let first = asks(&test, (program.id, None), proof(&code)).await.unwrap();
    let renewal = Grant::RefreshToken(first.refresh_token.as_deref().unwrap());
    let next = asks(&test, (program.id, None), renewal).await.unwrap();
    assert!(is_good(&test, &next).await);

    let client = by_id(&dora, program.id).await.unwrap();
    assert_eq!(client.bound_to.unwrap().id, ana.account_id().unwrap());
    assert_eq!(client.kind, ClientKind::Authorization);
    let made = &trail(&test, Action::RegistrationTokenMade).await[0];
    assert_eq!(made.actor_id, ana.account_id());
    let registered = &trail(&test, Action::ClientRegistered).await[0];
    let person = ana.account_id().unwrap().to_string();
    assert_eq!(registered.details.as_deref(), Some(&*person));
    assert_eq!(registered.actor_id, None);
}

#[tokio::test]
async fn it_asks_nobody_else_and_acts_for_nobody_else() {
    let (test, dora, ana) = portal().await;
    let program = registers_itself(&test, &ana, &metadata()).await.unwrap();
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    for other in [&bia, &dora] {
        let asked = is_asked(other, &parameters(program.id, &[])).await;
        assert!(matches!(asked, Err(AuthorizationError::Client)));
    }
    // As if another instance, which knows of no bonds, had let it.
    let id = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let first = asks(&test, (id, None), proof(&code)).await.unwrap();
    let code = agrees(&ana, id, &[]).await;
    let bound_to = Expr::value(bia.account_id());
    oauth_client::Entity::update_many()
        .col_expr(oauth_client::Column::BoundAccountId, bound_to)
        .filter(oauth_client::Column::Id.eq(id))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    assert!(!is_good(&test, &first).await);
    let exchanged = asks(&test, (id, None), proof(&code)).await;
    assert!(matches!(exchanged, Err(TokenRefusal::Code)));
    let renewal = Grant::RefreshToken(first.refresh_token.as_deref().unwrap());
    let renewed = asks(&test, (id, None), renewal).await;
    assert!(matches!(renewed, Err(TokenRefusal::Refresh)));
}

#[tokio::test]
async fn a_token_registers_one_program_however_many_come_at_once() {
    let (test, _, ana) = portal().await;
    let token = make_registration_token(&ana).await.unwrap().expose();
    let permit = permitted(&test, &token).await.unwrap();
    let (scope, metadata) = (test.scope(), metadata());
    let sends = || register_program(&scope, &test.catalogue, &permit, &metadata);
    let (first, second) = tokio::join!(sends(), sends());
    assert_ne!(first.is_ok(), second.is_ok());
    let spent = [&first, &second]
        .into_iter()
        .any(|it| matches!(it, Err(ProgramRefusal::Spent)));
    assert!(spent);
    assert!(is_unknown(&permitted(&test, &token).await));
    assert_eq!(own_programs(&ana).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_ends_after_an_hour_or_by_a_newer_one_and_is_stored_as_its_hash() {
    let (test, dora, ana) = portal().await;
    let first = make_registration_token(&ana).await.unwrap().expose();
    let other = make_registration_token(&dora).await.unwrap().expose();
    let permit = permitted(&test, &first).await.unwrap();
    let second = make_registration_token(&ana).await.unwrap().expose();
    assert!(is_unknown(&permitted(&test, &first).await));
    let late = register_program(&test.scope(), &test.catalogue, &permit, &metadata()).await;
    assert!(matches!(late, Err(ProgramRefusal::Spent)));
    assert!(permitted(&test, &other).await.is_ok(), "it is another's");
    let rows = async || {
        let all = registration_token::Entity::find();
        all.all(test.portal.db.reader()).await.unwrap()
    };
    assert_eq!(rows().await.len(), 2);
    assert!(!format!("{:?}", rows().await).contains(&second[..16]));
    test.clock.advance(Duration::from_hours(1));
    for token in [&*second, &other, "", "abc"] {
        assert!(is_unknown(&permitted(&test, token).await));
    }
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(rows().await, []);
    let nobody = make_registration_token(&test.scope()).await;
    assert!(matches!(
        nobody,
        Err(RegistrationTokenError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn what_it_says_of_itself_follows_the_rules_of_all_clients() {
    use ClientMistake as M;
    let (test, _, ana) = portal().await;
    let redirect = |text: &str, why| M::Redirect(text.to_owned(), why);
    let many = (0..=MAX_REDIRECTS).map(|n| format!("https://app.example/{n}"));
    let addresses = |addresses: Vec<String>| ProgramMetadata {
        redirect_addresses: addresses,
        ..metadata()
    };
    let one = |address: &str| addresses(vec![address.to_owned()]);
    let named = |name: &str| ProgramMetadata {
        name: name.to_owned(),
        ..metadata()
    };
    let scoped = |scope: &str| ProgramMetadata {
        scopes: vec![scope.to_owned()],
        ..metadata()
    };
    let rows = [
        (named(" "), M::NoName),
        (named(&"a".repeat(MAX_NAME + 1)), M::LongName),
        (addresses(vec![]), M::NoRedirect),
        (addresses(many.collect()), M::ManyRedirects),
        (
            one("http://app.example/x"),
            redirect("http://app.example/x", RedirectMistake::Insecure),
        ),
        (
            one("meuprograma:/volta"),
            redirect("meuprograma:/volta", RedirectMistake::NoAddress),
        ),
        (
            one("https://a.example/x https://b.example/y"),
            redirect(
                "https://a.example/x https://b.example/y",
                RedirectMistake::Unusual("https://a.example/x%20https://b.example/y".to_owned()),
            ),
        ),
        (scoped("segredos"), M::Scope("segredos".to_owned())),
        (scoped("portal.admin"), M::Scope("portal.admin".to_owned())),
    ];
    for (metadata, mistake) in rows {
        assert_eq!(refused(&test, &ana, metadata).await, [mistake]);
    }
    assert_eq!(own_programs(&ana).await.unwrap(), []);
    // Nothing of that used the token up.
    let token = make_registration_token(&ana).await.unwrap().expose();
    let permit = permitted(&test, &token).await.unwrap();
    let scope = test.scope();
    for (metadata, is_taken) in [(named(""), false), (scoped(CRM), true)] {
        let answer = register_program(&scope, &test.catalogue, &permit, &metadata).await;
        assert_eq!(answer.is_ok(), is_taken);
    }
    assert_eq!(own_programs(&ana).await.unwrap()[0].scopes, [CRM]);
}

#[tokio::test]
async fn one_that_keeps_a_secret_is_given_it_and_one_that_does_not_renew_never_does() {
    let (test, _, ana) = portal().await;
    let new = ProgramMetadata {
        is_confidential: true,
        renews: false,
        ..metadata()
    };
    let program = registers_itself(&test, &ana, &new).await.unwrap();
    let secret = program.secret.unwrap();
    assert!(ClientSecret::parse(secret.expose()).is_ok());
    let request = is_asked(&ana, &parameters(program.id, &[])).await.unwrap();
    let an_hour = test.portal.now() + chrono::TimeDelta::hours(1);
    assert_eq!(request.until, an_hour);
    let code = agrees(&ana, program.id, &[]).await;
    let without = asks(&test, (program.id, None), proof(&code)).await;
    assert!(matches!(without, Err(TokenRefusal::Client(_))));
    let keys = (program.id, Some(secret.expose()));
    let answer = asks(&test, keys, proof(&code)).await.unwrap();
    assert_eq!(answer.refresh_token, None);
    assert!(is_good(&test, &answer).await);
    assert_eq!(acting_programs(&ana).await.unwrap().len(), 1);
    let nothing = crate::token::Token::generate(test.portal.random.as_ref());
    let renewed = asks(&test, keys, Grant::RefreshToken(&nothing.expose())).await;
    assert!(matches!(renewed, Err(TokenRefusal::OtherKind)));
    test.clock.advance(Duration::from_hours(1));
    assert_eq!(acting_programs(&ana).await.unwrap(), []);
}
