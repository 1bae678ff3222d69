//! One API: what it is, what it answers, how it is called, and in which plans it comes.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{Answer, Api},
    credentials,
};
use leptos::prelude::*;
use locales::{Locale, api as t, layout};

use super::{plans::plans, samples::Samples, test_values::TestValues};
use crate::{
    components::{Breadcrumbs, Crumb, LocalNav, NavLink, terms},
    routes,
    web::{Access::Anyone, ForEverybody, Page, PageError, Site, Visit},
};

const PRESENTATION: &str = "apresentacao";
const ANSWERS: &str = "respostas";
const TEST_VALUES: &str = "valores-de-teste";
const SAMPLES: &str = "exemplos";
const PLANS: &str = "planos";

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::API, show)
        .get(Anyone, routes::API_DOCUMENT, document)
}

/// For programs: without a page around it.
async fn document(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let portal = &visit.scope.portal;
    let api = visit.catalogue().current().by_slug(&slug);
    let document = api.and_then(|api| api.document(&portal.settings.public_url));
    let document = document.ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    let mut response = (headers, document).into_response();
    response.extensions_mut().insert(ForEverybody);
    Ok(response)
}

async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = visit
        .catalogue()
        .current()
        .by_slug(&slug)
        .ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let text = api.text(locale);
    let public_url = &visit.app.services.portal.settings.public_url;
    let key = credentials::own_public_key(&visit.scope, api.id).await?;
    let page = Page::new(&visit, text.name.as_str(), || {
        let crumbs = vec![Crumb::new(routes::CATALOGUE, layout::catalogue(locale))];
        view! {
            <Breadcrumbs locale crumbs here=text.name.as_str()/>
            {head(&api, locale)}
            {section_links(&api, locale)}
            <section
                class="prose" id=PRESENTATION aria-label=t::presentation(locale)
                inner_html=text.presentation_html.as_str()
            ></section>
            {(!text.answers.is_empty()).then(|| answers(&text.answers, locale))}
            {has_test_values(&api).then(|| view! { <TestValues api=&api id=TEST_VALUES locale/> })}
            {(!api.samples.is_empty())
                .then(|| view! { <Samples api=&api id=SAMPLES public_url key=key.as_ref() locale/> })}
            <PlanSection api=&api signed_in=visit.person().is_some() locale/>
        }
    });
    Ok(page.described(text.summary.as_str()))
}

const fn has_test_values(api: &Api) -> bool {
    api.sandbox.is_some()
}

fn head(api: &Api, locale: Locale) -> impl IntoView {
    let text = api.text(locale);
    view! {
        <header class="page-head">
            <div>
                <h1>{text.name.as_str()}</h1>
                <p class="page-head__lead">{text.summary.as_str()}</p>
                <p class="soft small">
                    {terms::category(api.category, locale)} " · "
                    <span class="mono">"v" {api.version.as_str()}</span> " · "
                    <span class="mono">{api.base_path.as_str()}</span>
                    {api.openapi.is_some().then(|| document_link(api, locale))}
                </p>
            </div>
            <div class="actions"><a class="btn" href=format!("#{PLANS}")>{t::see_plans(locale)}</a></div>
        </header>
    }
}

fn document_link(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let address = routes::fill(routes::API_DOCUMENT, &[&api.slug]);
    view! { " · " <a href=address>{t::document(locale)}</a> }
}

fn section_links(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let link = |id, name| NavLink::new(format!("#{id}"), name);
    let has_answers = !api.text(locale).answers.is_empty();
    let has_samples = !api.samples.is_empty();
    let links = [
        Some(link(PRESENTATION, t::presentation(locale))),
        has_answers.then(|| link(ANSWERS, t::answers(locale))),
        has_test_values(api).then(|| link(TEST_VALUES, t::test_values(locale))),
        has_samples.then(|| link(SAMPLES, t::samples(locale))),
        Some(link(PLANS, t::plans(locale))),
    ];
    view! { <LocalNav label=t::sections(locale) links=links.into_iter().flatten().collect()/> }
}

fn answers(answers: &[Answer], locale: Locale) -> impl IntoView {
    view! {
        <section class="section" id=ANSWERS>
            <h2>{t::answers(locale)}</h2>
            <p class="soft">{t::answers_lead(locale)}</p>
            <table class="table">
                <caption class="visually-hidden">{t::answers(locale)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::status(locale)}</th>
                        <th scope="col">{t::code(locale)}</th>
                        <th scope="col">{t::meaning(locale)}</th>
                        <th scope="col">{t::remedy(locale)}</th>
                    </tr>
                </thead>
                <tbody>{answers.iter().map(|answer| answer_row(answer, locale)).collect_view()}</tbody>
            </table>
        </section>
    }
}

fn answer_row(answer: &Answer, locale: Locale) -> impl IntoView {
    view! {
        <tr>
            <td class="table__title"><code translate="no">{answer.status}</code></td>
            <td data-label=t::code(locale)><code translate="no" class="nowrap">{answer.code.as_str()}</code></td>
            <td data-label=t::meaning(locale)>{answer.meaning.as_str()}</td>
            <td data-label=t::remedy(locale)>{answer.remedy.as_str()}</td>
        </tr>
    }
}

#[component]
fn PlanSection<'a>(api: &'a Api, signed_in: bool, locale: Locale) -> impl IntoView {
    let account_needed = (!signed_in).then(|| view! {
        <p class="soft small">
            {t::account_needed(locale)} " " <a href=routes::SIGN_UP>{layout::sign_up(locale)}</a> " · "
            <a href=routes::SIGN_IN>{layout::sign_in(locale)}</a>
        </p>
    });
    view! {
        <section class="section" id=PLANS>
            <h2>{t::plans(locale)}</h2>
            {plans(api, locale)}
            {account_needed}
        </section>
    }
}
