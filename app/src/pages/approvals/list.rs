//! The requests of a page of a list.

use domain::{
    approvals::{Assignee, QueueItem},
    requests::{Pace, WaitingTime},
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t, approvals as words, number, terms as nouns};

use super::{Listing, filter::Filter, from_list::carry, several::CHOSEN};
use crate::{
    components::{Ago, EmailAddress, Icon, LargeIcon, StatusStamp, Symbol, terms},
    routes,
    web::Visit,
};

/// What stands in the place of a list that has nothing.
pub(super) fn empty(filter: &Filter, locale: Locale) -> impl IntoView + use<> {
    let (icon, title, text) = if filter.is_narrowed() || !filter.is_queue() {
        (
            Symbol::Search,
            words::none_title(locale),
            words::none(locale),
        )
    } else {
        (
            Symbol::Check,
            words::empty_title(locale),
            words::empty(locale),
        )
    };
    let everywhere = filter.everywhere().map(|href| {
        view! { <div class="actions"><a class="btn btn--quiet" href=href>{words::look_everywhere(locale)}</a></div> }
    });
    view! {
        <div class="empty">
            <LargeIcon symbol=icon/>
            <h2>{title}</h2>
            <p>{text}</p>
            {everywhere}
        </div>
    }
}

/// The table; in the queue with a box for each request, for what is done with several.
#[component]
pub(super) fn List<'a>(
    listing: &'a Listing,
    caption: &'static str,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let Listing { filter, found, .. } = listing;
    let is_queue = filter.is_queue();
    let list = filter.query();
    let rows = found.items.iter().map(|item| {
        view! { <Row item list=&list is_queue visit/> }
    });
    let rows = rows.collect_view();
    view! {
        <form class="stack" action=routes::APPROVALS_SEVERAL>
            {(!list.is_empty()).then(|| view! { <input type="hidden" name="lista" value=list.clone()/> })}
            // First, so that the key Enter presses this button and no other.
            {is_queue.then(|| view! {
                <div class="actions">
                    <button class="btn btn--quiet btn--small">{t::decide_selected(locale)}</button>
                </div>
            })}
            <table class="table queue" id="fila">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>
                    <th scope="col">{nouns::request(locale)}</th>
                    <th scope="col">{nouns::company(locale)}</th>
                    <th scope="col">{words::api_and_plan(locale)}</th>
                    <th scope="col">{nouns::applicant(locale)}</th>
                    {(!is_queue).then(|| view! { <th scope="col">{words::state(locale)}</th> })}
                    {is_queue.then(|| view! { <th scope="col">{t::assignee(locale)}</th> })}
                    <th scope="col" class="table__end">{words::sent(locale)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {is_queue.then(|| view! { <p class="soft small">{t::target_hint(locale)}</p> })}
        </form>
    }
}

#[component]
fn Row<'a>(
    item: &'a QueueItem,
    list: &'a str,
    is_queue: bool,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let request = &item.request;
    let id = request.id;
    let href = carry(&routes::fill(routes::APPROVAL, &[&id]), list);
    let chosen = (is_queue && !item.is_own).then(|| {
        let label = t::select(locale, &request.number);
        view! { <input class="queue__box" type="checkbox" name=CHOSEN value=id.to_string() aria-label=label/> }
    });
    view! {
        <tr>
            <td class="table__title">
                {chosen}
                <a class="mono" href=href>{request.number.clone()}</a>
                {item.is_own.then(|| view! { <br/> <span class="stamp stamp--wait">{words::own(locale)}</span> })}
            </td>
            <td data-label=nouns::company(locale)>
                {item.group.legal_name.clone()} <br/>
                <span class="mono nowrap soft small">{item.group.cnpj.masked()}</span>
            </td>
            <td data-label=words::api_and_plan(locale)>
                {item.api.text(locale).name.clone()} "\u{a0}· "
                {terms::requested_plan(request.kind, request.plan, locale)}
            </td>
            <td data-label=nouns::applicant(locale)>
                {item.applicant.name.clone()} <br/>
                <span class="soft small"><EmailAddress email=&item.applicant.email/></span>
            </td>
            {(!is_queue).then(|| view! {
                <td class="nowrap" data-label=words::state(locale)><StatusStamp of=item.status locale/></td>
            })}
            {is_queue.then(|| view! {
                <td data-label=t::assignee(locale)><Assigned item list visit/></td>
            })}
            <td data-label=words::sent(locale) class="table__end">
                <Ago since=request.submitted_at visit/> " "
                {item.waiting.map(|waiting| view! { <br/> <Target waiting locale/> })}
            </td>
        </tr>
    }
}

/// Who looks after a request; a button for whoever wants to. It belongs to the form around the list,
/// which sends it elsewhere.
#[component]
fn Assigned<'a>(item: &'a QueueItem, list: &'a str, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let request = &item.request;
    if let Some(assignee) = &item.assignee {
        return assignee_name(assignee, visit).into_any();
    }
    let path = routes::fill(routes::APPROVAL_ASSIGN, &[&request.id]);
    let label = t::take(locale, &request.number);
    view! {
        <button
            class="btn btn--quiet btn--small" formmethod="post"
            formaction=carry(&path, list) name="para" value="eu" aria-label=label
        >{t::assign_to_me(locale)}</button>
    }
    .into_any()
}

/// "Com você".
pub(super) fn assignee_name(assignee: &Assignee, visit: &Visit) -> String {
    if visit.scope.account_id() == Some(assignee.id) {
        t::assigned_to_you(visit.locale).to_owned()
    } else {
        assignee.name.clone()
    }
}

/// How the working time that passed compares with the target: in words, with a shape.
#[component]
pub(super) fn Target(waiting: WaitingTime, locale: Locale) -> impl IntoView {
    let (class, symbol, word) = match waiting.pace() {
        Pace::InTime => ("pace", Symbol::Check, t::in_time(locale)),
        Pace::Near => ("pace pace--near", Symbol::Clock, t::near(locale)),
        Pace::Late => ("pace pace--late", Symbol::Alert, t::late(locale)),
    };
    view! {
        <span class=class>
            <Icon symbol/> {word} " "
            <span class="soft small">{passed(waiting, locale)}</span>
        </span>
    }
}

/// "3 h úteis de 16 h".
pub(super) fn passed(waiting: WaitingTime, locale: Locale) -> String {
    let count = |number: i64| number::count(number.unsigned_abs(), locale);
    let target = count(waiting.target.num_hours());
    match waiting.passed.num_hours() {
        0 => t::minutes_of(locale, count(waiting.passed.num_minutes()), target),
        hours => t::hours_of(locale, count(hours), target),
    }
}
