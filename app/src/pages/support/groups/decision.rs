//! A second person's yes to a hand-over, or anybody's no.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::handover::{self, HandoverError},
    ids::{GroupId, HandoverId},
};
use locales::support_groups as t;
use serde::Deserialize;

use super::SUPPORT;
use crate::{
    forms::{HiddenField, PasswordPrompt, PendingForm},
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SUPPORT, routes::HANDOVER_CONFIRM, back)
        .post(SUPPORT, routes::HANDOVER_CONFIRM, confirm)
        .get(SUPPORT, routes::HANDOVER_WITHDRAW, back)
        .post(SUPPORT, routes::HANDOVER_WITHDRAW, withdraw)
}

/// For those who come by the address of a decision: after a change of language.
async fn back() -> Response {
    see_other(routes::SUPPORT_GROUPS)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DecisionForm {
    /// Whose page it was sent from.
    group: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

async fn confirm(
    mut visit: Visit,
    Ids(id): Ids<HandoverId>,
    PostedForm(form): PostedForm<DecisionForm>,
) -> Result<Response, PageError> {
    let action = routes::fill(routes::HANDOVER_CONFIRM, &[&id]);
    if let Some(prompt) = ask_password(&mut visit, &form, action).await? {
        return Ok(prompt);
    }
    let done = handover::confirm(&visit.scope, id).await;
    decided(&visit, &form, done, Flash::HandoverConfirmed)
}

async fn withdraw(
    mut visit: Visit,
    Ids(id): Ids<HandoverId>,
    PostedForm(form): PostedForm<DecisionForm>,
) -> Result<Response, PageError> {
    let action = routes::fill(routes::HANDOVER_WITHDRAW, &[&id]);
    if let Some(prompt) = ask_password(&mut visit, &form, action).await? {
        return Ok(prompt);
    }
    let done = handover::withdraw(&visit.scope, id).await;
    decided(&visit, &form, done, Flash::HandoverWithdrawn)
}

async fn ask_password(
    visit: &mut Visit,
    form: &DecisionForm,
    action: String,
) -> Result<Option<Response>, PageError> {
    let prompt = PasswordPrompt::unless_given(visit, form.current.as_deref()).await?;
    Ok(prompt.map(|prompt| {
        let pending = PendingForm {
            what: t::pending(visit.locale),
            action,
            fields: vec![HiddenField {
                name: "group",
                value: form.group.clone(),
            }],
            cancel: form.page(),
        };
        prompt.page(visit, &pending).into_response()
    }))
}

impl DecisionForm {
    /// The page that it was sent from, or the search.
    fn page(&self) -> String {
        match self.group.parse::<GroupId>() {
            Ok(group) => routes::fill(routes::SUPPORT_GROUP, &[&group]),
            Err(_) => routes::SUPPORT_GROUPS.to_owned(),
        }
    }
}

fn decided(
    visit: &Visit,
    form: &DecisionForm,
    done: Result<GroupId, HandoverError>,
    flash: Flash,
) -> Result<Response, PageError> {
    let (page, flash) = match done {
        Ok(group) => (routes::fill(routes::SUPPORT_GROUP, &[&group]), flash),
        Err(HandoverError::Over) => (form.page(), Flash::HandoverOver),
        Err(HandoverError::SecondPerson) => (form.page(), Flash::SecondPerson),
        Err(HandoverError::Common(error)) => return Err(error.into()),
        // Asked for above; the others are about what is proposed.
        Err(
            HandoverError::Unconfirmed
            | HandoverError::AlreadyOpen
            | HandoverError::UnknownPerson
            | HandoverError::AlreadyOwner,
        ) => return Err(PageError::Forbidden),
    };
    Ok(see_other_with(&page, flash, visit))
}
