//! How an API is called: what goes over the wire for an operation, and a whole program in the
//! language that the reader chose.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Path, Query},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{Api, Sample, SampleLanguage},
    credentials,
};
use leptos::prelude::*;
use locales::{Locale, api as t};
use serde::Deserialize;

use super::{
    super::samples::{CodeFigure, Variables, sample_html},
    ApiPage, Frame, find,
    frame::ApiPageHead,
    reference::{Call, Kept},
};
use crate::{
    components::{LocalNav, NavLink},
    web::{Page, PageError, Visit, cookie, read_cookie, text_only},
};

/// The cookie of the language that was chosen last.
const LANGUAGE: &str = "balcao-linguagem";
const REMEMBERED: Duration = Duration::from_hours(365 * 24);

const CALL: &str = "chamada";
const PROGRAM: &str = "programa";

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
    page(&visit, &api, &choice, &headers).await
}

pub(super) async fn page(
    visit: &Visit,
    api: &Api,
    choice: &Choice,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let sample = sample(api, choice, headers).ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let name = &api.text(locale).name;
    let key = credentials::own_public_key(&visit.scope, api.id).await?;
    let kept = super::reference::kept(api);
    let call = kept.as_deref().and_then(|kept| kept.call(&choice.operacao));
    let frame = Frame {
        visit,
        api,
        page: ApiPage::Samples,
        contents: None,
    };
    let page = frame.draw(|| {
        let lead = t::samples_of(locale, name);
        let public_url = &visit.app.services.portal.settings.public_url;
        view! {
            <ApiPageHead api page=ApiPage::Samples lead locale/>
            {kept.as_deref().zip(call).map(|(kept, call)| view! { <CallSection api kept call locale/> })}
            <section class="section" id=PROGRAM>
                <h2>{t::the_program(locale)}</h2>
                <p class="soft">{t::samples_lead(locale)}</p>
                <p class="soft">{t::from_servers(locale)}</p>
                <Variables public_url key=key.as_ref() locale/>
                {languages(api, sample.language, call, locale)}
                <Program sample locale/>
            </section>
        }
    });
    let page = page.described(t::samples_of(locale, name));
    Ok(remembered(page, choice, sample.language, visit))
}

/// The sample in the language that is asked for, or was chosen last, or comes first.
fn sample<'a>(api: &'a Api, choice: &Choice, headers: &HeaderMap) -> Option<&'a Sample> {
    let remembered = read_cookie(headers, LANGUAGE).unwrap_or_default();
    let in_language = |name: &str| {
        let language: SampleLanguage = name.parse().ok()?;
        api.samples.iter().find(|it| it.language == language)
    };
    in_language(&choice.linguagem)
        .or_else(|| in_language(remembered))
        .or_else(|| api.samples.first())
}

/// Keeps the language that was asked for.
fn remembered(page: Page, choice: &Choice, language: SampleLanguage, visit: &Visit) -> Response {
    let mut response = page.into_response();
    let is_chosen = choice.linguagem == language.as_str();
    let kept = is_chosen.then(|| cookie(LANGUAGE, language.as_str(), REMEMBERED, visit.app.https));
    if let Some(kept) = kept.flatten() {
        response.headers_mut().append(header::SET_COOKIE, kept);
    }
    response
}

/// The operation that is called, and what goes over the wire.
#[component]
fn CallSection<'a>(
    api: &'a Api,
    kept: &'a Kept,
    call: &'a Call,
    locale: Locale,
) -> impl IntoView + use<> {
    let html: Arc<str> = text_only(&call.message).into();
    let name = call.title(locale).to_owned();
    let reference = format!("{}#{}", ApiPage::Reference.address(api), call.slug);
    let choice = (kept.calls.len() > 1).then(|| operation_choice(kept, call, locale));
    view! {
        <section class="section" id=CALL>
            <h2>{t::the_call(locale)}</h2>
            <p class="soft">{t::the_call_lead(locale)}</p>
            {choice}
            <CodeFigure id=format!("{CALL}-texto") name html locale/>
            <p class="small"><a href=reference>{t::see_in_reference(locale)}</a></p>
        </section>
    }
}

fn operation_choice(kept: &Kept, chosen: &Call, locale: Locale) -> impl IntoView + use<> {
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
            <button class="btn btn--quiet">{t::choose(locale)}</button>
        </form>
    }
}

/// A link for each language, which keeps the operation.
fn languages(
    api: &Api,
    chosen: SampleLanguage,
    call: Option<&Call>,
    locale: Locale,
) -> impl IntoView + use<> {
    let operation = call.map(|call| format!("&operacao={}", call.slug));
    let operation = operation.unwrap_or_default();
    let links = api.samples.iter().map(|sample| {
        let language = sample.language;
        let href = format!("?linguagem={}{operation}#{PROGRAM}", language.as_str());
        NavLink::new(href, language.title()).current(language == chosen)
    });
    view! { <LocalNav label=t::languages(locale) links=links.collect()/> }
}

/// The whole program. One that is made for the operation belongs here.
#[component]
fn Program<'a>(sample: &'a Sample, locale: Locale) -> impl IntoView + use<> {
    let id = format!("exemplo-{}", sample.language.as_str());
    let name = sample.language.file_name().to_owned();
    view! { <CodeFigure id name html=sample_html(sample, locale) locale/> }
}
