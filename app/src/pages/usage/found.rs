//! One call explained: what it was, why it was answered so, and what to do.

use domain::{
    ids::TransactionId,
    usage::{self, FoundCall},
};
use leptos::prelude::*;
use locales::{Locale, usage as t};
use values::tidy;

use super::{numbers, statuses::stamp};
use crate::{
    components::{Notice, StatusMeaning, facts, time},
    pages::applications::GroupApplication,
    web::{PageError, Visit, unfolded},
};

/// What became of a search for a transaction.
pub(super) enum Search {
    NotAsked,
    /// What was typed is no id.
    NoId,
    NotFound,
    Found(Box<FoundCall>),
}

/// Looks for what was pasted: with the quotes or spaces that came along.
pub(super) async fn search(visit: &Visit, typed: &str) -> Result<Search, PageError> {
    let typed = tidy::code(typed);
    let typed = typed.trim_matches(|c: char| c == ' ' || "\"',;:".contains(c));
    if typed.is_empty() {
        return Ok(Search::NotAsked);
    }
    let Ok(id) = typed.parse::<TransactionId>() else {
        return Ok(Search::NoId);
    };
    let found = usage::find_call(&visit.scope, visit.catalogue(), id, visit.locale).await?;
    Ok(found.map_or(Search::NotFound, |found| Search::Found(Box::new(found))))
}

pub(super) fn view(search: &Search, owner: &GroupApplication, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    let note = |title, text: &'static str| {
        let content = view! { <p>{text}</p> };
        view! { <div role="status">{Notice::Wait.view(title, content)}</div> }.into_any()
    };
    match search {
        Search::NotAsked => ().into_any(),
        Search::NoId => note(t::no_id_title(locale), t::no_id(locale)),
        Search::NotFound => note(t::not_found_title(locale), t::not_found(locale)),
        Search::Found(found) => explained(found, owner, visit).into_any(),
    }
}

fn explained(found: &FoundCall, owner: &GroupApplication, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let call = &found.call;
    let meaning = StatusMeaning::of(call.status, found.answer.as_ref(), locale);
    let field = call
        .field
        .as_ref()
        .map(|field| view! { <p>{t::wrong_field(locale, field)}</p> });
    view! {
        <section class="panel" aria-labelledby="explicacao">
            <h2 id="explicacao">{t::found(locale)}</h2>
            {of_another(found, owner, locale)}
            <dl class="facts">
                {facts::machine_fact(t::transaction(locale), call.id.to_string())}
                {facts::fact(t::status(locale), view! { <span class=stamp(call.status)>{call.status}</span> })}
                {facts::fact(t::cause(locale), view! { <p>{meaning.cause}</p>{field} })}
                {facts::fact(t::remedy(locale), meaning.remedy)}
                {call.code.clone().map(|code| facts::machine_fact(t::code(locale), code))}
                {facts::machine_fact(t::call(locale), format!("{} {}", call.method, call.path))}
                {facts::fact(t::when(locale), time::stamp(call.at, visit))}
                {facts::fact(t::time(locale), numbers::latency(Some(call.elapsed), locale))}
                {facts::fact(t::plan(locale), numbers::kind(call.kind, locale))}
            </dl>
        </section>
    }
}

fn of_another(
    found: &FoundCall,
    owner: &GroupApplication,
    locale: Locale,
) -> Option<impl IntoView + use<>> {
    let application = &found.application;
    let group = application.group_id;
    (application.id != owner.application.id).then(|| {
        let href = unfolded(group, application.application_id);
        view! {
            <p class="soft">
                {t::of_another(locale)} " " <a href=href>{application.name.clone()}</a>
            </p>
        }
    })
}
