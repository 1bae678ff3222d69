//! "Chaves": the secret keys of an application, another one, and the one that was just made.

mod added;
mod form;
mod list;
mod revoke;
mod when;

use axum::response::{IntoResponse, Response};
use domain::{
    credentials::{
        self, AddSecretError, MAX_SECRETS, PublicKey, RevealedKeys, Secret, Secrets, add_secret,
    },
    groups::GroupRight,
    ids::{ApplicationId, GroupId},
    requests::Status,
};
use leptos::prelude::*;
use locales::{Locale, applications as words, names, secrets as t};

use self::form::Form;
use super::find::GroupApplication;
use crate::{
    components::{Breadcrumbs, Key, Notice, NoticeKind, PageHead, TestKeys, test_keys::KeysPage},
    forms::{Errors, FieldError, PasswordPrompt},
    routes,
    web::{Access::Member, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    let site = site
        .get(Member, routes::SECRETS, show)
        .post(Member, routes::SECRETS, add);
    revoke::routes(site)
}

/// The first key of an application has no label of its own.
pub(super) fn label(secret: &Secret, locale: Locale) -> String {
    if secret.label.is_empty() {
        t::first(locale).to_owned()
    } else {
        secret.label.clone()
    }
}

/// What the page is about.
struct Keys {
    found: GroupApplication,
    secrets: Secrets,
}

impl Keys {
    async fn load(
        visit: &Visit,
        group: GroupId,
        application: ApplicationId,
    ) -> Result<Self, PageError> {
        let found =
            GroupApplication::load_for(visit, group, application, GroupRight::UseKeys).await?;
        let secrets =
            credentials::secrets_of(&visit.scope, found.application.application_id).await?;
        let secrets = secrets.ok_or(PageError::NotFound)?;
        Ok(Self { found, secrets })
    }
}

async fn show(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Page, PageError> {
    let keys = Keys::load(&visit, group, id).await?;
    let form = kept.unwrap_or_else(|| Form::new(&visit));
    Ok(page(&visit, &keys, &form, &Errors::default()))
}

async fn add(
    mut visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let keys = Keys::load(&visit, group, id).await?;
    if !keys.secrets.may_change {
        return Err(PageError::Forbidden);
    }
    let new = match form.read(&visit) {
        Ok(new) => new,
        Err(errors) => {
            let page = page(&visit, &keys, &form, &errors);
            return Ok(page.unprocessable().into_response());
        }
    };
    if let Some(prompt) = PasswordPrompt::after(&mut visit, &form.current).await? {
        let page = page(&visit, &keys, &form, &prompt.errors());
        return Ok(prompt.answer(page).into_response());
    }
    let errors = match add_secret(
        &visit.scope,
        visit.vault(),
        keys.found.application.application_id,
        new,
    )
    .await
    {
        Ok(made) => {
            let keys = Keys::load(&visit, group, id).await?;
            return Ok(done(&visit, &keys, &made).into_response());
        }
        Err(AddSecretError::Over) => return Ok(see_other(&keys.found.address(routes::SECRETS))),
        Err(AddSecretError::LabelTaken) => Errors::of("label", FieldError::LabelTaken),
        Err(AddSecretError::InvalidDate(_)) => Errors::of("date", FieldError::Date),
        // The page says so in place of the form, once it is read again.
        Err(AddSecretError::TooMany) => Errors::default(),
        Err(error) => return Err(error.into()),
    };
    let keys = Keys::load(&visit, group, id).await?;
    Ok(page(&visit, &keys, &form, &errors)
        .unprocessable()
        .into_response())
}

fn page(visit: &Visit, keys: &Keys, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = words::keys_of(locale, &keys.found.application.name);
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs=keys.found.crumbs(locale) here=t::name(locale)/>
            <PageHead title lead=t::lead(locale)/>
            {form::summary(errors, locale)}
            {public_key(&keys.secrets.public_key, locale)}
            {list::active(keys, visit)}
            <NewKeyPanel keys form errors visit/>
            {sandbox_keys(keys, visit)}
            {list::ended_secrets(&keys.secrets, visit)}
        }
    })
}

/// The page once another key was made, with that key in full.
fn done(visit: &Visit, keys: &Keys, made: &RevealedKeys) -> Page {
    let locale = visit.locale;
    let title = words::keys_of(locale, &keys.found.application.name);
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs=keys.found.crumbs(locale) here=t::name(locale)/>
            <PageHead title/>
            <added::AddedKey keys made visit/>
            <list::OtherSecrets keys but=made.secret visit/>
        }
    })
    .secret()
}

fn public_key(public: &PublicKey, locale: Locale) -> impl IntoView + use<> {
    let name = words::public_key(locale);
    view! {
        <div class="panel">
            <dl class="keys">
                <Key id="chave-publica".to_owned() name value=public.to_string() locale/>
            </dl>
        </div>
    }
}

/// The form for another key, or why there is none.
#[component]
fn NewKeyPanel<'a>(
    keys: &'a Keys,
    form: &'a Form,
    errors: &'a Errors,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    let secrets = &keys.secrets;
    if !secrets.may_change {
        let names = names::joined(&secrets.owners, locale);
        let content = view! { <p>{t::owners(locale, names)}</p> };
        view! { <Notice kind=NoticeKind::Info title=t::owners_title(locale) content/> }.into_any()
    } else if keys.found.application.status == Status::Suspended {
        let content = view! { <p>{t::suspended(locale)}</p> };
        view! { <Notice kind=NoticeKind::Bad title=t::suspended_title(locale) content/> }.into_any()
    } else if secrets.active(visit.scope.now()) >= MAX_SECRETS {
        let content = view! { <p>{t::full(locale)}</p> };
        view! { <Notice kind=NoticeKind::Info title=t::full_title(locale) content/> }.into_any()
    } else {
        let action = keys.found.address(routes::SECRETS);
        view! { <form::SecretForm form action errors visit/> }.into_any()
    }
}

fn sandbox_keys(keys: &Keys, visit: &Visit) -> impl IntoView + use<> {
    let application = &keys.found.application;
    let has_sandbox = application.api.sandbox.is_some();
    (has_sandbox && credentials::sandbox_is_open(application.status)).then(|| {
        view! {
            <div class="panel">
                <TestKeys application revealed=None place=KeysPage::Ticket visit/>
            </div>
        }
    })
}
