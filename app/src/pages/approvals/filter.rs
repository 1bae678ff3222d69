//! Which requests and applications are looked for, as the address has it.

use domain::{Cursor, approvals::Search, requests::Status};
use leptos::prelude::*;
use locales::{Locale, approvals as t, common};
use serde::Deserialize;

use crate::{
    components::{Icon, Symbol},
    routes,
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    busca: String,
    estado: String,
    /// Where the page starts.
    depois: String,
}

type Name = fn(Locale) -> &'static str;

/// A choice of which requests and applications are listed.
#[derive(Clone, Copy)]
struct StatusFilter {
    /// Its name in an address.
    slug: &'static str,
    /// None for all.
    status: Option<Status>,
    name: Name,
}

const fn status_filter(slug: &'static str, status: Option<Status>, name: Name) -> StatusFilter {
    StatusFilter { slug, status, name }
}

const STATUS_FILTERS: [StatusFilter; 8] = [
    status_filter("em-analise", Some(Status::Pending), t::listed_pending),
    status_filter(
        "aguardam-resposta",
        Some(Status::AwaitingApplicant),
        t::listed_awaiting_applicant,
    ),
    status_filter("aprovadas", Some(Status::Approved), t::listed_approved),
    status_filter("suspensas", Some(Status::Suspended), t::listed_suspended),
    status_filter("revogadas", Some(Status::Revoked), t::listed_revoked),
    status_filter("recusadas", Some(Status::Rejected), t::listed_rejected),
    status_filter("canceladas", Some(Status::Cancelled), t::listed_cancelled),
    status_filter(EVERYWHERE, None, t::listed_all),
];
const EVERYWHERE: &str = "todas";

impl Filter {
    /// The status in the address; the queue when it names none or one that does not exist.
    fn status(&self) -> Option<Status> {
        STATUS_FILTERS
            .iter()
            .find(|listed| listed.slug == self.estado)
            .map_or(Some(Status::Pending), |listed| listed.status)
    }

    pub(super) fn search(&self) -> Search {
        Search {
            status: self.status(),
            query: self.busca.trim().to_owned(),
        }
    }

    pub(super) fn is_queue(&self) -> bool {
        self.status() == Some(Status::Pending)
    }

    pub(super) fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }

    /// The first page again, unless this is it.
    pub(super) fn first(&self) -> Option<String> {
        self.cursor().map(|_| self.address(&self.estado, None))
    }

    /// The page that starts after `cursor`.
    pub(super) fn next(&self, cursor: Cursor) -> String {
        self.address(&self.estado, Some(cursor))
    }

    /// The same search in all statuses; none if that was searched already or nothing was typed.
    pub(super) fn everywhere(&self) -> Option<String> {
        let elsewhere = self.status().is_some() && !self.busca.trim().is_empty();
        elsewhere.then(|| self.address(EVERYWHERE, None))
    }

    fn address(&self, state: &str, after: Option<Cursor>) -> String {
        let after = after.map(|cursor| cursor.to_string()).unwrap_or_default();
        let mut pairs = vec![
            ("busca", self.busca.trim()),
            ("estado", state),
            ("depois", &after),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", routes::APPROVALS),
            _ => routes::APPROVALS.to_owned(),
        }
    }

    pub(super) fn form(&self, locale: Locale) -> impl IntoView + use<> {
        let query = self.busca.clone();
        let chosen = self.status();
        let option = move |listed: StatusFilter| {
            let selected = listed.status == chosen;
            view! { <option value=listed.slug selected=selected>{(listed.name)(locale)}</option> }
        };
        view! {
            <form class="filters" role="search" action=routes::APPROVALS>
                <div class="field filters__search">
                    <label for="busca">{t::search(locale)}</label>
                    <div class="search-field">
                        <Icon symbol=Symbol::Search/>
                        <input id="busca" type="search" name="busca" value=query autocomplete="off"/>
                    </div>
                </div>
                <div class="field">
                    <label for="estado">{t::state(locale)}</label>
                    <select id="estado" name="estado">{STATUS_FILTERS.map(option).collect_view()}</select>
                </div>
                <button class="btn btn--quiet">{common::search(locale)}</button>
            </form>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(busca: &str, estado: &str) -> Filter {
        Filter {
            busca: busca.into(),
            estado: estado.into(),
            depois: String::new(),
        }
    }

    #[test]
    fn every_status_has_an_address() {
        for status in Status::ALL {
            let listed = STATUS_FILTERS
                .iter()
                .filter(|it| it.status == Some(*status));
            assert_eq!(listed.count(), 1, "{status}");
        }
    }

    #[test]
    fn an_address_without_a_state_is_the_queue() {
        for estado in ["", "em-analise", "quaisquer"] {
            assert!(filter("", estado).is_queue(), "{estado}");
        }
        assert_eq!(filter("", EVERYWHERE).status(), None);
        assert_eq!(filter("", "").address("", None), routes::APPROVALS);
    }

    #[test]
    fn what_is_looked_for_stays_in_the_address() {
        let filter = filter(" pão & mel ", "suspensas");
        let everywhere = "/aprovacoes?busca=p%C3%A3o+%26+mel&estado=todas";
        assert_eq!(filter.everywhere().as_deref(), Some(everywhere));
        assert_eq!(
            filter.address(&filter.estado, None),
            "/aprovacoes?busca=p%C3%A3o+%26+mel&estado=suspensas"
        );
    }
}
