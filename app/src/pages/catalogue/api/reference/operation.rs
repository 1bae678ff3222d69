//! One operation: what it is, what it takes, and what it answers.

use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::{Body, Operation, Parameter, Place, Reference, RequestBody, Response};

use super::{
    contents::method_html,
    draw::Callable,
    examples::{RequestExample, ResponseExamples},
    fields::{Field, SchemaFacts},
    markdown::Description,
    message::message,
    parts::schema_parts,
    security::Needs,
    words::kind,
};
use crate::{routes, web::text_only};

#[component]
pub fn OperationView<'a>(
    operation: &'a Operation,
    reference: &'a Reference,
    /// None of webhooks, which nobody calls here.
    api: Option<Callable<'a>>,
    locale: Locale,
) -> impl IntoView + use<> {
    let base_path = api.map_or("", |api| api.base_path);
    let title = operation.title(locale.tag()).to_owned();
    let heading = format!("{}.titulo", operation.slug);
    let named_by = heading.clone();
    let href = format!("#{}", operation.slug);
    let callbacks = operation.callbacks.iter();
    let callbacks = callbacks
        .map(|it| callback(it, reference, locale))
        .collect_view();
    view! {
        <article class="operation" id=operation.slug.clone() aria-labelledby=named_by>
            <div class="operation__text">
                <h3 id=heading>
                    <a href=href>{title}</a>
                    {operation.deprecated.then(|| view! { " " <span class="mark">{t::deprecated(locale)}</span> })}
                </h3>
                <p class="operation__address" inner_html=address(operation, base_path)></p>
                <Description text=&operation.description locale/>
                <Needs security=&operation.security locale/>
                {parameters(&operation.parameters, locale)}
                {operation.body.as_ref().map(|body| view! { <RequestBodyView body locale/> })}
                <Responses operation locale/>
                {(!operation.callbacks.is_empty()).then(|| view! {
                    <h4>{t::callbacks(locale)}</h4> <div class="forms">{callbacks}</div>
                })}
            </div>
            <div class="operation__examples">
                <RequestExample operation reference base_path locale/>
                {api.map(|api| ways_on(operation, api, locale))}
                <ResponseExamples operation locale/>
            </div>
        </article>
    }
}

/// To where the operation is called, and to its program.
fn ways_on(operation: &Operation, api: Callable<'_>, locale: Locale) -> impl IntoView + use<> {
    let program = routes::fill(routes::API_SAMPLES, &[&api.slug]);
    let program = format!("{program}?operacao={}", operation.slug);
    let try_it = routes::fill(routes::API_TRY, &[&api.slug, &operation.slug]);
    let title = operation.title(locale.tag());
    let (try_label, label) = (
        t::try_it_of(locale, title),
        t::see_program_of(locale, title),
    );
    view! {
        <p class="operation__links">
            <a class="btn btn--small" href=try_it aria-label=try_label data-wakes>{t::try_it(locale)}</a>
            <a href=program aria-label=label>{t::see_program(locale)}</a>
        </p>
    }
}

