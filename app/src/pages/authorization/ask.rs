//! The page that says what a program asks for, with the form of the answer. The form goes to the
//! address of the page, with all that the program sent.

use domain::clients::{self, AuthorizationRequest};
use leptos::prelude::*;
use locales::{Locale, authorization as t};

use crate::{
    components::{Fact, Notice, NoticeKind, Time},
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
            <p class="soft">{t::means(locale)} " " {t::ends(locale)}</p>
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

#[component]
fn Facts<'a>(request: &'a AuthorizationRequest, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let apis = request.scopes.iter().map(|scope| {
        let api = visit.apis.by_slug(scope);
        let name = api.map_or_else(|| scope.clone(), |api| api.text(locale).name.clone());
        view! { <li>{name}</li> }
    });
    let apis = view! { <ul role="list">{apis.collect_view()}</ul> };
    view! {
        <div class="panel">
            <dl class="facts">
                <Fact name=t::program(locale) value=request.client_name.clone()/>
                <Fact name=t::acts_for(locale) value=whose(visit)/>
                <Fact name=t::may(locale) value=apis/>
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
