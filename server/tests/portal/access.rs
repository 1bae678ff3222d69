//! Every kind of reader against every route: who may in, who is shown another way, who is refused.

mod rows;

use app::routes;
use axum::http::{Method, StatusCode};
use domain::Role;

use crate::harness::{Answer, TestApp, Visitor};
use rows::{
    Audience::{self, Anyone, Arrived, Development},
    ROWS,
};

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let site = app::site();
    let mut routes: Vec<_> = site
        .table()
        .iter()
        .map(|route| (route.method.as_str(), route.path))
        .collect();
    let mut rows: Vec<_> = ROWS
        .iter()
        .map(|(method, path, _)| (*method, *path))
        .collect();
    routes.sort_unstable();
    rows.sort_unstable();
    assert_eq!(routes, rows);
}

#[test]
fn calls_of_an_api_never_start_like_an_address_of_the_portal() {
    for route in app::site().table() {
        let first = route.path.split('/').nth(1).unwrap();
        let is_known = first.is_empty() || routes::is_reserved(first);
        assert!(
            is_known,
            "{} is not among RESERVED in app/addresses",
            route.path
        );
    }
    for path in [
        "/assets/x",
        "/brand/logo",
        "/healthz",
        "/oauth2/v1/token",
        "/robots.txt",
    ] {
        assert!(
            routes::is_reserved(path.split('/').nth(1).unwrap()),
            "{path}"
        );
    }
}

/// How the portal answered a reader.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Open,
    /// Shown to the sign-in page.
    SignIn,
    /// Shown to the password page: the link's session is good for nothing else.
    Password,
    /// Told so by a bare status: scripts are led nowhere.
    Unauthorized,
    Forbidden,
}

fn outcome(answer: &Answer) -> Outcome {
    let location = answer.header(axum::http::header::LOCATION);
    match answer.status {
        StatusCode::FORBIDDEN => Outcome::Forbidden,
        StatusCode::UNAUTHORIZED => Outcome::Unauthorized,
        StatusCode::SEE_OTHER if location.starts_with("/entrar") => Outcome::SignIn,
        StatusCode::SEE_OTHER if location == "/senha" => Outcome::Password,
        _ => Outcome::Open,
    }
}

/// Where somebody is led who asked for a page or sent a form; functions of islands lead nowhere.
fn led((_, path, _): (&str, &'static str, Audience), to: Outcome) -> Outcome {
    if path.starts_with("/ilhas/") {
        Outcome::Unauthorized
    } else {
        to
    }
}

async fn request(visitor: &Visitor, (method, path, _): (&str, &'static str, Audience)) -> Answer {
    let nowhere = "00000000-0000-7000-8000-000000000000";
    let path = routes::fill(path, &[&nowhere, &nowhere, &nowhere]);
    visitor.ask(&method.parse::<Method>().unwrap(), &path).await
}

#[tokio::test]
async fn visitors_are_shown_the_way_in() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for row in ROWS.iter().copied().filter(|row| row.2 != Development) {
        let expected = if row.2 == Anyone {
            Outcome::Open
        } else {
            led(row, Outcome::SignIn)
        };
        assert_eq!(outcome(&request(&visitor, row).await), expected, "{row:?}");
    }
}

#[tokio::test]
async fn a_link_lets_set_the_password_and_nothing_else() {
    let app = TestApp::start().await;
    let ana = app.registers("ana@empresa.com.br").await;
    let link = app.inbox.link_for("ana@empresa.com.br");
    assert_eq!(ana.post(&link, &[]).await.location(), "/senha");
    for row in ROWS
        .iter()
        .copied()
        .filter(|row| !matches!(row.2, Anyone | Development))
    {
        let expected = if row.2 == Arrived {
            Outcome::Open
        } else {
            led(row, Outcome::Password)
        };
        assert_eq!(outcome(&request(&ana, row).await), expected, "{row:?}");
    }
}

#[tokio::test]
async fn staff_pages_open_to_their_role_alone() {
    let app = TestApp::start().await;
    let kinds: [&[Role]; 4] = [
        &[],
        &[Role::ContractManager],
        &[Role::Support],
        &[Role::Administrator],
    ];
    for roles in kinds {
        let email = format!(
            "pessoa{}@empresa.com.br",
            roles.first().map_or("", |role| role.as_str())
        );
        let person = app.signed_in(&email, roles).await;
        // Signing out or setting the password ends the session this is about.
        let kept = ROWS
            .iter()
            .copied()
            .filter(|row| !matches!(row.2, Anyone | Arrived | Development));
        for row in kept {
            let expected = match row.2 {
                Audience::Role(role) if !roles.contains(&role) => Outcome::Forbidden,
                _ => Outcome::Open,
            };
            assert_eq!(
                outcome(&request(&person, row).await),
                expected,
                "{roles:?} {row:?}"
            );
        }
    }
}

#[tokio::test]
async fn the_mailbox_is_for_the_machine_itself() {
    let app = TestApp::start().await;
    let (far, near) = (
        app.visitor(),
        app.visitor_from(std::net::Ipv4Addr::LOCALHOST),
    );
    far.get("/dev/correio").await.is(StatusCode::NOT_FOUND);
    near.get("/dev/correio").await.is(StatusCode::OK);
}