/// The method and the path, which may break before each part.
fn address(operation: &Operation, base_path: &str) -> String {
    let path = text_only(&format!("{base_path}{}", operation.path));
    let path = path.replace('/', "/<wbr>");
    let method = method_html(&operation.method);
    format!(r#"{method} <code translate="no">{path}</code>"#)
}

fn callback(operation: &Operation, reference: &Reference, locale: Locale) -> impl IntoView + use<> {
    let title = operation.title(locale.tag()).to_owned();
    let example = text_only(&message(operation, reference, ""));
    view! {
        <details class="form" open>
            <summary>{title}</summary>
            <p class="operation__address" inner_html=address(operation, "")></p>
            <Description text=&operation.description locale/>
            {parameters(&operation.parameters, locale)}
            {operation.body.as_ref().map(|body| view! { <RequestBodyView body locale/> })}
            <figure class="code"><pre tabindex="0" translate="no"><code inner_html=example></code></pre></figure>
        </details>
    }
}

fn parameters(parameters: &[Parameter], locale: Locale) -> impl IntoView + use<> {
    let places = [
        (Place::Path, t::in_path(locale)),
        (Place::Query, t::in_query(locale)),
        (Place::Header, t::in_header(locale)),
        (Place::Cookie, t::in_cookie(locale)),
    ];
    let groups = places.into_iter().map(|(place, title)| {
        let here: Vec<_> = parameters.iter().filter(|it| it.place == place).collect();
        let items = here.iter().map(|it| parameter(it, locale)).collect_view();
        (!here.is_empty()).then(|| {
            view! {
                <h4>{title}</h4> <ul class="params" role="list">{items}</ul>
            }
        })
    });
    groups.collect_view()
}

fn parameter(parameter: &Parameter, locale: Locale) -> AnyView {
    let Some(reference) = parameter.elsewhere.clone() else {
        return Field::of_parameter(parameter, locale).draw(locale);
    };
    view! {
        <li class="param">
            <p class="param__head"><code class="param__name" translate="no">{parameter.name.clone()}</code></p>
            <p class="param__facts">{t::elsewhere(locale)} ": " <code translate="no">{reference}</code></p>
        </li>
    }
    .into_any()
}

#[component]
fn RequestBodyView<'a>(body: &'a RequestBody, locale: Locale) -> impl IntoView + use<> {
    let required = body.required;
    let elsewhere = body.elsewhere.clone();
    view! {
        <h4>
            {t::request_body(locale)}
            {required.then(|| view! { " " <span class="mark mark--required">{t::required(locale)}</span> })}
        </h4>
        <Description text=&body.description locale/>
        {elsewhere.map(|it| view! { <p class="param__facts">{t::elsewhere(locale)} ": " <code translate="no">{it}</code></p> })}
        {body.bodies.iter().map(|it| body_view(it, "", locale)).collect_view()}
    }
}

/// The media type and the schema of a body. A schema that a response before has is linked to.
fn body_view(body: &Body, slug: &str, locale: Locale) -> impl IntoView + use<> {
    let media_type = body.media_type.clone();
    let same = body.same_as.clone().map(|status| {
        let href = format!("#{}", response_anchor(slug, &status));
        view! { <p class="param__facts">{t::same_body(locale)} " " <a href=href>{status}</a></p> }
    });
    let is_unfolded = body.same_as.is_none();
    view! {
        <p class="body__head">
            <code translate="no">{media_type}</code> <span class="param__type">{kind(&body.schema, locale)}</span>
        </p>
        {same}
        {is_unfolded.then(|| view! {
            <Description text=&body.schema.description locale/>
            <SchemaFacts schema=&body.schema locale/>
            {schema_parts(&body.schema, locale)}
        })}
    }
}

fn response_anchor(slug: &str, status: &str) -> String {
    format!("{slug}.{}", status.to_lowercase())
}

#[component]
fn Responses<'a>(operation: &'a Operation, locale: Locale) -> impl IntoView + use<> {
    let responses = operation.responses.iter();
    let responses = responses.map(|it| response(it, &operation.slug, locale));
    let responses = responses.collect_view();
    (!operation.responses.is_empty()).then(|| {
        view! {
            <h4>{t::responses(locale)}</h4>
            <ul class="responses" role="list">{responses}</ul>
        }
    })
}

fn response(response: &Response, slug: &str, locale: Locale) -> impl IntoView + use<> {
    let status = status(&response.status, locale);
    let class = if response.is_success() {
        "status status--good"
    } else {
        "status"
    };
    let elsewhere = response.elsewhere.clone();
    let headers = response.headers.iter();
    let headers = headers
        .map(|header| Field::of_header(header).draw(locale))
        .collect_view();
    view! {
        <li class="response" id=response_anchor(slug, &response.status)>
            <span class=class translate="no">{status}</span>
            <div>
                <Description text=&response.description locale/>
                {elsewhere.map(|it| view! { <p class="param__facts">{t::elsewhere(locale)} ": " <code translate="no">{it}</code></p> })}
                {(!response.headers.is_empty()).then(|| view! {
                    <h5>{t::headers_of_response(locale)}</h5> <ul class="params" role="list">{headers}</ul>
                })}
                {response.bodies.iter().map(|it| body_view(it, slug, locale)).collect_view()}
            </div>
        </li>
    }
}

pub(super) fn status(status: &str, locale: Locale) -> String {
    match status {
        "default" => t::any_other_status(locale).to_owned(),
        status => status.to_owned(),
    }
}
