//! Which requests and applications are looked for, as the address has it.

use domain::{
    Cursor,
    applications::{State, approvals::Search},
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, common};
use serde::Deserialize;

use crate::{
    components::{Icon, icon},
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

/// What can be listed: its name in an address, the state it stands for, and its words.
const LISTED: [(&str, Option<State>, Name); 7] = [
    ("em-analise", Some(State::Pending), t::listed_pending),
    ("aprovadas", Some(State::Approved), t::listed_approved),
    ("suspensas", Some(State::Suspended), t::listed_suspended),
    ("revogadas", Some(State::Revoked), t::listed_revoked),
    ("recusadas", Some(State::Rejected), t::listed_rejected),
    ("canceladas", Some(State::Cancelled), t::listed_cancelled),
    (EVERYWHERE, None, t::listed_all),
];
const EVERYWHERE: &str = "todas";

impl Filter {
    /// What waits, unless another state that there is was asked for.
    fn state(&self) -> Option<State> {
        LISTED
            .iter()
            .find_map(|(slug, state, _)| (*slug == self.estado).then_some(*state))
            .unwrap_or(Some(State::Pending))
    }

    pub(super) fn search(&self) -> Search {
        Search {
            state: self.state(),
            query: self.busca.trim().to_owned(),
        }
    }

    pub(super) fn is_queue(&self) -> bool {
        self.state() == Some(State::Pending)
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

    /// The same words in every state; none where that was looked for, or nothing was.
    pub(super) fn everywhere(&self) -> Option<String> {
        let elsewhere = self.state().is_some() && !self.busca.trim().is_empty();
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
        let chosen = self.state();
        let option = move |(slug, state, name): (&'static str, Option<State>, Name)| {
            view! { <option value=slug selected=state == chosen>{name(locale)}</option> }
        };
        view! {
            <form class="filters" role="search" action=routes::APPROVALS>
                <div class="field filters__search">
                    <label for="busca">{t::search(locale)}</label>
                    <div class="search-field">
                        {icon(Icon::Search)}
                        <input id="busca" type="search" name="busca" value=query autocomplete="off"/>
                    </div>
                </div>
                <div class="field">
                    <label for="estado">{t::state(locale)}</label>
                    <select id="estado" name="estado">{LISTED.map(option).collect_view()}</select>
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
    fn every_state_that_managers_see_has_an_address() {
        let unseen = [State::Draft];
        for state in State::ALL.iter().filter(|state| !unseen.contains(state)) {
            let listed = LISTED.iter().filter(|(_, of, _)| *of == Some(*state));
            assert_eq!(listed.count(), 1, "{state}");
        }
    }

    #[test]
    fn an_address_without_a_state_is_the_queue() {
        for estado in ["", "em-analise", "quaisquer"] {
            assert!(filter("", estado).is_queue(), "{estado}");
        }
        assert_eq!(filter("", EVERYWHERE).state(), None);
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
