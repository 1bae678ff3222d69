//! The form that publishes an API, or leads it to its end.

use domain::catalogue::{ApiDetails, ApiState, ApiSummary, Problem, Transition};
use leptos::prelude::*;
use locales::{Locale, apis as t, common};
use serde::Deserialize;

use super::{problems::problem, state_name};
use crate::{
    components::{Icon, Symbol},
    forms::{ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, TextField, day},
    routes,
};

/// The fields of the form.
const STATE: &str = "estado";
const SUNSET: &str = "ultimo_dia";
const SUCCESSOR: &str = "substituta";

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    estado: String,
    ultimo_dia: String,
    substituta: String,
}

impl Form {
    /// As the API stands now.
    pub(super) fn of(api: &ApiDetails) -> Self {
        Self {
            estado: api.state.to_string(),
            ultimo_dia: api.sunset_on.map(|day| day.to_string()).unwrap_or_default(),
            substituta: api.successor.clone().unwrap_or_default(),
        }
    }

    /// # Errors
    /// What is wrong, field by field.
    pub(super) fn parse(&self) -> Result<Transition, Errors> {
        let mut errors = Errors::default();
        let state = self.estado.parse().map_err(|_| FieldError::Choose);
        let state: Option<ApiState> = errors.check(STATE, state);
        let sunset_on = if state == Some(ApiState::Deprecated) {
            errors.check(SUNSET, day(&self.ultimo_dia))
        } else {
            None
        };
        let successor = Some(self.substituta.clone()).filter(|slug| !slug.is_empty());
        errors.finish(|| {
            Some(Transition {
                state: state?,
                sunset_on,
                successor,
            })
        })
    }
}

/// What keeps the form from being taken.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) errors: Errors,
    pub(super) problems: Vec<Problem>,
}

impl Refused {
    /// For what is wrong with the API itself.
    pub(super) fn of(problems: Vec<Problem>) -> Self {
        Self {
            problems,
            ..Self::default()
        }
    }
}

#[component]
pub(super) fn StateForm<'a>(
    api: &'a ApiDetails,
    others: &'a [ApiSummary],
    form: &'a Form,
    refused: &'a Refused,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new(STATE, t::new_state(locale)),
        FieldLabel::new(SUNSET, t::sunset(locale)),
    ];
    let errors = &refused.errors;
    let next = ApiState::ALL.iter().copied();
    let next = next.filter(|state| *state != ApiState::Draft && api.state.may_become(*state));
    let choices = next.enumerate().map(|(index, state)| {
        view! { <StateChoice state first=index == 0 chosen=form.estado == state.as_str() locale/> }
    });
    view! {
        <section class="section">
            <h2>{t::change_title(locale)}</h2>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <fieldset class="choices">
                    <legend>{t::new_state(locale)}</legend>
                    {choices.collect_view()}
                </fieldset>
                <TextField
                    name=SUNSET label=t::sunset(locale) value=form.ultimo_dia.as_str()
                    hint=t::sunset_hint(locale) kind=FieldKind::Date optional=true errors locale
                />
                <SuccessorField api others chosen=&form.substituta locale/>
                <div class="actions">
                    <button class="btn">{t::change(locale)}</button>
                    <a class="btn btn--quiet" href=routes::APIS>{common::back(locale)}</a>
                </div>
            </form>
        </section>
    }
}

/// The first carries the id that the error summary links to.
#[component]
fn StateChoice(state: ApiState, first: bool, chosen: bool, locale: Locale) -> impl IntoView {
    let meaning = match state {
        ApiState::Draft | ApiState::Published => t::published_means(locale),
        ApiState::Deprecated => t::deprecated_means(locale),
        ApiState::Retired => t::retired_means(locale),
        ApiState::Withdrawn => t::withdrawn_means(locale),
    };
    view! {
        <label class="choice">
            <input type="radio" name=STATE id=first.then_some(STATE) value=state.as_str() checked=chosen/>
            <span class="choice__body">
                <span class="choice__title">{state_name(state, locale)}</span>
                <span class="soft small">{meaning}</span>
            </span>
        </label>
    }
}

#[component]
fn SuccessorField<'a>(
    api: &'a ApiDetails,
    others: &'a [ApiSummary],
    chosen: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let others = others.iter().filter(|other| other.slug != api.slug);
    let options = others.map(|other| {
        let selected = other.slug == chosen;
        let name = other.name.text_for(locale).to_owned();
        view! { <option value=other.slug.clone() selected=selected>{name}</option> }
    });
    view! {
        <div class="field">
            <label for=SUCCESSOR>{t::successor(locale)}</label>
            <select id=SUCCESSOR name=SUCCESSOR>
                <option value="">{t::no_successor(locale)}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// Why the API cannot become what was asked for.
#[component]
pub(super) fn Problems<'a>(problems: &'a [Problem], locale: Locale) -> impl IntoView + use<> {
    let lines = problems.iter();
    let lines = lines.map(|it| view! { <li>{problem(it, locale)}</li> });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2><Icon symbol=Symbol::Alert/> {t::refused(locale)}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}
