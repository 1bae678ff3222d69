//! What has become of a request to go from Trial to Pay Per Use.

use domain::{
    applications::{ApplicationView, State},
    catalogue::Plan,
};
use leptos::prelude::*;
use locales::{Locale, layout, request_done as done, terms as words, upgrade as t};

use super::{
    done::{called, ticket},
    outcome::{cancellation, reason_given},
};
use crate::{
    components::{Crumb, Notice, breadcrumbs, no_upstream},
    pages::applications::unfolded,
    routes,
    web::{Page, Visit},
};

/// `target` is the application whose plan was to change, as far as the reader may see it.
pub(super) fn page(
    visit: &Visit,
    request: &ApplicationView,
    target: Option<&ApplicationView>,
) -> Page {
    let locale = visit.locale;
    let name = called(request, locale);
    Page::new(visit, name.as_str(), || {
        let crumbs = vec![Crumb::new(
            routes::APPLICATIONS,
            layout::my_applications(locale),
        )];
        view! {
            {breadcrumbs(locale, crumbs, name.as_str())}
            <header class="page-head"><div><h1>{heading(request.state, locale)}</h1></div></header>
            {ticket(visit, request)}
            {outcome(visit, request, target)}
        }
    })
    .narrow()
}

const fn heading(state: State, locale: Locale) -> &'static str {
    match state {
        State::Approved => t::approved(locale),
        State::Rejected => t::rejected(locale),
        State::Cancelled => t::cancelled(locale),
        _ => t::pending(locale),
    }
}

fn outcome(visit: &Visit, request: &ApplicationView, target: Option<&ApplicationView>) -> AnyView {
    let locale = visit.locale;
    match request.state {
        State::Approved => view! {
            <p>{t::approved_text(locale)}</p>
            {reason_given(request, Notice::Info, words::remark(locale))}
            {onward(request, target, locale)}
        }
        .into_any(),
        State::Rejected => view! {
            {reason_given(request, Notice::Bad, words::reason(locale))}
            <p>{t::unchanged(locale)}</p>
            {onward(request, target, locale)}
        }
        .into_any(),
        State::Cancelled => {
            let over = target.is_some_and(|target| target.state == State::Revoked);
            let text = if over {
                t::over(locale)
            } else {
                t::unchanged(locale)
            };
            view! { <p>{text}</p> {onward(request, target, locale)} }.into_any()
        }
        _ => pending(visit, request, target).into_any(),
    }
}

fn pending(
    visit: &Visit,
    request: &ApplicationView,
    target: Option<&ApplicationView>,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let own = visit
        .person()
        .is_some_and(|person| person.id == request.applicant_id);
    view! {
        {Notice::Wait.view(done::pending_who(locale), view! { <p>{t::pending_next(locale)}</p> })}
        {no_upstream(&request.api, request.plan, locale)}
        {onward(request, target, locale)}
        {own.then(|| cancellation(request, locale))}
    }
}

/// To the application, and to another such request where one can be made.
fn onward(
    request: &ApplicationView,
    target: Option<&ApplicationView>,
    locale: Locale,
) -> impl IntoView + use<> {
    let target = target.and_then(|target| target.group_id.map(|group| (group, target)));
    target.map(|(group, target)| {
        let refused = matches!(request.state, State::Rejected | State::Cancelled);
        let again = (refused && may_ask(target)).then(|| {
            let href = routes::fill(routes::UPGRADE, &[&group, &target.id]);
            view! { <a class="btn" href=href>{t::ask_again(locale)}</a> }
        });
        view! {
            <div class="actions">
                {again}
                <a class="btn btn--quiet" href=unfolded(group, target.id)>{t::see_application(locale)}</a>
            </div>
        }
    })
}

fn may_ask(target: &ApplicationView) -> bool {
    target.state == State::Approved
        && target.plan == Plan::Trial
        && target.upgrade.is_none()
        && target.api.published
        && target.api.offer(Plan::PayPerUse).is_some()
}
