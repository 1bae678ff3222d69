//! Which messages are looked for, as the address has it.

use domain::{
    Cursor,
    messages::{Listed, Search},
};
use leptos::prelude::*;
use locales::{Locale, common, messages as t};
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

/// The choices, each with its name in an address.
const CHOICES: [(&str, Listed, Name); 3] = [
    ("abertas", Listed::Open, t::open),
    ("minhas", Listed::Mine, t::mine),
    ("encerradas", Listed::Closed, t::closed),
];

impl Filter {
    /// Open messages when the address names none of the choices.
    fn listed(&self) -> Listed {
        let choice = CHOICES.iter().find(|(slug, ..)| *slug == self.estado);
        choice.map_or(Listed::Open, |(_, listed, _)| *listed)
    }

    pub(super) fn search(&self) -> Search {
        Search {
            listed: self.listed(),
            query: self.busca.trim().to_owned(),
        }
    }

    pub(super) fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }

    /// The first page again, unless this is it.
    pub(super) fn first(&self) -> Option<String> {
        self.cursor().map(|_| self.address(None))
    }

    /// The page that starts after `cursor`.
    pub(super) fn next(&self, cursor: Cursor) -> String {
        self.address(Some(cursor))
    }

    fn address(&self, after: Option<Cursor>) -> String {
        let after = after.map(|cursor| cursor.to_string()).unwrap_or_default();
        let mut pairs = vec![
            ("busca", self.busca.trim()),
            ("estado", &self.estado),
            ("depois", &after),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", routes::SUPPORT_MESSAGES),
            _ => routes::SUPPORT_MESSAGES.to_owned(),
        }
    }

    pub(super) fn form(&self, locale: Locale) -> impl IntoView + use<> {
        let query = self.busca.clone();
        let chosen = self.listed();
        let option = move |(slug, listed, name): (&'static str, Listed, Name)| {
            let selected = listed == chosen;
            view! { <option value=slug selected=selected>{name(locale)}</option> }
        };
        view! {
            <form class="filters" role="search" action=routes::SUPPORT_MESSAGES>
                <div class="field filters__search">
                    <label for="busca">{t::search(locale)}</label>
                    <div class="search-field">
                        <Icon symbol=Symbol::Search/>
                        <input id="busca" type="search" name="busca" value=query autocomplete="off"/>
                    </div>
                </div>
                <div class="field">
                    <label for="estado">{t::listed(locale)}</label>
                    <select id="estado" name="estado">{CHOICES.map(option).collect_view()}</select>
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
    fn an_address_without_a_choice_lists_what_is_open() {
        for estado in ["", "abertas", "quaisquer"] {
            assert_eq!(filter("", estado).listed(), Listed::Open, "{estado}");
        }
        assert_eq!(filter("", "").address(None), routes::SUPPORT_MESSAGES);
    }

    #[test]
    fn what_is_looked_for_stays_in_the_address() {
        let filter = filter(" pão & mel ", "minhas");
        assert_eq!(filter.listed(), Listed::Mine);
        let address = "/suporte/mensagens?busca=p%C3%A3o+%26+mel&estado=minhas";
        assert_eq!(filter.address(None), address);
    }
}
