//! The form for another secret key.

use domain::credentials::{Days, Expiry, NewSecret};
use leptos::prelude::*;
use locales::{Locale, ages, secrets as t};
use serde::Deserialize;
use values::SecretLabel;

use crate::{
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, FieldMessage, PasswordPrompt,
        PasswordPromptFields, TextField, confirmation_label, end_of_day, message,
    },
    web::Visit,
};

const NEVER: &str = "nunca";
const DATE: &str = "data";

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// The id that the key is to have, so that the form makes one however often it is sent.
    id: String,
    label: String,
    expiry: String,
    date: String,
    /// The password, where it was asked for.
    pub(super) current: String,
}

impl Form {
    pub(super) fn new(visit: &Visit) -> Self {
        Self {
            id: new_secret_id(visit),
            expiry: Days::Ninety.to_string(),
            ..Self::default()
        }
    }

    pub(super) fn read(&self, visit: &Visit) -> Result<NewSecret, Errors> {
        let mut errors = Errors::default();
        let label = errors.check("label", SecretLabel::parse(&self.label));
        let expiry = self.expiry(&mut errors, visit);
        let id = self
            .id
            .parse()
            .unwrap_or_else(|_| visit.scope.portal.new_id());
        errors.finish(|| {
            Some(NewSecret {
                id,
                label: label?,
                expiry: expiry?,
            })
        })
    }

    fn expiry(&self, errors: &mut Errors, visit: &Visit) -> Option<Expiry> {
        match &*self.expiry {
            NEVER => Some(Expiry::Never),
            DATE => errors
                .check("date", end_of_day(&self.date, visit.time_zone()))
                .map(Expiry::On),
            days => errors
                .check("expiry", days.parse().map_err(|_| FieldError::Choose))
                .map(Expiry::After),
        }
    }
}

#[component]
pub(super) fn SecretForm<'a>(
    form: &'a Form,
    action: String,
    errors: &'a Errors,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let prompt = PasswordPrompt::with(errors, visit);
    view! {
        <section class="section" id="nova">
            <h2>{t::add(locale)}</h2>
            <form class="form" method="post" action=action novalidate>
                <input type="hidden" name="id" value=form.id.clone()/>
                <TextField
                    name="label" label=t::label(locale) value=form.label.as_str()
                    hint=t::label_hint(locale) autocomplete="off" errors locale
                />
                <div class="stack">
                    <ExpiryChoices chosen=&form.expiry errors locale/>
                    <div class="reveal">
                        <TextField
                            name="date" label=t::last_day(locale) value=form.date.as_str()
                            hint=t::last_day_hint(locale) kind=FieldKind::Date errors locale
                        />
                    </div>
                </div>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
            </form>
        </section>
    }
}

#[component]
fn ExpiryChoices<'a>(chosen: &'a str, errors: &'a Errors, locale: Locale) -> impl IntoView + use<> {
    let error = errors.get("expiry").map(|error| message(error, locale));
    let invalid = error.is_some();
    let choice = |value, name| view! { <ExpiryChoice value name chosen=chosen == value/> };
    let days = Days::ALL.iter();
    let days = days.map(|days| choice(days.as_str(), ages::left_days(locale, days)));
    let never = choice(NEVER, t::for_ever(locale).to_owned());
    let date = choice(DATE, t::until_date(locale).to_owned());
    let choices = days.chain([never, date]);
    view! {
        <fieldset class="choices choices--short" class:choices--invalid=invalid>
            <legend>{t::expiry(locale)}</legend>
            <p class="field__hint">{t::expiry_hint(locale)}</p>
            {choices.collect_view()}
            <FieldMessage name="expiry" error/>
        </fieldset>
    }
}

/// The first carries the id that the error summary links to.
#[component]
fn ExpiryChoice(value: &'static str, name: String, chosen: bool) -> impl IntoView {
    let first = Days::ALL.first().is_some_and(|days| days.as_str() == value);
    view! {
        <label class="choice" class:choice--reveals=value == DATE>
            <input type="radio" name="expiry" id=first.then_some("expiry") value=value checked=chosen/>
            <span class="choice__body"><span class="choice__title">{name}</span></span>
        </label>
    }
}

pub(super) fn summary(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new("label", t::label(locale)),
        FieldLabel::new("expiry", t::expiry(locale)),
        FieldLabel::new("date", t::last_day(locale)),
        confirmation_label(locale),
    ];
    view! { <ErrorSummary errors labels locale/> }
}

fn new_secret_id(visit: &Visit) -> String {
    let id: domain::ids::SecretId = visit.scope.portal.new_id();
    id.to_string()
}
