//! People who are to become administrators once a second one agrees.

use axum::response::{IntoResponse, Response};
use domain::{
    Error,
    accounts::{self, Nomination, NominationError},
    ids::NominationId,
};
use leptos::prelude::*;
use locales::support as t;
use serde::Deserialize;

use super::{ADMINISTRATOR, back};
use crate::{
    components::{EmailAddress, Time},
    forms::{PasswordPrompt, PendingForm},
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::NOMINATION_AGREE, back)
        .post(ADMINISTRATOR, routes::NOMINATION_AGREE, agree)
        .get(ADMINISTRATOR, routes::NOMINATION_WITHDRAW, back)
        .post(ADMINISTRATOR, routes::NOMINATION_WITHDRAW, withdraw)
}

/// Those who wait, with what this reader may do; nothing where nobody does.
pub(super) fn list(visit: &Visit, waiting: Vec<Nomination>) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = waiting.into_iter().map(|it| row(visit, &it));
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::nominations(locale)}</h2>
                <p class="soft">{t::nominations_lead(locale)}</p>
                <ul class="stack" role="list">{rows}</ul>
            </section>
        }
    })
}

fn row(visit: &Visit, nomination: &Nomination) -> impl IntoView + use<> {
    let locale = visit.locale;
    let is_own = visit.scope.account_id() == Some(nomination.proposed_by);
    let name = nomination.account.full_name();
    let agree = (!is_own).then(|| {
        let action = routes::fill(routes::NOMINATION_AGREE, &[&nomination.id]);
        let label = t::agree_to(locale, &name);
        view! {
            <form method="post" action=action>
                <button class="btn btn--small" aria-label=label>{t::agree(locale)}</button>
            </form>
        }
    });
    let withdraw = routes::fill(routes::NOMINATION_WITHDRAW, &[&nomination.id]);
    let turn_down = if is_own {
        t::withdraw(locale)
    } else {
        t::turn_down(locale)
    };
    let label = format!("{turn_down}: {name}");
    view! {
        <li>
            <p>
                <strong>{name.clone()}</strong> " "
                <span class="soft small"><EmailAddress email=&nomination.account.email/></span>
            </p>
            <p class="soft small">
                {t::proposed_by(locale, &nomination.proposer)} " · " <Time at=nomination.proposed_at visit/>
            </p>
            <div class="actions">
                {agree}
                <form method="post" action=withdraw>
                    <button class="btn btn--quiet btn--small" aria-label=label>{turn_down}</button>
                </form>
            </div>
        </li>
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// The password, where it was asked for.
    current: Option<String>,
}

async fn agree(
    mut visit: Visit,
    Ids(id): Ids<NominationId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let pending = PendingForm {
            what: t::nomination_to_agree(visit.locale),
            action: routes::fill(routes::NOMINATION_AGREE, &[&id]),
            fields: vec![],
            cancel: routes::PEOPLE.to_owned(),
        };
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let done = accounts::agree(&visit.scope, id).await;
    answer(&visit, done, Flash::RolesSaved)
}

async fn withdraw(visit: Visit, Ids(id): Ids<NominationId>) -> Result<Response, PageError> {
    let done = accounts::withdraw(&visit.scope, id).await;
    answer(&visit, done, Flash::NominationWithdrawn)
}

fn answer(
    visit: &Visit,
    done: Result<(), NominationError>,
    flash: Flash,
) -> Result<Response, PageError> {
    let flash = match done {
        Ok(()) => flash,
        Err(NominationError::Own) => Flash::OwnNomination,
        Err(NominationError::Common(Error::NotFound(_))) => Flash::NominationGone,
        // Asked for above.
        Err(NominationError::Unconfirmed) => return Err(PageError::Forbidden),
        Err(NominationError::Common(error)) => return Err(error.into()),
    };
    Ok(see_other_with(routes::PEOPLE, flash, visit))
}
