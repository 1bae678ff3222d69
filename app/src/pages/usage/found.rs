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
    components::{Fact, MachineFact, Notice, NoticeKind, StatusMeaning, Time},
    pages::applications::GroupApplication,
    web::{PageError, Visit, ticket_path},
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

#[component]
pub(super) fn SearchResult<'a>(
    search: &'a Search,
    owner: &'a GroupApplication,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    let note = |title, text: &'static str| {
        let content = view! { <p>{text}</p> };
        view! { <div role="status"><Notice kind=NoticeKind::Wait title content/></div> }.into_any()
    };
    match search {
        Search::NotAsked => ().into_any(),
        Search::NoId => note(t::no_id_title(locale), t::no_id(locale)),
        Search::NotFound => note(t::not_found_title(locale), t::not_found(locale)),
        Search::Found(found) => view! { <ExplainedCall found owner visit/> }.into_any(),
    }
}

#[component]
fn ExplainedCall<'a>(
    found: &'a FoundCall,
    owner: &'a GroupApplication,
    visit: &'a Visit,
) -> impl IntoView + use<> {
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
            <OtherApplication found owner locale/>
            <dl class="facts">
                <MachineFact name=t::transaction(locale) value=call.id.to_string()/>
                <Fact
                    name=t::status(locale)
                    value=view! { <span class=stamp(call.status)>{call.status}</span> }
                />
                <Fact name=t::cause(locale) value=view! { <p>{meaning.cause}</p>{field} }/>
                <Fact name=t::remedy(locale) value=meaning.remedy/>
                {call.code.clone().map(|code| view! { <MachineFact name=t::code(locale) value=code/> })}
                <MachineFact name=t::call(locale) value=format!("{} {}", call.method, call.path)/>
                <Fact name=t::when(locale) value=view! { <Time at=call.at visit/> }/>
                <Fact name=t::time(locale) value=numbers::latency(Some(call.elapsed), locale)/>
                <Fact name=t::plan(locale) value=numbers::kind(call.kind, locale)/>
            </dl>
        </section>
    }
}

#[component]
fn OtherApplication<'a>(
    found: &'a FoundCall,
    owner: &'a GroupApplication,
    locale: Locale,
) -> impl IntoView + use<> {
    let application = &found.application;
    let group = application.group_id;
    (application.id != owner.application.id).then(|| {
        let href = ticket_path(group, application.application_id);
        view! {
            <p class="soft">
                {t::of_another(locale)} " " <a href=href>{application.name.clone()}</a>
            </p>
        }
    })
}
