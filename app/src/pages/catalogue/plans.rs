//! The plans of an API, each with the button that starts a request.

use std::fmt;

use domain::catalogue::{Api, Plan, PlanOffer};
use leptos::prelude::*;
use locales::{Locale, api as t, number};

use crate::{components::terms, routes};

pub fn plans(api: &Api, locale: Locale) -> impl IntoView {
    view! {
        <div class="plans">
            {api.plans.iter().map(|offer| view! { <PlanCard api offer=*offer locale/> }).collect_view()}
        </div>
    }
}

#[component]
fn PlanCard<'a>(api: &'a Api, offer: PlanOffer, locale: Locale) -> impl IntoView + use<> {
    let name = terms::plan(offer.plan, locale);
    let PlanText { kicker, points } = plan_text(api, offer.plan, locale);
    let PlanLimit { figure, unit } = limit(offer, locale);
    let class = if offer.plan == Plan::Trial {
        "btn"
    } else {
        "btn btn--quiet"
    };
    let href = routes::fill(routes::REQUEST_NEW, &[&api.slug, &offer.plan]);
    view! {
        <article class="plan">
            <p class="plan__kicker">{kicker}</p>
            <h3 class="plan__name">{name}</h3>
            <p class="plan__limit"><strong>{figure}</strong> " " {unit}</p>
            <ul class="plan__list" role="list">
                {points.map(|point| view! { <li>{point}</li> }).collect_view()}
                {renewal(offer, locale).map(|point| view! { <li>{point}</li> })}
            </ul>
            {api.text(locale).terms.contains_key(&offer.plan).then(|| view! {
                <details class="plan__terms">
                    <summary>{t::plan_terms(locale, name)}</summary>
                    <PlanTerms api plan=offer.plan locale/>
                </details>
            })}
            // Nobody can ask for what is not published.
            {(!api.is_preview).then(|| view! { <a class=class href=href>{t::request_plan(locale, name)}</a> })}
        </article>
    }
}

/// How often another count begins; `None` where the plan does not renew.
fn renewal(offer: PlanOffer, locale: Locale) -> Option<String> {
    match offer.days.filter(|_| offer.renews)? {
        1 => Some(t::plan_renews_daily(locale).to_owned()),
        days => Some(t::plan_renews(locale, number::count(days.into(), locale))),
    }
}

/// The terms of use of a plan; nothing where it has none of its own.
#[component]
pub fn PlanTerms<'a>(api: &'a Api, plan: Plan, locale: Locale) -> impl IntoView + use<> {
    let html = api.text(locale).terms.get(&plan).cloned();
    html.map(|html| view! { <div class="prose" inner_html=html></div> })
}

/// What a card says of a plan besides its name and its limit.
struct PlanText {
    kicker: &'static str,
    points: [&'static str; 3],
}

const fn plan_text(api: &Api, plan: Plan, locale: Locale) -> PlanText {
    let approval = t::plan_approval(locale);
    match plan {
        Plan::Trial => PlanText {
            kicker: t::trial_kicker(locale),
            points: [
                t::trial_free(locale),
                t::trial_use(locale),
                if api.trial.is_for_anybody() {
                    t::plan_at_once(locale)
                } else {
                    approval
                },
            ],
        },
        Plan::PayPerUse => PlanText {
            kicker: t::pay_kicker(locale),
            points: [t::pay_billed(locale), t::pay_use(locale), approval],
        },
    }
}

/// How much a plan gives: the figure that matters, and of what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLimit {
    pub figure: String,
    pub unit: String,
}

impl fmt::Display for PlanLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.figure, self.unit)
    }
}

#[must_use]
pub fn limit(offer: PlanOffer, locale: Locale) -> PlanLimit {
    let (figure, unit) = match (offer.plan, offer.calls, offer.days) {
        (_, Some(calls), Some(1)) if offer.renews => (
            number::count(calls.into(), locale),
            t::calls_each_day(locale).to_owned(),
        ),
        (_, Some(calls), Some(days)) if offer.renews => (
            number::count(calls.into(), locale),
            t::calls_each(locale, number::count(days.into(), locale)),
        ),
        (_, Some(calls), Some(days)) => (
            number::count(calls.into(), locale),
            t::calls_in_days(locale, number::count(days.into(), locale)),
        ),
        (_, Some(calls), None) => (
            number::count(calls.into(), locale),
            t::calls(locale).to_owned(),
        ),
        (_, None, Some(days)) => (
            number::count(days.into(), locale),
            t::days(locale).to_owned(),
        ),
        (Plan::Trial, None, None) => (
            t::no_limit(locale).to_owned(),
            t::of_calls(locale).to_owned(),
        ),
        (Plan::PayPerUse, None, None) => (
            t::by_use(locale).to_owned(),
            t::as_contracted(locale).to_owned(),
        ),
    };
    PlanLimit { figure, unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(plan: Plan, calls: Option<u32>, days: Option<u32>) -> PlanOffer {
        PlanOffer {
            plan,
            calls,
            days,
            renews: false,
        }
    }

    fn said(plan: Plan, calls: Option<u32>, days: Option<u32>) -> String {
        limit(offer(plan, calls, days), Locale::PtBr).to_string()
    }

    #[test]
    fn a_plan_that_renews_says_how_often() {
        let renewing = |calls, days| PlanOffer {
            renews: true,
            ..offer(Plan::PayPerUse, Some(calls), Some(days))
        };
        let said = |calls, days, locale| {
            let offer = renewing(calls, days);
            let point = renewal(offer, locale).unwrap();
            (limit(offer, locale).to_string(), point)
        };
        let each = |limit: &str, point: &str| (limit.to_owned(), point.to_owned());
        assert_eq!(
            said(1000, 30, Locale::PtBr),
            each("1.000 chamadas a cada 30 dias", "Renova a cada 30 dias")
        );
        assert_eq!(
            said(1000, 30, Locale::En),
            each("1,000 calls every 30 days", "Renews every 30 days")
        );
        assert_eq!(
            said(500, 1, Locale::Es),
            each("500 llamadas por día", "Se renueva cada día")
        );
        let single = offer(Plan::Trial, Some(1000), Some(30));
        assert_eq!(renewal(single, Locale::PtBr), None);
    }

    #[test]
    fn a_plan_says_how_much_it_gives() {
        assert_eq!(
            said(Plan::Trial, Some(1000), Some(90)),
            "1.000 chamadas em 90 dias"
        );
        assert_eq!(said(Plan::Trial, Some(500), None), "500 chamadas");
        assert_eq!(said(Plan::Trial, None, Some(30)), "30 dias");
        assert_eq!(said(Plan::Trial, None, None), "Sem limite de chamadas");
        assert_eq!(
            said(Plan::PayPerUse, None, None),
            "Por uso, conforme o contrato"
        );
    }
}
