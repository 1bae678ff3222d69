//! One group for staff: its owners, and a hand-over that is proposed or waits.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::Email,
    groups::handover::{self, GroupForStaff, HandoverError, OwnerAtWork, Waiting},
    ids::GroupId,
};
use leptos::prelude::*;
use locales::support_groups as t;
use serde::Deserialize;
use values::Reason;

use super::SUPPORT;
use crate::{
    components::{
        Breadcrumbs, Crumb, EmailAddress, GroupFacts, Notice, NoticeKind, PageHead, Paragraphs,
        time,
    },
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, HiddenField, PasswordPrompt,
        PendingForm, TextField,
    },
    routes,
    web::{Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SUPPORT, routes::SUPPORT_GROUP, show)
        .post(SUPPORT, routes::SUPPORT_GROUP, propose)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    email: String,
    reason: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

impl Form {
    fn parse(&self) -> Result<(Email, Reason), Errors> {
        let mut errors = Errors::default();
        let email = errors.check("email", Email::parse(&self.email));
        let reason = errors.check("reason", Reason::parse(&self.reason));
        errors.finish(|| Some((email?, reason?)))
    }

    fn pending(&self, group: GroupId, visit: &Visit) -> PendingForm {
        let field = |name, value: &str| HiddenField {
            name,
            value: value.to_owned(),
        };
        let address = routes::fill(routes::SUPPORT_GROUP, &[&group]);
        PendingForm {
            what: t::pending(visit.locale),
            action: address.clone(),
            fields: vec![field("email", &self.email), field("reason", &self.reason)],
            cancel: address,
        }
    }
}

async fn show(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Page, PageError> {
    let found = handover::for_staff(&visit.scope, id).await?;
    Ok(page(&visit, &found, &Form::default(), &Errors::default()))
}

async fn propose(
    mut visit: Visit,
    Ids(id): Ids<GroupId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let found = handover::for_staff(&visit.scope, id).await?;
    let (email, reason) = match form.parse() {
        Ok(said) => said,
        Err(errors) => {
            let page = page(&visit, &found, &form, &errors);
            return Ok(page.unprocessable().into_response());
        }
    };
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let pending = form.pending(id, &visit);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let wrong = match handover::propose(&visit.scope, id, &email, &reason).await {
        Ok(_) => {
            let path = routes::fill(routes::SUPPORT_GROUP, &[&id]);
            return Ok(see_other_with(&path, Flash::HandoverProposed, &visit));
        }
        Err(HandoverError::AlreadyOpen) => FieldError::HandoverWaits,
        Err(HandoverError::UnknownPerson) => FieldError::UnknownPerson,
        Err(HandoverError::AlreadyOwner) => FieldError::AlreadyOwner,
        Err(HandoverError::Common(error)) => return Err(error.into()),
        // Asked for above; the others are about what waits.
        Err(HandoverError::Unconfirmed | HandoverError::SecondPerson | HandoverError::Over) => {
            return Err(PageError::Forbidden);
        }
    };
    let page = page(&visit, &found, &form, &Errors::of("email", wrong));
    Ok(page.unprocessable().into_response())
}

fn page(visit: &Visit, found: &GroupForStaff, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let name = found.group.name.clone();
    Page::new(visit, name.clone(), || {
        let crumbs = vec![Crumb::new(routes::SUPPORT_GROUPS, t::title(locale))];
        let handing_over = match &found.waiting {
            Some(waiting) => view! { <WaitingHandover waiting visit/> }.into_any(),
            None => view! { <ProposalForm form errors visit/> }.into_any(),
        };
        view! {
            <Breadcrumbs locale crumbs here=name.clone()/>
            <PageHead title=name/>
            <section class="panel"><dl class="facts"><GroupFacts group=&found.group locale/></dl></section>
            {owners(&found.owners, visit)}
            {handing_over}
        }
    })
    .narrow()
}

fn owners(owners: &[OwnerAtWork], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let lines = owners.iter().map(|owner| {
        let last = match owner.last_sign_in_at {
            Some(at) => t::last_sign_in(locale, time::date_time(at, visit)),
            None => t::never(locale).to_owned(),
        };
        view! {
            <li>
                <div>
                    <p>{owner.contact.full_name()}</p>
                    <p class="soft small"><EmailAddress email=&owner.contact.email/> " · " {last}</p>
                </div>
            </li>
        }
    });
    let lines = lines.collect_view();
    let none = owners
        .is_empty()
        .then(|| view! { <p>{t::no_owner(locale)}</p> });
    view! {
        <section class="section">
            <h2>{t::owners(locale)}</h2>
            {none}
            <ul class="lines" role="list">{lines}</ul>
        </section>
    }
}

#[component]
fn WaitingHandover<'a>(waiting: &'a Waiting, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let handover = &waiting.handover;
    let at = time::date_time(handover.proposed_at, visit);
    let content = view! {
        <p>{t::proposed_by(locale, &waiting.by, at)}</p>
        <Paragraphs text=&handover.reason/>
        {waiting.is_own.then(|| view! { <p>{t::own(locale)}</p> })}
    };
    let group = handover.group_id.to_string();
    let of = |route| routes::fill(route, &[&handover.id]);
    let confirm = (!waiting.is_own).then(|| {
        view! {
            <form method="post" action=of(routes::HANDOVER_CONFIRM)>
                <input type="hidden" name="group" value=group.clone()/>
                <button class="btn">{t::confirm(locale)}</button>
            </form>
        }
    });
    view! {
        <Notice kind=NoticeKind::Wait title=t::waiting_title(locale, &waiting.to) content/>
        <div class="actions">
            {confirm}
            <form method="post" action=of(routes::HANDOVER_WITHDRAW)>
                <input type="hidden" name="group" value=group.clone()/>
                <button class="btn btn--quiet">{t::withdraw(locale)}</button>
            </form>
        </div>
    }
}

#[component]
fn ProposalForm<'a>(form: &'a Form, errors: &'a Errors, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let labels = [
        FieldLabel::new("email", t::email(locale)),
        FieldLabel::new("reason", t::reason(locale)),
    ];
    view! {
        <section class="section">
            <h2>{t::propose(locale)}</h2>
            <p class="soft">{t::propose_lead(locale)}</p>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <TextField
                    name="email" label=t::email(locale) value=form.email.as_str()
                    kind=FieldKind::Email autocomplete="off" errors locale
                />
                <TextField
                    name="reason" label=t::reason(locale) value=form.reason.as_str()
                    hint=t::reason_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                <div class="actions"><button class="btn">{t::propose(locale)}</button></div>
            </form>
        </section>
    }
}
