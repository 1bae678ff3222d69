//! Links from an application that may be used, or could be before.

use domain::{
    catalogue::Plan,
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, usage};

use crate::routes;

/// Each link says of which application it is to whoever hears it alone.
pub(super) fn links(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let (group, id) = (application.group_id, application.application_id);
    let of = |route| routes::fill(route, &[&group, &id]);
    let in_use = application.status == Status::Approved;
    let quiet = "btn btn--quiet btn--small";
    let links = [
        (
            in_use && application.api.sandbox.is_some(),
            "btn btn--small",
            of(routes::TRY),
            t::try_it(locale),
        ),
        (true, quiet, of(routes::USE), t::see_use(locale)),
        (!in_use, quiet, of(routes::CALLS), usage::calls(locale)),
        (
            application.status != Status::Revoked,
            quiet,
            of(routes::SECRETS),
            t::see_keys(locale),
        ),
        (
            in_use,
            quiet,
            routes::DOCTOR.to_owned(),
            t::diagnose(locale),
        ),
        (
            in_use && may_change_plan(application),
            quiet,
            of(routes::PLAN_CHANGE),
            t::ask_pay_per_use(locale),
        ),
    ];
    let name = &application.name;
    let links = links.into_iter().filter(|(there, ..)| *there);
    let links = links.map(|(_, class, href, label)| {
        view! { <li><a class=class href=href aria-label=t::of_application(locale, label, name)>{label}</a></li> }
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
        && application.api.published
        && application.api.offer(Plan::PayPerUse).is_some()
}
