//! What came of a call that was made: the answer, how it was got, and the same as a program.

use domain::{
    gateway::{CallStep, TryOut},
    requests::RequestView,
    usage::{QuotaState, rate_limit},
};
use leptos::prelude::*;
use locales::{Locale, number, try_it as t, usage};
use samples::{Body, Call, Content, Language, Part, PartContent};
use serde_json::Value;

use super::{
    exchange::{Exchange, Text, exchange, milliseconds, stamp},
    multipart,
};
use crate::{
    components::{Fact, Heading, MachineFact, Programs, StatusMeaning},
    routes,
    web::{Visit, ticket_path},
};

/// What stands where a credential or a token went.
pub(super) const LEFT_OUT: &str = "…";

#[component]
pub fn TryOutcome<'a>(
    try_out: &'a TryOut,
    application: &'a RequestView,
    /// The name of the file that was sent as the whole body.
    #[prop(optional_no_strip)]
    file: Option<&'a str>,
    /// What the call does.
    title: &'a str,
    /// The language of the program that is unfolded.
    language: Language,
    /// The level of its heading.
    #[prop(default = 2)]
    level: u8,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let answer = &try_out.answer;
    let program = as_program(&try_out.call, file, title);
    let is_cut = answer.is_cut;
    let below = level + 1;
    let token_url = format!(
        "{}{}",
        visit.app.services.portal.settings.public_url,
        routes::TOKEN
    );
    view! {
        <section class="section" id="resultado" aria-labelledby="resultado-titulo">
            <div class="split">
                <Heading level id="resultado-titulo" text=t::result(locale)/>
                <span class=stamp(answer.result.status)>{answer.result.status}</span>
            </div>
            <div class="panel"><TrySummary try_out application locale/></div>
            <p class="soft small">{t::left_out(locale)}</p>
            {exchange(&token_step(try_out, &token_url, locale), below, locale)}
            {exchange(&call_step(try_out, file, visit), below, locale)}
            {is_cut.then(|| view! { <p class="soft small">{t::cut(locale)}</p> })}
            <SameAsProgram program=&program application language level=below locale/>
            <p class="soft">
                {t::not_working(locale)} " " <a href=routes::DOCTOR>{t::examine(locale)}</a>
            </p>
        </section>
    }
}

#[component]
fn TrySummary<'a>(
    try_out: &'a TryOut,
    application: &'a RequestView,
    locale: Locale,
) -> impl IntoView + use<> {
    let calls = routes::fill(
        routes::CALLS,
        &[&application.group_id, &application.application_id],
    );
    let transaction = try_out.transaction.to_string();
    let found = format!("{calls}?transacao={transaction}");
    let times = t::times(
        locale,
        milliseconds(try_out.token.elapsed, locale),
        milliseconds(try_out.call.elapsed, locale),
    );
    let left = try_out.quota.map(|quota| quota_left(quota, locale));
    let StatusMeaning { cause, remedy } = meaning(try_out, application, locale);
    view! {
        <dl class="facts">
            <Fact name=usage::cause(locale) value=cause/>
            <Fact name=usage::remedy(locale) value=remedy/>
            {try_out.answer.result.code.clone().map(|code| view! {
                <MachineFact name=t::code(locale) value=code/>
            })}
            <Fact
                name=t::transaction(locale)
                value=view! { <a class="mono" href=found>{transaction}</a> }
            />
            <Fact name=t::time(locale) value=times/>
            {left.map(|left| view! { <Fact name=t::quota(locale) value=left/> })}
        </dl>
    }
}

pub fn quota_left(quota: QuotaState, locale: Locale) -> String {
    let count = |calls| number::count(calls, locale);
    t::quota_left(locale, count(quota.remaining), count(quota.calls))
}

/// What the answer of a try-out means.
fn meaning(try_out: &TryOut, application: &RequestView, locale: Locale) -> StatusMeaning {
    let result = &try_out.answer.result;
    let (status, code) = (result.status, result.code.as_deref());
    let answer = application.api.text(locale).answer(status, code);
    StatusMeaning::of(status, answer, locale)
}

fn token_step<'a>(try_out: &'a TryOut, token_url: &str, locale: Locale) -> Exchange<'a> {
    Exchange {
        title: t::step_token(locale),
        elapsed: try_out.token.elapsed,
        request: vec![
            format!("POST {token_url}"),
            format!("x-client-auth: Basic {LEFT_OUT}"),
            "content-type: application/x-www-form-urlencoded".to_owned(),
        ],
        sent: Text::Plain("grant_type=client_credentials"),
        status: 200,
        headers: vec![
            "content-type: application/json".to_owned(),
            "cache-control: no-store".to_owned(),
        ],
        body: Text::Json(&try_out.token.body),
    }
}

