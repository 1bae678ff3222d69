//! "Testar agora": a token and a call of the sandbox, made here and shown step by step.

mod choice;
mod curl;
mod exchange;
mod outcome;

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    applications::{ApplicationView, State},
    gateway::{self, Refusal, TryError, TryOut},
    groups::Group,
};
use leptos::prelude::*;
use locales::{layout, try_it as t};
use serde::Deserialize;

use self::{
    choice::{CASE, form, operation_and_case},
    outcome::{Why, outcome, refused},
};
use super::{find::Found, reveal::unfolded};
use crate::{
    components::{Crumb, breadcrumbs, terms},
    forms::{Errors, FieldError},
    routes,
    web::{Access::Member, Kept, Page, PageError, Posted, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::TRY, show)
        .post(Member, routes::TRY, try_now)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Chosen {
    caso: String,
}

/// What is tried, and where it belongs.
struct Tried {
    group: Group,
    application: ApplicationView,
}

impl Tried {
    /// An application of a group that the reader belongs to; its drafts are their author's.
    async fn load(visit: &Visit, group: &str, application: &str) -> Result<Self, PageError> {
        let Found { group, application } = Found::load(visit, group, application).await?.filed()?;
        // A request for another plan is no application of its own.
        match application.upgrades {
            None => Ok(Self { group, application }),
            Some(_) => Err(PageError::NotFound),
        }
    }

    fn path(&self) -> String {
        routes::fill(routes::TRY, &[&self.group.id, &self.application.id])
    }

    /// Why nothing can be tried, whatever is chosen.
    fn hindrance(&self) -> Option<Why> {
        match self.application.state {
            State::Approved | State::Pending if self.application.api.sandbox.is_some() => None,
            State::Approved | State::Pending => Some(Why::NoSandbox),
            state => Some(Why::Inactive(state)),
        }
    }
}

async fn show(
    visit: Visit,
    Path((group, application)): Path<(String, String)>,
    Kept(kept): Kept<Chosen>,
) -> Result<Page, PageError> {
    let tried = Tried::load(&visit, &group, &application).await?;
    let chosen = kept.unwrap_or_default().caso;
    Ok(page(&visit, &tried, &chosen, &Shown::Nothing))
}

async fn try_now(
    visit: Visit,
    Path((group, application)): Path<(String, String)>,
    Posted(chosen): Posted<Chosen>,
) -> Result<Response, PageError> {
    let tried = Tried::load(&visit, &group, &application).await?;
    let found = operation_and_case(&tried.application.api, &chosen.caso);
    let shown = match (tried.hindrance(), found) {
        (Some(_), _) => Shown::Nothing,
        (None, None) => Shown::Wrong(Errors::of(CASE, FieldError::Choose)),
        (None, Some((operation, case))) => {
            let id = tried.application.id;
            let outcome = gateway::try_sandbox(&visit.scope, id, &operation.id, &case.id).await;
            shown(outcome)?
        }
    };
    let page = page(&visit, &tried, &chosen.caso, &shown).secret();
    Ok(match shown {
        Shown::Wrong(_) => page.unprocessable(),
        _ => page,
    }
    .into_response())
}

/// What stands below the form.
enum Shown {
    Nothing,
    Wrong(Errors),
    Refused(Why),
    Answered(Box<TryOut>),
}

fn shown(outcome: Result<TryOut, TryError>) -> Result<Shown, PageError> {
    Ok(match outcome {
        Ok(try_out) => Shown::Answered(Box::new(try_out)),
        Err(TryError::Refused(Refusal::Exhausted(caller, quota))) => {
            Shown::Refused(Why::Exhausted(caller.kind, quota))
        }
        Err(TryError::Refused(Refusal::Ended(..))) => Shown::Refused(Why::Ended),
        Err(TryError::NoKeys) => Shown::Refused(Why::NoKeys),
        Err(TryError::Inactive(state)) => Shown::Refused(Why::Inactive(state)),
        Err(TryError::NoSandbox | TryError::Refused(Refusal::NobodyAnswers(_))) => {
            Shown::Refused(Why::NoSandbox)
        }
        Err(TryError::NotFound) => return Err(PageError::NotFound),
        Err(error) => return Err(PageError::fault(error)),
    })
}

fn page(visit: &Visit, tried: &Tried, chosen: &str, shown: &Shown) -> Page {
    let locale = visit.locale;
    let application = &tried.application;
    let title = t::title_of(locale, &application.name);
    let none = Errors::default();
    let errors = match shown {
        Shown::Wrong(errors) => errors,
        _ => &none,
    };
    Page::new(visit, title, || {
        let main = match tried.hindrance() {
            Some(why) => refused(&why, tried, locale).into_any(),
            None => form(tried, chosen, errors, locale).into_any(),
        };
        let below = match shown {
            Shown::Nothing | Shown::Wrong(_) => ().into_any(),
            Shown::Refused(why) => refused(why, tried, locale).into_any(),
            Shown::Answered(try_out) => outcome(try_out, tried, visit).into_any(),
        };
        view! {
            {breadcrumbs(locale, crumbs(tried, visit), t::title(locale))}
            <header class="page-head">
                <div>
                    <h1>{t::title(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                    <p class="soft small">
                        {application.name.clone()} " · " {application.api.text(locale).name.clone()} " · "
                        {terms::plan(application.plan, locale)} " " {terms::stamp(application.state, locale)}
                    </p>
                </div>
            </header>
            {main}
            {below}
        }
    })
}

fn crumbs(tried: &Tried, visit: &Visit) -> Vec<Crumb> {
    let (group, application) = (&tried.group, &tried.application);
    vec![
        Crumb::new(routes::APPLICATIONS, layout::my_applications(visit.locale)),
        Crumb::new(
            routes::fill(routes::GROUP, &[&group.id]),
            group.name.clone(),
        ),
        Crumb::new(unfolded(group.id, application.id), application.name.clone()),
    ]
}
