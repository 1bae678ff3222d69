//! Links from an application that may be used, or could be before.

use domain::{
    catalogue::Plan,
    groups::GroupRight,
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, usage};

use crate::{components::Action, routes};

/// Each link says of which application it is to whoever hears it alone.
pub(super) fn links(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let (group, id) = (application.group_id, application.application_id);
    let of = |route| routes::fill(route, &[&group, &id]);
    let (calls, asks) = (
        application.may(GroupRight::UseKeys),
        application.may(GroupRight::Request),
    );
    let in_use = application.status == Status::Approved;
    let revoked = application.status == Status::Revoked;
    let may_try = in_use && calls && application.api.sandbox.is_some();
    let may_ask = in_use && asks && may_change_plan(application);
    let links = [
        may_try.then(|| Action::primary(t::try_it(locale), of(routes::TRY))),
        Some(Action::quiet(t::see_use(locale), of(routes::USE))),
        (!in_use).then(|| Action::quiet(usage::calls(locale), of(routes::CALLS))),
        (calls && !revoked).then(|| Action::quiet(t::see_keys(locale), of(routes::SECRETS))),
        (in_use && calls).then(|| Action::quiet(t::diagnose(locale), routes::DOCTOR)),
        may_ask.then(|| Action::quiet(t::ask_pay_per_use(locale), of(routes::PLAN_CHANGE))),
    ];
    let name = &application.name;
    let links = links.into_iter().flatten().map(|link| {
        let class = link.small_class();
        let whose = t::of_application(locale, link.label, name);
        view! { <li><a class=class href=link.href aria-label=whose>{link.label}</a></li> }
    });
    view! {
        <nav aria-label=t::of_application(locale, t::doors(locale), name)>
            <ul class="row" role="list">{links.collect_view()}</ul>
        </nav>
    }
}

fn may_change_plan(application: &RequestView) -> bool {
    application.plan == Plan::Trial
        && application.plan_change.is_none()
        && application.api.takes_requests()
        && application.api.offer(Plan::PayPerUse).is_some()
}
