//! Forms that a page of another site sends.

use axum::http::{Request, StatusCode, header, request::Builder};

use crate::harness::{HTTPS, TestApp};

const REFUSED: [(&str, &str); 5] = [
    ("Sec-Fetch-Site", "cross-site"),
    ("Sec-Fetch-Site", "same-site"),
    ("Origin", "https://evil.example"),
    ("Origin", "null"),
    // Says nothing of where it comes from.
    ("Accept", "*/*"),
];

fn with(path: &str, (name, value): (&str, &str)) -> Builder {
    Request::post(path).header(name, value)
}

#[tokio::test]
async fn no_route_takes_them() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let site = app::site();
    let posts = site.table().iter().filter(|route| route.method == "POST");
    for route in posts {
        let path = app::routes::fill(route.path, &[&"1", &"1", &"1"]);
        // What programs for mail send says nothing; what a page sends there is refused as well.
        let is_for_programs = route.path == app::routes::NEWS_STOP;
        for head in REFUSED {
            if is_for_programs && head.0 == "Accept" {
                continue;
            }
            let answer = visitor.send_form(with(&path, head), &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {head:?}");
        }
    }
}

#[tokio::test]
async fn they_are_answered_with_a_page() {
    let app = TestApp::start().await;
    let answer = app
        .visitor()
        .send_form(with("/cadastro", REFUSED[0]), &[])
        .await;
    answer.is(StatusCode::FORBIDDEN);
    assert_eq!(answer.text(".error-page__code"), "403");
    // The page leads to the public name, under which forms are taken.
    let way_on = answer.attributes(".error-page a", "href");
    assert_eq!(way_on, [format!("{HTTPS}/")]);
}

#[tokio::test]
async fn the_portals_own_are_taken() {
    let app = TestApp::start().await;
    let own = [
        ("Sec-Fetch-Site", "same-origin"),
        ("Sec-Fetch-Site", "none"),
        ("Origin", HTTPS),
    ];
    for head in own {
        let answer = app.visitor().send_form(with("/cadastro", head), &[]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn reading_is_open_to_everybody() {
    let app = TestApp::start().await;
    let request = Request::get("/cadastro")
        .header("Sec-Fetch-Site", "cross-site")
        .header(header::ORIGIN, "null");
    app.visitor().send(request).await.is(StatusCode::OK);
}

#[tokio::test]
async fn where_there_is_no_form_nothing_is_found() {
    let app = TestApp::start().await;
    for path in ["/oauth2/v1/tokens", "/oauth2/v1/token/", "/nada"] {
        let request = Request::post(path);
        let answer = app.visitor().send_form(request, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
