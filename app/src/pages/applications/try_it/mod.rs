//! "Testar agora": a token and a call of the sandbox, made here and shown step by step.

mod choice;

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    gateway::{self, TryOut},
    groups::{Group, GroupRight},
    ids::{ApplicationId, GroupId},
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{layout, try_it as t};
use samples::Language;
use serde::Deserialize;

use self::choice::{CASE, CaseForm, operation_and_case};
use super::{
    super::try_out::{TryOutcome, TryRefusal, TryRefusalNotice, made_or_refused},
    find::GroupApplication,
};
use crate::{
    components::{Breadcrumbs, Crumb, StatusStamp, chosen_language, terms},
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
    /// An application of a group whose keys the reader may use.
    async fn load(
        visit: &Visit,
        group: GroupId,
        application: ApplicationId,
    ) -> Result<Self, PageError> {
        let GroupApplication { group, application } =
            GroupApplication::load_for(visit, group, application, GroupRight::UseKeys).await?;
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
            _ if !self.application.api.is_open() => Some(TryRefusal::Closed),
            Status::Approved | Status::Pending | Status::AwaitingApplicant
                if self.application.api.sandbox.is_some() =>
            {
                None
            }
            Status::Approved | Status::Pending | Status::AwaitingApplicant => {
                Some(TryRefusal::NoSandbox)
            }
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
    Ok(page(
        &visit,
        &target,
        &chosen,
        &TryResult::Nothing,
        Language::Shell,
    ))
}

async fn try_now(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    headers: HeaderMap,
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
            match made_or_refused(outcome)? {
                Ok(try_out) => {
                    let title = operation.summary[visit.locale as usize].clone();
                    TryResult::Answered(Box::new((try_out, title)))
                }
                Err(refusal) => TryResult::Refused(refusal),
            }
        }
    };
    let language = chosen_language("", &headers);
    let page = page(&visit, &target, &chosen.caso, &result, language).secret();
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
    /// The call, and what its operation is called.
    Answered(Box<(TryOut, String)>),
}

fn page(
    visit: &Visit,
    target: &TryTarget,
    chosen: &str,
    result: &TryResult,
    language: Language,
) -> Page {
    let locale = visit.locale;
    let application = &target.application;
    let title = t::title_of(locale, &application.name);
    let reference = routes::fill(routes::API_REFERENCE, &[&application.api.slug]);
    let none = Errors::default();
    let errors = match result {
        TryResult::Wrong(errors) => errors,
        _ => &none,
    };
    Page::new(visit, title, || {
        let main = match target.refusal() {
            Some(why) => view! { <TryRefusalNotice why=&why application locale/> }.into_any(),
            None => view! { <CaseForm target chosen errors locale/> }.into_any(),
        };
        let below = match result {
            TryResult::Nothing | TryResult::Wrong(_) => ().into_any(),
            TryResult::Refused(why) => {
                view! { <TryRefusalNotice why application locale/> }.into_any()
            }
            TryResult::Answered(answered) => {
                let (try_out, title) = &**answered;
                view! { <TryOutcome try_out application title language visit/> }.into_any()
            }
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
            <p class="soft">
                {t::other_calls(locale)} " " <a href=reference.clone()>{t::see_operations(locale)}</a>
            </p>
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
