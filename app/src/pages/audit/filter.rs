//! Which events are looked for, as the address has it.

use domain::{
    Cursor,
    accounts::{self, Email},
    audit::{Action, AuditFilter, Place},
    clock::Timestamp,
    ids::AccountId,
};
use leptos::prelude::*;
use locales::{Locale, audit as t, common};
use uuid::Uuid;

use crate::{
    components::action_name,
    forms::{
        end_of_day,
        rows::{Field, FormState, Kind, Mistakes, Typed},
        start_of_day,
    },
    routes,
    web::{PageError, Visit},
};

/// The fields.
const ACTOR: &str = "quem";
const ACTION: &str = "acao";
const SUBJECT: &str = "objeto";
const REQUEST: &str = "requisicao";
const SINCE: &str = "de";
const UNTIL: &str = "ate";
pub(super) const FILTERS: [&str; 6] = [ACTOR, ACTION, SUBJECT, REQUEST, SINCE, UNTIL];
/// From where the page is read.
const OLDER: &str = "depois";
const NEWER: &str = "antes";
/// As long as an identifier of a request may be.
const MAX_REQUEST_ID: usize = 128;

pub(super) struct Filters {
    pub typed: Typed,
    pub wanted: AuditFilter,
    pub mistakes: Mistakes,
}

impl Filters {
    pub async fn read(visit: &Visit, typed: Typed) -> Result<Self, PageError> {
        let mut mistakes = Mistakes::default();
        let locale = visit.locale;
        let actor = actor(visit, &typed.line(ACTOR)).await?;
        if actor.is_none() && typed.has(ACTOR) {
            mistakes.add(ACTOR, t::no_such_person(locale));
        }
        let subject = typed.line(SUBJECT);
        let subject = (!subject.is_empty()).then(|| Uuid::try_parse(&subject));
        if matches!(subject, Some(Err(_))) {
            mistakes.add(SUBJECT, t::no_identifier(locale));
        }
        let request_id = Some(typed.line(REQUEST)).filter(|it| !it.is_empty());
        if request_id
            .as_ref()
            .is_some_and(|it| it.len() > MAX_REQUEST_ID)
        {
            mistakes.add(REQUEST, t::no_identifier(locale));
        }
        let action = typed.line(ACTION);
        let action = (!action.is_empty()).then(|| action.parse());
        if matches!(action, Some(Err(_))) {
            mistakes.add(ACTION, t::no_action(locale));
        }
        let wanted = AuditFilter {
            actor,
            action: action.and_then(Result::ok),
            subject: subject.and_then(Result::ok),
            request_id,
            since: day(visit, &typed, SINCE, &mut mistakes),
            until: day(visit, &typed, UNTIL, &mut mistakes),
        };
        Ok(Self {
            typed,
            wanted,
            mistakes,
        })
    }

    pub fn place(&self) -> Place {
        let cursor = |field: &str| -> Option<Cursor> { self.typed.get(field).parse().ok() };
        let newer = cursor(NEWER).map(Place::NewerThan);
        let older = || cursor(OLDER).map(Place::OlderThan);
        newer.or_else(older).unwrap_or_default()
    }

    /// The same search from another place.
    pub fn address(&self, place: Place) -> String {
        let place = match place {
            Place::Newest => None,
            Place::OlderThan(cursor) => Some((OLDER, cursor.to_string())),
            Place::NewerThan(cursor) => Some((NEWER, cursor.to_string())),
        };
        let typed = FILTERS.map(|field| (field, self.typed.line(field)));
        let pairs = typed.into_iter().chain(place);
        let pairs: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).collect();
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", routes::AUDIT),
            _ => routes::AUDIT.to_owned(),
        }
    }
}

/// Whoever has this address or identifier. The identifier finds what was done by those who are gone.
async fn actor(visit: &Visit, typed: &str) -> Result<Option<AccountId>, PageError> {
    if let Ok(id) = typed.parse() {
        return Ok(Some(id));
    }
    let Ok(email) = Email::parse(typed) else {
        return Ok(None);
    };
    let found = accounts::find_by_email(&visit.scope, &email).await?;
    Ok(found.map(|account| account.id))
}

/// The beginning of the first day, or the end of the last one.
fn day(
    visit: &Visit,
    typed: &Typed,
    field: &'static str,
    mistakes: &mut Mistakes,
) -> Option<Timestamp> {
    let text = typed.line(field);
    if text.is_empty() {
        return None;
    }
    let zone = visit.time_zone();
    let read = if field == UNTIL {
        end_of_day(&text, zone)
    } else {
        start_of_day(&text, zone)
    };
    if read.is_err() {
        mistakes.add(field, t::no_day(visit.locale));
    }
    read.ok()
}

#[component]
pub(super) fn FilterForm<'a>(form: &'a FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let chosen: Option<Action> = form.typed.get(ACTION).parse().ok();
    view! {
        <form class="filters" role="search" action=routes::AUDIT novalidate>
                <Field name=ACTOR label=t::actor(locale) hint=t::actor_hint(locale) form/>
                <div class="field">
                    <label for=ACTION>{t::action(locale)}</label>
                    <select id=ACTION name=ACTION>
                        <option value="">{t::any_action(locale)}</option>
                        {options(chosen, locale)}
                    </select>
                </div>
                <Field name=SUBJECT label=t::subject(locale) hint=t::subject_hint(locale) kind=Kind::Code form/>
                <Field name=REQUEST label=t::request_id(locale) kind=Kind::Code form/>
                <Field name=SINCE label=t::since(locale) kind=Kind::Date form/>
                <Field name=UNTIL label=t::until(locale) kind=Kind::Date form/>
            <button class="btn btn--quiet">{common::search(locale)}</button>
        </form>
    }
}

/// Every action, in the order of its words.
fn options(chosen: Option<Action>, locale: Locale) -> impl IntoView + use<> {
    let named = |action: &Action| (*action, action_name(*action, locale));
    let mut actions: Vec<_> = Action::ALL.iter().map(named).collect();
    actions.sort_by_key(|(_, name)| name.to_lowercase());
    let option = move |(action, name): (Action, &'static str)| {
        let selected = chosen == Some(action);
        view! { <option value=action.as_str() selected=selected>{name}</option> }
    };
    actions.into_iter().map(option).collect_view()
}
