//! Revoking a key: first what that would break, then when.

use axum::response::{IntoResponse, Response};
use domain::{
    credentials::{RevocationTime, RevokeChoice, RevokeSecretError, Secret, revoke_secret},
    ids::{ApplicationId, GroupId, SecretId},
};
use leptos::prelude::*;
use locales::{Locale, common, number, secrets as t};
use serde::Deserialize;

use super::{Keys, label, list::usage_facts, when};
use crate::{
    components::{Breadcrumbs, Crumb, Notice, NoticeKind, PageHead, age, wait},
    forms::{
        ErrorSummary, Errors, FieldError, FieldLabel, FieldMessage, PasswordPrompt,
        PasswordPromptFields, confirmation_label, message,
    },
    routes,
    web::{
        Access::Member, Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::SECRET_REVOKE, show)
        .post(Member, routes::SECRET_REVOKE, revoke)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    when: String,
    date: String,
    /// Not empty when the last key is meant.
    last: String,
    /// The password, where it was asked for.
    current: String,
}

impl Form {
    fn read(&self, visit: &Visit) -> Result<RevokeChoice, Errors> {
        let mut errors = Errors::default();
        let when = when::parse(&self.when, &self.date, &mut errors, visit);
        errors.finish(|| {
            Some(RevokeChoice {
                when: when?,
                last_confirmed: !self.last.is_empty(),
            })
        })
    }
}

async fn show(
    visit: Visit,
    Ids((group, id, secret)): Ids<(GroupId, ApplicationId, SecretId)>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let keys = own(&visit, group, id).await?;
    let secret = find(&keys, secret)?;
    if !secret.is_active(visit.scope.now()) {
        return Ok(back(&visit, &keys, Flash::SecretOver));
    }
    let form = kept.unwrap_or_else(|| Form {
        when: when::default_choice(secret, visit.scope.now()).to_owned(),
        ..Form::default()
    });
    Ok(page(&visit, &keys, secret, &form, &Errors::default()).into_response())
}

