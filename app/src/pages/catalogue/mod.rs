//! The catalogue: every published API, to be searched and filtered in the address itself.

mod api;
mod card;
mod comments;
mod filter;
mod plans;
mod results;
mod samples;
mod test_values;

use axum::extract::Query;
use domain::catalogue::{self, Found};
use leptos::prelude::*;
use locales::catalogue as t;

pub use card::ApiCards;
pub use plans::limit;

use self::{
    filter::{Filter, Filters},
    results::Results,
};
use crate::{
    components::PageHead,
    routes,
    web::{Access::Anyone, Page, PageError, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    api::routes(site.get(Anyone, routes::CATALOGUE, show))
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let snapshot = visit.catalogue().current();
    let search = filter.search(&snapshot);
    let found = catalogue::search(&visit.scope, visit.catalogue(), locale, &search).await?;
    if is_missed(&search, &found) {
        visit.catalogue().misses.record(&search.query);
    }
    let page = Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <Filters filter=&filter search=&search catalogue=&snapshot locale/>
            <Results filter=&filter search=&search found=&found locale/>
        }
    });
    Ok(page.described(t::lead(locale)))
}

/// Whether somebody sought what is nowhere in the catalogue.
fn is_missed(search: &catalogue::Search, found: &Found) -> bool {
    let is_nowhere = found.total == 0 || found.is_close;
    search.filter.is_empty() && search.page == 1 && is_nowhere
}
