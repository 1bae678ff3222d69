use super::*;
use crate::{
    Role,
    accounts::{change_password, sessions, support},
    entities::browser,
};

const WRONG: &str = "Errada-7-cavalos";

/// Somebody at this network with the browser of a session of before.
fn with_browser(portal: &TestPortal, network: &str, of: &OpenedSession) -> Scope {
    let visitor = portal.visitor_from(network);
    visitor.with_browser(of.browser.clone())
}

async fn enters(
    scope: &Scope,
    address: &str,
    password: &str,
) -> Result<OpenedSession, SignInError> {
    signing_in(
        scope,
        &scope.services().passwords,
        address,
        password,
        FIREFOX,
        None,
    )
    .await
}

/// How long the portal asks to wait; none when it looks at the password.
async fn wait(scope: &Scope, address: &str) -> Option<Duration> {
    match enters(scope, address, WRONG).await {
        Err(SignInError::Throttled { retry_after }) => Some(retry_after),
        Err(SignInError::Credentials) => None,
        other => panic!("{other:?}"),
    }
}

/// Somebody guesses at Ana's account from sixty networks, and a neighbour of hers at everybody's.
async fn everybody_guesses(portal: &TestPortal, there: &str) {
    for network in 0..60 {
        let _ = wait(&portal.visitor_from(&format!("198.51.{network}.7")), ANA).await;
    }
    for account in 0..40 {
        let victim = format!("pessoa{account}@empresa.com.br");
        let _ = wait(&portal.visitor_from(there), &victim).await;
    }
}

#[tokio::test]
async fn whoever_came_in_with_a_browser_is_kept_out_by_nobody() {
    let (portal, mut session) = ana().await;
    let there = "192.0.2.7";
    for _ in 0..50 {
        everybody_guesses(&portal, there).await;
        let strange = enters(&portal.visitor_from(there), ANA, PASSWORD).await;
        assert!(matches!(strange, Err(SignInError::Throttled { .. })));
        let own = with_browser(&portal, there, &session);
        session = enters(&own, ANA, PASSWORD).await.unwrap();
        portal.clock.advance(10 * MINUTE);
    }
}

#[tokio::test]
async fn a_known_browser_has_as_many_guesses_as_a_strange_one() {
    let (portal, session) = ana().await;
    let thief = with_browser(&portal, "192.0.2.7", &session);
    for _ in 0..6 {
        assert_eq!(wait(&thief, ANA).await, None);
    }
    for seconds in [1, 2, 4] {
        assert_eq!(wait(&thief, ANA).await, Some(seconds * SECOND));
        let right = enters(&thief, ANA, PASSWORD).await;
        assert!(matches!(right, Err(SignInError::Throttled { .. })));
        portal.clock.advance(seconds * SECOND);
        assert_eq!(wait(&thief, ANA).await, None);
    }
    // It keeps nobody else waiting.
    let elsewhere = portal.visitor_from("192.0.2.7");
    enters(&elsewhere, ANA, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_browser_is_known_to_those_who_came_in_with_it_and_to_nobody_else() {
    let (portal, session) = ana().await;
    portal.person(BIA, &[]).await;
    let there = "192.0.2.7";
    everybody_guesses(&portal, there).await;
    let shared = with_browser(&portal, there, &session);
    assert!(wait(&shared, BIA).await.is_some());

    portal.clock.advance(15 * MINUTE);
    let second = enters(&shared, BIA, PASSWORD).await.unwrap();
    everybody_guesses(&portal, there).await;
    let shared = with_browser(&portal, there, &second);
    assert_eq!(wait(&shared, BIA).await, None);
    assert_eq!(wait(&shared, ANA).await, None);
}

#[tokio::test]
async fn a_token_that_somebody_planted_is_worth_nothing_afterwards() {
    let (portal, _) = ana().await;
    portal.person(BIA, &[]).await;
    let planted = enters(&portal.scope(), BIA, PASSWORD).await.unwrap();
    let victims = with_browser(&portal, "203.0.113.7", &planted);
    enters(&victims, ANA, PASSWORD).await.unwrap();
    let there = "192.0.2.7";
    everybody_guesses(&portal, there).await;
    assert!(
        wait(&with_browser(&portal, there, &planted), ANA)
            .await
            .is_some()
    );
}

#[tokio::test]
async fn a_change_of_password_forgets_every_browser_but_that_one() {
    let (portal, here) = ana().await;
    let there = enters(&portal.scope(), ANA, PASSWORD).await.unwrap();
    let scope = portal.with(&here).await.with_browser(here.browser.clone());
    let changed = change_password(
        &scope,
        &portal.passwords,
        PASSWORD,
        password("Outra-8-carroças"),
        FIREFOX,
    )
    .await
    .unwrap();
    everybody_guesses(&portal, "192.0.2.7").await;
    for (session, known) in [(here, false), (there, false), (changed, true)] {
        let browser = with_browser(&portal, "192.0.2.7", &session);
        assert_eq!(wait(&browser, ANA).await.is_none(), known);
    }
}

#[tokio::test]
async fn support_and_the_owner_can_have_browsers_forgotten() {
    let (portal, here) = ana().await;
    let there = enters(&portal.scope(), ANA, PASSWORD).await.unwrap();
    everybody_guesses(&portal, "192.0.2.7").await;
    let [here_again, there_again] =
        [&here, &there].map(|session| with_browser(&portal, "192.0.2.7", session));
    let scope = portal.with(&here).await.with_browser(here.browser.clone());
    sessions::end_others(&scope).await.unwrap();
    assert!(wait(&there_again, ANA).await.is_some());
    assert!(wait(&here_again, ANA).await.is_none());

    let staff = portal
        .person("suporte@balcao.example", &[Role::Support])
        .await;
    let account = portal.account_of(ANA).await.unwrap().id;
    support::end_sessions(&staff, account).await.unwrap();
    assert!(wait(&here_again, ANA).await.is_some());
}

#[tokio::test]
async fn a_browser_is_forgotten_after_half_a_year() {
    let (portal, session) = ana().await;
    portal.clock.advance(180 * 24 * HOUR);
    everybody_guesses(&portal, "192.0.2.7").await;
    assert!(
        wait(&with_browser(&portal, "192.0.2.7", &session), ANA)
            .await
            .is_some()
    );
    super::super::delete_stale(&portal.portal).await.unwrap();
    let left = browser::Entity::find().all(portal.portal.db.writer());
    assert_eq!(left.await.unwrap(), []);
}

#[tokio::test]
async fn of_one_person_no_more_than_twenty_are_known() {
    let (portal, first) = ana().await;
    for _ in 0..20 {
        portal.clock.advance(SECOND);
        enters(&portal.scope(), ANA, PASSWORD).await.unwrap();
    }
    let rows = browser::Entity::find().all(portal.portal.db.writer());
    let rows = rows.await.unwrap();
    assert_eq!(rows.len(), 20);
    let first = first.browser.unwrap().hash();
    assert!(rows.iter().all(|row| row.token_hash != first));
}
