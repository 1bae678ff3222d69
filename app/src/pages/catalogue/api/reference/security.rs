//! How callers prove who they are.

use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::{Flow, Need, Scheme, SchemeKind};

use super::{draw::AUTHENTICATION, markdown::Description};
use crate::routes;

/// Where a token comes from, and the ways to send it.
#[component]
pub fn Authentication<'a>(
    schemes: &'a [Scheme],
    /// Whether the API is the portal's own.
    is_own: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    let lead = if is_own {
        t::authentication_of_client(locale)
    } else {
        t::authentication_lead(locale)
    };
    let ways = schemes.iter().map(|it| scheme(it, locale)).collect_view();
    view! {
        <section class="reference__group">
            <h2 id=AUTHENTICATION>{t::authentication(locale)}</h2>
            <p class="reference__text">{lead}</p>
            <p class="operation__address">
                <span class="method method--create" translate="no">"POST"</span>
                <code translate="no">{routes::TOKEN}</code>
            </p>
            {(!schemes.is_empty()).then(|| view! {
                <h3>{t::ways(locale)}</h3>
                <ul class="params" role="list">{ways}</ul>
            })}
        </section>
    }
}

fn scheme(scheme: &Scheme, locale: Locale) -> impl IntoView + use<> {
    let flows = match &scheme.kind {
        SchemeKind::OAuth2(flows) => flows.as_slice(),
        _ => &[],
    };
    view! {
        <li class="param">
            <p class="param__head">
                <code class="param__name" translate="no">{scheme.name.clone()}</code>
                <span class="param__type">{way(&scheme.kind, locale)}</span>
            </p>
            <Description text=&scheme.description locale/>
            {flows.iter().map(|it| flow(it, locale)).collect_view()}
        </li>
    }
}

fn way(kind: &SchemeKind, locale: Locale) -> String {
    match kind {
        SchemeKind::ApiKey { place, name } => t::key_in(locale, place, name),
        SchemeKind::Http { scheme, .. } => t::authorization_header(locale, scheme),
        SchemeKind::OAuth2(flows) => {
            let names: Vec<_> = flows.iter().map(|flow| flow.name.as_str()).collect();
            t::oauth(locale, names.join(", "))
        }
        SchemeKind::OpenIdConnect(address) => format!("{} {address}", t::openid(locale)),
        SchemeKind::MutualTls => t::certificate(locale).to_owned(),
        SchemeKind::Other(kind) => kind.clone(),
    }
}

fn flow(flow: &Flow, locale: Locale) -> impl IntoView + use<> {
    let addresses = [&flow.authorization_url, &flow.token_url];
    let addresses = addresses.into_iter().flatten().cloned();
    let addresses =
        addresses.map(|it| view! { <p class="small"><code translate="no">{it}</code></p> });
    let scopes = flow.scopes.iter().map(|(scope, means)| {
        let (scope, means) = (scope.clone(), means.clone());
        view! { <li><code translate="no">{scope}</code> " " {means}</li> }
    });
    let scopes = scopes.collect_view();
    view! {
        {addresses.collect_view()}
        {(!flow.scopes.is_empty()).then(|| view! {
            <p class="small soft">{t::scopes(locale)} ":"</p>
            <ul class="small">{scopes}</ul>
        })}
    }
}

/// What the calls of an operation need, in a line. Nothing where the document says nothing.
#[component]
pub fn Needs<'a>(security: &'a [Vec<Need>], locale: Locale) -> impl IntoView + use<> {
    let alternatives = security.iter().map(|needs| {
        let needs: Vec<_> = needs.iter().map(need).collect();
        if needs.is_empty() {
            t::no_authentication(locale).to_owned()
        } else {
            needs.join(&format!(" {} ", t::and(locale)))
        }
    });
    let alternatives: Vec<_> = alternatives.collect();
    let told = alternatives.join(&format!(" {} ", t::or(locale)));
    (!told.is_empty()).then(|| {
        view! {
            <p class="small soft">
                <a href=format!("#{AUTHENTICATION}")>{t::authentication(locale)}</a> ": " {told}
            </p>
        }
    })
}

fn need(need: &Need) -> String {
    if need.scopes.is_empty() {
        need.scheme.clone()
    } else {
        format!("{} ({})", need.scheme, need.scopes.join(", "))
    }
}
