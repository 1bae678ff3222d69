//! How an API is used: its answers, and the values to test it with.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::catalogue::{Answer, Api};
use leptos::prelude::*;
use locales::{Locale, api as t, layout, status, tutorial};

use super::{super::test_values::TestValues, ApiPage, Frame, find, frame::ApiPageHead, twin};
use crate::{
    routes,
    web::{Page, PageError, Reader, Visit, text_only},
};

pub(super) const ANSWERS: &str = "respostas";
pub(super) const TEST_VALUES: &str = "valores-de-teste";
/// The level of the headings that the menu shows.
const HIGHEST: u8 = 2;

pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    if visit.wants_markdown {
        return Ok(twin::documentation(&visit, &api).await?.into_response());
    }
    Ok(page(&visit, &api)?.into_response())
}

pub(super) fn page(visit: &Visit, api: &Api) -> Result<Page, PageError> {
    if !ApiPage::Documentation.is_there(api) {
        return Err(PageError::NotFound);
    }
    let locale = visit.locale;
    let text = api.text(locale);
    let lead = t::documentation_lead(locale, &text.name);
    let contents = contents(api, locale);
    let to_print = (!api.is_preview).then(|| {
        let address = routes::fill(routes::API_TUTORIAL, &[&api.slug]);
        view! { <p class="small"><a href=address type="application/pdf">{tutorial::link(locale)}</a></p> }
    });
    let frame = Frame {
        visit,
        api,
        page: ApiPage::Documentation,
        contents: Some(&contents),
        shared_by: Some(Reader::Anybody),
    };
    let page = frame.draw(|| {
        view! {
            <ApiPageHead api page=ApiPage::Documentation lead=lead.clone() locale/>
            {to_print}
            <div class="prose" inner_html=text.documentation.html.as_str()></div>
            {(!text.answers.is_empty()).then(|| answers(&text.answers, locale))}
            {api.sandbox.is_some().then(|| view! { <TestValues api id=TEST_VALUES locale/> })}
        }
    });
    Ok(page.described(lead))
}

/// Links to the parts of the page.
fn contents(api: &Api, locale: Locale) -> String {
    let text = api.text(locale);
    let headings = text.documentation.contents.iter();
    let headings = headings.filter(|heading| heading.level == HIGHEST);
    let headings = headings.map(|heading| (heading.id.as_str(), heading.title.as_str()));
    let parts = [
        (!text.answers.is_empty()).then(|| (ANSWERS, t::answers(locale))),
        api.sandbox
            .is_some()
            .then(|| (TEST_VALUES, t::test_values(locale))),
    ];
    let items = headings.chain(parts.into_iter().flatten());
    let items = items.map(|(id, name)| {
        let name = text_only(name);
        format!("<li><a href=\"#{id}\">{name}</a></li>")
    });
    format!("<ul role=\"list\">{}</ul>", items.collect::<String>())
}

fn answers(answers: &[Answer], locale: Locale) -> impl IntoView + use<> {
    let rows = answers.iter().map(|answer| answer_row(answer, locale));
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
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="small">
                {status::many_errors(locale)} " " <a href=routes::STATUS>{layout::status(locale)}</a>
            </p>
        </section>
    }
}

fn answer_row(answer: &Answer, locale: Locale) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="table__title"><code translate="no">{answer.status}</code></td>
            <td data-label=t::code(locale)><code translate="no" class="nowrap">{answer.code.clone()}</code></td>
            <td data-label=t::meaning(locale)>{answer.meaning.clone()}</td>
            <td data-label=t::remedy(locale)>{answer.remedy.clone()}</td>
        </tr>
    }
}
