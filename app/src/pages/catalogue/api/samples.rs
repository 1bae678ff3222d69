//! How an API is called: for each operation a whole program in the language that the reader chose,
//! and what goes over the wire; all of them together for Postman and Bruno.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Path, Query},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    credentials::{self, PublicKey},
};
use leptos::prelude::*;
use locales::{Locale, api as t};
use samples::Language;
use serde::Deserialize;

use super::{
    super::variables::Variables,
    ApiPage, Frame, find,
    frame::ApiPageHead,
    program::kept_program,
    reference::{Call, Kept, kept},
    twin,
};
use crate::{
    components::{CodeFigure, LANGUAGE_OF_PROGRAMS, LocalNav, NavLink, chosen_language},
    islands::shells::Shell,
    routes,
    web::{Page, PageError, Plain, Visit, cookie, text_only},
};

const REMEMBERED: Duration = Duration::from_hours(365 * 24);

const CALL: &str = "chamada";
const PROGRAM: &str = "programa";
const RUN: &str = "executar";
const COLLECTIONS: &str = "colecoes";

/// What the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    operacao: String,
    linguagem: String,
}

pub(super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
    Query(choice): Query<Choice>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    if visit.wants_markdown {
        return Ok(markdown(&visit, &api, &choice)?.into_response());
    }
    page(&visit, &api, &choice, &headers).await
}

pub(super) async fn show_markdown(
    visit: Visit,
    Path(slug): Path<String>,
    Query(choice): Query<Choice>,
) -> Result<Plain, PageError> {
    markdown(&visit, &*find(&visit, &slug)?, &choice)
}

/// It is the same for everybody, so that no cookie chooses the language.
fn markdown(visit: &Visit, api: &Api, choice: &Choice) -> Result<Plain, PageError> {
    let language = choice.linguagem.parse().unwrap_or(Language::ALL[0]);
    let text = twin::samples_text(visit, api, language).ok_or(PageError::NotFound)?;
    Ok(Plain::markdown(text))
}

/// The page of an API, published or not.
pub(super) async fn page(
    visit: &Visit,
    api: &Api,
    choice: &Choice,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let kept = kept(api).ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let language = chosen_language(&choice.linguagem, headers);
    let key = credentials::own_public_key(&visit.scope, api.id).await?;
    let frame = Frame {
        visit,
        api,
        page: ApiPage::Samples,
        contents: None,
        shared_by: None,
    };
    let lead = t::samples_of(locale, &api.text(locale).name);
    let page = frame.draw(|| {
        let shown = kept.call(&choice.operacao).map(|call| Shown {
            api,
            kept: &kept,
            call,
            language,
            locale,
        });
        let public_url = &visit.app.services.portal.settings.public_url;
        let content = match shown {
            Some(shown) => shown.draw(public_url, key.as_ref()).into_any(),
            None => view! { <p>{t::no_operations(locale)}</p> }.into_any(),
        };
        view! {
            <ApiPageHead api page=ApiPage::Samples lead=lead.clone() locale/>
            {content}
        }
    });
    let page = page.described(lead);
    Ok(remembered(page, choice, language, visit))
}

/// Keeps the language that was asked for.
fn remembered(page: Page, choice: &Choice, language: Language, visit: &Visit) -> Response {
    let mut response = page.into_response();
    let is_chosen = choice.linguagem == language.as_str();
    let kept = is_chosen.then(|| {
        cookie(
            LANGUAGE_OF_PROGRAMS,
            language.as_str(),
            REMEMBERED,
            visit.app.https,
        )
    });
    if let Some(kept) = kept.flatten() {
        response.headers_mut().append(header::SET_COOKIE, kept);
    }
    response
}

/// The operation and the language that are shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    api: &'a Api,
    kept: &'a Kept,
    call: &'a Call,
    language: Language,
    locale: Locale,
}

impl Shown<'_> {
    fn draw(self, public_url: &str, key: Option<&PublicKey>) -> impl IntoView + use<> {
        let Self {
            api,
            kept,
            call,
            language,
            locale,
        } = self;
        view! {
            {(kept.calls.len() > 1).then(|| operation_choice(kept, call, language, locale))}
            <section class="section" id=PROGRAM>
                <h2>{t::the_program(locale)}</h2>
                <p class="soft">{t::program_lead(locale)}</p>
                {languages(call, language, locale)}
                {self.program()}
            </section>
            {to_run(language, public_url, key, variables_lead(api, key, locale), locale)}
            <CallSection api call locale/>
            <Collections api locale/>
        }
    }

    fn program(self) -> impl IntoView + use<> {
        let (language, locale) = (self.language, self.locale);
        let id = format!("exemplo-{language}");
        let name = language.file_name().to_owned();
        let html = kept_program(self.api, self.call, language, locale);
        view! { <CodeFigure id name html locale/> }
    }
}

