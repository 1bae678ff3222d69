//! How calls of an operation look, and its responses.

use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::{Example, ExampleValue, Operation, Reference, Response};

use super::{message::message, operation::status};
use crate::{components::json_html, web::text_only};

#[component]
pub(super) fn RequestExample<'a>(
    operation: &'a Operation,
    reference: &'a Reference,
    base_path: &'a str,
    locale: Locale,
) -> impl IntoView + use<> {
    let message = message(operation, reference, base_path);
    let html = match message.split_once("\n\n") {
        Some((head, body)) => format!("{}\n\n{}", text_only(head), colours(body)),
        None => text_only(&message),
    };
    let label = t::example_request_of(locale, operation.title(locale.tag()));
    view! {
        <figure class="code" aria-label=label>
            <figcaption class="code__head">{t::request(locale)}</figcaption>
            <pre tabindex="0" translate="no"><code inner_html=html></code></pre>
        </figure>
    }
}

/// JSON in colours, and anything else as it is.
fn colours(text: &str) -> String {
    if text.starts_with(['{', '[', '"']) {
        json_html(text)
    } else {
        text_only(text)
    }
}

/// The examples of the responses, of which the browser shows one at a time.
#[component]
pub(super) fn ResponseExamples<'a>(
    operation: &'a Operation,
    locale: Locale,
) -> impl IntoView + use<> {
    let shown = operation.responses.iter().filter(|response| {
        let mut bodies = response.bodies.iter();
        bodies.any(|body| !body.examples.is_empty())
    });
    let shown: Vec<_> = shown.collect();
    let tabs = shown.iter().enumerate();
    let tabs = tabs.map(|(place, response)| tab(operation, response, place == 0, locale));
    let tabs = tabs.collect_view();
    (!shown.is_empty()).then(|| {
        view! {
            <div class="samples" role="group" aria-label=t::example_responses(locale)>{tabs}</div>
        }
    })
}

fn tab(
    operation: &Operation,
    response: &Response,
    open: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    let status = status(&response.status, locale);
    let label = t::example_of(locale, &status, operation.title(locale.tag()));
    let examples = response.bodies.iter();
    let examples =
        examples.flat_map(|body| body.examples.iter().map(|it| example(it, &label, locale)));
    view! {
        <details name=format!("{}.exemplos", operation.slug) open=open>
            <summary>{status}</summary>
            {examples.collect_view()}
        </details>
    }
}

fn example(example: &Example, label: &str, locale: Locale) -> impl IntoView + use<> {
    let summary = example.summary.in_language(locale.tag());
    let name = if summary.is_empty() {
        example.name.as_str()
    } else {
        summary
    };
    let told = if example.is_made {
        t::from_schema(locale)
    } else {
        name
    };
    let told = (!told.is_empty()).then(|| told.to_owned());
    let label = label.to_owned();
    let content = match (&example.value, example.text()) {
        (ExampleValue::Address(address), _) => {
            let address = address.clone();
            view! { <p class="body__head">{t::found_at(locale)} " " <code translate="no">{address}</code></p> }
                .into_any()
        }
        (_, text) => {
            let html = colours(&text.unwrap_or_default());
            view! { <pre tabindex="0" translate="no"><code inner_html=html></code></pre> }
                .into_any()
        }
    };
    view! {
        <figure class="code" aria-label=label>
            {told.map(|told| view! { <figcaption class="code__head">{told}</figcaption> })}
            {content}
        </figure>
    }
}
