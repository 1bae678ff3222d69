//! Which groups and applications are listed, and in which order: all of it stands in the address.

use domain::{
    Cursor,
    groups::{GroupFilter, GroupOrder},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, common};
use serde::Deserialize;

use crate::{
    components::{Icon, Symbol},
    routes,
};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    q: String,
    ordem: String,
    /// Where the page of groups starts.
    depois: String,
}

impl Filter {
    pub fn query(&self) -> &str {
        self.q.trim()
    }

    pub fn is_search(&self) -> bool {
        !self.query().is_empty()
    }

    pub fn after(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }

    pub fn is_by_company(&self) -> bool {
        self.order() == GroupOrder::Company
    }

    pub fn groups(&self) -> GroupFilter {
        GroupFilter {
            query: self.query().to_owned(),
            order: self.order(),
        }
    }

    /// The page that starts after a group.
    pub fn page(&self, after: Cursor) -> String {
        self.address(&after.to_string())
    }

    pub fn first(&self) -> String {
        self.address("")
    }

    fn order(&self) -> GroupOrder {
        self.ordem.parse().unwrap_or(GroupOrder::Name)
    }

    fn address(&self, after: &str) -> String {
        let order = self.order();
        let order = if order == GroupOrder::Name {
            ""
        } else {
            order.as_str()
        };
        let all = [("q", self.query()), ("ordem", order), ("depois", after)];
        let said: Vec<_> = all.into_iter().filter(|(_, it)| !it.is_empty()).collect();
        match serde_urlencoded::to_string(&said) {
            Ok(query) if !said.is_empty() => format!("{}?{query}", routes::APPLICATIONS),
            _ => routes::APPLICATIONS.to_owned(),
        }
    }
}

const fn order_name(order: GroupOrder, locale: Locale) -> &'static str {
    match order {
        GroupOrder::Name => t::order_name(locale),
        GroupOrder::Company => t::order_company(locale),
        GroupOrder::Newest => t::order_newest(locale),
    }
}

#[component]
pub(super) fn FilterForm<'a>(filter: &'a Filter, locale: Locale) -> impl IntoView + use<> {
    let query = filter.query().to_owned();
    let chosen = filter.order();
    let orders = GroupOrder::ALL.iter().map(|order| {
        view! {
            <option value=order.as_str() selected=*order == chosen>{order_name(*order, locale)}</option>
        }
    });
    let orders = orders.collect_view();
    view! {
        <form class="filters" role="search">
            <div class="field filters__search">
                <label for="q">{t::search(locale)}</label>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input id="q" type="search" name="q" value=query/>
                </div>
            </div>
            <div class="field">
                <label for="ordem">{t::order(locale)}</label>
                <select id="ordem" name="ordem">{orders}</select>
            </div>
            <button class="btn btn--quiet">{common::search(locale)}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_what_was_asked_for_and_nothing_else() {
        let filter = Filter {
            q: " banco exemplo ".to_owned(),
            ordem: "empresa".to_owned(),
            depois: String::new(),
        };
        assert_eq!(
            filter.first(),
            "/minhas-aplicacoes?q=banco+exemplo&ordem=empresa"
        );
        let all = Filter {
            ordem: "nada".to_owned(),
            ..Filter::default()
        };
        assert_eq!(all.first(), "/minhas-aplicacoes");
    }
}
