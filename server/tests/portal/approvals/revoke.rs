//! Revoking, which is asked twice.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{
    Locale::{self, PtBr},
    approvals, fields, flash, mail, terms,
};

use super::{address, in_use, two_managers_in_use};
use crate::harness::{ANA, Answer, REASON, Visitor};

/// Opens the page that asks again, and confirms.
async fn revokes(manager: &Visitor, application: &str, reason: &str) -> Answer {
    let seen = opens(manager, application).await;
    confirms(manager, application, reason, &seen).await
}

/// The page that asks again; what it says the application was when it was opened.
async fn opens(manager: &Visitor, application: &str) -> String {
    let address = format!("/aprovacoes/{application}/revogar");
    let page = manager.get(&address).await;
    page.is(StatusCode::OK).value_of("seen")
}

async fn confirms(manager: &Visitor, application: &str, reason: &str, seen: &str) -> Answer {
    let address = format!("/aprovacoes/{application}/revogar");
    let form = [("reason", reason), ("seen", seen)];
    manager.post(&address, &form).await
}

#[tokio::test]
async fn the_page_says_what_stops_and_that_there_is_no_way_back() {
    let (_app, _, carlos, _, application) = in_use().await;
    for locale in Locale::ALL {
        carlos.reads_in(locale).await;
        let page = carlos.get(&address(&application)).await;
        let revoke = format!("/aprovacoes/{application}/revogar");
        assert!(page.attributes("main a", "href").contains(&revoke));
        let page = carlos.get(&revoke).await;
        let title = approvals::revoke_title(locale, "Abertura de conta");
        assert_eq!(page.heading(), title);
        let warning = page.text(".notice--bad");
        assert!(warning.starts_with(approvals::no_way_back(locale)));
        for stops in [
            approvals::revoke_keys(locale),
            approvals::revoke_tokens(locale),
            approvals::no_recent_calls(locale),
            approvals::revoke_after(locale),
        ] {
            assert!(warning.contains(stops), "{stops} in {warning}");
        }
    }
}

#[tokio::test]
async fn a_revocation_is_for_good_and_on_the_record() {
    let (app, ana, carlos, group, application) = in_use().await;
    app.clock.advance(Duration::from_mins(1));
    let answer = revokes(&carlos, &application, REASON).await;
    assert_eq!(answer.location(), address(&application));
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_revoked(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_revoked(PtBr));
    assert_eq!(page.texts("main form"), [""; 0]);
    assert_eq!(app.works().await, 2);
    let mail = &app.inbox.mails_to(ANA)[0];
    let subject = mail::revoked_subject(PtBr, "Abertura de conta");
    assert_eq!(mail.subject, subject);
    assert!(mail.text.contains(REASON), "{}", mail.text);
    let [entry] = &app.trail(Action::ApplicationRevoked).await[..] else {
        panic!("one act is one entry");
    };
    assert_eq!(entry.details.as_deref(), Some(REASON));

    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(page.text("main summary .stamp"), terms::state_revoked(PtBr));
    assert!(page.text(".notice--bad").contains(REASON));
    assert_eq!(page.attributes(".notice--bad a", "href"), ["/catalogo/smv"]);
    let links = page.attributes("nav .row a", "href");
    assert_eq!(links.len(), 2, "{links:?}");
    for link in links {
        ana.get(&link).await.is(StatusCode::OK);
    }
    let again = carlos
        .get(&format!("/aprovacoes/{application}/revogar"))
        .await;
    assert_eq!(again.location(), address(&application));
    let resumed = carlos.decides(&application, "retomar", "").await;
    let page = carlos.get(resumed.location()).await;
    assert_eq!(page.flash(), flash::access_changed(PtBr));
}

#[tokio::test]
async fn a_suspended_one_is_revoked_too() {
    let (app, _, carlos, _, application) = in_use().await;
    app.suspends(&carlos, &application).await;
    let answer = revokes(&carlos, &application, REASON).await;
    let page = carlos.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_revoked(PtBr));
    app.works().await;
}

#[tokio::test]
async fn a_revocation_without_a_reason_is_refused() {
    let (app, _, carlos, _, application) = in_use().await;
    let answer = revokes(&carlos, &application, "").await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of("reason"), fields::required(PtBr));
    assert_eq!(answer.value_of("seen"), "approved");
    let nothing_seen = carlos.decides(&application, "revogar", REASON).await;
    nothing_seen.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn what_was_suspended_meanwhile_is_looked_at_again_before() {
    let (app, application, [carlos, dora]) = two_managers_in_use().await;
    let page = dora
        .get(&format!("/aprovacoes/{application}/revogar"))
        .await;
    let seen = page.value_of("seen");
    app.suspends(&carlos, &application).await;
    let form = [("reason", REASON), ("seen", &*seen)];
    let answer = dora
        .post(&format!("/aprovacoes/{application}/revogar"), &form)
        .await;
    let page = dora.get(answer.location()).await;
    assert_eq!(page.flash(), flash::access_changed(PtBr));
    assert_eq!(page.text(".page-head .stamp"), terms::state_suspended(PtBr));
}

#[tokio::test]
async fn of_two_managers_at_once_one_revokes_and_the_other_is_told() {
    let (app, application, [carlos, dora]) = two_managers_in_use().await;
    let carlos_saw = opens(&carlos, &application).await;
    let dora_saw = opens(&dora, &application).await;
    let (one, two) = tokio::join!(
        confirms(&carlos, &application, REASON, &carlos_saw),
        confirms(&dora, &application, REASON, &dora_saw)
    );
    let mut told = vec![
        carlos.get(one.location()).await.flash(),
        dora.get(two.location()).await.flash(),
    ];
    told.sort();
    let mut expected = [flash::access_revoked(PtBr), flash::access_changed(PtBr)];
    expected.sort_unstable();
    assert_eq!(told, expected);
    assert_eq!(app.trail(Action::ApplicationRevoked).await.len(), 1);
    assert_eq!(app.works().await, 2);
}

#[tokio::test]
async fn there_is_nothing_to_revoke_where_nothing_is() {
    let (_app, _, carlos, _, _) = in_use().await;
    for id in ["00000000-0000-7000-8000-000000000000", "1", "%FF"] {
        let address = format!("/aprovacoes/{id}/revogar");
        carlos.get(&address).await.is(StatusCode::NOT_FOUND);
        let form = [("reason", REASON), ("seen", "approved")];
        let answer = carlos.post(&address, &form).await;
        answer.is(StatusCode::NOT_FOUND);
    }
}
