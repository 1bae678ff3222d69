//! The filters of a list, and the statuses with how many there are in each.

use domain::{
    approvals::{Assignee, MAX_COUNTED},
    catalogue::{Plan, Snapshot},
    requests::{RequestOrder, Status},
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t, approvals as words, common, number};

use super::filter::{ALL, Filter, ME, NOBODY, ORDERS, STATUSES};
use crate::{
    components::{Icon, LocalNav, NavLink, Symbol, terms},
    routes,
};

const fn listed(status: Option<Status>, locale: Locale) -> &'static str {
    match status {
        Some(Status::Pending) => words::listed_pending(locale),
        Some(Status::AwaitingApplicant) => words::listed_awaiting_applicant(locale),
        Some(Status::Approved) => words::listed_approved(locale),
        Some(Status::Suspended) => words::listed_suspended(locale),
        Some(Status::Revoked) => words::listed_revoked(locale),
        Some(Status::Rejected) => words::listed_rejected(locale),
        Some(Status::Cancelled) => words::listed_cancelled(locale),
        None => words::listed_all(locale),
    }
}

/// "1.000+" stands for that many and more.
fn short(count: u64, locale: Locale) -> String {
    if count >= MAX_COUNTED {
        format!("{}+", number::count(MAX_COUNTED, locale))
    } else {
        number::count(count, locale)
    }
}

/// "12 encontradas".
pub(super) fn found(count: u64, locale: Locale) -> String {
    match count {
        1 => t::found_one(locale).to_owned(),
        MAX_COUNTED.. => t::found_many(locale, number::count(MAX_COUNTED - 1, locale)),
        _ => t::found(locale, number::count(count, locale)),
    }
}

/// The statuses as links that keep all other filters.
#[component]
pub(super) fn States<'a>(
    filter: &'a Filter,
    counts: &'a [(Status, u64)],
    locale: Locale,
) -> impl IntoView + use<> {
    let links = STATUSES.iter().map(|(slug, status)| {
        let name = listed(*status, locale);
        let count = counts.iter().find(|(it, _)| Some(*it) == *status);
        let name = match count {
            Some((_, count)) => format!("{name} ({})", short(*count, locale)),
            None => name.to_owned(),
        };
        NavLink::new(filter.in_status(slug), name).current(*status == filter.status())
    });
    let links: Vec<_> = links.collect();
    view! { <LocalNav label=t::states(locale) links/> }
}

/// An option of a choice: its value, and what it is called.
struct Choice {
    value: String,
    name: String,
}

fn choice(value: impl Into<String>, name: impl Into<String>) -> Choice {
    Choice {
        value: value.into(),
        name: name.into(),
    }
}

#[component]
fn Select<'a>(
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    chosen: &'a str,
) -> impl IntoView + use<> {
    let options = choices.into_iter().map(|choice| {
        let selected = choice.value == chosen;
        view! { <option value=choice.value selected=selected>{choice.name}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
}

/// Everything stands in the address, and works without script.
#[component]
pub(super) fn FilterForm<'a>(
    filter: &'a Filter,
    apis: &'a Snapshot,
    colleagues: &'a [Assignee],
    locale: Locale,
) -> impl IntoView + use<> {
    let query = filter.busca.clone();
    let company = filter.empresa.clone();
    let narrowed = filter.is_narrowed().then_some(routes::APPROVALS);
    let more = filter.is_narrowed() || !filter.parte.is_empty() || !filter.ordem.is_empty();
    view! {
        <form class="filters" role="search" action=routes::APPROVALS>
            <div class="field filters__search">
                <label for="busca">{words::search(locale)}</label>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input id="busca" type="search" name="busca" value=query autocomplete="off"/>
                </div>
            </div>
            <Select
                name="estado" label=words::state(locale) choices=statuses(locale)
                chosen=status_slug(filter)
            />
            <button class="btn btn--quiet">{common::search(locale)}</button>
            <details class="filters__more" open=more>
                <summary>{t::filters(locale)} <Icon symbol=Symbol::ChevronDown/></summary>
                <div class="filters">
                    <Select name="api" label=t::api(locale) choices=api_choices(apis, locale) chosen=&filter.api/>
                    <Select name="plano" label=t::plan(locale) choices=plans(locale) chosen=&filter.plano/>
                    <div class="field">
                        <label for="empresa">{t::company(locale)}</label>
                        <input id="empresa" type="text" name="empresa" value=company autocomplete="off"/>
                    </div>
                    <Select
                        name="gestor" label=t::assignee(locale)
                        choices=assignees(colleagues, locale) chosen=&filter.gestor
                    />
                    <Select name="parte" label=t::part(locale) choices=parts(locale) chosen=&filter.parte/>
                    <Select name="ordem" label=t::order(locale) choices=orders(locale) chosen=&filter.ordem/>
                    {narrowed.map(|href| view! { <a class="btn btn--quiet" href=href>{t::clear(locale)}</a> })}
                </div>
            </details>
        </form>
    }
}

fn statuses(locale: Locale) -> Vec<Choice> {
    let all = STATUSES.iter();
    all.map(|(slug, status)| choice(*slug, listed(*status, locale)))
        .collect()
}

fn status_slug(filter: &Filter) -> &'static str {
    let mut all = STATUSES.iter();
    let chosen = all.find(|(_, status)| *status == filter.status());
    chosen.map_or(ALL, |(slug, _)| slug)
}

fn any(locale: Locale) -> Choice {
    choice("", t::any(locale))
}

fn api_choices(apis: &Snapshot, locale: Locale) -> Vec<Choice> {
    let behind = apis.published();
    let named = behind.map(|api| choice(api.slug.clone(), api.text(locale).name.clone()));
    std::iter::once(any(locale)).chain(named).collect()
}

fn plans(locale: Locale) -> Vec<Choice> {
    let all = Plan::ALL.iter();
    let named = all.map(|plan| choice(plan.as_str(), terms::plan(*plan, locale)));
    std::iter::once(any(locale)).chain(named).collect()
}

fn assignees(colleagues: &[Assignee], locale: Locale) -> Vec<Choice> {
    let named = colleagues
        .iter()
        .map(|it| choice(it.id.to_string(), it.name.clone()));
    let first = [
        any(locale),
        choice(ME, t::me(locale)),
        choice(NOBODY, t::nobody(locale)),
    ];
    first.into_iter().chain(named).collect()
}

fn parts(locale: Locale) -> Vec<Choice> {
    vec![
        choice("", t::part_own(locale)),
        choice(ALL, t::part_all(locale)),
    ]
}

fn orders(locale: Locale) -> Vec<Choice> {
    let name = |order| match order {
        RequestOrder::Age => t::order_age(locale),
        RequestOrder::Target => t::order_target(locale),
        RequestOrder::Company => t::order_company(locale),
    };
    let all = ORDERS.iter();
    all.map(|(slug, order)| choice(*slug, name(*order)))
        .collect()
}
