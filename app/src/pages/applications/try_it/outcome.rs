//! What came of a try-out: the answer and how it was got, or why there is none.

use articles::copy_button;
use domain::{
    gateway::TryOut,
    requests::Status,
    usage::{CallKind, QuotaState, rate_limit},
};
use leptos::prelude::*;
use locales::{Locale, number, request_done as done, try_it as t, usage};

use super::{
    TryTarget, curl,
    exchange::{Exchange, RequestBody, exchange, milliseconds, stamp},
};
use crate::{
    components::{Fact, MachineFact, Notice, NoticeKind, StatusMeaning},
    islands::shells::Shell,
    routes,
    web::{Visit, ticket_path},
};

/// What stands where a credential or a token went.
const LEFT_OUT: &str = "…";

/// The reason that nothing was tried.
pub enum TryRefusal {
    Inactive(Status),
    NoSandbox,
    NoKeys,
    Exhausted(CallKind, QuotaState),
    Ended,
}

#[component]
pub fn TryRefusalNotice<'a>(
    why: &'a TryRefusal,
    target: &'a TryTarget,
    locale: Locale,
) -> impl IntoView + use<> {
    let said = |title, text: &'static str| {
        view! {
            <Notice
                kind=NoticeKind::Bad title content=view! { <p>{text}</p> }
            />
        }
        .into_any()
    };
    let with_link = |title, text: &'static str, href: String, name: &'static str| {
        let content = view! { <p>{text}</p><p><a href=href>{name}</a></p> };
        view! { <Notice kind=NoticeKind::Bad title content/> }.into_any()
    };
    let (group, application) = (&target.group.id, &target.application);
    let notice = match why {
        TryRefusal::Inactive(Status::Suspended) => {
            said(done::suspended(locale), done::suspended_text(locale))
        }
        TryRefusal::Inactive(Status::Revoked) => {
            said(done::revoked(locale), done::revoked_text(locale))
        }
        TryRefusal::Inactive(_) => {
            let href = routes::fill(routes::REQUEST_DONE, &[&application.id]);
            with_link(
                t::not_open(locale),
                t::not_open_text(locale),
                href,
                t::see_request(locale),
            )
        }
        TryRefusal::NoSandbox => {
            let href = routes::fill(routes::API, &[&application.api.slug]);
            with_link(
                t::no_sandbox(locale),
                t::no_sandbox_text(locale),
                href,
                t::see_documentation(locale),
            )
        }
        TryRefusal::NoKeys => {
            let href = routes::fill(routes::SECRETS, &[group, &application.application_id]);
            with_link(
                t::no_keys(locale),
                t::no_keys_text(locale),
                href,
                t::see_keys(locale),
            )
        }
        TryRefusal::Exhausted(kind, quota) => {
            let left = quota_left(*quota, locale);
            let text = match kind {
                CallKind::Sandbox => t::more_at_midnight(locale),
                CallKind::Trial | CallKind::PayPerUse => t::no_more(locale),
            };
            let content = view! { <p>{text}</p><p>{t::quota(locale)} ": " {left}</p> };
            view! { <Notice kind=NoticeKind::Bad title=t::exhausted(locale) content/> }.into_any()
        }
        TryRefusal::Ended => said(t::ended(locale), t::no_more(locale)),
    };
    view! { <div id="resultado">{notice}</div> }
}

#[component]
pub fn TryOutcome<'a>(
    try_out: &'a TryOut,
    target: &'a TryTarget,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let token_url = format!(
        "{}{}",
        visit.app.services.portal.settings.public_url,
        routes::TOKEN
    );
    view! {
        <section class="section" id="resultado" aria-labelledby="resultado-titulo">
            <div class="split">
                <h2 id="resultado-titulo">{t::result(locale)}</h2>
                <span class=stamp(try_out.answer.status)>{try_out.answer.status}</span>
            </div>
            <div class="panel"><TrySummary try_out target locale/></div>
            <p class="soft small">{t::left_out(locale)}</p>
            {exchange(&token_step(try_out, &token_url, locale), locale)}
            {exchange(&call_step(try_out, call_body(try_out).as_deref(), locale), locale)}
            <CurlCommands try_out token_url=&token_url target locale/>
            <p class="soft">
                {t::not_working(locale)} " " <a href=routes::DOCTOR>{t::examine(locale)}</a>
            </p>
        </section>
    }
}

