//! "Histórico": what was done to a group, its requests, applications and webhooks.

use axum::extract::Query;
use domain::{
    Cursor,
    audit::Action,
    ids::GroupId,
    teams::{self, HistoryActor, HistoryEntry, HistorySubject},
};
use leptos::prelude::*;
use locales::{Locale, group_edit as t};
use serde::Deserialize;

use super::place::{Team, team_nav};
use crate::{
    components::{self, Breadcrumbs, PageHead, Pagination, Time, member_role_name},
    routes,
    web::{Access::Member, Ids, Page, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_HISTORY, show)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct HistoryQuery {
    /// Where the page starts.
    depois: String,
}

async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    Query(place): Query<HistoryQuery>,
) -> Result<Page, PageError> {
    let team = Team::managed(&visit, id).await?;
    let after: Option<Cursor> = place.depois.parse().ok();
    let page = teams::history(&visit.scope, id, after).await?;
    let locale = visit.locale;
    let home = team.address(routes::GROUP_HISTORY);
    let next = page.next.map(|cursor| format!("{home}?depois={cursor}"));
    let first = after.map(|_| home);
    let title = t::history_of(locale, &team.group.name);
    Ok(Page::new(&visit, title, || {
        let list = if page.items.is_empty() {
            view! { <p class="soft">{t::nothing(locale)}</p> }.into_any()
        } else {
            table(&page.items, &visit).into_any()
        };
        view! {
            <Breadcrumbs locale crumbs=team.crumbs(locale) here=t::history(locale)/>
            <PageHead title=t::history(locale) lead=t::history_lead(locale)/>
            {team_nav(id, team.role, routes::GROUP_HISTORY, locale)}
            {list}
            <Pagination locale first next/>
        }
    }))
}

fn table(entries: &[HistoryEntry], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = entries.iter().map(|entry| row(entry, visit));
    let rows = rows.collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::history(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::what(locale)}</th>
                <th scope="col">{t::who(locale)}</th>
                <th scope="col">{t::when(locale)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(entry: &HistoryEntry, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let who = match &entry.actor {
        HistoryActor::Person(name) => name.clone(),
        HistoryActor::Staff => t::staff(locale).to_owned(),
        HistoryActor::Nobody => t::nobody(locale).to_owned(),
    };
    let about = about(entry, locale);
    view! {
        <tr>
            <td class="table__title">
                {action_name(entry.action, locale)}
                {about.map(|about| view! { <br/> <span class="soft small">{about}</span> })}
            </td>
            <td data-label=t::who(locale)>{who}</td>
            <td data-label=t::when(locale)><Time at=entry.at visit/></td>
        </tr>
    }
}

/// Whom and what it was done to.
fn about(entry: &HistoryEntry, locale: Locale) -> Option<String> {
    let subject = match &entry.about {
        HistorySubject::Group => None,
        HistorySubject::Request(number) => Some(t::about_request(locale, number)),
        HistorySubject::Application(name) => Some(t::about_application(locale, name)),
        HistorySubject::Webhook => Some(t::about_webhook(locale).to_owned()),
    };
    let roles = entry.roles.map(|(before, after)| {
        let [before, after] = [before, after].map(|role| member_role_name(role, locale));
        t::roles_changed(locale, before, after)
    });
    let parts = [subject, entry.whom.clone(), roles];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What was done, of all that is done to a group.
const fn action_name(action: Action, locale: Locale) -> &'static str {
    match action {
        Action::GroupCreated => t::group_created(locale),
        Action::GroupAddressConfirmed => t::address_confirmed(locale),
        Action::GroupEdited => t::group_edited(locale),
        Action::InvitationSent => t::invitation_sent(locale),
        Action::InvitationResent => t::invitation_resent(locale),
        Action::InvitationWithdrawn => t::invitation_withdrawn(locale),
        Action::InvitationDeclined => t::invitation_declined(locale),
        Action::InvitationAccepted => t::invitation_accepted(locale),
        Action::MemberRoleChanged => t::role_changed(locale),
        Action::MemberRemoved => t::member_removed(locale),
        Action::MemberLeft => t::member_left(locale),
        Action::OwnershipHandedOver => t::handed_over(locale),
        Action::HandoverProposed => t::handover_proposed(locale),
        Action::HandoverConfirmed => t::handover_confirmed(locale),
        Action::HandoverWithdrawn => t::handover_withdrawn(locale),
        Action::RequestSubmitted => t::request_submitted(locale),
        Action::RequestApproved => t::request_approved(locale),
        Action::RequestRejected => t::request_rejected(locale),
        Action::RequestCancelled => t::request_cancelled(locale),
        Action::ApplicationSuspended => t::suspended(locale),
        Action::ApplicationResumed => t::resumed(locale),
        Action::ApplicationRevoked => t::revoked(locale),
        Action::PlanChanged => t::plan_changed(locale),
        Action::SecretRevealed => t::secret_revealed(locale),
        Action::SecretAdded => t::secret_added(locale),
        Action::SecretRevoked => t::secret_revoked(locale),
        Action::SandboxKeysRevealed => t::sandbox_keys_revealed(locale),
        Action::CallMade => t::call_made(locale),
        Action::WebhookAdded => t::webhook_added(locale),
        Action::WebhookChanged => t::webhook_changed(locale),
        Action::WebhookSecretRotated => t::webhook_secret(locale),
        Action::WebhookPaused => t::webhook_paused(locale),
        Action::WebhookResumed => t::webhook_resumed(locale),
        Action::WebhookDeleted => t::webhook_deleted(locale),
        other => components::action_name(other, locale),
    }
}
