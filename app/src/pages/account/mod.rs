//! "Minha conta": who one is, the password, where one is signed in, and which programs act for one.

mod factors;
mod own_programs;
mod password;
mod profile;
mod programs;
mod registration;
mod sessions;
mod tokens;

use domain::{
    accounts::{self, Profile, Session},
    clients::{self, ActingProgram, IssuedToken, OwnProgram},
};
use leptos::prelude::*;
use locales::{Locale, account as t, subscriptions as news, terms_accept as terms};
use profile::{Form, ProfileSection};

use crate::{
    components::{PageHead, time},
    forms::Errors,
    routes,
    web::{Access::Member, KeptForm, Page, PageError, Site, Visit, add_return_to},
};

pub fn routes(site: Site) -> Site {
    let site = site.get(Member, routes::ACCOUNT, show);
    site.merge([
        factors::routes,
        own_programs::routes,
        password::routes,
        profile::routes,
        programs::routes,
        registration::routes,
        sessions::routes,
        tokens::routes,
    ])
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<Form>) -> Result<Page, PageError> {
    page(&visit, kept, &Errors::default()).await
}

/// Programs that have to do with the reader.
struct Programs {
    acting: Vec<ActingProgram>,
    /// The latest tokens of others that act.
    tokens: Vec<IssuedToken>,
    own: Vec<OwnProgram>,
}

impl Programs {
    async fn find(visit: &Visit) -> Result<Self, PageError> {
        Ok(Self {
            acting: clients::acting_programs(&visit.scope).await?,
            tokens: clients::own_tokens(&visit.scope, None).await?.items,
            own: clients::own_programs(&visit.scope).await?,
        })
    }
}

/// The account as it is, or with what was just typed.
async fn page(visit: &Visit, typed: Option<Form>, errors: &Errors) -> Result<Page, PageError> {
    let profile = accounts::profile(&visit.scope).await?;
    let form = typed.unwrap_or_else(|| Form::from(&profile));
    let open = accounts::sessions::list(&visit.scope).await?;
    let programs = Programs::find(visit).await?;
    let title = t::title(visit.locale);
    Ok(Page::new(visit, title, || {
        view! {
            <AccountContent visit profile=&profile open programs=&programs form=&form errors/>
        }
    })
    .narrow())
}

#[component]
fn AccountContent<'a>(
    visit: &'a Visit,
    profile: &'a Profile,
    open: Vec<Session>,
    programs: &'a Programs,
    form: &'a Form,
    errors: &'a Errors,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <PageHead title=t::title(locale)/>
        <ProfileSection form profile errors locale/>
        {news_section(locale)}
        {password_section(locale)}
        {factors::section(locale)}
        {terms_section(profile, visit)}
        {sessions::section(visit, open)}
        {programs::section(visit, &programs.acting, &programs.tokens)}
        {own_programs::section(visit, &programs.own)}
    }
}

/// Which version of the terms the person agreed to, and the way to another one.
fn terms_section(profile: &Profile, visit: &Visit) -> impl IntoView + use<> {
    let (locale, consent) = (visit.locale, &profile.consent);
    let in_force = &visit.app.services.portal.settings.terms_version;
    let given_at = time::date_time(consent.given_at, visit);
    let newer = (consent.terms_version != *in_force).then(|| {
        let there = add_return_to(routes::TERMS_ACCEPT, routes::ACCOUNT);
        view! {
            <p>{terms::now(locale, in_force)}</p>
            <div class="actions"><a class="btn btn--quiet" href=there>{terms::see(locale)}</a></div>
        }
    });
    view! {
        <section class="section" id="termos">
            <h2>{t::terms(locale)}</h2>
            <p>{terms::before(locale, &consent.terms_version, given_at)}</p>
            {newer}
        </section>
    }
}

fn news_section(locale: Locale) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{news::title(locale)}</h2>
            <p class="soft">{news::lead(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=routes::ACCOUNT_NEWS>{news::choose(locale)}</a>
            </div>
        </section>
    }
}

fn password_section(locale: Locale) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{t::password(locale)}</h2>
            <p class="soft">{t::password_note(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=routes::ACCOUNT_PASSWORD>{t::change_password(locale)}</a>
            </div>
        </section>
    }
}
