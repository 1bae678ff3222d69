//! A permission group as a ticket: whose it is, and how its applications stand.

use domain::{applications::State, groups::GroupSummary};
use leptos::prelude::*;
use locales::{Locale, applications as t, number};

use crate::{
    components::{Icon, icon, terms},
    routes,
};

pub(super) fn section(groups: &[GroupSummary], locale: Locale) -> impl IntoView + use<> {
    let cards = groups
        .iter()
        .map(|group| card(group, locale))
        .collect_view();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::groups(locale)}</h2>
                {cards}
            </section>
        }
    })
}

fn card(summary: &GroupSummary, locale: Locale) -> impl IntoView + use<> {
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
                    {t::see_details(locale)} {icon(Icon::ArrowRight)}
                </a>
            </header>
            <hr class="tear"/>
            <div class="stub stub--tight">{counts(&summary.applications, locale)}</div>
        </article>
    }
}

fn counts(applications: &[(State, u64)], locale: Locale) -> impl IntoView + use<> {
    let total = match applications.iter().map(|(_, count)| count).sum() {
        0 => t::no_applications(locale).to_owned(),
        1 => t::one_application(locale).to_owned(),
        total => t::many_applications(locale, number::count(total, locale)),
    };
    let stamps = applications.iter().filter_map(|(state, count)| {
        let words = counted(*state, *count, locale)?;
        Some(view! { <span class=terms::stamp_class(*state)>{words}</span> })
    });
    view! { <p class="row small soft"><span>{total}</span>{stamps.collect_view()}</p> }
}

/// "2 aprovadas". Drafts are not counted: they are their author's alone.
fn counted(state: State, count: u64, locale: Locale) -> Option<String> {
    let many = number::count(count, locale);
    let (one, many) = match state {
        State::Draft => return None,
        State::Pending => return Some(t::pending(locale, many)),
        State::Approved => (t::one_approved(locale), t::many_approved(locale, many)),
        State::Rejected => (t::one_rejected(locale), t::many_rejected(locale, many)),
        State::Cancelled => (t::one_cancelled(locale), t::many_cancelled(locale, many)),
        State::Suspended => (t::one_suspended(locale), t::many_suspended(locale, many)),
        State::Revoked => (t::one_revoked(locale), t::many_revoked(locale, many)),
    };
    Some(if count == 1 { one.to_owned() } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_are_told_apart() {
        let said = |state, count| counted(state, count, Locale::PtBr);
        assert_eq!(said(State::Approved, 1).as_deref(), Some("1 aprovada"));
        assert_eq!(
            said(State::Approved, 1200).as_deref(),
            Some("1.200 aprovadas")
        );
        assert_eq!(said(State::Pending, 2).as_deref(), Some("2 em análise"));
        assert_eq!(said(State::Draft, 1), None);
    }
}
