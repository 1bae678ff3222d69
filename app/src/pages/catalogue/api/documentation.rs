//! How an API is used: its answers, and the values to test it with.

use axum::extract::Path;
use domain::catalogue::Answer;
use leptos::prelude::*;
use locales::{Locale, api as t};

use super::{super::test_values::TestValues, ApiPage, Frame, find, frame::ApiPageHead};
use crate::web::{Page, PageError, Visit};

pub(super) const ANSWERS: &str = "respostas";
pub(super) const TEST_VALUES: &str = "valores-de-teste";

pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = find(&visit, &slug)?;
    if !ApiPage::Documentation.is_there(&api) {
        return Err(PageError::NotFound);
    }
    let locale = visit.locale;
    let text = api.text(locale);
    let lead = t::documentation_lead(locale, &text.name);
    let contents = contents(!text.answers.is_empty(), api.sandbox.is_some(), locale);
    let frame = Frame {
        visit: &visit,
        api: &api,
        page: ApiPage::Documentation,
        contents: Some(&contents),
    };
    let page = frame.draw(|| {
        view! {
            <ApiPageHead api=&api page=ApiPage::Documentation lead=lead.clone() locale/>
            // An article about the API belongs here, and its headings to the contents.
            {(!text.answers.is_empty()).then(|| answers(&text.answers, locale))}
            {api.sandbox.is_some().then(|| view! { <TestValues api=&api id=TEST_VALUES locale/> })}
        }
    });
    Ok(page.described(lead))
}

/// Links to the parts of the page.
fn contents(has_answers: bool, has_test_values: bool, locale: Locale) -> String {
    let parts = [
        has_answers.then(|| (ANSWERS, t::answers(locale))),
        has_test_values.then(|| (TEST_VALUES, t::test_values(locale))),
    ];
    let items = parts.into_iter().flatten();
    let items = items.map(|(id, name)| format!("<li><a href=\"#{id}\">{name}</a></li>"));
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
