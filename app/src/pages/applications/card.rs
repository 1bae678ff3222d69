//! A permission group as a ticket: whose it is, and how its applications stand.

use std::collections::HashMap;

use domain::{
    groups::GroupSummary,
    ids::GroupId,
    requests::{Status, StatusCounts},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, number};

use crate::{
    components::{Icon, Symbol, terms},
    routes,
};

#[component]
pub(super) fn GroupSection<'a>(
    groups: &'a [GroupSummary],
    counts: &'a HashMap<GroupId, StatusCounts>,
    locale: Locale,
) -> impl IntoView + use<> {
    let cards = groups.iter().map(|group| {
        let counts = counts.get(&group.group.id).map(Vec::as_slice);
        view! { <GroupTicket summary=group in_status=counts.unwrap_or_default() locale/> }
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
                    </p>
                </div>
                <a class="btn btn--quiet btn--small" href=href aria-label=label>
                    {t::see_details(locale)} <Icon symbol=Symbol::ArrowRight/>
                </a>
            </header>
            <hr class="tear"/>
            <div class="stub stub--tight">{counts(in_status, locale)}</div>
        </article>
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
