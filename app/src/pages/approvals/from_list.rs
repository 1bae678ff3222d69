//! The list that a page of one request was opened from, which its address carries: so the list, its
//! filters and its place are there again afterwards. Only the query of a list is carried, never an
//! address, so it leads nowhere else.

use domain::ids::RequestId;
use leptos::prelude::*;
use locales::{Locale, approval_queue as t};
use serde::Deserialize;

use super::filter::{self, Filter, with_query};
use crate::{
    components::{Icon, Symbol},
    routes,
    web::Visit,
};

/// What the parameter of such an address is called.
const LIST: &str = "lista";

#[derive(Default, Deserialize)]
#[serde(default)]
struct Carried {
    lista: String,
}

/// The list that the reader came from.
pub(super) struct FromList {
    filter: Filter,
}

impl FromList {
    /// As the address that is asked for carries it.
    pub(super) fn of(visit: &Visit) -> Self {
        let query = visit.path.split_once('?').map(|(_, query)| query);
        let carried: Carried = query
            .and_then(|query| serde_urlencoded::from_str(query).ok())
            .unwrap_or_default();
        Self::of_query(&carried.lista)
    }

    /// As a form carries it.
    pub(super) fn of_query(query: &str) -> Self {
        Self {
            filter: Filter::of_query(query),
        }
    }

    pub(super) const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether there is another list than the start of the queue.
    pub(super) fn is_carried(&self) -> bool {
        !self.filter.query().is_empty()
    }

    /// The list at its place.
    pub(super) fn address(&self) -> String {
        filter::address(&self.filter.query())
    }

    /// The list at its place, once a request was decided.
    pub(super) fn address_after(&self, decided: RequestId) -> String {
        let query = self.filter.query();
        if query.is_empty() {
            return routes::APPROVALS.to_owned();
        }
        filter::address(&format!("{query}&decidida={decided}"))
    }

    /// An address that carries the list on.
    pub(super) fn carried_by(&self, path: &str) -> String {
        carry(path, &self.filter.query())
    }

    /// Where the next request after one is found.
    pub(super) fn next(&self, after: Option<RequestId>) -> String {
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let query = self.filter.query();
        let mut pairs = vec![("depois", after.as_str()), (LIST, &query)];
        pairs.retain(|(_, value)| !value.is_empty());
        let query = serde_urlencoded::to_string(&pairs).unwrap_or_default();
        with_query(routes::APPROVAL_NEXT, &query)
    }
}

/// An address with the query of a list in its own.
pub(super) fn carry(path: &str, list: &str) -> String {
    if list.is_empty() {
        return path.to_owned();
    }
    let query = serde_urlencoded::to_string([(LIST, list)].as_slice()).unwrap_or_default();
    with_query(path, &query)
}

/// On the page of a request: back to the list, and on to the next one.
#[component]
pub(super) fn ListLinks<'a>(
    list: &'a FromList,
    after: RequestId,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <nav class="row" aria-label=t::around(locale)>
            <a class="btn btn--quiet btn--small" href=list.address()>
                <Icon symbol=Symbol::ArrowLeft/> {t::back_to_list(locale)}
            </a>
            <a class="btn btn--quiet btn--small" href=list.next(Some(after))>
                {t::next(locale)} <Icon symbol=Symbol::ArrowRight/>
            </a>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198c000-0000-7000-8000-000000000001";

    #[test]
    fn a_list_is_carried_there_and_back() {
        let list = FromList::of_query("estado=todas&api=smv");
        let carried = list.carried_by("/aprovacoes/1");
        assert_eq!(carried, "/aprovacoes/1?lista=estado%3Dtodas%26api%3Dsmv");
        assert_eq!(list.address(), "/aprovacoes?estado=todas&api=smv");
        let id = ID.parse().unwrap();
        assert_eq!(
            list.address_after(id),
            format!("/aprovacoes?estado=todas&api=smv&decidida={ID}")
        );
        assert_eq!(
            list.next(Some(id)),
            format!("/aprovacoes/proxima?depois={ID}&lista=estado%3Dtodas%26api%3Dsmv")
        );
    }

    #[test]
    fn the_start_of_the_queue_is_not_carried() {
        let list = FromList::of_query("");
        assert_eq!(list.carried_by("/aprovacoes/1"), "/aprovacoes/1");
        assert_eq!(list.address_after(ID.parse().unwrap()), "/aprovacoes");
    }

    #[test]
    fn nothing_leads_elsewhere() {
        for hostile in ["//evil.example", "https://evil.example", "javascript:x"] {
            assert_eq!(FromList::of_query(hostile).address(), "/aprovacoes");
        }
    }
}
