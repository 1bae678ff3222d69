//! The application that is to go from Trial to Pay Per Use, as evidence beside the request.

use domain::approvals::PlanChange;
use leptos::prelude::*;
use locales::{approvals as t, conditions, number, terms as words};

use crate::{
    components::{ConditionFacts, Fact, MachineFact, StatusStamp, Time},
    routes,
    web::Visit,
};

pub(super) fn section(target: &PlanChange, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let application = &target.application;
    let href = routes::fill(routes::APPROVAL, &[&application.id]);
    let link = view! { <a class="mono" href=href>{target.number.clone()}</a> };
    let used = target.trial_use.map(|it| {
        let (used, calls) = (
            number::count(it.used, locale),
            number::count(it.calls, locale),
        );
        view! { <Fact name=t::trial_use(locale) value=t::used_of(locale, used, calls)/> }
    });
    let set = target.conditions.as_ref().filter(|it| !it.is_empty());
    let keeps = set.is_some() && target.is_trial_in_use();
    let key = target.public_key.as_ref().map(ToString::to_string);
    view! {
        <section class="panel">
            <h2>{t::trial_application(locale)}</h2>
            <dl class="facts">
                <Fact name=words::request(locale) value=link/>
                <Fact
                    name=t::state(locale)
                    value=view! { <StatusStamp of=application.state.into() locale/> }
                />
                <Fact
                    name=t::in_use_since(locale)
                    value=view! { <Time at=application.approved_at visit/> }
                />
                {used}
                {key.map(|key| view! { <MachineFact name=t::public_key(locale) value=key/> })}
                {set.map(|conditions| view! { <ConditionFacts conditions locale/> })}
            </dl>
            {target.is_trial_in_use().then(|| view! { <p class="soft small">{t::plan_change_effect(locale)}</p> })}
            {keeps.then(|| view! { <p class="soft small">{conditions::kept_by_plan(locale)}</p> })}
        </section>
    }
}
