//! Groups, for staff: whose they are, and handing one over when no owner is able to.

mod decision;
mod proposal;

use axum::extract::Query;
use domain::groups::{Group, handover};
use leptos::prelude::*;
use locales::support_groups as t;
use values::Cnpj;

use super::{SUPPORT, Search};
use crate::{
    components::{LargeIcon, OpenMessages, PageHead, SearchForm, SupportNav, Symbol},
    routes,
    web::{Page, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    let site = site.get(SUPPORT, routes::SUPPORT_GROUPS, search);
    decision::routes(proposal::routes(site))
}

async fn search(visit: Visit, Query(search): Query<Search>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = match Cnpj::from_typed(search.query()) {
        Ok(cnpj) => handover::of_cnpj(&visit.scope, &cnpj).await?,
        Err(_) => vec![],
    };
    let open = OpenMessages::count(&visit).await?;
    let asked = !search.query().is_empty();
    Ok(Page::new(&visit, t::title(locale), || {
        let none = (asked && found.is_empty()).then(|| {
            view! {
                <div class="empty">
                    <LargeIcon symbol=Symbol::Search/>
                    <h2>{t::none_title(locale)}</h2>
                    <p>{t::none(locale)}</p>
                </div>
            }
        });
        view! {
            <SupportNav visit=&visit open/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <SearchForm label=t::search(locale) query=search.query() locale/>
            {none}
            {(!found.is_empty()).then(|| list(&found))}
        }
    }))
}

fn list(groups: &[Group]) -> impl IntoView + use<> {
    let lines = groups.iter().map(|group| {
        let href = routes::fill(routes::SUPPORT_GROUP, &[&group.id]);
        view! {
            <li>
                <div>
                    <p><a href=href>{group.name.clone()}</a></p>
                    <p class="soft small">
                        {group.legal_name.clone()} " · "
                        <span class="mono nowrap">{group.cnpj.masked()}</span>
                    </p>
                </div>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! { <ul class="lines" role="list">{lines}</ul> }
}
