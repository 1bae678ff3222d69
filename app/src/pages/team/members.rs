//! "Pessoas": who belongs to a group, and, for its owners, whom it has invited.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    Cursor,
    groups::{
        GroupRight, MemberRole,
        invitations::{self, Invitation, InvitationState, InviteError},
        members::{self, Member},
    },
    ids::{GroupId, InvitationId},
};
use leptos::prelude::*;
use locales::{Locale, members as t};
use serde::Deserialize;

use super::place::{Team, team_nav};
use crate::{
    components::{
        Breadcrumbs, EmailAddress, Fact, Pagination, Time, member_role_meaning, member_role_name,
        time,
    },
    forms::{PasswordPrompt, PendingForm},
    routes,
    web::{
        Access::Member as SignedIn, Flash, Ids, Page, PageError, PostedForm, Site, Visit,
        see_other, see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SignedIn, routes::MEMBERS, show)
        .get(SignedIn, routes::INVITATION_RESEND, back)
        .post(SignedIn, routes::INVITATION_RESEND, resend)
        .get(SignedIn, routes::INVITATION_WITHDRAW, back)
        .post(SignedIn, routes::INVITATION_WITHDRAW, withdraw)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct MembersQuery {
    /// Where the page starts.
    depois: String,
}

async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    Query(place): Query<MembersQuery>,
) -> Result<Page, PageError> {
    let team = Team::load(&visit, id).await?;
    let after: Option<Cursor> = place.depois.parse().ok();
    let page = members::page(&visit.scope, id, after).await?;
    let manages = team.role.may(GroupRight::Manage);
    let invited = if manages {
        invitations::list(&visit.scope, id).await?
    } else {
        vec![]
    };
    let locale = visit.locale;
    let home = team.address(routes::MEMBERS);
    let next = page.next.map(|cursor| format!("{home}?depois={cursor}"));
    let first = after.map(|_| home);
    let title = t::title_of(locale, &team.group.name);
    Ok(Page::new(&visit, title, || {
        view! {
            <Breadcrumbs locale crumbs=team.crumbs(locale) here=t::title(locale)/>
            <MembersHead team=&team manages locale/>
            {team_nav(id, team.role, routes::MEMBERS, locale)}
            {table(&page.items, &team, &visit)}
            <Pagination locale first next/>
            {(!invited.is_empty()).then(|| invitations_section(&invited, &team, &visit))}
            {roles(locale)}
            <OwnWay team=&team manages locale/>
        }
    }))
}

#[component]
fn MembersHead<'a>(team: &'a Team, manages: bool, locale: Locale) -> impl IntoView + use<> {
    let invite = manages.then(|| {
        let href = team.address(routes::MEMBERS_INVITE);
        view! { <div class="actions"><a class="btn" href=href>{t::invite(locale)}</a></div> }
    });
    view! {
        <header class="page-head">
            <div>
                <h1>{t::title(locale)}</h1>
                <p class="page-head__lead">{t::lead(locale)}</p>
            </div>
            {invite}
        </header>
    }
}

