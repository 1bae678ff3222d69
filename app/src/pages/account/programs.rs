//! Programs that act for the reader, and ending what they may.

use axum::response::Response;
use domain::{
    clients::{self, ActingProgram, IssuedToken},
    ids::TokenFamilyId,
};
use leptos::prelude::*;
use locales::{account as t, names};

use super::tokens::{self, EndButton};
use crate::{
    components::{Time, terms},
    routes,
    web::{Access::Member, Flash, Ids, PageError, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(Member, routes::ACCOUNT_PROGRAM_END, end)
}

async fn end(visit: Visit, Ids(program): Ids<TokenFamilyId>) -> Result<Response, PageError> {
    if clients::end_program(&visit.scope, program).await? {
        let flash = Flash::OwnTokenRevoked;
        Ok(see_other_with(routes::ACCOUNT, flash, &visit))
    } else {
        Err(PageError::NotFound)
    }
}

/// The programs that the reader lets act, and the latest tokens of others; nothing where there are
/// none.
pub fn section(
    visit: &Visit,
    programs: &[ActingProgram],
    tokens: &[IssuedToken],
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let is_empty = programs.is_empty() && tokens.is_empty();
    let allowed = programs.iter().map(|it| line(visit, it)).collect_view();
    let given = tokens
        .iter()
        .map(|it| tokens::line(visit, it))
        .collect_view();
    (!is_empty).then(|| {
        view! {
            <section class="section" id="tokens">
                <h2>{t::tokens(locale)}</h2>
                <p class="soft">{t::tokens_note(locale)}</p>
                <ul class="lines" role="list">{allowed} {given}</ul>
            </section>
        }
    })
}

fn line(visit: &Visit, program: &ActingProgram) -> impl IntoView + use<> {
    let locale = visit.locale;
    let action = routes::fill(routes::ACCOUNT_PROGRAM_END, &[&program.id]);
    let scopes = program.scopes.iter();
    let scopes: Vec<_> = scopes
        .map(|scope| terms::scope(scope, &visit.apis, locale))
        .collect();
    let may = (!scopes.is_empty()).then(|| {
        view! { <p class="small">{t::program_may(locale, names::joined(&scopes, locale))}</p> }
    });
    let used = match program.last_used_at {
        Some(at) => view! { {t::program_used(locale)} " " <Time at visit/> }.into_any(),
        None => t::program_unused(locale).into_any(),
    };
    view! {
        <li>
            <div>
                <p>{program.name.clone()}</p>
                {may}
                <p class="soft small">
                    {t::program_since(locale)} " " <Time at=program.since visit/> " · "
                    {t::token_until(locale)} " " <Time at=program.until visit/> " · " {used}
                </p>
            </div>
            <EndButton action of=&program.name locale/>
        </li>
    }
}
