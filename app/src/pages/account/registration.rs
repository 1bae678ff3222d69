//! Makes the token that a program registers itself with (RFC 7591 §1.2), and shows it the only time.

use axum::response::{IntoResponse, Response};
use domain::{
    clients::{self, MAX_OWN, PERMIT_LIFETIME, RegistrationTokenError},
    token::Token,
};
use leptos::prelude::*;
use locales::{account, common, number, program_registration as t};

use crate::{
    components::{Breadcrumbs, Crumb, Fact, Key, Notice, NoticeKind, PageHead, Time},
    routes,
    web::{Access::Member, Page, PageError, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_REGISTRATION_TOKEN, show)
        .post(Member, routes::ACCOUNT_REGISTRATION_TOKEN, make)
}

async fn show(visit: Visit) -> Page {
    form(&visit, false)
}

/// Whoever sends the form twice sees the later token, which is the good one.
async fn make(visit: Visit) -> Result<Response, PageError> {
    match clients::make_registration_token(&visit.scope).await {
        Ok(token) => Ok(made(&visit, &token).into_response()),
        Err(RegistrationTokenError::TooMany) => {
            Ok(form(&visit, true).unprocessable().into_response())
        }
        Err(RegistrationTokenError::TooOften(wait)) => Err(wait.into()),
        Err(RegistrationTokenError::Common(error)) => Err(error.into()),
    }
}

fn form(visit: &Visit, too_many: bool) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::title(locale), || {
        let crumbs = vec![Crumb::new(routes::ACCOUNT, account::title(locale))];
        let refused = too_many.then(|| {
            let max = number::count(MAX_OWN, locale);
            let content = view! { <p>{t::too_many(locale, max)}</p> };
            view! { <Notice kind=NoticeKind::Bad title=t::too_many_title(locale) content/> }
        });
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {refused}
            <p>{t::means(locale)}</p>
            <p class="soft">{t::replaces(locale)}</p>
            <form class="form" method="post" novalidate>
                <div class="actions">
                    <button class="btn">{t::make(locale)}</button>
                    <a class="btn btn--quiet" href=routes::ACCOUNT>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}

fn made(visit: &Visit, token: &Token) -> Page {
    let locale = visit.locale;
    let url = &visit.app.services.portal.settings.public_url;
    let address = format!("{url}{}", routes::REGISTER_CLIENT);
    let until = visit.scope.now() + PERMIT_LIFETIME;
    Page::new(visit, t::made(locale), || {
        let crumbs = vec![Crumb::new(routes::ACCOUNT, account::title(locale))];
        let content = view! { <p>{t::once(locale)}</p> };
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <PageHead title=t::made(locale)/>
            <Notice kind=NoticeKind::Wait title=t::once_title(locale) content/>
            <div class="panel">
                <dl class="keys">
                    <Key
                        id="registration-token".to_owned() name=t::token(locale)
                        value=token.expose() locale
                    />
                </dl>
                <dl class="facts">
                    <Fact name=t::until(locale) value=view! { <Time at=until visit/> }/>
                    <Fact
                        name=t::address(locale)
                        value=view! { <code>"POST " {address}</code> }
                    />
                </dl>
            </div>
            <p class="soft">{t::means(locale)}</p>
            <div class="actions">
                <a class="btn" href=routes::ACCOUNT>{t::back(locale)}</a>
            </div>
        }
    })
    .narrow()
    .secret()
}