#[component]
fn TrySummary<'a>(
    try_out: &'a TryOut,
    target: &'a TryTarget,
    locale: Locale,
) -> impl IntoView + use<> {
    let calls = routes::fill(
        routes::CALLS,
        &[&target.group.id, &target.application.application_id],
    );
    let transaction = try_out.transaction.to_string();
    let found = format!("{calls}?transacao={transaction}");
    let times = t::times(
        locale,
        milliseconds(try_out.token.elapsed, locale),
        milliseconds(try_out.call.elapsed, locale),
    );
    let left = try_out.quota.map(|quota| quota_left(quota, locale));
    let StatusMeaning { cause, remedy } = meaning(try_out, target, locale);
    view! {
        <dl class="facts">
            <Fact name=usage::cause(locale) value=cause/>
            <Fact name=usage::remedy(locale) value=remedy/>
            {try_out.answer.code.clone().map(|code| view! {
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

fn quota_left(quota: QuotaState, locale: Locale) -> String {
    let count = |calls| number::count(calls, locale);
    t::quota_left(locale, count(quota.remaining), count(quota.calls))
}

/// What the answer of a try-out means.
fn meaning(try_out: &TryOut, target: &TryTarget, locale: Locale) -> StatusMeaning {
    let (status, code) = (try_out.answer.status, try_out.answer.code.as_deref());
    let answer = target.application.api.text(locale).answer(status, code);
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
        sent: RequestBody::Form("grant_type=client_credentials"),
        status: 200,
        headers: vec![
            "content-type: application/json".to_owned(),
            "cache-control: no-store".to_owned(),
        ],
        body: &try_out.token.body,
    }
}

fn call_body(try_out: &TryOut) -> Option<String> {
    try_out.call.body.as_ref().map(ToString::to_string)
}

fn call_step<'a>(try_out: &'a TryOut, body: Option<&'a str>, locale: Locale) -> Exchange<'a> {
    let mut request = vec![
        format!("{} {}", try_out.call.method, try_out.call.url),
        format!("x-client-auth: Bearer {LEFT_OUT}"),
    ];
    let sent = body.map_or(RequestBody::Nothing, RequestBody::Json);
    if body.is_some() {
        request.push("content-type: application/json".to_owned());
    }
    let quota = try_out.quota.iter();
    let quota = quota.flat_map(|quota| rate_limit(try_out.kind, quota));
    let id = ("x-request-id", try_out.transaction.to_string());
    let headers = try_out.answer.headers.iter().cloned();
    let headers = headers.chain(quota).chain([id]);
    Exchange {
        title: t::step_call(locale),
        elapsed: try_out.call.elapsed,
        request,
        sent,
        status: try_out.answer.status,
        headers: headers
            .map(|(name, value)| format!("{name}: {value}"))
            .collect(),
        body: &try_out.answer.body,
    }
}

#[component]
fn CurlCommands<'a>(
    try_out: &'a TryOut,
    token_url: &'a str,
    target: &'a TryTarget,
    locale: Locale,
) -> impl IntoView + use<> {
    let ticket = ticket_path(target.group.id, target.application.application_id);
    let commands = Shell::ALL.map(|shell| {
        let token = curl::token(shell, token_url);
        let call = curl::call(shell, &try_out.call);
        [
            view! {
                <ShellCommand
                    shell id="comando-token" name=t::command_token(locale) command=token locale
                />
            },
            view! {
                <ShellCommand
                    shell id="comando-chamada" name=t::command_call(locale) command=call locale
                />
            },
        ]
    });
    let commands: Vec<_> = commands.into_iter().flatten().collect();
    view! {
        <section class="receipt" aria-labelledby="curl">
            <div>
                <h3 id="curl">{t::by_curl(locale)}</h3>
                <p class="soft small">
                    {t::by_curl_text(locale)} " " <a href=ticket>{t::where_credential(locale)}</a>
                </p>
            </div>
            {commands}
        </section>
    }
}

#[component]
fn ShellCommand<'a>(
    shell: Shell,
    id: &'a str,
    name: &'a str,
    command: String,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = format!("{id}-{}", shell.slug());
    let name = format!("{name} · {}", shell.name());
    let copies = copy_button(locale, &id, &name);
    view! {
        <div class="stack stack--tight">
            <div class="split">
                <p class="soft small">{name}</p>
                <div inner_html=copies></div>
            </div>
            <pre id=id class="command" tabindex="0" translate="no">{command}</pre>
        </div>
    }
}