fn table(people: &[Member], team: &Team, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let manages = team.role.may(GroupRight::Manage);
    let rows = people.iter().map(|member| row(member, team, visit));
    let rows = rows.collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::person(locale)}</th>
                <th scope="col">{t::role(locale)}</th>
                <th scope="col">{t::since(locale)}</th>
                {manages.then(|| view! {
                    <th scope="col">{t::last_sign_in(locale)}</th>
                    <th scope="col"><span class="visually-hidden">{t::actions(locale)}</span></th>
                })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(member: &Member, team: &Team, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let own = visit.person().is_some_and(|person| person.id == member.id);
    let manages = team.role.may(GroupRight::Manage);
    let for_owner = manages.then(|| {
        let change = routes::fill(routes::MEMBER, &[&team.group.id, &member.id]);
        let label = t::change_of(locale, &member.name);
        let last = match member.last_sign_in_at {
            Some(at) => view! { <Time at visit/> }.into_any(),
            None => t::never(locale).into_any(),
        };
        view! {
            <td data-label=t::last_sign_in(locale)>{last}</td>
            <td>
                <a class="btn btn--quiet btn--small" href=change aria-label=label>{t::change(locale)}</a>
            </td>
        }
    });
    view! {
        <tr>
            <td class="table__title">
                {member.name.clone()}
                {own.then(|| view! { " " <span class="tag">{t::you(locale)}</span> })}
                <br/> <span class="soft small"><EmailAddress email=&member.email/></span>
            </td>
            <td data-label=t::role(locale)>{member_role_name(member.role, locale)}</td>
            <td data-label=t::since(locale)>{time::date(member.joined_at, visit)}</td>
            {for_owner}
        </tr>
    }
}

fn invitations_section(
    invited: &[Invitation],
    team: &Team,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let lines = invited.iter().map(|it| invitation_line(it, team, visit));
    let lines = lines.collect_view();
    view! {
        <section class="section">
            <h2>{t::invitations(locale)}</h2>
            <ul class="lines" role="list">{lines}</ul>
        </section>
    }
}

fn invitation_line(invitation: &Invitation, team: &Team, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let email = invitation.email.shown();
    let of = |route| routes::fill(route, &[&team.group.id, &invitation.id]);
    let until = time::date_time(invitation.expires_at, visit);
    let stands = match invitation.state_at(visit.scope.now()) {
        InvitationState::Expired => t::expired_on(locale, until),
        InvitationState::Open
        | InvitationState::Accepted
        | InvitationState::Declined
        | InvitationState::Withdrawn => t::valid_until(locale, until),
    };
    let resend = t::resend_to(locale, &email);
    let withdraw = t::withdraw_of(locale, &email);
    view! {
        <li>
            <div>
                <p><EmailAddress email=&invitation.email/></p>
                <p class="soft small">{member_role_name(invitation.role, locale)} " · " {stands}</p>
            </div>
            <div class="row">
                <form method="post" action=of(routes::INVITATION_RESEND)>
                    <button class="btn btn--quiet btn--small" aria-label=resend>{t::resend(locale)}</button>
                </form>
                <form method="post" action=of(routes::INVITATION_WITHDRAW)>
                    <button class="btn btn--quiet btn--small" aria-label=withdraw>{t::withdraw(locale)}</button>
                </form>
            </div>
        </li>
    }
}

fn roles(locale: Locale) -> impl IntoView {
    let roles = MemberRole::ALL.iter().map(|role| {
        let name = member_role_name(*role, locale);
        view! { <Fact name value=member_role_meaning(*role, locale)/> }
    });
    let roles = roles.collect_view();
    view! {
        <section class="section">
            <h2>{t::roles(locale)}</h2>
            <dl class="facts">{roles}</dl>
        </section>
    }
}

/// What the reader can do about their own place in the group.
#[component]
fn OwnWay<'a>(team: &'a Team, manages: bool, locale: Locale) -> impl IntoView + use<> {
    let leave = team.address(routes::MEMBERS_LEAVE);
    let hand_over = manages.then(|| {
        let href = team.address(routes::MEMBERS_HAND_OVER);
        view! { <a class="btn btn--quiet" href=href>{t::hand_over(locale)}</a> }
    });
    view! {
        <div class="actions">
            {hand_over}
            <a class="btn btn--quiet" href=leave>{t::leave(locale)}</a>
        </div>
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ResendForm {
    /// The password, where it was asked for.
    current: Option<String>,
}

/// For those who come by the address of the form: after signing in again.
async fn back(Ids((group, _)): Ids<(GroupId, InvitationId)>) -> Response {
    see_other(&routes::fill(routes::MEMBERS, &[&group]))
}

async fn resend(
    mut visit: Visit,
    Ids((group, id)): Ids<(GroupId, InvitationId)>,
    PostedForm(form): PostedForm<ResendForm>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, group).await?;
    let list = team.address(routes::MEMBERS);
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let pending = PendingForm {
            what: t::invite_pending(visit.locale),
            action: routes::fill(routes::INVITATION_RESEND, &[&group, &id]),
            fields: vec![],
            cancel: list,
        };
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let flash = match invitations::resend(&visit.scope, group, id).await {
        Ok(()) => Flash::InvitationResent,
        Err(InviteError::Common(domain::Error::NotFound(_))) => Flash::InvitationGone,
        Err(InviteError::TooOften(wait)) => return Err(wait.into()),
        Err(InviteError::Common(error)) => return Err(error.into()),
        // Asked for above, and sending again fails by nothing else.
        Err(
            InviteError::Unconfirmed
            | InviteError::AlreadyMember
            | InviteError::AlreadyInvited
            | InviteError::FreeMail
            | InviteError::TooMany,
        ) => return Err(PageError::Forbidden),
    };
    Ok(see_other_with(&list, flash, &visit))
}

async fn withdraw(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, InvitationId)>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, group).await?;
    let flash = match invitations::withdraw(&visit.scope, group, id).await {
        Ok(()) => Flash::InvitationWithdrawn,
        Err(domain::Error::NotFound(_)) => Flash::InvitationGone,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(
        &team.address(routes::MEMBERS),
        flash,
        &visit,
    ))
}
