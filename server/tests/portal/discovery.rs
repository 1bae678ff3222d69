//! What search engines and programs find without being led there.

use app::routes;
use axum::http::{HeaderName, Request, StatusCode, header};
use locales::{
    Locale::{self, En, Es},
    catalogue,
};
use serde_json::Value;

use crate::harness::{ANA, Answer, HTTPS, TestApp};

/// Every page of which the catalogue's portal tells search engines.
const PAGES: [&str; 14] = [
    "/",
    "/catalogo",
    "/catalogo/smv",
    "/catalogo/smv/documentacao",
    "/catalogo/smv/referencia",
    "/catalogo/smv/exemplos",
    "/catalogo/smv/versoes",
    "/onboarding",
    "/perguntas-frequentes",
    "/situacao",
    "/contato",
    "/diagnostico",
    "/privacidade",
    "/termos",
];

async fn with_catalogue() -> TestApp {
    TestApp::start_with_catalogue().await
}

fn any_origin(answer: &Answer) -> &str {
    answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN)
}

#[tokio::test]
async fn every_public_page_names_itself_in_each_language() {
    let app = with_catalogue().await;
    for path in PAGES {
        let page = app.visitor().get(path).await;
        page.is(StatusCode::OK);
        let english = Request::get(path).header(header::ACCEPT_LANGUAGE, "en");
        let english = app.visitor().send(english).await;
        for page in [&page, &english] {
            let canonical = page.attributes("link[rel=canonical]", "href");
            assert_eq!(canonical, [format!("{HTTPS}{path}")], "{path}");
        }
        let languages = page.attributes("link[hreflang]", "hreflang");
        assert_eq!(languages, ["pt-BR", "en", "es", "x-default"], "{path}");
        let addresses = page.attributes("link[hreflang]", "href");
        for (locale, address) in Locale::ALL.into_iter().zip(&addresses) {
            let there = address.strip_prefix(HTTPS).unwrap();
            let page = app.visitor().get(there).await;
            assert_eq!(page.attributes("html", "lang"), [locale.tag()], "{there}");
            let canonical = page.attributes("link[rel=canonical]", "href");
            assert_eq!(canonical, [address.as_str()], "{there}");
            let same = page.attributes("link[hreflang]", "href");
            assert_eq!(same, addresses, "{there}");
        }
        assert_eq!(page.attributes("meta[name=robots]", "content"), [""; 0]);
    }
}

#[tokio::test]
async fn what_is_for_one_reader_or_one_search_asks_not_to_be_found() {
    let app = with_catalogue().await;
    let visitor = app.visitor();
    for path in [
        "/entrar",
        "/cadastro",
        "/catalogo?q=numero",
        "/catalogo?categoria=credito",
        "/contato/enviada",
        "/nowhere",
    ] {
        let page = visitor.get(path).await;
        let robots = page.attributes("meta[name=robots]", "content");
        assert_eq!(robots, ["noindex"], "{path}");
        assert_eq!(page.attributes("link[rel=canonical]", "href"), [""; 0]);
    }
}

#[tokio::test]
async fn an_address_with_a_language_is_read_in_it_and_so_is_what_follows() {
    let app = with_catalogue().await;
    let visitor = app.visitor();
    let request = Request::get("/catalogo?idioma=es").header(header::ACCEPT_LANGUAGE, "en");
    let page = visitor.send(request).await;
    assert_eq!(page.heading(), catalogue::title(Es));
    assert_eq!(
        visitor.get("/catalogo").await.heading(),
        catalogue::title(Es)
    );
    // Whoever has chosen keeps it.
    visitor
        .post("/idioma", &[("locale", "en")])
        .await
        .location();
    let page = visitor.get("/catalogo?idioma=es").await;
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get("/catalogo?idioma=en").await;
    assert_eq!(page.attributes("html", "lang"), ["pt-BR"]);
    assert!(!ana.has_cookie("balcao-idioma"));
    let page = app.visitor().get("/catalogo?idioma=xx").await;
    assert_eq!(page.attributes("html", "lang"), ["pt-BR"]);
}

