//! Administration: settings that change while the portal runs.

mod fields;

use axum::response::{IntoResponse, Response};
use domain::{
    Role,
    configuration::{self, ConfigurationError, ConfigurationMistake, RuntimeValues, SettingName},
};
use leptos::prelude::*;
use locales::{Locale, common, configuration as t, languages, number};

use self::fields::{VERSION, fill, name_of, read};
use crate::{
    components::{AdministrationNav, Fact, PageHead},
    forms::rows::{
        Field, FormState, Kind, MistakeSummary, Mistakes, Translations, Typed, in_language,
    },
    routes,
    web::{Access, Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CONFIGURATION, show).post(
        ADMINISTRATOR,
        routes::CONFIGURATION,
        save,
    )
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Result<Page, PageError> {
    let (values, version) = configuration::current(&visit.scope).await?;
    let typed = kept.unwrap_or_else(|| fill(&values, version, visit.time_zone()));
    Ok(page(&visit, &typed, &Mistakes::default()))
}

async fn save(
    visit: Visit,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let mut mistakes = Mistakes::default();
    let values = read(&visit, &typed, &mut mistakes);
    add(
        &mut mistakes,
        &configuration::mistakes(&values),
        visit.locale,
    );
    if mistakes.is_empty() {
        match change(&visit, &typed, &values).await? {
            Ok(()) => {
                let flash = Flash::ConfigurationSaved;
                return Ok(see_other_with(routes::CONFIGURATION, flash, &visit));
            }
            Err(found) => mistakes = found,
        }
    }
    if mistakes.overtaken {
        let (_, version) = configuration::current(&visit.scope).await?;
        typed.replace(VERSION, &version.to_string());
    }
    let page = page(&visit, &typed, &mistakes);
    Ok(page.unprocessable().into_response())
}

async fn change(
    visit: &Visit,
    typed: &Typed,
    values: &RuntimeValues,
) -> Result<Result<(), Mistakes>, PageError> {
    let seen = typed.number(VERSION).ok().flatten().unwrap_or_default();
    match configuration::change(&visit.scope, seen, values).await {
        Ok(()) => Ok(Ok(())),
        Err(ConfigurationError::Changed) => Ok(Err(Mistakes::overtaken())),
        Err(ConfigurationError::Mistakes(found)) => {
            let mut mistakes = Mistakes::default();
            add(&mut mistakes, &found, visit.locale);
            Ok(Err(mistakes))
        }
        Err(ConfigurationError::Common(error)) => Err(error.into()),
    }
}

/// Adds what is wrong with fields of which nothing is said yet.
fn add(mistakes: &mut Mistakes, found: &[ConfigurationMistake], locale: Locale) {
    for mistake in found {
        let (field, text) = said(mistake, locale);
        if mistakes.of(&field).is_none() {
            mistakes.add(field, text);
        }
    }
}

/// The field that is wrong, and how to mend it.
fn said(mistake: &ConfigurationMistake, locale: Locale) -> (String, String) {
    let most = |most: u32| number::count(u64::from(most), locale);
    match mistake {
        ConfigurationMistake::Domain(name, domain) => {
            (name_of(*name).to_owned(), t::no_domain(locale, domain))
        }
        ConfigurationMistake::TooManyDomains(name) => {
            let text = t::too_many_domains(locale, configuration::MAX_DOMAINS);
            (name_of(*name).to_owned(), text)
        }
        ConfigurationMistake::LinkHours(name) => {
            let text = t::wrong_hours(locale, most(configuration::MAX_LINK_HOURS));
            (name_of(*name).to_owned(), text)
        }
        ConfigurationMistake::ApprovalHours => {
            let text = t::wrong_hours(locale, most(configuration::MAX_APPROVAL_HOURS));
            (name_of(SettingName::ApprovalTarget).to_owned(), text)
        }
        ConfigurationMistake::NoBannerText => (
            in_language(name_of(SettingName::Banner), Locale::default()),
            t::no_banner_text(locale).to_owned(),
        ),
        ConfigurationMistake::LongBannerText(language) => {
            let name = languages::name(*language, locale);
            let text = t::long_banner_text(locale, name, configuration::MAX_BANNER);
            (in_language(name_of(SettingName::Banner), *language), text)
        }
        ConfigurationMistake::BannerEnds => (
            fields::BANNER_END.to_owned(),
            t::banner_ends(locale).to_owned(),
        ),
    }
}

fn page(visit: &Visit, typed: &Typed, mistakes: &Mistakes) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    Page::new(visit, t::title(locale), || {
        view! {
            <AdministrationNav visit/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=routes::CONFIGURATION locale/>
                <input type="hidden" name=VERSION value=typed.get(VERSION).to_owned()/>
                <h2>{t::banner(locale)}</h2>
                <BannerFields visit form/>
                <h2>{t::free_mail(locale)}</h2>
                {setting(visit, SettingName::FreeMailAllow, Kind::Lines, form)}
                {setting(visit, SettingName::FreeMailDeny, Kind::Lines, form)}
                <h2>{t::times(locale)}</h2>
                {setting(visit, SettingName::RegistrationLink, Kind::Number, form)}
                {setting(visit, SettingName::ResetLink, Kind::Number, form)}
                {setting(visit, SettingName::ApprovalTarget, Kind::Number, form)}
                <div class="actions"><button class="btn">{common::save(locale)}</button></div>
            </form>
        }
    })
}

#[component]
fn BannerFields<'a>(visit: &'a Visit, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let zone = t::time_hint(locale, visit.time_zone().name());
    view! {
        <p class="soft">{t::banner_hint(locale)}</p>
        <Translations field=name_of(SettingName::Banner) label=t::banner_in kind=Kind::Paragraph form=&form/>
        <div class="form__pair">
            <Field name=fields::BANNER_BEGIN label=t::begin(locale) hint=zone kind=Kind::DateTime form=&form/>
            <Field name=fields::BANNER_END label=t::end(locale) hint=t::end_hint(locale) kind=Kind::DateTime form=&form/>
        </div>
    }
}

/// A field; or, of what the environment or the file sets, what it says there.
fn setting(visit: &Visit, name: SettingName, kind: Kind, form: FormState<'_>) -> AnyView {
    let locale = form.locale;
    let (label, hint) = words(name, locale);
    let portal = &visit.scope.portal;
    let variable = name.variable();
    let variable = variable.filter(|_| portal.settings.fixed.contains(&name));
    let Some(variable) = variable else {
        return view! { <Field name=name_of(name) label hint=hint.to_owned() kind form=&form/> }
            .into_any();
    };
    let value = fields::in_force(visit, name);
    let value = if value.is_empty() {
        t::none(locale).to_owned()
    } else {
        value
    };
    view! {
        <dl class="facts">
            <Fact name=label value=view! {
                <span>{value}</span>
                <p class="soft small">{t::fixed(locale)} " " <code translate="no">{variable}</code></p>
            }/>
        </dl>
    }
    .into_any()
}

const fn words(name: SettingName, locale: Locale) -> (&'static str, &'static str) {
    match name {
        SettingName::FreeMailAllow => (t::allow(locale), t::allow_hint(locale)),
        SettingName::FreeMailDeny => (t::deny(locale), t::deny_hint(locale)),
        SettingName::RegistrationLink => (t::registration(locale), t::registration_hint(locale)),
        SettingName::ResetLink => (t::reset(locale), t::reset_hint(locale)),
        SettingName::ApprovalTarget => (t::approval(locale), t::approval_hint(locale)),
        SettingName::Banner => (t::banner(locale), t::banner_hint(locale)),
    }
}
