//! What the address of the catalogue asks for, and the form that asks.

use domain::catalogue::{self, ApiState, Found, Plan, Search, Snapshot, Sort};
use leptos::prelude::*;
use locales::{Locale, apis, catalogue as t};
use serde::Deserialize;

use crate::{
    components::{Icon, Symbol, terms},
    routes,
};

/// APIs of a page.
const SIZE: usize = 24;

const PUBLISHED: &str = "publicada";
const DEPRECATED: &str = "descontinuada";

/// What the address asks for, as it was written.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    q: String,
    categoria: String,
    etiqueta: String,
    situacao: String,
    plano: String,
    ordem: String,
    pagina: String,
}

impl Filter {
    /// The same with what is not there left out.
    pub(super) fn search(&self, catalogue: &Snapshot) -> Search {
        let mut categories = catalogue.categories();
        let is_category = categories.any(|it| it.slug == self.categoria);
        let is_tag = catalogue.tags().contains(self.etiqueta.as_str());
        let filter = catalogue::Filter {
            category: is_category.then(|| self.categoria.clone()),
            tag: is_tag.then(|| self.etiqueta.clone()),
            state: state(&self.situacao),
            plan: self.plano.parse().ok(),
        };
        Search {
            query: self.q.clone(),
            filter,
            sort: self.ordem.parse().unwrap_or(Sort::Relevance),
            page: self.pagina.parse().unwrap_or(1),
            size: SIZE,
        }
    }

    /// The address of another page of the same.
    pub(super) fn page(&self, page: usize) -> String {
        let pagina = if page > 1 {
            page.to_string()
        } else {
            String::new()
        };
        let other = Self {
            pagina,
            ..self.clone()
        };
        other.address()
    }

    /// The address of the same words among all APIs.
    pub(super) fn unfiltered(&self) -> String {
        let q = self.q.clone();
        let other = Self {
            q,
            ..Self::default()
        };
        other.address()
    }

    fn address(&self) -> String {
        let all = [
            ("q", &self.q),
            ("categoria", &self.categoria),
            ("etiqueta", &self.etiqueta),
            ("situacao", &self.situacao),
            ("plano", &self.plano),
            ("ordem", &self.ordem),
            ("pagina", &self.pagina),
        ];
        let said: Vec<_> = all
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        match serde_urlencoded::to_string(&said) {
            Ok(query) if !said.is_empty() => format!("{}?{query}", routes::CATALOGUE),
            _ => routes::CATALOGUE.to_owned(),
        }
    }
}

/// The address of a page of the whole catalogue; what people search for is nobody else's page.
pub(super) fn own_address(search: &Search, found: &Found) -> Option<String> {
    let is_whole = search.query.trim().is_empty() && search.filter.is_empty();
    let is_sorted = search.sort != Sort::Relevance;
    (is_whole && !is_sorted).then(|| Filter::default().page(found.page))
}

fn state(name: &str) -> Option<ApiState> {
    match name {
        PUBLISHED => Some(ApiState::Published),
        DEPRECATED => Some(ApiState::Deprecated),
        _ => None,
    }
}

#[component]
pub(super) fn Filters<'a>(
    filter: &'a Filter,
    search: &'a Search,
    catalogue: &'a Snapshot,
    locale: Locale,
) -> impl IntoView + use<> {
    let query = filter.q.clone();
    view! {
        <form class="filters" role="search" action=routes::CATALOGUE>
            <div class="field filters__search">
                <label for="q">{t::search(locale)}</label>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input
                        id="q" type="search" name="q" value=query
                        placeholder=t::search_example(locale) autocomplete="off"
                    />
                </div>
            </div>
            {category(search, catalogue, locale)}
            <button class="btn btn--quiet">{t::filter(locale)}</button>
            <MoreFilters search catalogue locale/>
        </form>
    }
}

/// What few people need, folded unless it is in use.
#[component]
fn MoreFilters<'a>(
    search: &'a Search,
    catalogue: &'a Snapshot,
    locale: Locale,
) -> impl IntoView + use<> {
    let filter = &search.filter;
    let is_used = filter.tag.is_some() || filter.state.is_some() || filter.plan.is_some();
    let is_sorted = search.sort != Sort::Relevance;
    view! {
        <details class="filters__more" open=is_used || is_sorted>
            <summary><Icon symbol=Symbol::ChevronDown/> {t::more_filters(locale)}</summary>
            <div class="filters">
                {tag(search, catalogue, locale)}
                {plan(search, locale)}
                {state_choice(search, locale)}
                {sort(search, locale)}
            </div>
        </details>
    }
}

/// One of the values, with its name and whether it is chosen.
type Choice = (String, String, bool);

fn choice(name: &'static str, label: &'static str, choices: Vec<Choice>) -> impl IntoView {
    let options = choices.into_iter().map(|(value, name, is_chosen)| {
        view! { <option value=value selected=is_chosen>{name}</option> }
    });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options.collect_view()}</select>
        </div>
    }
}

/// Every value, after the one that stands for all.
fn or_all(all: &str, choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let any = (String::new(), all.to_owned(), false);
    std::iter::once(any).chain(choices).collect()
}

fn category(search: &Search, catalogue: &Snapshot, locale: Locale) -> impl IntoView + use<> {
    let chosen = search.filter.category.as_deref();
    let choices = catalogue.categories().map(|it| {
        let is_chosen = chosen == Some(it.slug.as_str());
        (it.slug.clone(), it.name(locale).to_owned(), is_chosen)
    });
    let choices = or_all(t::all_categories(locale), choices);
    choice("categoria", t::category(locale), choices)
}

/// Nothing where no API has a tag.
fn tag(search: &Search, catalogue: &Snapshot, locale: Locale) -> impl IntoView + use<> {
    let chosen = search.filter.tag.as_deref();
    let tags = catalogue.tags();
    let choices = tags
        .iter()
        .map(|tag| ((*tag).to_owned(), (*tag).to_owned(), chosen == Some(*tag)));
    let choices = or_all(t::all_tags(locale), choices);
    (!tags.is_empty()).then(|| choice("etiqueta", t::tag(locale), choices))
}

fn plan(search: &Search, locale: Locale) -> impl IntoView + use<> {
    let choices = Plan::ALL.iter().map(|plan| {
        let is_chosen = search.filter.plan == Some(*plan);
        let name = terms::plan(*plan, locale);
        (plan.as_str().to_owned(), name.to_owned(), is_chosen)
    });
    let choices = or_all(t::any_plan(locale), choices);
    choice("plano", t::plan(locale), choices)
}

fn state_choice(search: &Search, locale: Locale) -> impl IntoView + use<> {
    let states = [
        (PUBLISHED, apis::published(locale), ApiState::Published),
        (DEPRECATED, apis::deprecated(locale), ApiState::Deprecated),
    ];
    let choices = states.into_iter().map(|(value, name, state)| {
        let is_chosen = search.filter.state == Some(state);
        (value.to_owned(), name.to_owned(), is_chosen)
    });
    let choices = or_all(t::any_state(locale), choices);
    choice("situacao", apis::state(locale), choices)
}

fn sort(search: &Search, locale: Locale) -> impl IntoView + use<> {
    let choices = Sort::ALL.iter().map(|sort| {
        let (value, name) = match sort {
            Sort::Relevance => ("", t::by_relevance(locale)),
            Sort::Name => (sort.as_str(), t::by_name(locale)),
            Sort::Newest => (sort.as_str(), t::by_newest(locale)),
        };
        (value.to_owned(), name.to_owned(), search.sort == *sort)
    });
    choice("ordem", t::sort(locale), choices.collect())
}