fn operation_choice(
    kept: &Kept,
    chosen: &Call,
    language: Language,
    locale: Locale,
) -> impl IntoView + use<> {
    let options = kept.calls.iter().map(|call| {
        let (slug, title) = (call.slug.clone(), call.title(locale).to_owned());
        view! { <option value=slug selected=call.slug == chosen.slug>{title}</option> }
    });
    view! {
        <form class="filters">
            <div class="field">
                <label for="operacao">{t::operation(locale)}</label>
                <select id="operacao" name="operacao">{options.collect_view()}</select>
            </div>
            <input type="hidden" name="linguagem" value=language.as_str()/>
            <button class="btn btn--quiet">{t::choose(locale)}</button>
        </form>
    }
}

/// A link for each language, which keeps the operation.
fn languages(call: &Call, chosen: Language, locale: Locale) -> impl IntoView + use<> {
    let links = Language::ALL.into_iter().map(|language| {
        let href = format!("?linguagem={language}&operacao={}#{PROGRAM}", call.slug);
        let link = NavLink::new(href, language.title()).within(t::program_in(locale));
        link.current(language == chosen)
    });
    view! { <LocalNav label=t::languages(locale) links=links.collect()/> }
}

/// What is set before the program runs, and what it is run by.
fn to_run(
    language: Language,
    public_url: &str,
    key: Option<&PublicKey>,
    lead: &'static str,
    locale: Locale,
) -> impl IntoView + use<> {
    let commands = text_only(&language.commands().join("\n"));
    view! {
        <section class="section" id=RUN>
            <h2>{t::to_run(locale)}</h2>
            <p class="soft">{lead}</p>
            <Variables public_url key open=shell(language) locale/>
            <p class="soft">{t::run_lead(locale, language.file_name())}</p>
            <CodeFigure
                id="comandos".to_owned() name=t::terminal(locale).to_owned() html=commands.into() locale
            />
            <p class="soft">{t::from_servers(locale)}</p>
        </section>
    }
}

const fn variables_lead(api: &Api, key: Option<&PublicKey>, locale: Locale) -> &'static str {
    match key {
        _ if api.is_own() => t::variables_of_client(locale),
        Some(_) => t::variables_own(locale),
        None => t::variables_lead(locale),
    }
}

/// Where those who chose a language are likely to type.
const fn shell(language: Language) -> Shell {
    match language {
        Language::Cmd => Shell::Cmd,
        Language::PowerShell => Shell::PowerShell,
        _ => Shell::Posix,
    }
}

/// What goes over the wire.
#[component]
fn CallSection<'a>(api: &'a Api, call: &'a Call, locale: Locale) -> impl IntoView + use<> {
    let html: Arc<str> = text_only(&call.message).into();
    let name = call.title(locale).to_owned();
    let reference = format!("{}#{}", ApiPage::Reference.address(api), call.slug);
    view! {
        <section class="section" id=CALL>
            <h2>{t::the_call(locale)}</h2>
            <p class="soft">{t::the_call_lead(locale)}</p>
            <CodeFigure id=format!("{CALL}-texto") name html locale/>
            <p class="small"><a href=reference>{t::see_in_reference(locale)}</a></p>
        </section>
    }
}

/// The files with all operations.
#[component]
fn Collections<'a>(api: &'a Api, locale: Locale) -> impl IntoView + use<> {
    let files = [
        ("Postman", routes::API_POSTMAN),
        ("Bruno", routes::API_BRUNO),
    ];
    let links = files.map(|(program, route)| {
        let href = routes::fill(route, &[&api.slug]);
        view! {
            <a class="btn btn--quiet" href=href download>{t::collection_for(locale, program)}</a>
        }
    });
    let lead = if api.is_own() {
        t::collections_of_client(locale)
    } else {
        t::collections_lead(locale)
    };
    view! {
        <section class="section" id=COLLECTIONS>
            <h2>{t::collections(locale)}</h2>
            <p class="soft">{lead}</p>
            <div class="actions">{links.into_iter().collect_view()}</div>
        </section>
    }
}
