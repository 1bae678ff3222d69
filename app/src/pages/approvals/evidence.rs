//! What speaks for and against a request, beside what the applicant wrote.

use domain::{
    approvals::{EarlierRequest, Evidence, Review},
    requests::EarlierTrial,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, number, terms as words};

use super::{history, plan_change};
use crate::{
    components::{Ago, EmailAddress, Fact, Paragraphs, StatusStamp, terms, time},
    routes,
    web::Visit,
};

pub(super) fn aside(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let evidence = &review.evidence;
    let domain = if evidence.same_domain {
        stamp("stamp stamp--good", t::same_domain(locale))
    } else {
        stamp("stamp stamp--wait", t::other_domain(locale))
    };
    let other_name = evidence.other_legal_name.clone();
    view! {
        <aside class="stack" aria-label=t::evidence(locale)>
            {review.plan_change.as_ref().map(|target| plan_change::section(target, visit))}
            <section class="panel">
                <h2>{t::evidence(locale)}</h2>
                <dl class="facts">
                    <Fact
                        name=words::cnpj(locale)
                        value=stamp("stamp stamp--good", t::check_digits(locale))
                    />
                    {review.earlier_trial.as_ref().map(|trial| view! {
                        <Fact name=t::trial(locale) value=earlier_trial(trial, review, visit)/>
                    })}
                    {other_name.map(|name| view! {
                        <Fact name=words::legal_name(locale) value=other_legal_name(name, locale)/>
                    })}
                    <Fact name=t::mail_domain(locale) value=domain/>
                    <Fact
                        name=t::applicants_mail(locale)
                        value=mail_service(evidence.free_mail, locale)
                    />
                    <Fact name=t::groups_mail(locale) value=groups_mail(review, locale)/>
                    <Fact name=t::members(locale) value=number::count(evidence.members, locale)/>
                    <Fact name=t::people(locale) value=people(evidence)/>
                    {evidence.account_since.map(|at| view! {
                        <Fact
                            name=t::account_since(locale)
                            value=view! { <Ago since=at visit/> }
                        />
                    })}
                    {company_domains(review, locale)}
                </dl>
            </section>
            {history::section(&review.history, visit)}
            {earlier(&evidence.earlier, visit)}
        </aside>
    }
}

/// Who belongs to the group.
fn people(evidence: &Evidence) -> impl IntoView + use<> {
    let people = evidence.people.iter().map(|person| {
        view! {
            <li>
                {person.name.clone()} " "
                <span class="soft"><EmailAddress email=&person.email/></span>
            </li>
        }
    });
    view! { <ul class="small" role="list">{people.collect_view()}</ul> }
}

/// What the applicant's domain is to the addresses that other groups of the company gave; nothing
/// where there are none.
fn company_domains(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let known = &review.evidence.company_domains;
    let own = review.applicant.email.domain().to_lowercase();
    let verdict = if known.contains(&own) {
        stamp("stamp stamp--good", t::domain_known(locale))
    } else {
        stamp("stamp stamp--wait", t::domain_unknown(locale))
    };
    let listed = known.iter().map(String::as_str).collect::<Vec<_>>();
    let listed = listed.join(", ");
    (!known.is_empty()).then(|| {
        let value = view! { <p>{verdict}</p> <p class="small soft">{listed}</p> };
        view! { <Fact name=t::company_domains(locale) value/> }
    })
}

fn stamp(class: &'static str, words: &'static str) -> impl IntoView {
    view! { <span class=class>{words}</span> }
}

fn mail_service(is_free: bool, locale: Locale) -> impl IntoView {
    if is_free {
        stamp("stamp stamp--wait", t::free_mail(locale))
    } else {
        stamp("stamp stamp--good", t::corporate_mail(locale))
    }
}

fn groups_mail(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let confirmed = review.group.email_confirmed_at.is_some();
    view! {
        {mail_service(review.evidence.group_free_mail, locale)}
        {(!confirmed).then(|| view! { " " {stamp("stamp stamp--wait", t::unconfirmed_mail(locale))} })}
    }
}

/// The earlier Trial of the same API, which speaks against another one.
fn earlier_trial(trial: &EarlierTrial, review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let used = review.earlier_trial_use.map(|it| {
        let (used, calls) = (
            number::count(it.used, locale),
            number::count(it.calls, locale),
        );
        t::used_of(locale, used, calls)
    });
    let href = routes::fill(routes::APPROVAL, &[&trial.id]);
    let since = t::trial_since(
        locale,
        &trial.name,
        time::date_time(trial.approved_at, visit),
    );
    view! {
        <p>{stamp("stamp stamp--bad", t::earlier_trial(locale))}</p>
        <p><a class="mono" href=href>{trial.number.clone()}</a> " " {since}</p>
        {used.map(|words| view! { <p class="small soft">{t::trial_use(locale)} ": " {words}</p> })}
    }
}

/// Either name may be the wrong one: the company's own documents tell.
fn other_legal_name(name: String, locale: Locale) -> impl IntoView {
    view! {
        <p>{stamp("stamp stamp--wait", t::other_legal_name(locale))}</p>
        <p>{t::used_before(locale, name)}</p>
    }
}

fn earlier(requests: &[EarlierRequest], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let list = match requests {
        [] => view! { <p class="soft small">{t::no_earlier(locale)}</p> }.into_any(),
        requests => {
            let lines = requests
                .iter()
                .map(|request| line(request, visit))
                .collect_view();
            view! { <ul class="lines" role="list">{lines}</ul> }.into_any()
        }
    };
    view! { <section class="panel"><h2>{t::earlier(locale)}</h2>{list}</section> }
}

fn line(request: &EarlierRequest, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::APPROVAL, &[&request.id]);
    view! {
        <li>
            <div>
                <p><a class="mono" href=href>{request.number.clone()}</a></p>
                <p class="small">{request.legal_name.clone()} "\u{a0}· " {request.group.clone()}</p>
                <p class="small">{request.api.text(locale).name.clone()} "\u{a0}· " {terms::requested_plan(request.kind, request.plan, locale)}</p>
                <p class="soft small">{time::date(request.submitted_at, visit)}</p>
                {request.reason.as_deref().map(|text| view! {
                    <div class="small"><Paragraphs text/></div>
                })}
            </div>
            <StatusStamp of=request.status locale/>
        </li>
    }
}
