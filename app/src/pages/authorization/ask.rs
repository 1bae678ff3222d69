//! The page that says what a program asks for, with the form of the answer. The form goes to the
//! address of the page, with all that the program sent.

use domain::clients::{self, AuthorizationRequest, PortalScope};
use leptos::prelude::*;
use locales::{Locale, authorization as t};

use crate::{
    components::{Fact, Notice, NoticeKind, Time, terms},
    forms::{ErrorSummary, PasswordPrompt, PasswordPromptFields, confirmation_label},
    web::{Page, PageError, Visit},
};

const ANSWER: &str = "resposta";
pub(super) const ALLOW: &str = "permitir";
pub(super) const REFUSE: &str = "recusar";

/// The page; `changed` where what it showed before is not what is asked for now.
pub(super) fn page(
    visit: &Visit,
    request: &AuthorizationRequest,
    prompt: Option<PasswordPrompt>,
    changed: bool,
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let sealed = clients::seal_request(&visit.scope, visit.vault(), request)?;
    let errors = prompt.map(PasswordPrompt::errors).unwrap_or_default();
    Ok(Page::new(visit, t::title(locale), || {
        let notice = changed.then(|| {
            let content = view! { <p>{t::changed(locale)}</p> };
            view! { <Notice kind=NoticeKind::Wait title=t::changed_title(locale) content/> }
        });
        view! {
            <header class="page-head">
                <div>
                    <h1>{t::asks(locale, &request.client_name)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                </div>
            </header>
            {notice}
            <Facts request visit/>
            {opens_apis(request).then(|| view! { <p class="soft">{t::means(locale)}</p> })}
            {may(request, PortalScope::Read).then(|| view! { <p class="soft">{t::reads_by_portal(locale)}</p> })}
            {may(request, PortalScope::Write).then(|| view! { <p class="soft">{t::acts_by_portal(locale)}</p> })}
            <p class="soft">{t::no_password(locale)} " " {t::ends(locale)}</p>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors=&errors labels=[confirmation_label(locale)] locale/>
                <input type="hidden" name="pedido" value=sealed/>
                {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
                <div class="actions">
                    <button class="btn" name=ANSWER value=ALLOW>{t::allow(locale)}</button>
                    <button class="btn btn--quiet" name=ANSWER value=REFUSE>{t::refuse(locale)}</button>
                </div>
            </form>
        }
    })
    .narrow()
    .secret())
}

/// Whether any scope is that of an API.
fn opens_apis(request: &AuthorizationRequest) -> bool {
    let is_portals = |scope: &String| scope.parse::<PortalScope>().is_ok();
    !request.scopes.iter().all(is_portals)
}

/// Whether the program asks for a scope of the portal's own API.
fn may(request: &AuthorizationRequest, what: PortalScope) -> bool {
    request.scopes.iter().any(|scope| scope == what.as_str())
}

#[component]
fn Facts<'a>(request: &'a AuthorizationRequest, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let scopes = request.scopes.iter().map(|scope| {
        view! { <li>{terms::scope(scope, &visit.apis, locale)}</li> }
    });
    let scopes = view! { <ul role="list">{scopes.collect_view()}</ul> };
    view! {
        <div class="panel">
            <dl class="facts">
                <Fact name=t::program(locale) value=request.client_name.clone()/>
                <Fact name=t::acts_for(locale) value=whose(visit)/>
                <Fact name=t::may(locale) value=scopes/>
                <Fact name=t::until(locale) value=view! { <Time at=request.until visit/> }/>
                <Fact name=t::answer_to(locale) value=destination(request, locale)/>
            </dl>
        </div>
    }
}

fn whose(visit: &Visit) -> String {
    let person = visit.person();
    let name = person.map(|it| format!("{} {} ({})", it.given_name, it.family_name, it.email));
    name.unwrap_or_default()
}

fn destination(request: &AuthorizationRequest, locale: Locale) -> String {
    let host = request.answer.host();
    if request.answer.is_local() {
        t::this_machine(locale, host)
    } else {
        host
    }
}
