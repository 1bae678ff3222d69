//! Support: finding an account among all, and how it stands.

mod acts;
mod factor;
mod groups;
mod messages;

use std::time::Duration;

use axum::http::StatusCode;
use domain::{Role, ids::AccountId};
use locales::{Locale::PtBr, support};

use crate::harness::{ANA, Answer, BIA, PASSWORD, SESSION, TestApp, Visitor};

const CAIO: &str = "caio@balcao.example";

async fn supporter(app: &TestApp) -> Visitor {
    app.knows(("Caio", "Prado"), CAIO, &[Role::Support]).await;
    app.signs_in(CAIO).await
}

async fn finds(caio: &Visitor, query: &str) -> Answer {
    let query = serde_urlencoded::to_string([("q", query)]).unwrap();
    caio.get(&format!("/suporte/contas?{query}")).await
}

fn page_of(id: AccountId) -> String {
    format!("/suporte/contas/{id}")
}

/// What the page says of one fact.
#[track_caller]
fn fact(page: &Answer, name: &str) -> String {
    let names = page.texts(".facts dt");
    let place = names.iter().position(|found| found == name).unwrap();
    page.texts(".facts dd").swap_remove(place)
}

#[tokio::test]
async fn accounts_are_found_by_parts_of_name_and_address() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let jose = app
        .knows(("José", "Araújo"), "jaraujo@padaria.com.br", &[])
        .await;
    app.knows(("Bia", "Lima"), BIA, &[]).await;
    for query in [
        "jaraujo@padaria.com.br",
        "PADARIA",
        "jose",
        "José araujo",
        " araújo  jos ",
    ] {
        let page = finds(&caio, query).await;
        assert_eq!(page.texts("tbody tr").len(), 1, "{query}");
        assert_eq!(
            page.attributes("tbody a", "href"),
            [page_of(jose)],
            "{query}"
        );
        assert_eq!(page.value_of("q"), query.trim());
    }
    assert_eq!(finds(&caio, "").await.texts("tbody tr").len(), 3);
}

#[tokio::test]
async fn what_nobody_is_called_finds_nobody() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    for query in ["zeferina", "%", "_", "' OR 1=1 --", "\\"] {
        let page = finds(&caio, query).await;
        page.is(StatusCode::OK);
        assert_eq!(page.text(".empty h2"), support::none_title(PtBr), "{query}");
        assert_eq!(page.value_of("q"), query);
    }
}

#[tokio::test]
async fn a_long_list_comes_in_pages_of_25() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    for n in 0..51 {
        app.clock.advance(Duration::from_secs(n % 2));
        app.knows(("Ana", "Souza"), &format!("pessoa{n}@empresa.com.br"), &[])
            .await;
    }
    let mut seen = Vec::new();
    let mut next = vec!["/suporte/contas?q=empresa".to_owned()];
    for expected in [25, 25, 1] {
        let page = caio.get(&next.remove(0)).await;
        let found = page.attributes("tbody a", "href");
        assert_eq!(found.len(), expected);
        seen.extend(found);
        next = page.attributes(".pager a[rel=next]", "href");
    }
    assert!(next.is_empty());
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 51, "nobody is missing and nobody comes twice");
}

#[tokio::test]
async fn a_place_nobody_knows_is_the_first_page() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = caio.get("/suporte/contas?depois=x").await;
    assert_eq!(page.texts("tbody tr").len(), 1);
}

#[tokio::test]
async fn one_waiting_for_the_link_is_told_from_one_that_came_in() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    app.registers(ANA).await;
    let list = finds(&caio, ANA).await;
    assert_eq!(list.text(".stamp"), support::unverified(PtBr));
    let page = caio.get(&list.attributes("tbody a", "href")[0]).await;
    assert_eq!(page.heading(), "Ana Souza");
    assert_eq!(page.text(".stamp"), support::unverified(PtBr));
    assert_eq!(
        fact(&page, support::link_sent(PtBr)),
        "7 de setembro de 2026, 9h00"
    );
    assert_eq!(fact(&page, support::confirmed(PtBr)), support::never(PtBr));
    assert_eq!(
        fact(&page, support::password(PtBr)),
        support::password_none(PtBr)
    );
    assert_eq!(
        fact(&page, support::last_sign_in(PtBr)),
        support::never(PtBr)
    );
    app.visitor()
        .post(&app.inbox.link_for(ANA), &[])
        .await
        .location();
    assert_eq!(
        finds(&caio, ANA).await.text(".stamp"),
        support::verified(PtBr)
    );
}

#[tokio::test]
async fn the_state_of_an_account_is_shown() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let ana = app.knows(("Ana", "Souza"), ANA, &[]).await;
    app.signs_in(ANA).await;
    for _ in 0..8 {
        app.visitor().enters(ANA, "Errada-7-cavalos").await;
    }
    let page = caio.get(&page_of(ana)).await;
    let now = "7 de setembro de 2026, 9h00";
    assert_eq!(fact(&page, support::confirmed(PtBr)), now);
    assert_eq!(
        fact(&page, support::password(PtBr)),
        support::password_set(PtBr, now)
    );
    assert_eq!(fact(&page, support::last_sign_in(PtBr)), now);
    assert_eq!(
        fact(&page, support::locked(PtBr)),
        support::locked_until(PtBr, now)
    );
    assert_eq!(fact(&page, support::open_sessions(PtBr)), "1");
    app.clock.advance(Duration::from_secs(1));
    let page = caio.get(&page_of(ana)).await;
    assert_eq!(
        fact(&page, support::locked(PtBr)),
        support::not_locked(PtBr)
    );
}

#[tokio::test]
async fn passwords_and_secrets_are_nowhere() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let ana = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let browser = app.signs_in(ANA).await;
    let link = app.forgets(ANA).await;
    let session = browser.cookie(SESSION).unwrap();
    for path in ["/suporte/contas".to_owned(), page_of(ana)] {
        let page = caio.get(&path).await;
        page.is(StatusCode::OK);
        let secrets = [
            PASSWORD,
            "$argon2",
            "argon2id",
            &session,
            link.trim_start_matches("/acesso/"),
        ];
        for secret in secrets {
            assert!(!page.html().contains(secret), "{path} has {secret}");
        }
        assert_eq!(page.texts("input[type=password]").len(), 0);
    }
}

#[tokio::test]
async fn an_account_that_is_none_is_not_found() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    for id in ["x", "00000000-0000-7000-8000-000000000000"] {
        let page = format!("/suporte/contas/{id}");
        caio.get(&page).await.is(StatusCode::NOT_FOUND);
        for act in acts::ALL {
            caio.post(&format!("{page}/{act}"), &[])
                .await
                .is(StatusCode::NOT_FOUND);
        }
    }
}
