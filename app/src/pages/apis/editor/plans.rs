//! The plans in which an API comes.

use domain::catalogue::{ApiContent, Plan, PlanTerms, Problem, Section};
use leptos::prelude::*;
use locales::{Locale, api_editor as e};

use super::{
    field::{Field, FormState, Kind, Tick},
    rows::Translations,
    section::{Address, Draft, SectionForm, Words},
    typed::{Typed, in_language},
};
use crate::components::terms;

/// The fields of a plan, before its name.
const OFFERED: &str = "oferece";
const CALLS: &str = "chamadas";
const DAYS: &str = "dias";
const RENEWS: &str = "renova";
const TERMS: &str = "termos";

#[derive(Clone, Copy)]
pub(super) struct Plans;

fn of_plan(field: &str, plan: Plan) -> String {
    format!("{field}.{plan}")
}

impl SectionForm for Plans {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Plans
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        for (plan, terms) in &content.plans {
            let figure = |figure: Option<u32>| figure.map(|it| it.to_string()).unwrap_or_default();
            typed.add(of_plan(OFFERED, *plan), "1");
            typed.add(of_plan(CALLS, *plan), figure(terms.calls));
            typed.add(of_plan(DAYS, *plan), figure(terms.days));
            typed.add(of_plan(RENEWS, *plan), if terms.renews { "1" } else { "" });
            typed.add_translated(&of_plan(TERMS, *plan), &terms.terms);
        }
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, words: &mut Words) {
        for plan in Plan::ALL.iter().copied() {
            if !typed.has(&of_plan(OFFERED, plan)) {
                continue;
            }
            let terms = PlanTerms {
                calls: words.number(typed, &of_plan(CALLS, plan), e::plan_calls),
                days: words.number(typed, &of_plan(DAYS, plan), e::plan_days),
                renews: typed.has(&of_plan(RENEWS, plan)),
                terms: typed.texts(&of_plan(TERMS, plan)),
            };
            content.plans.insert(plan, terms);
        }
    }

    fn field(self, problem: &Problem, typed: &Typed) -> String {
        let (plan, nothing) = match problem {
            Problem::EmptyPlan(plan) => (*plan, "0"),
            Problem::RenewsNothing(plan) => (*plan, ""),
            _ => return in_language(&of_plan(TERMS, Plan::Trial), Locale::default()),
        };
        let calls = of_plan(CALLS, plan);
        if typed.line(&calls) == nothing {
            calls
        } else {
            of_plan(DAYS, plan)
        }
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let plans = Plan::ALL.iter().copied();
        let plans = plans.map(|plan| view! { <PlanFields plan form=draft.form()/> });
        plans.collect_view().into_any()
    }
}

#[component]
fn PlanFields<'a>(plan: Plan, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let name = terms::plan(plan, locale);
    let of_use = of_plan(TERMS, plan);
    view! {
        <fieldset class="panel">
            <legend class="visually-hidden">{name}</legend>
            <Tick name=of_plan(OFFERED, plan) label=e::offers(locale, name) form=&form/>
            <div class="form__pair">
                <Field
                    name=of_plan(CALLS, plan) label=e::plan_calls(locale) hint=e::plan_calls_hint(locale)
                    kind=Kind::Number form=&form
                />
                <Field
                    name=of_plan(DAYS, plan) label=e::plan_days(locale) hint=e::plan_days_hint(locale)
                    kind=Kind::Number form=&form
                />
            </div>
            <Tick
                name=of_plan(RENEWS, plan) label=e::plan_renews(locale) hint=e::plan_renews_hint(locale)
                form=&form
            />
            <p class="field__hint">{e::plan_terms_hint(locale)}</p>
            <Translations field=&of_use label=e::plan_terms kind=Kind::Paragraph form=&form/>
        </fieldset>
    }
}