fn call_step<'a>(try_out: &'a TryOut, file: Option<&'a str>, visit: &Visit) -> Exchange<'a> {
    let locale = visit.locale;
    let (call, answer) = (&try_out.call, &try_out.answer);
    let public_url = &visit.app.services.portal.settings.public_url;
    let line = format!("{} {public_url}{}", call.sent.method, call.path_and_query);
    let token = format!("x-client-auth: Bearer {LEFT_OUT}");
    let sent = call.sent.headers.iter().map(header);
    let quota = try_out.quota.iter();
    let quota = quota.flat_map(|quota| rate_limit(try_out.kind, quota));
    let quota = quota.map(|(name, value)| (name.to_owned(), value));
    let id = ("x-request-id".to_owned(), try_out.transaction.to_string());
    let added: Vec<_> = quota.chain([id]).collect();
    let headers = answer.headers.iter().chain(&added);
    Exchange {
        title: t::step_call(locale),
        elapsed: call.elapsed,
        request: [line, token].into_iter().chain(sent).collect(),
        sent: match file {
            Some(name) => Text::of_file(name, &call.sent.body, &call.sent.headers),
            None => Text::of(&call.sent.body, &call.sent.headers),
        },
        status: answer.result.status,
        headers: headers.map(header).collect(),
        body: Text::of(&answer.body, &answer.headers),
    }
}

pub(super) fn header((name, value): &(String, String)) -> String {
    format!("{name}: {value}")
}

/// The call that was made, for whoever makes it by a program.
pub(super) fn as_program(call: &CallStep, file: Option<&str>, title: &str) -> Call {
    let sent = &call.sent;
    let is_type = |(name, _): &(String, String)| name.eq_ignore_ascii_case("content-type");
    let media_type = sent.headers.iter().find(|header| is_type(header));
    let media_type = media_type.map_or("", |(_, value)| value.as_str());
    let body = (!sent.body.is_empty()).then(|| body(&sent.body, file, media_type));
    let headers = sent.headers.iter().filter(|header| !is_type(header));
    Call {
        method: sent.method.clone(),
        path_and_query: call.path_and_query.clone(),
        headers: headers.cloned().collect(),
        body,
        title: title.to_owned(),
    }
}

fn body(body: &[u8], file: Option<&str>, media_type: &str) -> Body {
    if let Some(boundary) = multipart::boundary(media_type) {
        let parts = multipart::read(body, boundary);
        return Body {
            media_type: "multipart/form-data".to_owned(),
            content: Content::Multipart(parts.iter().map(part).collect()),
        };
    }
    let content = match (file, str::from_utf8(body)) {
        (Some(name), _) => Content::File(name.to_owned()),
        (None, Ok(text)) => content(text, media_type),
        (None, Err(_)) => Content::Text(String::from_utf8_lossy(body).into_owned()),
    };
    Body {
        media_type: media_type.to_owned(),
        content,
    }
}

fn part(part: &multipart::WrittenPart<'_>) -> Part {
    let text = || String::from_utf8_lossy(part.content).into_owned();
    let file = part.file().map(|name| PartContent::File(name.to_owned()));
    Part {
        name: part.name().to_owned(),
        content: file.unwrap_or_else(|| PartContent::Text(text())),
    }
}

fn content(body: &str, media_type: &str) -> Content {
    let json = media_type.contains("json");
    let json: Option<Value> = json.then(|| serde_json::from_str(body).ok()).flatten();
    let is_form = media_type.starts_with("application/x-www-form-urlencoded");
    let form = is_form
        .then(|| serde_urlencoded::from_str(body).ok())
        .flatten();
    json.map(Content::Json)
        .or_else(|| form.map(Content::Form))
        .unwrap_or_else(|| Content::Text(body.to_owned()))
}

#[component]
fn SameAsProgram<'a>(
    program: &'a Call,
    application: &'a RequestView,
    language: Language,
    level: u8,
    locale: Locale,
) -> impl IntoView + use<> {
    let samples = routes::fill(routes::API_SAMPLES, &[&application.api.slug]);
    let ticket = ticket_path(application.group_id, application.application_id);
    view! {
        <section class="stack" aria-labelledby="o-mesmo">
            <div>
                <Heading level id="o-mesmo" text=t::as_program(locale)/>
                <p class="soft small">
                    {t::as_program_text(locale)} " "
                    <a href=format!("{samples}#executar")>{t::how_to_run(locale)}</a> " · "
                    <a href=ticket>{t::where_keys(locale)}</a>
                </p>
            </div>
            <Programs call=program open=language locale/>
        </section>
    }
}
