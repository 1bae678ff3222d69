//! The address of a group, which somebody who reads it confirms before it gets the group's mail.

use std::time::Duration;

use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, errors, flash, group_form as t};

use crate::harness::{ANA, GROUP, TestApp, Visitor, id_in};

const GROUPS_ADDRESS: &str = GROUP[4].1;

/// Ana's group with an address that is not hers; the letter is out.
async fn created() -> (TestApp, Visitor, String) {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = ana.post("/grupos/novo", &GROUP).await;
    let page = answer.location().to_owned();
    assert_eq!(app.works().await, 1);
    (app, ana, page)
}

#[tokio::test]
async fn a_link_and_a_button_confirm_it() {
    let (app, ana, page) = created().await;
    let waits = ana.get(&page).await;
    assert_eq!(waits.text(".notice strong"), t::address_waits_title(PtBr));
    let link = app.inbox.link_for(GROUPS_ADDRESS);
    let reader = app.visitor();
    // Scanners open links, however often.
    for _ in 0..2 {
        let response = reader.get(&link).await;
        assert_eq!(response.heading(), t::address_title(PtBr));
        assert_eq!(response.header(header::CACHE_CONTROL), "no-store");
    }
    assert_eq!(ana.get(&page).await.texts(".notice").len(), 1);
    for _ in 0..2 {
        let done = reader.post(&link, &[]).await;
        done.is(StatusCode::OK);
        assert_eq!(done.heading(), t::address_done_title(PtBr));
    }
    let done = reader.get(&link).await;
    assert_eq!(done.heading(), t::address_done_title(PtBr));
    assert_eq!(ana.get(&page).await.texts(".notice"), [""; 0]);
    let [entry] = &app.trail(Action::GroupAddressConfirmed).await[..] else {
        panic!("an address is confirmed once");
    };
    assert_eq!(entry.about.to_string(), id_in(&page));
}

#[tokio::test]
async fn the_letter_holds_nothing_that_a_stranger_wrote() {
    let (app, _, _) = created().await;
    let mail = &app.inbox.mails_to(GROUPS_ADDRESS)[0];
    assert!(mail.text.contains(ANA), "{}", mail.text);
    for typed in [GROUP[1].1, GROUP[3].1, "Ana Souza"] {
        let parts = [&mail.subject, &mail.text, &mail.html];
        assert!(parts.iter().all(|part| !part.contains(typed)), "{typed}");
    }
}

#[tokio::test]
async fn another_letter_is_sent_after_a_while() {
    let (app, ana, page) = created().await;
    let ask = format!("{page}/confirmar-e-mail");
    let refused = ana.post(&ask, &[]).await;
    refused.is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::RETRY_AFTER), "60");
    assert_eq!(refused.heading(), errors::too_often_title(PtBr));
    app.clock.advance(Duration::from_mins(1));
    assert_eq!(ana.post(&ask, &[]).await.location(), page);
    assert_eq!(ana.get(&page).await.flash(), flash::address_asked(PtBr));
    assert_eq!(app.works().await, 1);
    assert_eq!(app.inbox.mails_to(GROUPS_ADDRESS).len(), 2);
    let bia = app.bia().await;
    bia.post(&ask, &[]).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_that_is_old_or_made_up_says_what_to_do() {
    let (app, _, _) = created().await;
    let link = app.inbox.link_for(GROUPS_ADDRESS);
    app.clock.advance(Duration::from_hours(14 * 24));
    for link in [&*link, "/acesso/grupo/nonsense"] {
        for answer in [
            app.visitor().get(link).await,
            app.visitor().post(link, &[]).await,
        ] {
            answer.is(StatusCode::NOT_FOUND);
            assert_eq!(answer.heading(), t::address_void_title(PtBr));
        }
    }
}
