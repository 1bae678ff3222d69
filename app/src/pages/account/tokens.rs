//! Tokens that act for the reader, whom their programs are associated with.

use axum::response::Response;
use domain::{
    clients::{self, IssuedToken},
    ids::TokenId,
};
use leptos::prelude::*;
use locales::{Locale, account as t};

use crate::{
    components::Time,
    routes,
    web::{Access::Member, Flash, Ids, PageError, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(Member, routes::ACCOUNT_TOKEN_REVOKE, revoke)
}

async fn revoke(visit: Visit, Ids(token): Ids<TokenId>) -> Result<Response, PageError> {
    if clients::revoke_own(&visit.scope, token).await? {
        let flash = Flash::OwnTokenRevoked;
        Ok(see_other_with(routes::ACCOUNT, flash, &visit))
    } else {
        Err(PageError::NotFound)
    }
}

/// A token that acts for the reader.
pub fn line(visit: &Visit, token: &IssuedToken) -> impl IntoView + use<> {
    let locale = visit.locale;
    let action = routes::fill(routes::ACCOUNT_TOKEN_REVOKE, &[&token.id]);
    let until = token.refresh_expires_at.unwrap_or(token.expires_at);
    let address = token
        .address
        .clone()
        .map(|address| view! { <span class="mono">{address}</span> " · " });
    view! {
        <li>
            <div>
                <p>{token.client_name.clone()}</p>
                <p class="soft small">
                    {address} {t::token_issued(locale)} " " <Time at=token.created_at visit/> " · "
                    {t::token_until(locale)} " " <Time at=until visit/>
                </p>
            </div>
            <EndButton action of=&token.client_name locale/>
        </li>
    }
}

/// Ends the access of a program.
#[component]
pub fn EndButton<'a>(action: String, of: &'a str, locale: Locale) -> impl IntoView + use<> {
    let of = t::token_of(locale, of);
    view! {
        <form method="post" action=action>
            <button class="btn btn--quiet btn--small">
                {t::token_revoke(locale)} <span class="visually-hidden">" " {of}</span>
            </button>
        </form>
    }
}
