//! Programs that registered themselves for the reader, and deleting them.

use axum::response::Response;
use domain::{
    clients::{self, OwnProgram},
    ids::ClientId,
};
use leptos::prelude::*;
use locales::{account as t, names};

use crate::{
    components::{Time, terms},
    routes,
    web::{Access::Member, Flash, Ids, PageError, Site, Visit, see_other_with},
};

pub fn routes(site: Site) -> Site {
    site.post(Member, routes::ACCOUNT_OWN_PROGRAM_DELETE, delete)
}

async fn delete(visit: Visit, Ids(program): Ids<ClientId>) -> Result<Response, PageError> {
    if clients::delete_own(&visit.scope, program).await? {
        let flash = Flash::OwnProgramDeleted;
        Ok(see_other_with(routes::ACCOUNT, flash, &visit))
    } else {
        Err(PageError::NotFound)
    }
}

/// The programs that registered themselves for the reader, and the way to another one.
pub fn section(visit: &Visit, programs: &[OwnProgram]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let lines = programs.iter().map(|it| line(visit, it)).collect_view();
    let list = (!programs.is_empty()).then(|| {
        view! { <ul class="lines" role="list">{lines}</ul> }
    });
    view! {
        <section class="section" id="programas">
            <h2>{t::own_programs(locale)}</h2>
            <p class="soft">{t::own_programs_note(locale)}</p>
            {list}
            <div class="actions">
                <a class="btn btn--quiet" href=routes::ACCOUNT_REGISTRATION_TOKEN>
                    {t::register_program(locale)}
                </a>
            </div>
        </section>
    }
}

fn line(visit: &Visit, program: &OwnProgram) -> impl IntoView + use<> {
    let locale = visit.locale;
    let action = routes::fill(routes::ACCOUNT_OWN_PROGRAM_DELETE, &[&program.id]);
    let scopes = program.scopes.iter();
    let scopes: Vec<_> = scopes
        .map(|scope| terms::scope(scope, &visit.apis, locale))
        .collect();
    let may_ask = t::own_program_may_ask(locale, names::joined(&scopes, locale));
    let disabled = program.is_disabled.then(|| {
        view! { " " <span class="tag">{t::own_program_disabled(locale)}</span> }
    });
    let used = match program.last_used_at {
        Some(at) => view! { {t::program_used(locale)} " " <Time at visit/> }.into_any(),
        None => t::program_unused(locale).into_any(),
    };
    let of = t::own_program_of(locale, &program.name);
    view! {
        <li>
            <div>
                <p>{program.name.clone()} {disabled}</p>
                <p class="small">{may_ask}</p>
                <p class="soft small">
                    {t::own_program_registered(locale)} " "
                    <Time at=program.registered_at visit/> " · " {used}
                </p>
            </div>
            <form method="post" action=action>
                <button class="btn btn--quiet btn--small">
                    {t::own_program_delete(locale)} <span class="visually-hidden">" " {of}</span>
                </button>
            </form>
        </li>
    }
}
