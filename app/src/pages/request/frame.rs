//! What stands above every step: what is asked for, the step's name, and the way through all of them.

use domain::{
    catalogue::{Api, Plan},
    ids::RequestId,
    requests::{Draft, RejectedRequest},
};
use leptos::prelude::*;
use locales::{Locale, layout, request as t};

use crate::{
    components::{Breadcrumbs, Crumb, Notice, NoticeKind, PageHead, Paragraphs, terms},
    routes,
};

/// The API and plan that a request asks for.
#[derive(Clone, Copy)]
pub struct RequestTarget<'a> {
    pub api: &'a Api,
    pub plan: Plan,
    /// None until the first step is taken.
    pub draft: Option<RequestId>,
    /// The rejected request that this one corrects.
    pub corrects: Option<&'a RejectedRequest>,
}

impl<'a> From<&'a Draft> for RequestTarget<'a> {
    fn from(draft: &'a Draft) -> Self {
        Self {
            api: &draft.api,
            plan: draft.plan,
            draft: Some(draft.id),
            corrects: draft.corrects.as_ref(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Group,
    Application,
    Review,
    Done,
}

impl Stage {
    const ALL: [Self; 4] = [Self::Group, Self::Application, Self::Review, Self::Done];

    const fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Group => t::step_group(locale),
            Self::Application => t::step_application(locale),
            Self::Review => t::step_review(locale),
            Self::Done => t::step_done_name(locale),
        }
    }

    const fn route(self) -> &'static str {
        match self {
            Self::Group => routes::REQUEST_GROUP,
            Self::Application => routes::REQUEST_APPLICATION,
            Self::Review => routes::REQUEST_REVIEW,
            Self::Done => routes::REQUEST_DONE,
        }
    }
}

/// The title of the document at this stage.
#[must_use]
pub fn title(target: RequestTarget, stage: Stage, locale: Locale) -> String {
    t::page_title(locale, stage.name(locale), &target.api.text(locale).name)
}

#[component]
pub fn StepHead<'a>(
    target: &'a RequestTarget<'a>,
    stage: Stage,
    lead: &'static str,
    locale: Locale,
) -> impl IntoView + use<> {
    let crumbs = vec![
        Crumb::new(routes::CATALOGUE, layout::catalogue(locale)),
        Crumb::new(
            routes::fill(routes::API, &[&target.api.slug]),
            target.api.text(locale).name.clone(),
        ),
    ];
    view! {
        <Breadcrumbs locale crumbs here=t::request_of(locale, terms::plan(target.plan, locale))/>
        <Steps current=stage draft=target.draft locale/>
        <PageHead title=stage.name(locale) lead=lead/>
        {target.corrects.map(|rejected| rejection_notice(rejected, locale))}
    }
}

/// Why the request was rejected, for whoever corrects it.
fn rejection_notice(rejected: &RejectedRequest, locale: Locale) -> impl IntoView + use<> {
    let reason = rejected.reason.clone().unwrap_or_default();
    view! {
        <Notice
            kind=NoticeKind::Bad title=t::corrects(locale)
            content=view! {
            <p>{t::corrects_why(locale, &rejected.number)}</p>
            <Paragraphs text=&reason/>
        }
        />
    }
}

/// All stages in order. One that is behind links back to itself while the draft can be changed.
#[component]
pub fn Steps(current: Stage, draft: Option<RequestId>, locale: Locale) -> impl IntoView + use<> {
    view! {
        <nav aria-label=t::steps(locale)>
            <ol class="steps" role="list">
                {Stage::ALL.map(|stage| view! { <StepItem stage current draft locale/> }).collect_view()}
            </ol>
        </nav>
    }
}

#[component]
fn StepItem(stage: Stage, current: Stage, draft: Option<RequestId>, locale: Locale) -> AnyView {
    let name = stage.name(locale);
    if stage == current {
        return view! { <li aria-current="step"><span>{name}</span></li> }.into_any();
    }
    if stage > current {
        return view! { <li><span>{name}</span></li> }.into_any();
    }
    let done = view! { <span class="visually-hidden">{t::step_done(locale)} " "</span> };
    match draft.map(|id| routes::fill(stage.route(), &[&id])) {
        Some(href) => view! { <li class="is-done"><a href=href>{done} {name}</a></li> }.into_any(),
        None => view! { <li class="is-done"><span>{done} {name}</span></li> }.into_any(),
    }
}
