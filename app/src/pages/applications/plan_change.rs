//! Asking that an application go from Trial to Pay Per Use: what changes, and one button.

use axum::response::{IntoResponse, Response};
use domain::{
    catalogue::{Plan, PlanOffer},
    groups::Group,
    ids::{ApplicationId, GroupId},
    requests::{self, PlanChangeError, RequestView},
};
use leptos::prelude::*;
use locales::{Locale, api, common, layout, plan_change as t, terms as words};

use super::find::GroupApplication;
use crate::{
    components::{Breadcrumbs, Crumb, Fact, NoUpstream, Notice, NoticeKind, PageHead},
    pages::catalogue::limit,
    routes,
    web::{
        Access::Member, Flash, Ids, Page, PageError, Site, Visit, request_path, see_other,
        see_other_with, ticket_path,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::PLAN_CHANGE, show)
        .post(Member, routes::PLAN_CHANGE, ask)
}

async fn show(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
) -> Result<Response, PageError> {
    let found = GroupApplication::load(&visit, group, id).await?;
    match requests::plan_changeable(
        &visit.scope,
        visit.catalogue(),
        found.application.application_id,
    )
    .await
    {
        Ok(application) => Ok(page(&visit, &found.group, &application).into_response()),
        Err(error) => refusal(&visit, &found, error),
    }
}

async fn ask(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
) -> Result<Response, PageError> {
    let found = GroupApplication::load(&visit, group, id).await?;
    match requests::request_plan_change(
        &visit.scope,
        visit.catalogue(),
        found.application.application_id,
    )
    .await
    {
        Ok(submitted) => Ok(see_other(&request_path(submitted.request))),
        Err(error) => refusal(&visit, &found, error),
    }
}

fn refusal(
    visit: &Visit,
    found: &GroupApplication,
    error: PlanChangeError,
) -> Result<Response, PageError> {
    let home = found.ticket();
    match error {
        PlanChangeError::AlreadyOpen(open) => Ok(see_other_with(
            &request_path(open),
            Flash::AlreadyOpen,
            visit,
        )),
        PlanChangeError::AlreadyChanged => {
            Ok(see_other_with(&home, Flash::AlreadyPayPerUse, visit))
        }
        PlanChangeError::NotApproved { .. } => Ok(see_other_with(&home, Flash::NotInUse, visit)),
        PlanChangeError::NotOffered => Err(PageError::NotFound),
        PlanChangeError::TooOften(wait) => Err(wait.into()),
        PlanChangeError::Common(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, group: &Group, application: &RequestView) -> Page {
    let locale = visit.locale;
    let home = ticket_path(group.id, application.application_id);
    let crumbs = vec![
        Crumb::new(routes::APPLICATIONS, layout::my_applications(locale)),
        Crumb::new(home.clone(), group.name.clone()),
    ];
    Page::new(visit, t::title(locale), || {
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {ticket(application, locale)}
            <NoUpstream api=&application.api plan=Plan::PayPerUse locale/>
            <Notice
                kind=NoticeKind::Info title=t::meanwhile_title(locale)
                content=view! { <p>{t::meanwhile(locale)}</p> }
            />
            <form method="post">
                <div class="actions">
                    <button class="btn">{t::ask(locale)}</button>
                    <a class="btn btn--quiet" href=home>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}

/// The application, and what changes of it.
fn ticket(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let number = words::request_number(locale, &application.number);
    view! {
        <article class="ticket">
            <header class="ticket__head">
                <div>
                    <p class="ticket__number">{number}</p>
                    <h2 class="ticket__title">{application.name.clone()}</h2>
                    <p class="soft small">
                        {application.api.text(locale).name.clone()} "\u{a0}· " {words::plan_upgrade(locale)}
                    </p>
                </div>
            </header>
            <hr class="tear"/>
            <div class="stub">{changes(application, locale)}</div>
        </article>
    }
}

fn changes(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let limit = |plan| limit_of(application, plan, locale);
    view! {
        <dl class="facts">
            <PlanFact
                what=t::limit(locale) today=limit(Plan::Trial) after=limit(Plan::PayPerUse) locale
            />
            <PlanFact
                what=t::price(locale) today=api::trial_free(locale) after=api::pay_billed(locale)
                locale
            />
            <PlanFact
                what=t::purpose(locale) today=api::trial_use(locale) after=api::pay_use(locale)
                locale
            />
            <Fact name=t::keys(locale) value=t::keys_stay(locale)/>
        </dl>
    }
}

#[component]
fn PlanFact(
    what: &'static str,
    #[prop(into)] today: String,
    #[prop(into)] after: String,
    locale: Locale,
) -> impl IntoView + use<> {
    let today = t::today(locale, with_lowercase_initial(&today));
    let after = t::after(locale, with_lowercase_initial(&after));
    view! { <Fact name=what value=view! { <p class="soft">{today}</p> <p>{after}</p> }/> }
}

fn limit_of(application: &RequestView, plan: Plan, locale: Locale) -> String {
    match application.api.offer(plan) {
        None => String::new(),
        Some(PlanOffer {
            calls: None,
            days: None,
            ..
        }) => t::unlimited(locale).to_owned(),
        Some(offer) => limit(offer, locale).to_string(),
    }
}

/// As it stands after a colon.
fn with_lowercase_initial(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::with_lowercase_initial;

    #[test]
    fn after_a_colon_a_text_starts_in_lower_case() {
        assert_eq!(with_lowercase_initial("Sem cobrança"), "sem cobrança");
        assert_eq!(with_lowercase_initial("1.000 chamadas"), "1.000 chamadas");
        assert_eq!(with_lowercase_initial(""), "");
    }
}
