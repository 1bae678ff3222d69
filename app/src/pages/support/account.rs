//! One account: how it stands, what support may do, what was done.

use domain::{
    accounts::support::{self, AccountView},
    audit::Entry,
    clock::Timestamp,
    ids::AccountId,
};
use leptos::prelude::*;
use locales::{factors, number, support as t};

use super::{Verification, acts};
use crate::{
    components::{Breadcrumbs, Crumb, EmailAddress, Fact, Time, action_name, time},
    routes,
    web::{Ids, Page, PageError, Visit},
};

pub async fn show(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Page, PageError> {
    let view = support::view(&visit.scope, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let name = view.account.full_name();
    Ok(Page::new(&visit, name.clone(), || {
        view! {
            <Breadcrumbs
                locale crumbs=vec![Crumb::new(routes::SUPPORT, t::title(locale))] here=name.clone()
            />
            <header class="page-head">
                <div><h1>{name}</h1><p class="page-head__lead"><EmailAddress email=&view.account.email/></p></div>
                <Verification account=&view.account visit=&visit/>
            </header>
            <div class="columns">
                <div class="stack">
                    <section class="panel"><h2>{t::state(locale)}</h2>{facts(&view, &visit)}</section>
                    <section class="panel"><h2>{t::actions(locale)}</h2>{acts::forms(&view, locale)}</section>
                </div>
                <aside class="stack" aria-label=t::history(locale)>
                    <section class="panel"><h2>{t::history(locale)}</h2>{history(&view.events, &visit)}</section>
                </aside>
            </div>
        }
    }))
}

fn facts(view: &AccountView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let when = |at: Option<Timestamp>| {
        at.map_or_else(
            || t::never(locale).to_owned(),
            |at| time::date_time(at, visit),
        )
    };
    let password = match (view.has_password, view.password_changed_at) {
        (true, Some(at)) => t::password_set(locale, time::date_time(at, visit)),
        _ => t::password_none(locale).to_owned(),
    };
    let locked = view.locked_until.map_or_else(
        || t::not_locked(locale).to_owned(),
        |at| t::locked_until(locale, time::date_time(at, visit)),
    );
    let factor = view.second_factor_at.map_or_else(
        || factors::support_off(locale).to_owned(),
        |at| factors::support_since(locale, time::date_time(at, visit)),
    );
    let sessions = number::count(view.open_sessions, locale);
    view! {
        <dl class="facts">
            <Fact name=t::language(locale) value=view.locale.endonym()/>
            <Fact name=t::link_sent(locale) value=when(view.link_sent_at)/>
            <Fact name=t::confirmed(locale) value=when(view.account.verified_at)/>
            <Fact name=t::password(locale) value=password/>
            <Fact name=factors::support_fact(locale) value=factor/>
            <Fact name=t::locked(locale) value=locked/>
            <Fact name=t::last_sign_in(locale) value=when(view.last_sign_in_at)/>
            <Fact name=t::open_sessions(locale) value=sessions/>
            {refusal(view, visit)}
        </dl>
    }
}

/// Why mails do not reach the account, as its mail server said it.
fn refusal(view: &AccountView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    view.mail_refusal.clone().map(|refusal| {
        view! {
            <div>
                <dt>{t::mail_refusal(locale)}</dt>
                <dd><Time at=refusal.at visit/> <br/> <code translate="no">{refusal.reason}</code></dd>
            </div>
        }
    })
}

fn history(events: &[Entry], visit: &Visit) -> impl IntoView + use<> {
    let entry = |event: &Entry| {
        let who = event
            .actor()
            .map(|name| format!(" {}", t::by(visit.locale, name)));
        view! {
            <li>
                <p>{action_name(event.action, visit.locale)} {who}</p>
                <p class="soft small"><Time at=event.at visit/></p>
            </li>
        }
    };
    view! { <ol class="timeline" role="list">{events.iter().map(entry).collect_view()}</ol> }
}
