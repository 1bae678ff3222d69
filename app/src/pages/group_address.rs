//! The address of a group, confirmed by whoever reads its mail. Opening the link changes nothing;
//! pressing the button does, and needs no account.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    groups::{self, AddressLetterError, Group},
    ids::GroupId,
};
use leptos::prelude::*;
use locales::{Locale, group_form as t};

use crate::{
    components::{LargeIcon, Notice, NoticeKind, Symbol},
    routes,
    web::{
        Access::{Anyone, Member},
        Flash, Ids, Page, PageError, Site, Visit, see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::GROUP_ADDRESS, show)
        .post(Anyone, routes::GROUP_ADDRESS, confirm)
        .post(Member, routes::GROUP_ADDRESS_ASK, ask)
}

async fn show(visit: Visit, Path(link): Path<String>) -> Result<Page, PageError> {
    let group = groups::address::group_of_link(&visit.scope, visit.vault(), &link).await?;
    Ok(page(&visit, group.as_ref()))
}

async fn confirm(visit: Visit, Path(link): Path<String>) -> Result<Page, PageError> {
    let group = groups::address::confirm(&visit.scope, visit.vault(), &link).await?;
    Ok(match group {
        Some(group) => confirmed_page(&visit, &group),
        None => page(&visit, None),
    })
}

async fn ask(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Response, PageError> {
    let flash = match groups::address::send_again(&visit.scope, id).await {
        Ok(()) => Flash::AddressAsked,
        Err(AddressLetterError::Confirmed) => Flash::AddressConfirmed,
        Err(AddressLetterError::TooOften(wait)) => return Err(wait.into()),
        Err(AddressLetterError::Common(error)) => return Err(error.into()),
    };
    Ok(see_other_with(&routes::fill(routes::GROUP, &[&id]), flash, &visit).into_response())
}

fn page(visit: &Visit, group: Option<&Group>) -> Page {
    match group {
        Some(group) if group.email_confirmed_at.is_some() => confirmed_page(visit, group),
        Some(group) => confirmation_page(visit, group),
        None => unknown_link_page(visit),
    }
}

fn confirmation_page(visit: &Visit, group: &Group) -> Page {
    let locale = visit.locale;
    let title = t::address_title(locale);
    Page::new(visit, title, || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Mail/>
                <h1>{title}</h1>
                <p>{t::address_next(locale, group.email.shown(), &group.name, &group.legal_name)}</p>
                <form class="actions" method="post"><button class="btn">{t::address_confirm(locale)}</button></form>
                <p class="soft small">{t::address_not_you(locale)}</p>
            </div>
        }
    })
    .narrow()
    .secret()
}

fn confirmed_page(visit: &Visit, group: &Group) -> Page {
    let locale = visit.locale;
    let title = t::address_done_title(locale);
    Page::new(visit, title, || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Check/>
                <h1>{title}</h1>
                <p>{t::address_done(locale, group.email.shown(), &group.name)}</p>
            </div>
        }
    })
    .narrow()
    .secret()
}

fn unknown_link_page(visit: &Visit) -> Page {
    let locale = visit.locale;
    let title = t::address_void_title(locale);
    Page::new(visit, title, || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Clock/>
                <h1>{title}</h1>
                <p>{t::address_void(locale)}</p>
            </div>
        }
    })
    .narrow()
    .secret()
    .with_status(StatusCode::NOT_FOUND)
}

/// On the page of a group: that its address is yet to be confirmed, and another letter.
#[component]
pub fn UnconfirmedAddress<'a>(group: &'a Group, locale: Locale) -> impl IntoView + use<> {
    let again = routes::fill(routes::GROUP_ADDRESS_ASK, &[&group.id]);
    group.email_confirmed_at.is_none().then(|| {
        let content = view! {
            <p>{t::address_waits(locale, group.email.shown())}</p>
            <form class="actions" method="post" action=again>
                <button class="btn btn--quiet btn--small">{t::address_again(locale)}</button>
            </form>
        };
        view! { <Notice kind=NoticeKind::Wait title=t::address_waits_title(locale) content/> }
    })
}
