//! Who answers the calls of an API: the sandbox, and the real API behind the portal.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{self, ApiContent, Part, Problem, Section},
    tls::TlsCause,
    upstreams::UpstreamRefusal,
};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, api_problems as p, apis, upstream_check as u};

use super::{
    super::ADMINISTRATOR,
    field::{Field, Kind, Tick},
    mistakes::Mistakes,
    section::{self, ACT, Address, Draft, MAX_FORM, SectionForm, Words},
    typed::Typed,
};
use crate::{
    components::{Notice, NoticeKind},
    routes,
    web::{PageError, PostedForm, Site, UpstreamFailure, Visit},
};

const SANDBOX: &str = "ambiente-de-testes";
const UPSTREAM: &str = "api-real";
/// What the button that tries the upstream says.
const CHECK: &str = "verificar";

#[derive(Clone, Copy)]
pub(super) struct Calls;

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_CALLS, section::show::<Calls>)
        .post_large(ADMINISTRATOR, routes::API_CALLS, MAX_FORM, save)
}

async fn save(
    visit: Visit,
    Path(address): Path<Address>,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    if typed.get(ACT) != CHECK {
        return section::save::<Calls>(visit, Path(address), PostedForm(typed)).await;
    }
    let api = catalogue::details(&visit.scope, &address.slug).await?;
    let upstream = typed.line(UPSTREAM);
    let outcome = visit.app.upstreams.probe(upstream.clone()).await;
    let none = Mistakes::default();
    let notice = || outcome_notice(&visit, &upstream, outcome);
    let page = section::page(&visit, &api, Calls, &typed, &none, notice).await?;
    Ok(page.into_response())
}

impl SectionForm for Calls {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Calls
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        typed.add(SANDBOX, if content.sandbox { "1" } else { "" });
        typed.add(UPSTREAM, content.upstream.as_deref().unwrap_or_default());
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, _: &mut Words) {
        content.sandbox = typed.has(SANDBOX);
        let upstream = typed.line(UPSTREAM);
        content.upstream = (!upstream.is_empty()).then_some(upstream);
    }

    fn field(self, problem: &Problem, _: &Typed) -> String {
        let field = match problem.part() {
            Some(Part::Sandbox) => SANDBOX,
            _ => UPSTREAM,
        };
        field.to_owned()
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let (form, locale) = (draft.form(), draft.locale());
        view! {
            <Tick name=SANDBOX label=e::sandbox(locale) hint=e::sandbox_hint(locale) form=&form/>
            <Field name=UPSTREAM label=e::upstream(locale) hint=e::upstream_hint(locale) kind=Kind::Code form=&form/>
            {draft.mistakes.of(UPSTREAM).is_some().then(|| {
                let refusal = draft.visit.scope.portal.settings.upstreams.check(&draft.typed.line(UPSTREAM));
                refusal.err().and_then(|refusal| missing_line(draft.visit, &refusal))
            })}
        }
        .into_any()
    }

    fn buttons(self, locale: Locale) -> AnyView {
        view! { <button class="btn btn--quiet" name=ACT value=CHECK>{u::check_upstream(locale)}</button> }
            .into_any()
    }
}

/// What came of trying an upstream.
fn outcome_notice(visit: &Visit, upstream: &str, outcome: Result<(), UpstreamFailure>) -> AnyView {
    let locale = visit.locale;
    let Err(failure) = outcome else {
        let content = view! { <p>{u::upstream_answers_text(locale)}</p> };
        return view! {
            <Notice kind=NoticeKind::Info title=u::upstream_answers(locale) content/>
        }
        .into_any();
    };
    let line = match &failure {
        UpstreamFailure::Refused(refusal) => missing_line(visit, refusal),
        _ => None,
    };
    let words = failure_words(&failure, upstream, locale);
    let content = view! { <p>{words}</p> {line} };
    view! { <Notice kind=NoticeKind::Bad title=u::upstream_fails(locale) content/> }.into_any()
}

fn failure_words(failure: &UpstreamFailure, upstream: &str, locale: Locale) -> String {
    match failure {
        UpstreamFailure::Refused(UpstreamRefusal::Malformed) => p::wrong_upstream(locale).into(),
        UpstreamFailure::Refused(UpstreamRefusal::Host(host)) => {
            apis::host_not_allowed(locale, host)
        }
        UpstreamFailure::Refused(UpstreamRefusal::Network(address)) => {
            apis::network_not_allowed(locale, address)
        }
        UpstreamFailure::Within => u::inner_addresses(locale, upstream),
        UpstreamFailure::Tls(cause) => match cause {
            TlsCause::Expired => u::tls_expired(locale).into(),
            TlsCause::NotYetValid => u::tls_not_yet(locale).into(),
            TlsCause::UnknownIssuer => u::tls_issuer(locale).into(),
            TlsCause::WrongName => u::tls_name(locale).into(),
            TlsCause::Revoked => u::tls_revoked(locale).into(),
            TlsCause::NoTls => u::tls_none(locale).into(),
            TlsCause::Other(said) => u::no_connection(locale, said),
        },
        UpstreamFailure::Connection(said) => u::no_connection(locale, said),
        UpstreamFailure::TooLate => u::too_late(locale).into(),
    }
}

/// The line that the portal's configuration lacks for an upstream.
fn missing_line(visit: &Visit, refusal: &UpstreamRefusal) -> Option<AnyView> {
    let policy = &visit.scope.portal.settings.upstreams;
    let line = match refusal {
        UpstreamRefusal::Malformed => return None,
        UpstreamRefusal::Host(host) => {
            let known = policy.hosts.iter().map(String::as_str);
            let hosts: Vec<_> = known.chain([host.as_str()]).collect();
            format!("BALCAO_UPSTREAM_HOSTS={}", hosts.join(","))
        }
        UpstreamRefusal::Network(address) => {
            let known = policy.networks.iter().map(ToString::to_string);
            let bits = if address.is_ipv4() { 32 } else { 128 };
            let networks: Vec<_> = known.chain([format!("{address}/{bits}")]).collect();
            format!("BALCAO_UPSTREAM_NETWORKS={}", networks.join(","))
        }
    };
    let locale = visit.locale;
    Some(
        view! {
            <p>{u::line_missing(locale)}</p>
            <p><code translate="no">{line}</code></p>
        }
        .into_any(),
    )
}
