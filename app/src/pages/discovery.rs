//! What search engines and programs look for at an address that every site has.

use std::fmt::Write;

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::catalogue::Api;
use locales::Locale;
use serde_json::{Value, json};

use super::catalogue::ApiPage;
use crate::{
    routes,
    web::{ANY_ORIGIN, Access::Anyone, ForEverybody, Public, Site, Visit},
};

/// Pages that need no API.
const PAGES: [&str; 9] = [
    routes::HOME,
    routes::CATALOGUE,
    routes::ONBOARDING,
    routes::QUESTIONS,
    routes::STATUS,
    routes::CONTACT,
    routes::DOCTOR,
    routes::PRIVACY,
    routes::TERMS,
];

/// What begins so is for the people of the portal, for programs, or the answer to a form.
const CLOSED: [&str; 26] = [
    "/Api/",
    "/acesso/",
    "/administracao",
    "/aprovacoes",
    "/autorizar",
    "/avisos/",
    "/cadastro/",
    "/catalogo/*/acompanhar",
    "/catalogo/*/testar",
    "/conta$",
    "/conta/",
    "/contato/",
    "/convites/",
    "/dev/",
    "/entrar",
    "/esqueci-minha-senha",
    "/gateway/",
    "/grupos/",
    "/ilhas/",
    "/minhas-aplicacoes",
    "/oauth2/",
    "/senha",
    "/solicitacoes/",
    "/suporte/",
    "/termos/",
    "/webhooks/",
];

const CATALOGUE_KIND: &str =
    "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::SITEMAP, sitemap)
        .get(Anyone, routes::API_CATALOGUE, api_catalogue)
}

/// What robots are to leave alone, and where the sitemap is (RFC 9309, with `*` and `$` of §2.2.3).
#[must_use]
pub fn robots(public_url: &str) -> String {
    let mut text = "User-agent: *\n".to_owned();
    for path in CLOSED {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = writeln!(text, "\nSitemap: {public_url}{}", routes::SITEMAP);
    text
}

fn root(visit: &Visit) -> &str {
    &visit.app.services.portal.settings.public_url
}

fn file(kind: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    let mut response = (headers, text).into_response();
    response.extensions_mut().insert(ForEverybody);
    response
}

/// Every page that anybody may read, with its other languages.
async fn sitemap(visit: Visit) -> Response {
    let root = root(&visit);
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
        xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        .to_owned();
    for page in PAGES {
        push_page(&mut xml, root, page, None);
    }
    for api in visit.apis.published() {
        let changed = api.published_at.map(|at| at.date_naive());
        for page in ApiPage::ALL.into_iter().filter(|page| page.is_there(api)) {
            push_page(&mut xml, root, &page.address(api), changed);
        }
    }
    xml.push_str("</urlset>\n");
    file("application/xml", xml)
}

/// Addresses have nothing that XML would read otherwise: slugs are letters, digits and hyphens.
fn push_page(xml: &mut String, root: &str, address: &str, changed: Option<NaiveDate>) {
    let page = Public::at(address);
    let _ = write!(xml, "<url><loc>{root}{address}</loc>");
    if let Some(day) = changed {
        let _ = write!(xml, "<lastmod>{day}</lastmod>");
    }
    let mut link = |language: &str, address: &str| {
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{root}{address}\"/>"
        );
    };
    for locale in Locale::ALL {
        link(locale.tag(), &page.address(locale));
    }
    link("x-default", address);
    xml.push_str("</url>\n");
}

/// RFC 9727: the APIs with their descriptions, as a set of links (RFC 9264).
async fn api_catalogue(visit: Visit) -> Response {
    let root = root(&visit);
    let here = format!("{root}{}", routes::API_CATALOGUE);
    let others = visit.apis.published().filter(|api| !api.is_own());
    let apis: Vec<_> = others.collect();
    let managing = format!("{root}{}", routes::PORTAL_API);
    let agents = format!("{root}{}", routes::MCP);
    let bases = apis.iter().map(|api| base(root, api));
    let items = bases.chain([agents.clone(), managing.clone()]);
    let items = items.map(|href| json!({"href": href}));
    let own = json!({"anchor": here, "item": items.collect::<Vec<_>>()});
    let links = apis.iter().map(|api| links(root, api));
    let description = format!("{root}{}", routes::PORTAL_API_DOCUMENT);
    let managing = json!({
        "anchor": managing,
        "service-desc": [{"href": description, "type": "application/json"}],
    });
    let metadata = format!("{root}{}", routes::MCP_METADATA);
    let agents = json!({
        "anchor": agents,
        "service-meta": [{"href": metadata, "type": "application/json"}],
    });
    let all = [own].into_iter().chain(links).chain([agents, managing]);
    let all: Vec<_> = all.collect();
    let text = json!({ "linkset": all }).to_string();
    let mut response = file(CATALOGUE_KIND, text);
    let (name, any) = ANY_ORIGIN;
    response.headers_mut().insert(name, any);
    let link = (header::LINK, format!("<{here}>; rel=\"api-catalog\""));
    insert(&mut response, link);
    response
}

fn insert(response: &mut Response, (name, value): (HeaderName, String)) {
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(name, value);
    }
}

fn base(root: &str, api: &Api) -> String {
    format!("{root}{}", api.base_path)
}

fn links(root: &str, api: &Api) -> Value {
    let at = |pattern: &str| format!("{root}{}", routes::fill(pattern, &[&api.slug]));
    let title = &api.text(Locale::default()).name;
    let page = |pattern: &str| json!({"href": at(pattern), "type": "text/html", "title": title});
    let mut links = json!({
        "anchor": base(root, api),
        "service-doc": [page(routes::API)],
        "terms-of-service": [{"href": format!("{root}{}", routes::TERMS), "type": "text/html"}],
    });
    if ApiPage::Documentation.is_there(api) {
        links["service-doc"] = json!([page(routes::API), page(routes::API_DOCUMENTATION)]);
    }
    if api.openapi.is_some() {
        let document = json!({"href": at(routes::API_DOCUMENT), "type": "application/json"});
        links["service-desc"] = json!([document]);
    }
    links
}
