//! Inviting somebody to a group by mail.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::Email,
    groups::{
        GroupRight, MemberRole,
        invitations::{self, InviteError, NewInvitation},
    },
    ids::GroupId,
};
use leptos::prelude::*;
use locales::{common, members as t};
use serde::Deserialize;

use super::place::Team;
use crate::{
    components::{Breadcrumbs, PageHead, RoleChoice},
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, HiddenField, PasswordPrompt,
        PendingForm, TextField,
    },
    routes,
    web::{
        Access::Member as SignedIn, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SignedIn, routes::MEMBERS_INVITE, show)
        .post(SignedIn, routes::MEMBERS_INVITE, invite)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    email: String,
    role: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

impl Form {
    fn parse(&self) -> Result<NewInvitation, Errors> {
        let mut errors = Errors::default();
        let email = errors.check("email", Email::parse(&self.email));
        let role: Result<MemberRole, FieldError> =
            self.role.parse().map_err(|_| FieldError::Choose);
        let role = errors.check("role", role);
        errors.finish(|| {
            Some(NewInvitation {
                email: email?,
                role: role?,
            })
        })
    }

    fn pending(&self, team: &Team, visit: &Visit) -> PendingForm {
        let field = |name, value: &str| HiddenField {
            name,
            value: value.to_owned(),
        };
        PendingForm {
            what: t::invite_pending(visit.locale),
            action: team.address(routes::MEMBERS_INVITE),
            fields: vec![field("email", &self.email), field("role", &self.role)],
            cancel: team.address(routes::MEMBERS),
        }
    }
}

async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Page, PageError> {
    let team = Team::managed(&visit, id).await?;
    let form = kept.unwrap_or_else(|| Form {
        role: MemberRole::Developer.to_string(),
        ..Form::default()
    });
    Ok(page(&visit, &team, &form, &Errors::default()))
}

async fn invite(
    mut visit: Visit,
    Ids(id): Ids<GroupId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, id).await?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return Ok(page_with_errors(&visit, &team, &form, &errors)),
    };
    if new.role.may(GroupRight::UseKeys)
        && let Some(prompt) =
            PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await?
    {
        let pending = form.pending(&team, &visit);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let wrong = match invitations::invite(&visit.scope, visit.vault(), id, &new).await {
        Ok(_) => {
            let list = team.address(routes::MEMBERS);
            return Ok(see_other_with(&list, Flash::InvitationSent, &visit));
        }
        Err(InviteError::AlreadyMember) => FieldError::AlreadyMember,
        Err(InviteError::AlreadyInvited) => FieldError::AlreadyInvited,
        Err(InviteError::FreeMail) => FieldError::FreeMail,
        Err(InviteError::TooMany) => FieldError::TooManyInvitations,
        Err(InviteError::TooOften(wait)) => return Err(wait.into()),
        // Asked for above.
        Err(InviteError::Unconfirmed) => return Err(PageError::Forbidden),
        Err(InviteError::Common(error)) => return Err(error.into()),
    };
    let errors = Errors::of("email", wrong);
    Ok(page_with_errors(&visit, &team, &form, &errors))
}

fn page_with_errors(visit: &Visit, team: &Team, form: &Form, errors: &Errors) -> Response {
    page(visit, team, form, errors)
        .unprocessable()
        .into_response()
}

fn page(visit: &Visit, team: &Team, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::invite_title(locale);
    let labels = [
        FieldLabel::new("email", t::address(locale)),
        FieldLabel::new("role", t::role(locale)),
    ];
    Page::new(visit, title, || {
        view! {
            <Breadcrumbs locale crumbs=team.crumbs_of_people(locale) here=t::invite(locale)/>
            <PageHead title lead=t::invite_lead(locale)/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <TextField
                    name="email" label=t::address(locale) value=form.email.as_str()
                    hint=t::invite_email_hint(locale) kind=FieldKind::Email autocomplete="off" errors
                    locale
                />
                <RoleChoice legend=t::role(locale).to_owned() chosen=form.role.as_str() errors locale/>
                <div class="actions">
                    <button class="btn">{t::invite_submit(locale)}</button>
                    <a class="btn btn--quiet" href=team.address(routes::MEMBERS)>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}
