//! A permission group as a ticket: whose it is, its last applications, and how all of them stand.

use std::collections::HashMap;

use domain::{
    groups::GroupSummary,
    ids::GroupId,
    requests::{RequestView, Status, StatusCounts},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, number};
use values::Cnpj;

use crate::{
    components::{Icon, StatusStamp, Symbol, terms},
    routes,
    web::ticket_path,
};

/// The groups, each with its last applications; those of one company under its name where they are
/// listed by company.
#[component]
pub(super) fn GroupSection<'a>(
    groups: &'a [GroupSummary],
    counts: &'a HashMap<GroupId, StatusCounts>,
    latest: &'a HashMap<GroupId, Vec<RequestView>>,
    by_company: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    let mut company: Option<&str> = None;
    let cards = groups.iter().map(|summary| {
        let group = &summary.group;
        let is_first = by_company && company != Some(group.cnpj.root());
        company = Some(group.cnpj.root());
        let heading = is_first.then(|| {
            let name = t::company_with_root(locale, &group.legal_name, group.cnpj.root());
            view! { <h3>{name}</h3> }
        });
        let in_status = counts.get(&group.id).map(Vec::as_slice);
        let last = latest.get(&group.id).map(Vec::as_slice);
        view! {
            {heading}
            <GroupTicket
                summary in_status=in_status.unwrap_or_default() last=last.unwrap_or_default() locale
            />
        }
    });
    let cards = cards.collect_view();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::groups(locale)}</h2>
                {cards}
            </section>
        }
    })
}

#[component]
fn GroupTicket<'a>(
    summary: &'a GroupSummary,
    in_status: &'a [(Status, u64)],
    last: &'a [RequestView],
    locale: Locale,
) -> impl IntoView + use<> {
    let group = &summary.group;
    let href = routes::fill(routes::GROUP, &[&group.id]);
    let label = format!("{}: {}", t::see_details(locale), group.name);
    view! {
        <article class="ticket">
            <header class="ticket__head">
                <div>
                    <h3 class="ticket__title"><a href=href.clone()>{group.name.clone()}</a></h3>
                    <p class="soft small">
                        {group.legal_name.clone()} "\u{a0}· " <span class="mono nowrap">{group.cnpj.masked()}</span>
                        "\u{a0}· " {establishment(&group.cnpj, locale)}
                    </p>
                </div>
                <a class="btn btn--quiet btn--small" href=href aria-label=label>
                    {t::see_details(locale)} <Icon symbol=Symbol::ArrowRight/>
                </a>
            </header>
            {(!last.is_empty()).then(|| application_lines(last, locale))}
            <hr class="tear"/>
            <div class="stub stub--tight">{counts(in_status, locale)}</div>
        </article>
    }
}

/// "matriz", or "filial 0002".
fn establishment(cnpj: &Cnpj, locale: Locale) -> String {
    if cnpj.is_head_office() {
        t::head_office(locale).to_owned()
    } else {
        t::branch(locale, cnpj.establishment())
    }
}

/// What a search found among the applications of all groups.
pub(super) fn found_applications(found: &[RequestView], locale: Locale) -> impl IntoView + use<> {
    (!found.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::found_applications(locale)}</h2>
                {application_lines(found, locale)}
            </section>
        }
    })
}

fn application_lines(applications: &[RequestView], locale: Locale) -> impl IntoView + use<> {
    let lines = applications.iter().map(|it| application_line(it, locale));
    let lines = lines.collect_view();
    view! { <ul class="lines" role="list">{lines}</ul> }
}

fn application_line(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let href = ticket_path(application.group_id, application.application_id);
    let api = application.api.text(locale).name.clone();
    view! {
        <li>
            <div>
                <p><a href=href>{application.name.clone()}</a></p>
                <p class="soft small">{api} "\u{a0}· " {terms::plan(application.plan, locale)}</p>
            </div>
            <StatusStamp of=application.status locale/>
        </li>
    }
}

fn counts(applications: &[(Status, u64)], locale: Locale) -> impl IntoView + use<> {
    let total = match applications.iter().map(|(_, count)| count).sum() {
        0 => t::no_applications(locale).to_owned(),
        1 => t::one_application(locale).to_owned(),
        total => t::many_applications(locale, number::count(total, locale)),
    };
    let stamps = applications.iter().map(|(status, count)| {
        let words = status_count(*status, *count, locale);
        view! { <span class=terms::stamp_class(*status)>{words}</span> }
    });
    view! { <p class="row small soft"><span>{total}</span>{stamps.collect_view()}</p> }
}

/// "2 aprovadas".
fn status_count(status: Status, count: u64, locale: Locale) -> String {
    let many = number::count(count, locale);
    let (one, many) = match status {
        Status::Pending => return t::pending(locale, many),
        Status::AwaitingApplicant => return t::awaiting_applicant(locale, many),
        Status::Approved => (t::one_approved(locale), t::many_approved(locale, many)),
        Status::Rejected => (t::one_rejected(locale), t::many_rejected(locale, many)),
        Status::Cancelled => (t::one_cancelled(locale), t::many_cancelled(locale, many)),
        Status::Suspended => (t::one_suspended(locale), t::many_suspended(locale, many)),
        Status::Revoked => (t::one_revoked(locale), t::many_revoked(locale, many)),
    };
    if count == 1 { one.to_owned() } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_are_told_apart() {
        let said = |status, count| status_count(status, count, Locale::PtBr);
        assert_eq!(said(Status::Approved, 1), "1 aprovada");
        assert_eq!(said(Status::Approved, 1200), "1.200 aprovadas");
        assert_eq!(said(Status::Pending, 2), "2 em análise");
    }
}
