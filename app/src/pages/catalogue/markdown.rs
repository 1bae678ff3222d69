//! The catalogue as Markdown.

use std::fmt::Write;

use locales::layout;

use super::api::{ApiPage, twin};
use crate::web::{Plain, Visit};

pub(super) async fn show(visit: Visit) -> Plain {
    page(&visit)
}

/// Every API of the catalogue, whatever was searched for.
pub(super) fn page(visit: &Visit) -> Plain {
    let mut md = format!("# {}\n\n", layout::catalogue(visit.locale));
    list_apis(&mut md, visit);
    Plain::markdown(md)
}

/// Writes the APIs by category, with their pages.
pub fn list_apis(md: &mut String, visit: &Visit) {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    for category in visit.apis.categories() {
        let _ = writeln!(md, "\n## {}\n", category.name(locale));
        let apis = visit.apis.published();
        for api in apis.filter(|api| api.category.slug == category.slug) {
            let text = api.text(locale);
            let pages = ApiPage::ALL.into_iter().filter(|page| page.is_there(api));
            let mut twins = pages.filter_map(|page| Some((page, twin::address(page, api)?)));
            if let Some((_, address)) = twins.next() {
                let _ = writeln!(md, "- [{}]({root}{address}): {}", text.name, text.summary);
            }
            for (page, address) in twins {
                let _ = writeln!(md, "  - [{}]({root}{address})", page.name(locale));
            }
        }
    }
}
