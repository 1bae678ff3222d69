use super::*;
use crate::{
    Error,
    accounts::{
        factors::{CompleteError, GivenFactor, complete_sign_in},
        passkeys::{self, PasskeyError},
    },
    audit::Action,
    settings::Settings,
};

/// As long as an answer, and none.
fn nonsense() -> String {
    format!(r#"{{"note":"{}","credential":{{}}}}"#, "a".repeat(400))
}

#[test]
fn none_is_offered_at_an_ip_address() {
    let at = |public_url: &str| {
        passkeys::are_offered(&Settings {
            public_url: public_url.to_owned(),
            ..crate::testing::settings()
        })
    };
    assert!(at("https://balcao.example"));
    assert!(at("http://localhost:3000"));
    assert!(!at("http://127.0.0.1:3000"));
    assert!(!at("http://[::1]:3000"));
}

#[tokio::test]
async fn whoever_has_none_is_asked_for_none() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    let asked = passkeys::challenge_of_account(&scope, &portal.vault).await;
    assert!(matches!(asked, Err(PasskeyError::NotOffered)));
    let visitor = passkeys::challenge_of_account(&portal.scope(), &portal.vault).await;
    assert!(matches!(
        visitor,
        Err(PasskeyError::Common(Error::Forbidden(_)))
    ));
    assert!(passkeys::challenge_of_anybody(&portal.scope(), &portal.vault).is_ok());
}

#[tokio::test]
async fn what_no_device_made_is_refused() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    let asked = passkeys::begin_registration(&scope, &portal.vault).await;
    assert!(asked.unwrap().contains("residentKey"));
    let name = "Celular".parse().unwrap();
    for sent in ["", "{}", &nonsense()] {
        let made = passkeys::register(&scope, &portal.vault, &name, sent).await;
        assert!(matches!(made, Err(PasskeyError::Refused)), "{sent}");
        let visitor = portal.scope();
        let opened =
            passkeys::sign_in_by_passkey(&visitor, &portal.passwords, sent, FIREFOX, None).await;
        assert!(matches!(opened, Err(PasskeyError::Refused)), "{sent}");
    }
}

#[tokio::test]
async fn what_is_refused_counts_and_is_told_as_a_wrong_password_is() {
    let (portal, _) = ana().await;
    let visitor = portal.visitor_from("198.51.100.7");
    for _ in 0..31 {
        let passwords = &portal.passwords;
        let opened = passkeys::sign_in_by_passkey(&visitor, passwords, "{}", FIREFOX, None).await;
        assert!(matches!(opened, Err(PasskeyError::Refused)));
    }
    let password = portal.signs_in_from("198.51.100.7", BIA, PASSWORD).await;
    assert!(matches!(password, Err(SignInError::Throttled { .. })));
    portal.incidents.flush(&portal.portal).await.unwrap();
    let trail = portal.trail().await;
    let failed = |event: &audit_event::Model| event.action == Action::SignInFailed;
    assert!(trail.iter().any(failed));
}

#[tokio::test]
async fn an_open_browser_is_not_enough_to_add_one() {
    let (portal, session) = ana().await;
    portal.clock.advance(30 * MINUTE);
    let scope = portal.with(&session).await;
    let asked = passkeys::begin_registration(&scope, &portal.vault).await;
    assert!(matches!(asked, Err(PasskeyError::Unconfirmed)));
}

#[tokio::test]
async fn an_answer_of_no_passkey_is_a_wrong_code() {
    let (portal, session) = ana().await;
    let scope = portal.with(&session).await;
    crate::accounts::factors::begin_app(&scope, &portal.vault)
        .await
        .unwrap();
    let app = crate::accounts::factors::pending_app(&scope, &portal.vault).await;
    let code = app.unwrap().unwrap().code_at(portal.portal.now());
    crate::accounts::factors::confirm_app(&scope, &portal.vault, &code)
        .await
        .unwrap();
    let half = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let half = portal.with(&half).await;
    let sent = nonsense();
    let given = GivenFactor {
        code: &sent,
        trusts_browser: false,
        device: FIREFOX,
    };
    let refused = complete_sign_in(&half, &portal.passwords, given).await;
    assert!(matches!(refused, Err(CompleteError::WrongCode)));
}