async fn revoke(
    mut visit: Visit,
    Ids((group, id, secret)): Ids<(GroupId, ApplicationId, SecretId)>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let keys = own(&visit, group, id).await?;
    let secret = find(&keys, secret)?;
    if !secret.is_active(visit.scope.now()) {
        return Ok(back(&visit, &keys, Flash::SecretOver));
    }
    let application = keys.found.application.application_id;
    let choice = match form.read(&visit) {
        Ok(choice) => choice,
        Err(errors) => return Ok(page_with_errors(&visit, &keys, secret, &form, &errors)),
    };
    if let Some(prompt) = PasswordPrompt::after(&mut visit, &form.current).await? {
        let page = page(&visit, &keys, secret, &form, &prompt.errors());
        return Ok(prompt.answer(page).into_response());
    }
    let errors = match revoke_secret(&visit.scope, application, secret.id, choice).await {
        Ok(()) => return Ok(back(&visit, &keys, flash_of(choice.when))),
        Err(RevokeSecretError::Over) => return Ok(back(&visit, &keys, Flash::SecretOver)),
        Err(RevokeSecretError::LastSecret) => Errors::of("last", FieldError::LastSecret),
        Err(RevokeSecretError::InvalidDate(_)) => Errors::of("date", FieldError::Date),
        Err(RevokeSecretError::EndsSooner { .. }) => {
            Errors::of(field_of(choice.when), FieldError::EndsSooner)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(page_with_errors(&visit, &keys, secret, &form, &errors))
}

/// The form with what is wrong in it.
fn page_with_errors(
    visit: &Visit,
    keys: &Keys,
    secret: &Secret,
    form: &Form,
    errors: &Errors,
) -> Response {
    page(visit, keys, secret, form, errors)
        .unprocessable()
        .into_response()
}

/// For those who may revoke.
async fn own(visit: &Visit, group: GroupId, application: ApplicationId) -> Result<Keys, PageError> {
    let keys = Keys::load(visit, group, application).await?;
    if keys.secrets.may_change {
        Ok(keys)
    } else {
        Err(PageError::Forbidden)
    }
}

fn find(keys: &Keys, id: SecretId) -> Result<&Secret, PageError> {
    let mut secrets = keys.secrets.secrets.iter();
    secrets
        .find(|secret| secret.id == id)
        .ok_or(PageError::NotFound)
}

fn back(visit: &Visit, keys: &Keys, flash: Flash) -> Response {
    see_other_with(&keys.found.address(routes::SECRETS), flash, visit)
}

const fn flash_of(when: RevocationTime) -> Flash {
    match when {
        RevocationTime::Now => Flash::SecretRevoked,
        RevocationTime::After(_) | RevocationTime::On(_) => Flash::SecretEnding,
    }
}

/// The field that said when.
const fn field_of(when: RevocationTime) -> &'static str {
    match when {
        RevocationTime::On(_) => "date",
        RevocationTime::Now | RevocationTime::After(_) => "when",
    }
}

fn page(visit: &Visit, keys: &Keys, secret: &Secret, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::revoke_which(locale, label(secret, locale));
    let list = keys.found.address(routes::SECRETS);
    let mut crumbs = keys.found.crumbs(locale);
    crumbs.push(Crumb::new(list.clone(), t::name(locale)));
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs here=t::revoke(locale)/>
            <PageHead title/>
            {summary(errors, locale)}
            {revocation_effect(secret, visit)}
            {usage_facts(secret, visit)}
            <form class="form" method="post" novalidate>
                <when::RevocationTimes secret when=&form.when date=&form.date errors visit/>
                {(is_last(keys, secret, visit) || errors.get("last").is_some())
                    .then(|| view! { <LastKeyCheck form errors locale/> })}
                {PasswordPrompt::with(errors, visit).map(|prompt| view! {
                    <PasswordPromptFields prompt visit/>
                })}
                <div class="actions">
                    <button class="btn btn--danger">{t::revoke_submit(locale)}</button>
                    <a class="btn btn--quiet" href=list>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}

/// What would stop working, judged by the recent uses of the key.
fn revocation_effect(secret: &Secret, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    let count = secret.uses_last_hour;
    let title = match (count, secret.last_used_at) {
        (0, None) => {
            let text = view! { <p>{t::breaks_nothing(locale)}</p> };
            return view! { <Notice kind=NoticeKind::Info title=t::never_used(locale) content=text/> }
            .into_any();
        }
        (0, Some(at)) => t::used_last(locale, age::age(at, visit.scope.now(), locale)),
        (1, _) => t::used_once_last_hour(locale).to_owned(),
        (count, _) => t::used_last_hour(locale, number::count(count, locale)),
    };
    let kind = if count > 0 {
        NoticeKind::Bad
    } else {
        NoticeKind::Wait
    };
    let lifetime = visit.app.services.portal.settings.lifetimes.access_token;
    let text = view! {
        <p>{t::breaks(locale)}</p>
        <p>{t::tokens_last(locale, wait::words(lifetime, locale))}</p>
    };
    view! { <Notice kind title content=text/> }.into_any()
}

/// Whether no other key is active now; one that ends sooner may still turn up when it is sent.
fn is_last(keys: &Keys, this: &Secret, visit: &Visit) -> bool {
    let now = visit.scope.now();
    let mut others = keys.secrets.secrets.iter();
    !others.any(|secret| secret.id != this.id && secret.is_active(now))
}

#[component]
fn LastKeyCheck<'a>(form: &'a Form, errors: &'a Errors, locale: Locale) -> impl IntoView + use<> {
    let error = errors.get("last").map(|error| message(error, locale));
    let invalid = error.is_some();
    let described_by = invalid.then_some("last-error");
    let checked = !form.last.is_empty();
    let text = view! { <p>{t::last(locale)}</p> };
    view! {
        <Notice kind=NoticeKind::Bad title=t::last_title(locale) content=text/>
        <div class="field" class:field--invalid=invalid>
            <label class="consent" for="last">
                <input
                    type="checkbox" id="last" name="last" value="1" checked=checked
                    aria-describedby=described_by aria-invalid=invalid.then_some("true")
                />
                <span>{t::last_confirm(locale)}</span>
            </label>
            <FieldMessage name="last" error/>
        </div>
    }
}

fn summary(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let labels = [
        FieldLabel::new("when", t::when(locale)),
        FieldLabel::new("date", t::last_day(locale)),
        confirmation_label(locale),
    ];
    view! { <ErrorSummary errors labels locale/> }
}
