//! The catalogue: every published API, to be searched and filtered in the address itself.

mod api;
mod card;
mod filter;
mod markdown;
mod plans;
mod results;
mod suggestions;
mod test_values;
mod variables;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::catalogue::{self, Found};
use leptos::prelude::*;
use locales::catalogue as t;

pub(super) use api::{ApiPage, twin};
pub use api::{agents, call_form, send_call, send_form};
pub use markdown::list_apis;
pub use plans::{PlanTerms, limit};
pub use suggestions::suggestions;

use self::{
    filter::{Filter, Filters, own_address},
    results::Results,
};
use crate::{
    components::PageHead,
    islands::functions::Suggest,
    routes,
    web::{Access::Anyone, Page, PageError, Public, Reader, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    let site = site
        .get(Anyone, routes::CATALOGUE, show)
        .function::<Suggest>(Anyone);
    api::routes(site.get(Anyone, routes::CATALOGUE_MARKDOWN, markdown::show))
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Response, PageError> {
    if visit.wants_markdown {
        return Ok(markdown::page(&visit).into_response());
    }
    let locale = visit.locale;
    let search = filter.search(&visit.apis);
    let found = catalogue::search(&visit.scope, &visit.apis, locale, &search).await?;
    if is_missed(&search, &found) {
        visit.catalogue().misses.record(&search.query);
    }
    let content = || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <Filters filter=&filter search=&search catalogue=&visit.apis locale/>
            <Results filter=&filter search=&search found=&found locale/>
        }
    };
    // What is found by words is not the catalogue's alone.
    let page = if search.query.is_empty() {
        Page::shared(&visit, t::title(locale), Reader::Anybody, content)
    } else {
        Page::new(&visit, t::title(locale), content)
    };
    let page = page.described(t::lead(locale));
    let page = match own_address(&search, &found) {
        Some(address) => page.public(Public::at(address).as_markdown(routes::CATALOGUE_MARKDOWN)),
        None => page,
    };
    Ok(page.into_response())
}

/// Whether somebody sought what is nowhere in the catalogue.
fn is_missed(search: &catalogue::Search, found: &Found) -> bool {
    let is_nowhere = found.total == 0 || found.is_close;
    search.filter.is_empty() && search.page == 1 && is_nowhere
}
