//! The secret keys that there are: how long each is good, and whether anybody uses it.

use chrono::TimeDelta;
use domain::{
    credentials::{Secret, SecretStatus, Secrets},
    ids::SecretId,
    requests::Status,
};
use leptos::prelude::*;
use locales::{applications as words, number, secrets as t};

use super::{Keys, label};
use crate::{
    components::{Ago, Fact, Icon, Notice, NoticeKind, Symbol, Time, time},
    pages::applications::reveal,
    routes,
    web::Visit,
};

/// From when on the end of a key is what matters most about it: the first mail is out by then.
const SOON: TimeDelta = TimeDelta::days(30);

/// Each active key as a ticket, the newest first.
pub(super) fn active(keys: &Keys, visit: &Visit) -> AnyView {
    let now = visit.scope.now();
    let active = keys.secrets.secrets.iter().filter(|it| it.is_active(now));
    let tickets: Vec<_> = active
        .map(|secret| view! { <SecretTicket secret keys visit/> })
        .collect();
    if tickets.is_empty() {
        let content = view! { <p>{t::none(visit.locale)}</p> };
        return view! { <Notice kind=NoticeKind::Bad title=t::none_title(visit.locale) content/> }
            .into_any();
    }
    view! { <div class="stack">{tickets}</div> }.into_any()
}

/// The active secret keys except one that the page shows already.
#[component]
pub(super) fn OtherSecrets<'a>(
    keys: &'a Keys,
    but: SecretId,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let now = visit.scope.now();
    let others = keys.secrets.secrets.iter();
    let others = others.filter(|it| it.is_active(now) && it.id != but);
    let tickets: Vec<_> = others
        .map(|secret| view! { <SecretTicket secret keys visit/> })
        .collect();
    view! { <div class="stack">{tickets}</div> }
}

#[component]
fn SecretTicket<'a>(secret: &'a Secret, keys: &'a Keys, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <article class="ticket" id=secret.id.to_string()>
            <header class="ticket__head">
                <div>
                    <h2 class="ticket__title">{label(secret, locale)}</h2>
                    <p class="soft small">
                        {t::created_at(locale)} " " <Time at=secret.created_at visit/>
                    </p>
                </div>
                {stamp(secret, visit)}
            </header>
            <hr class="tear"/>
            <div class="stub">
                {usage_facts(secret, visit)}
                <SecretActions secret keys visit/>
            </div>
        </article>
    }
}

pub(super) fn stamp(secret: &Secret, visit: &Visit) -> impl IntoView + use<> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let (class, words) = match secret.status(now) {
        SecretStatus::Active(None) => ("stamp stamp--good", t::active(locale).to_owned()),
        SecretStatus::Active(Some(end)) if end - now > SOON => {
            ("stamp stamp--good", t::active(locale).to_owned())
        }
        SecretStatus::Active(Some(end)) => (
            "stamp stamp--wait",
            t::ending(locale, time::date_time(end, visit)),
        ),
        SecretStatus::Expired(_) => ("stamp stamp--off", t::expired(locale).to_owned()),
        SecretStatus::Revoked(_) => ("stamp stamp--bad", t::revoked(locale).to_owned()),
    };
    view! { <span class=class>{words}</span> }
}

/// How long it is good, and whether anybody uses it.
pub(super) fn usage_facts(secret: &Secret, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let last = match secret.last_used_at {
        Some(at) => view! { <Ago since=at visit/> }.into_any(),
        None => t::never_used(locale).into_any(),
    };
    let count = |uses| number::count(uses, locale);
    let uses = t::uses_so_far(locale, count(secret.uses), count(secret.uses_last_hour));
    let seen = match secret.last_revealed_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never_revealed(locale).into_any(),
    };
    let end = match secret.expires_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::for_ever(locale).into_any(),
    };
    view! {
        <dl class="facts">
            <Fact name=t::last_used(locale) value=last/>
            <Fact name=t::uses(locale) value=uses/>
            <Fact name=t::good_until(locale) value=end/>
            <Fact name=t::last_revealed(locale) value=seen/>
        </dl>
    }
}

#[component]
fn SecretActions<'a>(
    secret: &'a Secret,
    keys: &'a Keys,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let (group, application) = (keys.found.group.id, keys.found.application.application_id);
    let name = label(secret, locale);
    let reveal = (keys.found.application.status == Status::Approved).then(|| {
        view! {
            <form method="post" action=reveal::path(group, application)>
                <input type="hidden" name="secret" value=secret.id.to_string()/>
                <button class="btn btn--quiet btn--small" aria-label=t::reveal_which(locale, &name)>
                    <Icon symbol=Symbol::Eye/> {words::reveal(locale)}
                </button>
            </form>
        }
    });
    let revoke = keys.secrets.may_change.then(|| {
        let href = routes::fill(routes::SECRET_REVOKE, &[&group, &application, &secret.id]);
        view! {
            <a class="btn btn--danger btn--small" href=href aria-label=t::revoke_which(locale, &name)>
                {t::revoke(locale)}
            </a>
        }
    });
    view! { <div class="row">{reveal} {revoke}</div> }
}

/// The secret keys that have expired or were revoked, folded.
pub(super) fn ended_secrets(secrets: &Secrets, visit: &Visit) -> impl IntoView + use<> {
    let (locale, now) = (visit.locale, visit.scope.now());
    let over = secrets.secrets.iter().filter(|it| !it.is_active(now));
    let lines: Vec<_> = over.map(|secret| line(secret, visit)).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{t::over(locale)} " (" {lines.len()} ")"</summary>
                <ul class="lines" role="list">{lines}</ul>
            </details>
        }
    })
}

fn line(secret: &Secret, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let ended = secret.revoked_at.or(secret.expires_at);
    let ended = ended.map(|at| t::ended_at(locale, time::date_time(at, visit)));
    view! {
        <li id=secret.id.to_string()>
            <div>
                <p>{label(secret, locale)}</p>
                <p class="soft small">{ended}</p>
            </div>
            {stamp(secret, visit)}
        </li>
    }
}
