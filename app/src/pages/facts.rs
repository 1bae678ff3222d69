//! Facts of pages in the vocabulary of schema.org, which machines read.

use domain::catalogue::Api;
use serde_json::{Value, json};

use crate::{routes, web::Visit};

const CONTEXT: &str = "https://schema.org";

fn absolute(visit: &Visit, address: &str) -> String {
    format!("{}{address}", visit.app.services.portal.settings.public_url)
}

/// The portal, with its search.
pub fn website(visit: &Visit) -> Value {
    let search = absolute(visit, routes::CATALOGUE);
    json!({
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": visit.app.brand.name,
        "url": absolute(visit, routes::HOME),
        "inLanguage": locales::Locale::ALL.map(locales::Locale::tag),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": format!("{search}?q={{q}}")},
            "query-input": "required name=q",
        },
    })
}

/// An API, for its first page.
pub fn web_api(visit: &Visit, api: &Api) -> Value {
    let text = api.text(visit.locale);
    json!({
        "@context": CONTEXT,
        "@type": "WebAPI",
        "name": text.name,
        "description": text.summary,
        "url": absolute(visit, &routes::fill(routes::API, &[&api.slug])),
        "documentation": absolute(visit, &routes::fill(routes::API_DOCUMENTATION, &[&api.slug])),
        "category": api.category.name(visit.locale),
        "termsOfService": absolute(visit, routes::TERMS),
        "provider": {"@type": "Organization", "name": visit.app.brand.name},
    })
}

/// A text about an API.
pub fn article(visit: &Visit, api: &Api, title: &str, description: &str) -> Value {
    json!({
        "@context": CONTEXT,
        "@type": "TechArticle",
        "headline": title,
        "description": description,
        "inLanguage": visit.locale.tag(),
        "dateModified": api.published_at.map(|at| at.date_naive()),
        "about": {"@type": "WebAPI", "name": api.text(visit.locale).name},
    })
}

/// The way to a page: names with addresses, the page itself last.
pub fn breadcrumbs(visit: &Visit, way: &[(&str, &str)]) -> Value {
    let items = (1..).zip(way).map(|(position, (name, address))| {
        json!({
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": absolute(visit, address),
        })
    });
    json!({
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": items.collect::<Vec<_>>(),
    })
}

/// Questions with their answers.
pub fn questions(all: impl Iterator<Item = (&'static str, &'static str)>) -> Value {
    let entities = all.map(|(question, answer)| {
        json!({
            "@type": "Question",
            "name": question,
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        })
    });
    json!({
        "@context": CONTEXT,
        "@type": "FAQPage",
        "mainEntity": entities.collect::<Vec<_>>(),
    })
}
