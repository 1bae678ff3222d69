//! Name and language.

use axum::response::{IntoResponse, Response};
use domain::accounts::{self, Profile};
use leptos::prelude::*;
use locales::{Locale, account as t, common, sign_up};
use serde::Deserialize;
use values::PersonName;

use super::page;
use crate::{
    components::{EmailAddress, Fact},
    forms::{ErrorSummary, Errors, FieldError, FieldLabel, FieldMessage, TextField, message},
    pages::language,
    routes,
    web::{Access::Member, Flash, PageError, PostedForm, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(Member, routes::ACCOUNT, save)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Form {
    given_name: String,
    family_name: String,
    locale: String,
}

impl From<&Profile> for Form {
    fn from(profile: &Profile) -> Self {
        Self {
            given_name: profile.given_name.clone(),
            family_name: profile.family_name.clone(),
            locale: profile.locale.tag().to_owned(),
        }
    }
}

struct Details {
    given_name: PersonName,
    family_name: PersonName,
    locale: Locale,
}

impl Form {
    fn parse(&self) -> Result<Details, Errors> {
        let mut errors = Errors::default();
        let given_name = errors.check("given_name", PersonName::parse(&self.given_name));
        let family_name = errors.check("family_name", PersonName::parse(&self.family_name));
        let locale = self.locale.parse().map_err(|_| FieldError::Choose);
        let locale = errors.check("locale", locale);
        errors.finish(|| {
            Some(Details {
                given_name: given_name?,
                family_name: family_name?,
                locale: locale?,
            })
        })
    }
}

#[component]
pub fn ProfileSection<'a>(
    form: &'a Form,
    profile: &'a Profile,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new("given_name", sign_up::given_name(locale)),
        FieldLabel::new("family_name", sign_up::family_name(locale)),
        FieldLabel::new("locale", t::language(locale)),
    ];
    view! {
        <section class="section">
            <h2>{t::profile(locale)}</h2>
            <dl class="facts">
                <Fact
                    name=t::email(locale)
                    value=view! { <EmailAddress email=&profile.email/> }
                />
            </dl>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <div class="form__pair">
                    <TextField
                        name="given_name" label=sign_up::given_name(locale)
                        value=form.given_name.as_str() autocomplete="given-name" errors locale
                    />
                    <TextField
                        name="family_name" label=sign_up::family_name(locale)
                        value=form.family_name.as_str() autocomplete="family-name" errors locale
                    />
                </div>
                <LanguageField chosen=&form.locale errors locale/>
                <div class="actions"><button class="btn">{common::save(locale)}</button></div>
            </form>
        </section>
    }
}

#[component]
fn LanguageField<'a>(chosen: &'a str, errors: &'a Errors, locale: Locale) -> impl IntoView + use<> {
    let error = errors.get("locale").map(|error| message(error, locale));
    let invalid = error.is_some();
    let described_by = if invalid {
        "locale-hint locale-error"
    } else {
        "locale-hint"
    };
    let options = Locale::ALL.map(|option| {
        let tag = option.tag();
        let selected = tag == chosen;
        view! { <option value=tag lang=tag selected=selected>{option.endonym()}</option> }
    });
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for="locale">{t::language(locale)}</label>
            <p class="field__hint" id="locale-hint">{t::language_hint(locale)}</p>
            <select
                id="locale" name="locale" autocomplete="language"
                aria-describedby=described_by aria-invalid=invalid.then_some("true")
            >
                {options.into_iter().collect_view()}
            </select>
            <FieldMessage name="locale" error/>
        </div>
    }
}

async fn save(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let details = match form.parse() {
        Ok(details) => details,
        Err(errors) => {
            return Ok(page(&visit, Some(form), &errors)
                .await?
                .unprocessable()
                .into_response());
        }
    };
    let Details {
        given_name,
        family_name,
        locale,
    } = details;
    accounts::update_profile(&visit.scope, given_name, family_name, locale).await?;
    let saved = see_other_with(routes::ACCOUNT, Flash::ProfileSaved, &visit);
    Ok(language::with_language_cookie(saved, locale, &visit))
}
