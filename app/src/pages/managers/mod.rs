//! Administration: which requests each contract manager decides on, and who stands in for whom.

pub mod absence;
mod one;
mod part;

use domain::{
    Role,
    catalogue::Snapshot,
    managers::{self, Coverage, Manager},
};
use leptos::prelude::*;
use locales::{Locale, managers as t, names};

use crate::{
    components::{AdministrationNav, LargeIcon, Notice, NoticeKind, PageHead, Symbol},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};
use absence::absence_words;

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::MANAGERS, show)
        .merge([one::routes])
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let locale = visit.locale;
    let all = managers::managers(&visit.scope).await?;
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if all.is_empty() {
            empty(locale).into_any()
        } else {
            table(&all, &visit).into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {managers::leaves_gaps(&all).then(|| gaps(locale))}
            {list}
        }
    }))
}

fn empty(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::User/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
        </div>
    }
}

fn gaps(locale: Locale) -> impl IntoView {
    view! {
        <Notice
            kind=NoticeKind::Wait title=t::gaps_title(locale)
            content=view! { <p>{t::gaps(locale)}</p> }
        />
    }
}

fn table(all: &[Manager], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let apis = visit.catalogue().current();
    let rows = all.iter().map(|manager| row(manager, &apis, visit));
    let rows = rows.collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::manager(locale)}</th>
                <th scope="col">{t::decides_on(locale)}</th>
                <th scope="col">{t::absence(locale)}</th>
                <th scope="col"><span class="visually-hidden">{t::change_short(locale)}</span></th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(manager: &Manager, apis: &Snapshot, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::MANAGER, &[&manager.id]);
    let label = t::change(locale, &manager.name);
    view! {
        <tr>
            <td class="table__title">{manager.name.clone()}</td>
            <td data-label=t::decides_on(locale)>{coverage_words(&manager.coverage, apis, locale)}</td>
            <td data-label=t::absence(locale)>{absence_words(manager, locale)}</td>
            <td class="table__end">
                <a class="btn btn--quiet btn--small" href=href aria-label=label>{t::change_short(locale)}</a>
            </td>
        </tr>
    }
}

/// "Score de crédito, SMV e CNPJ 12ABC345".
fn coverage_words(coverage: &Coverage, apis: &Snapshot, locale: Locale) -> String {
    let Coverage::Only {
        apis: chosen,
        cnpj_roots,
    } = coverage
    else {
        return t::everything(locale).to_owned();
    };
    let named = chosen.iter().map(|id| part::api_name(*id, apis, locale));
    let companies = cnpj_roots.iter().map(|root| t::company(locale, root));
    let parts: Vec<String> = named.chain(companies).collect();
    names::joined(&parts, locale)
}
