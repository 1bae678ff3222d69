//! "Testar agora": a token and a call of the sandbox, made here and shown step by step.

mod choice;
mod curl;
mod exchange;
mod outcome;

use axum::response::{IntoResponse, Response};
use domain::{
    gateway::{self, Refusal, TryError, TryOut},
    groups::Group,
    ids::{ApplicationId, GroupId},
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{layout, try_it as t};
use serde::Deserialize;

use self::{
    choice::{CASE, CaseForm, operation_and_case},
    outcome::{TryOutcome, TryRefusal, TryRefusalNotice},
};
use super::find::GroupApplication;
use crate::{
    components::{Breadcrumbs, Crumb, StatusStamp, terms},
    forms::{Errors, FieldError},
    routes,
    web::{Access::Member, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, ticket_path},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::TRY, show)
        .post(Member, routes::TRY, try_now)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TryForm {
    caso: String,
}

/// The application that is tried, and its group.
struct TryTarget {
    group: Group,
    application: RequestView,
}

impl TryTarget {
    /// An application of a group that the reader belongs to.
    async fn load(
        visit: &Visit,
        group: GroupId,
        application: ApplicationId,
    ) -> Result<Self, PageError> {
        let GroupApplication { group, application } =
            GroupApplication::load(visit, group, application).await?;
        Ok(Self { group, application })
    }

    fn path(&self) -> String {
        routes::fill(
            routes::TRY,
            &[&self.group.id, &self.application.application_id],
        )
    }

    /// The reason that nothing can be tried, whatever is chosen.
    fn refusal(&self) -> Option<TryRefusal> {
        match self.application.status {
            Status::Approved | Status::Pending if self.application.api.sandbox.is_some() => None,
            Status::Approved | Status::Pending => Some(TryRefusal::NoSandbox),
            status => Some(TryRefusal::Inactive(status)),
        }
    }
}

async fn show(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    KeptForm(kept): KeptForm<TryForm>,
) -> Result<Page, PageError> {
    let target = TryTarget::load(&visit, group, application).await?;
    let chosen = kept.unwrap_or_default().caso;
    Ok(page(&visit, &target, &chosen, &TryResult::Nothing))
}

async fn try_now(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    PostedForm(chosen): PostedForm<TryForm>,
) -> Result<Response, PageError> {
    let target = TryTarget::load(&visit, group, application).await?;
    let found = operation_and_case(&target.application.api, &chosen.caso);
    let result = match (target.refusal(), found) {
        (Some(_), _) => TryResult::Nothing,
        (None, None) => TryResult::Wrong(Errors::of(CASE, FieldError::Choose)),
        (None, Some((operation, case))) => {
            let id = target.application.application_id;
            let outcome = gateway::try_sandbox(
                &visit.scope,
                &visit.app.services,
                id,
                &operation.id,
                &case.id,
            )
            .await;
            try_result(outcome)?
        }
    };
    let page = page(&visit, &target, &chosen.caso, &result).secret();
    Ok(match result {
        TryResult::Wrong(_) => page.unprocessable(),
        _ => page,
    }
    .into_response())
}

/// The result that stands below the form.
enum TryResult {
    Nothing,
    Wrong(Errors),
    Refused(TryRefusal),
    Answered(Box<TryOut>),
}

fn try_result(outcome: Result<TryOut, TryError>) -> Result<TryResult, PageError> {
    Ok(match outcome {
        Ok(try_out) => TryResult::Answered(Box::new(try_out)),
        Err(TryError::Refused(Refusal::Exhausted(caller, quota))) => {
            TryResult::Refused(TryRefusal::Exhausted(caller.kind, quota))
        }
        Err(TryError::Refused(Refusal::Ended(..))) => TryResult::Refused(TryRefusal::Ended),
        Err(TryError::NoKeys) => TryResult::Refused(TryRefusal::NoKeys),
        Err(TryError::Inactive(state)) => TryResult::Refused(TryRefusal::Inactive(state)),
        Err(TryError::NoSandbox | TryError::Refused(Refusal::NobodyAnswers(_))) => {
            TryResult::Refused(TryRefusal::NoSandbox)
        }
        Err(TryError::Common(error)) => return Err(error.into()),
        Err(error) => return Err(PageError::fault(error)),
    })
}

fn page(visit: &Visit, target: &TryTarget, chosen: &str, result: &TryResult) -> Page {
    let locale = visit.locale;
    let application = &target.application;
    let title = t::title_of(locale, &application.name);
    let none = Errors::default();
    let errors = match result {
        TryResult::Wrong(errors) => errors,
        _ => &none,
    };
    Page::new(visit, title, || {
        let main = match target.refusal() {
            Some(why) => view! { <TryRefusalNotice why=&why target locale/> }.into_any(),
            None => view! { <CaseForm target chosen errors locale/> }.into_any(),
        };
        let below = match result {
            TryResult::Nothing | TryResult::Wrong(_) => ().into_any(),
            TryResult::Refused(why) => view! { <TryRefusalNotice why target locale/> }.into_any(),
            TryResult::Answered(try_out) => view! { <TryOutcome try_out target visit/> }.into_any(),
        };
        view! {
            <Breadcrumbs locale crumbs=crumbs(target, visit) here=t::title(locale)/>
            <header class="page-head">
                <div>
                    <h1>{t::title(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                    <p class="soft small">
                        {application.name.clone()} " · " {application.api.text(locale).name.clone()} " · "
                        {terms::plan(application.plan, locale)} " "
                        <StatusStamp of=application.status locale/>
                    </p>
                </div>
            </header>
            {main}
            {below}
        }
    })
}

fn crumbs(target: &TryTarget, visit: &Visit) -> Vec<Crumb> {
    let (group, application) = (&target.group, &target.application);
    vec![
        Crumb::new(routes::APPLICATIONS, layout::my_applications(visit.locale)),
        Crumb::new(
            routes::fill(routes::GROUP, &[&group.id]),
            group.name.clone(),
        ),
        Crumb::new(
            ticket_path(group.id, application.application_id),
            application.name.clone(),
        ),
    ]
}
