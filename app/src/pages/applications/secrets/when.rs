//! When a key that is revoked is to stop working.

use chrono::TimeDelta;
use domain::{
    clock::Timestamp,
    credentials::{Grace, RevocationTime, Secret},
};
use leptos::prelude::*;
use locales::{Locale, secrets as t};

use crate::{
    forms::{Errors, FieldError, FieldKind, FieldMessage, TextField, end_of_day, message},
    web::Visit,
};

const NOW: &str = "agora";
const DATE: &str = "data";

/// The choice that is preselected: a day to change over if the key is in use.
pub(super) fn default_choice(secret: &Secret, now: Timestamp) -> &'static str {
    let day = Grace::Day;
    if secret.uses_last_hour > 0 && ends_before_expiry(secret, now + day.duration()) {
        day.as_str()
    } else {
        NOW
    }
}

pub(super) fn parse(
    when: &str,
    date: &str,
    errors: &mut Errors,
    visit: &Visit,
) -> Option<RevocationTime> {
    match when {
        NOW => Some(RevocationTime::Now),
        DATE => errors
            .check("date", end_of_day(date, visit.time_zone()))
            .map(RevocationTime::On),
        grace => errors
            .check("when", grace.parse().map_err(|_| FieldError::Choose))
            .map(RevocationTime::After),
    }
}

/// Whether `end` is before the key expires by itself.
fn ends_before_expiry(secret: &Secret, end: Timestamp) -> bool {
    secret.expires_at.is_none_or(|own| end < own)
}

/// The choices that end the key before it ends by itself.
#[component]
pub(super) fn RevocationTimes<'a>(
    secret: &'a Secret,
    when: &'a str,
    date: &'a str,
    errors: &'a Errors,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let error = errors.get("when").map(|error| message(error, locale));
    let invalid = error.is_some();
    let graces = Grace::ALL.iter().copied();
    let option = |value, name| view! { <TimeChoice value name chosen=when == value/> };
    let graces = graces
        .filter(|grace| ends_before_expiry(secret, now + grace.duration()))
        .map(|grace| option(grace.as_str(), name(grace, locale)));
    let a_day_is_left = ends_before_expiry(secret, now + TimeDelta::days(1));
    let day = a_day_is_left.then(|| option(DATE, t::when_date(locale)));
    let choices = [option(NOW, t::when_now(locale))].into_iter();
    let choices = choices.chain(graces).chain(day);
    view! {
        <div class="stack">
            <fieldset class="choices choices--short" class:choices--invalid=invalid>
                <legend>{t::when(locale)}</legend>
                {choices.collect_view()}
                <FieldMessage name="when" error/>
            </fieldset>
            {a_day_is_left.then(|| view! { <div class="reveal">
                    <TextField
                        name="date" label=t::last_day(locale) value=date
                        hint=t::last_day_hint(locale) kind=FieldKind::Date errors locale
                    />
                </div> })}
        </div>
    }
}

/// The first carries the id that the error summary links to.
#[component]
fn TimeChoice(value: &'static str, name: &'static str, chosen: bool) -> impl IntoView {
    let id = (value == NOW).then_some("when");
    view! {
        <label class="choice" class:choice--reveals=value == DATE>
            <input type="radio" name="when" id=id value=value checked=chosen/>
            <span class="choice__body"><span class="choice__title">{name}</span></span>
        </label>
    }
}

const fn name(grace: Grace, locale: Locale) -> &'static str {
    match grace {
        Grace::Hour => t::when_hour(locale),
        Grace::Day => t::when_day(locale),
        Grace::Week => t::when_week(locale),
        Grace::Month => t::when_month(locale),
    }
}
