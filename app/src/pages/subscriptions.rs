//! What somebody is told of APIs by mail: chosen under "Minha conta", by the link of a mail, or on the
//! page of an API.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    ids::AccountId,
    subscriptions::{self, FollowedApi},
};
use leptos::prelude::*;
use locales::{Locale, layout, subscriptions as t};
use serde::Deserialize;

use crate::{
    components::{Breadcrumbs, Crumb, LargeIcon, PageHead, Symbol},
    routes,
    web::{
        Access::{Anyone, Member},
        Flash, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with,
    },
};

const API: &str = "api";
const WANTED: &str = "avisos";
const YES: &str = "sim";
const NO: &str = "nao";

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_NEWS, show)
        .post(Member, routes::ACCOUNT_NEWS, choose)
        .get(Anyone, routes::NEWS, show_by_link)
        .post(Anyone, routes::NEWS, choose_by_link)
        .get(Anyone, routes::NEWS_STOP, show_stopping)
        .post(Anyone, routes::NEWS_STOP, stop)
        .post(Member, routes::API_FOLLOW, follow)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// The slug of an API.
    api: String,
    avisos: String,
}

impl Form {
    fn is_wanted(&self) -> bool {
        self.avisos == YES
    }

    fn flash(&self) -> Flash {
        if self.is_wanted() {
            Flash::ApiFollowed
        } else {
            Flash::ApiUnfollowed
        }
    }
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let account = reader(&visit)?;
    page(&visit, account).await
}

async fn choose(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let account = reader(&visit)?;
    save(&visit, account, &form.api, form.is_wanted()).await?;
    Ok(see_other_with(routes::ACCOUNT_NEWS, form.flash(), &visit))
}

fn reader(visit: &Visit) -> Result<AccountId, PageError> {
    Ok(visit.scope.require_signed_in()?.id)
}

/// Opening a link changes nothing, since mail scanners do.
async fn show_by_link(visit: Visit, Path(link): Path<String>) -> Result<Page, PageError> {
    match account_of(&visit, &link) {
        Some(account) => Ok(page(&visit, account).await?.narrow().secret()),
        None => Ok(void_page(&visit)),
    }
}

async fn choose_by_link(
    visit: Visit,
    Path(link): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let Some(account) = account_of(&visit, &link) else {
        return Ok(void_page(&visit).into_response());
    };
    save(&visit, account, &form.api, form.is_wanted()).await?;
    let address = routes::fill(routes::NEWS, &[&link]);
    Ok(see_other_with(&address, form.flash(), &visit))
}

/// Whoever opens the address of a program is a person, or a scanner: nothing is changed.
async fn show_stopping(Path(link): Path<String>) -> Response {
    see_other(&routes::fill(routes::NEWS, &[&link]))
}

/// A program for mail, whose reader wants no more. Nobody reads the answer.
async fn stop(visit: Visit, Path(link): Path<String>) -> Result<Response, PageError> {
    let Some(account) = account_of(&visit, &link) else {
        return Ok(void_page(&visit).into_response());
    };
    let portal = &visit.app.services.portal;
    subscriptions::choose_none(portal, account).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn account_of(visit: &Visit, link: &str) -> Option<AccountId> {
    subscriptions::account_of(&visit.app.services.portal, visit.vault(), link)
}

async fn follow(
    visit: Visit,
    Path(slug): Path<String>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let account = reader(&visit)?;
    save(&visit, account, &slug, form.is_wanted()).await?;
    let address = routes::fill(routes::API, &[&slug]);
    Ok(see_other_with(&address, form.flash(), &visit))
}

async fn save(
    visit: &Visit,
    account: AccountId,
    slug: &str,
    is_wanted: bool,
) -> Result<(), PageError> {
    let portal = &visit.app.services.portal;
    let saved = subscriptions::choose(portal, visit.catalogue(), account, slug, is_wanted);
    Ok(saved.await?)
}

async fn page(visit: &Visit, account: AccountId) -> Result<Page, PageError> {
    let locale = visit.locale;
    let portal = &visit.app.services.portal;
    let apis = subscriptions::followed(portal, visit.catalogue(), account).await?;
    let is_own = visit.scope.account_id() == Some(account);
    Ok(Page::new(visit, t::title(locale), || {
        let content = if apis.is_empty() {
            nothing(locale).into_any()
        } else {
            list(&apis, locale).into_any()
        };
        let crumbs = vec![Crumb::new(routes::ACCOUNT, layout::my_account(locale))];
        view! {
            {is_own.then(|| view! { <Breadcrumbs locale crumbs here=t::title(locale)/> })}
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {content}
        }
    }))
}

fn nothing(locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Mail/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
        </div>
    }
}

fn list(apis: &[FollowedApi], locale: Locale) -> impl IntoView + use<> {
    let rows = apis.iter().map(|it| row(it, locale));
    view! {
        <ul class="lines" role="list">{rows.collect_view()}</ul>
        <p class="soft small">{t::end_always(locale)}</p>
    }
}

fn row(followed: &FollowedApi, locale: Locale) -> impl IntoView + use<> {
    let api = &followed.api;
    let name = api.text(locale).name.clone();
    let href = routes::fill(routes::API, &[&api.slug]);
    let told = match (followed.is_wanted, followed.is_used) {
        (true, _) => t::told_of_all(locale),
        (false, true) => t::told_of_end(locale),
        (false, false) => t::told_of_nothing(locale),
    };
    let used = followed.is_used.then(|| format!(" · {}", t::used(locale)));
    let (value, words, label) = if followed.is_wanted {
        (NO, t::unfollow(locale), t::unfollow_of(locale, &name))
    } else {
        (YES, t::follow_short(locale), t::follow_of(locale, &name))
    };
    view! {
        <li>
            <div>
                <p><strong><a href=href>{name}</a></strong></p>
                <p class="soft small">{told} {used}</p>
            </div>
            <form method="post">
                <input type="hidden" name=API value=api.slug.clone()/>
                <button class="btn btn--quiet btn--small" name=WANTED value=value aria-label=label>{words}</button>
            </form>
        </li>
    }
}

fn void_page(visit: &Visit) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::void_title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Clock/>
                <h1>{t::void_title(locale)}</h1>
                <p>{t::void(locale)}</p>
                <div class="actions"><a class="btn" href=routes::ACCOUNT_NEWS>{layout::sign_in(locale)}</a></div>
            </div>
        }
    })
    .narrow()
    .secret()
    .with_status(StatusCode::NOT_FOUND)
}

/// On the page of an API: whether the reader is told of it, and the button that changes that.
#[component]
pub fn FollowForm<'a>(api: &'a Api, is_followed: bool, locale: Locale) -> impl IntoView + use<> {
    let action = routes::fill(routes::API_FOLLOW, &[&api.slug]);
    let (value, words) = if is_followed {
        (NO, t::unfollow(locale))
    } else {
        (YES, t::follow(locale))
    };
    let told = is_followed.then(|| view! { <span class="soft small">{t::told(locale)}</span> });
    view! {
        <form class="actions" method="post" action=action>
            <button class="btn btn--quiet btn--small" name=WANTED value=value>{words}</button>
            {told}
        </form>
    }
}
