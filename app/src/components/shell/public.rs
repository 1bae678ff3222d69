//! What the head of a document tells search engines and messengers.

use leptos::{html, prelude::*};
use locales::Locale;

use super::Content;
use crate::web::{Picture, Public, Visit, language};

/// Links to the page in each language, what is shown where it is shared, and facts for machines. A
/// page that not everybody may read asks not to be found.
pub fn public(visit: &Visit, content: &Content, description: &str) -> impl IntoView + use<> {
    let Some(page) = content.public else {
        return view! { <meta name="robots" content="noindex"/> }.into_any();
    };
    let root = &visit.app.services.portal.settings.public_url;
    let facts = page.facts().into_iter();
    let facts =
        facts.map(|facts| view! { <script type="application/ld+json" inner_html=facts></script> });
    view! {
        {languages(root, page, &canonical(visit, page))}
        {page.markdown().map(|address| view! {
            <link rel="alternate" type="text/markdown" href=address.to_owned()/>
        })}
        {shared(visit, page, content.title, description)}
        {facts.collect_view()}
    }
    .into_any()
}

/// The address that names the language of the page, or none where the request names none: which
/// language is answered then is between the reader and the portal.
fn canonical(visit: &Visit, page: &Public) -> String {
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    language::of_query(query).map_or_else(
        || page.own_address().to_owned(),
        |named| page.address(named),
    )
}

fn languages(root: &str, page: &Public, canonical: &str) -> impl IntoView + use<> {
    let canonical = format!("{root}{canonical}");
    let any = format!("{root}{}", page.own_address());
    let others = Locale::ALL.map(|locale| {
        let address = format!("{root}{}", page.address(locale));
        view! { <link rel="alternate" hreflang=locale.tag() href=address/> }
    });
    view! {
        <link rel="canonical" href=canonical/>
        {others.into_iter().collect_view()}
        <link rel="alternate" hreflang="x-default" href=any/>
    }
}

/// The Open Graph protocol.
fn shared(visit: &Visit, page: &Public, title: &str, description: &str) -> impl IntoView + use<> {
    let root = &visit.app.services.portal.settings.public_url;
    let mut all = vec![
        ("og:type", "website".to_owned()),
        ("og:site_name", visit.app.brand.name.clone()),
        ("og:title", title.to_owned()),
        ("og:description", description.to_owned()),
        ("og:url", format!("{root}{}", page.address(visit.locale))),
        ("og:locale", visit.locale.tag().replace('-', "_")),
    ];
    if let Some(Picture { address, says }) = page.picture() {
        let address = language::address_in(address, visit.locale);
        all.extend([
            ("og:image", format!("{root}{address}")),
            ("og:image:type", "image/png".to_owned()),
            ("og:image:width", cards::WIDTH.to_string()),
            ("og:image:height", cards::HEIGHT.to_string()),
            ("og:image:alt", says.clone()),
        ]);
    }
    let large = page.picture().map(|_| {
        view! { <meta name="twitter:card" content="summary_large_image"/> }
    });
    // The macro knows no `property`, which is RDFa's.
    let all = all
        .into_iter()
        .map(|(name, value)| html::meta().attr("property", name).attr("content", value));
    view! { {all.collect_view()} {large} }
}