#[tokio::test]
async fn where_a_page_is_shared_its_title_and_what_it_is_are_shown() {
    let app = with_catalogue().await;
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    let page = app.visitor().get("/catalogo/smv?idioma=en").await;
    let shared = |name: &str| {
        let selector = format!("meta[property='og:{name}']");
        page.attributes(&selector, "content").concat()
    };
    assert_eq!(shared("title"), smv.text(En).name);
    assert_eq!(shared("description"), smv.text(En).summary);
    assert_eq!(shared("url"), format!("{HTTPS}/catalogo/smv?idioma=en"));
    assert_eq!(shared("locale"), "en");
    assert_eq!(shared("site_name"), "Balcão");
}

#[tokio::test]
async fn machines_are_told_facts_of_a_page_and_no_text_ends_them() {
    let app = with_catalogue().await;
    let facts = async |path: &str| -> Vec<Value> {
        let page = app.visitor().get(path).await;
        let texts = page.raw_texts("script[type='application/ld+json']");
        let facts = texts.iter().map(|text| serde_json::from_str(text).unwrap());
        facts.collect()
    };
    let home = facts("/").await;
    assert_eq!(home[0]["@type"], "WebSite");
    let target = &home[0]["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(target, &format!("{HTTPS}/catalogo?q={{q}}"));
    let api = facts("/catalogo/smv").await;
    assert_eq!(api[0]["@type"], "WebAPI");
    assert_eq!(api[1]["itemListElement"].as_array().unwrap().len(), 2);
    let documentation = facts("/catalogo/smv/documentacao").await;
    assert_eq!(documentation[0]["@type"], "TechArticle");
    assert_eq!(documentation[1]["itemListElement"][2]["position"], 3);
    let questions = facts("/perguntas-frequentes").await;
    assert!(questions[0]["mainEntity"].as_array().unwrap().len() > 20);

    let evil = "</script><script>alert(1)</script>";
    let files = domain::catalogue::ApiFiles {
        summary: domain::translated::Translated::in_default_language(evil),
        ..Default::default()
    };
    domain::testing::import(&app, "smv", files).await;
    let page = app.visitor().get("/catalogo/smv").await;
    assert_eq!(page.texts("script:not([src]):not([type])"), [""; 0]);
    assert_eq!(facts("/catalogo/smv").await[0]["description"], evil);
}

#[tokio::test]
async fn the_sitemap_has_every_public_page_with_its_languages() {
    let app = with_catalogue().await;
    let answer = app.visitor().get("/sitemap.xml").await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/xml");
    let xml = answer.html();
    for path in PAGES {
        assert!(xml.contains(&format!("<loc>{HTTPS}{path}</loc>")), "{path}");
    }
    assert!(xml.contains("<lastmod>2026-09-07</lastmod>"), "{xml}");
    let english = format!("hreflang=\"en\" href=\"{HTTPS}/catalogo/smv?idioma=en\"");
    assert!(xml.contains(&english), "{xml}");
    for closed in ["/entrar", "/conta<", "/administracao"] {
        assert!(!xml.contains(closed), "{closed}");
    }
}

/// Whether a rule for robots is about a path (RFC 9309 §2.2.3).
fn closes(rule: &str, path: &str) -> bool {
    if let Some(whole) = rule.strip_suffix('$') {
        return path == whole;
    }
    let Some((start, end)) = rule.split_once('*') else {
        return path.starts_with(rule);
    };
    let rest = path.strip_prefix(start);
    rest.is_some_and(|rest| rest.contains(end))
}

#[tokio::test]
async fn robots_are_kept_from_what_is_for_people_alone() {
    let app = with_catalogue().await;
    let answer = app.visitor().get("/robots.txt").await;
    answer.is(StatusCode::OK);
    let rules: Vec<_> = answer
        .html()
        .lines()
        .filter_map(|line| line.strip_prefix("Disallow: "))
        .collect();
    let is_closed = |path: &str| rules.iter().any(|rule| closes(rule, path));
    for page in PAGES {
        assert!(!is_closed(page), "{page}");
    }
    let site = app::site();
    let open = [routes::SIGN_UP, routes::CHANGE_PASSWORD, routes::SECURITY];
    let private = site.table().iter().filter(|route| {
        let is_read = route.method == "GET" && route.access == app::web::Access::Anyone;
        !is_read && route.path != routes::LANGUAGE && !open.contains(&route.path)
    });
    for route in private {
        let path = routes::fill(route.path, &[&"a"; 3].map(|it| it as _));
        let answers_a_public_page = route.method == "POST" && PAGES.contains(&route.path);
        let allowed = answers_a_public_page || route.path == routes::SIGN_OUT;
        assert!(allowed || is_closed(&path), "{path}");
    }
    let last = answer.html().lines().last().unwrap();
    assert_eq!(last, format!("Sitemap: {HTTPS}/sitemap.xml"));
}

#[tokio::test]
async fn programs_find_every_api_with_its_description() {
    let app = with_catalogue().await;
    let answer = app.visitor().get("/.well-known/api-catalog").await;
    answer.is(StatusCode::OK);
    let kind = answer.header(header::CONTENT_TYPE);
    assert!(kind.starts_with("application/linkset+json"), "{kind}");
    let link = answer.header(header::LINK);
    assert!(link.ends_with("rel=\"api-catalog\""), "{link}");
    let set: Value = answer.json();
    let items = set["linkset"][0]["item"].as_array().unwrap();
    // The portal's own are the last.
    assert_eq!(items.len(), 5);
    let own = set["linkset"].as_array().unwrap().last().unwrap();
    assert_eq!(own["anchor"], format!("{HTTPS}/api/v1"));
    let described = own["service-desc"][0]["href"].as_str().unwrap();
    let described = described.strip_prefix(HTTPS).unwrap();
    app.visitor().get(described).await.is(StatusCode::OK);
    let smv = &set["linkset"][1];
    assert_eq!(smv["anchor"], format!("{HTTPS}/identity/v1"));
    let documented = smv["service-desc"][0]["href"].as_str().unwrap();
    let document = documented.strip_prefix(HTTPS).unwrap();
    app.visitor().get(document).await.is(StatusCode::OK);
    let doc = smv["service-doc"][1]["href"].as_str().unwrap();
    let page = app.visitor().get(doc.strip_prefix(HTTPS).unwrap()).await;
    page.is(StatusCode::OK);
}

#[tokio::test]
async fn what_describes_apis_may_be_read_from_any_site_and_nothing_else() {
    let app = with_catalogue().await;
    let visitor = app.visitor();
    let open = [
        "/catalogo/smv/openapi.json",
        "/.well-known/jwks.json",
        "/.well-known/oauth-authorization-server",
        "/.well-known/api-catalog",
        "/openapi.json",
    ];
    for path in open {
        assert_eq!(any_origin(&visitor.get(path).await), "*", "{path}");
    }
    let site = app::site();
    let mut asked = 0;
    for route in site.table().iter().filter(|route| route.method == "GET") {
        let path = routes::fill(route.path, &[&"smv"; 3].map(|it| it as _));
        if open.contains(&path.as_str()) {
            continue;
        }
        let request = Request::get(&path).header(header::ORIGIN, "https://evil.example");
        let answer = visitor.send(request).await;
        assert_eq!(any_origin(&answer), "", "{path}");
        let credentials = HeaderName::from_static("access-control-allow-credentials");
        assert_eq!(answer.header(credentials), "", "{path}");
        asked += 1;
    }
    assert!(asked > 40, "{asked}");
}
