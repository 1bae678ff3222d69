//! One operation, called from a page with an application of the reader's own: whatever is typed is
//! sent, and the answer is shown step by step.

mod around;
mod body;
mod choice;
mod fields;
mod form;
mod in_place;
mod own;
mod typed;

use std::sync::Arc;

use axum::{
    extract::{Path, Query},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    gateway::{self, MAX_CALL_BYTES, OwnTry, TryError, TryMode, TryOut},
    ids::TransactionId,
};
use leptos::prelude::*;
use locales::reference as reference_texts;
use openapi::reference::{Operation, Reference};
use samples::Language;
use serde::Deserialize;

pub use self::in_place::{call_form, send_call, send_form};
use self::{
    around::{head, sends_unknown, ways_on},
    choice::{APPLICATION, Applications, is_live, none_yet},
    form::{CallForm, FORM, LIVE, TARGET},
};
pub(super) use self::{
    body::{BODY, BodyForm, body_form, can_be_typed, takes_files},
    typed::{Typed, field_name, text},
};
use super::{
    super::super::try_out::{
        OwnOutcome, TryOutcome, TryRefusal, TryRefusalNotice, made_or_refused,
    },
    ApiPage, Frame, find,
    reference::read,
};
use crate::{
    components::chosen_language,
    forms::PasswordPrompt,
    routes,
    web::{KeptForm, Page, PageError, PostedParts, Visit},
};

/// The password, as `PasswordPromptFields` calls it.
const PASSWORD: &str = "current";

/// Which application the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    aplicacao: String,
}

/// The operation that is called, and by whom.
struct Target {
    api: Arc<Api>,
    reference: Arc<Reference>,
    place: usize,
    applications: Applications,
}

/// What came of the call, if one was to be made.
type Outcome = Option<Result<TryOut, TryRefusal>>;

/// What stands on the page besides.
struct Shown {
    typed: Typed,
    prompt: Option<PasswordPrompt>,
    outcome: Outcome,
    /// What the portal's own API answered.
    own: Option<OwnTry>,
    language: Language,
}

pub(super) async fn show(
    visit: Visit,
    Path((slug, operation)): Path<(String, String)>,
    Query(choice): Query<Choice>,
    KeptForm(kept): KeptForm<Vec<(String, String)>>,
) -> Result<Page, PageError> {
    let typed = Typed::without_files(kept);
    let asked_for = typed.field(APPLICATION).unwrap_or(&choice.aplicacao);
    let target = Target::load(&visit, &slug, &operation, asked_for).await?;
    let shown = Shown {
        typed,
        prompt: None,
        outcome: None,
        own: None,
        language: Language::Shell,
    };
    Ok(page(&visit, &target, &shown))
}

pub(super) async fn try_now(
    mut visit: Visit,
    Path((slug, operation)): Path<(String, String)>,
    headers: HeaderMap,
    posted: PostedParts,
) -> Result<Response, PageError> {
    let mut typed = Typed::from(posted);
    let asked_for = typed.field(APPLICATION).unwrap_or_default();
    let target = Target::load(&visit, &slug, &operation, asked_for).await?;
    let (prompt, outcome) = target.calls(&mut visit, &mut typed).await?;
    let own = own::read(&visit, &target, &typed).await?;
    let is_wrong = typed.mistake().is_some();
    let shown = Shown {
        typed,
        prompt,
        outcome,
        own,
        language: chosen_language("", &headers),
    };
    let page = page(&visit, &target, &shown).secret();
    Ok(match prompt {
        Some(prompt) => prompt.answer(page),
        None if is_wrong => page.unprocessable(),
        None => page,
    }
    .into_response())
}

impl Target {
    async fn load(
        visit: &Visit,
        slug: &str,
        operation: &str,
        asked_for: &str,
    ) -> Result<Self, PageError> {
        let api = find(visit, slug)?;
        let reference = read(&api).ok_or(PageError::NotFound)?;
        let mut operations = reference.operations.iter();
        let place = operations.position(|it| it.slug == operation);
        let place = place.ok_or(PageError::NotFound)?;
        let applications = Applications::load(visit, &api, asked_for).await?;
        Ok(Self {
            api,
            reference,
            place,
            applications,
        })
    }

    fn operation(&self) -> &Operation {
        &self.reference.operations[self.place]
    }

    fn path(&self) -> String {
        let operation = &self.operation().slug;
        routes::fill(routes::API_TRY, &[&self.api.slug, operation])
    }

    /// Makes the call, or asks for the password before one that is billed. A call that is larger
    /// than the gateway takes is not made: which file is too large is then told of.
    async fn calls(
        &self,
        visit: &mut Visit,
        typed: &mut Typed,
    ) -> Result<(Option<PasswordPrompt>, Outcome), PageError> {
        let Some(application) = &self.applications.used else {
            return Ok((None, None));
        };
        if typed.mistake().is_some() {
            return Ok((None, None));
        }
        let is_billed = is_live(application) && typed.field(TARGET) == Some(LIVE);
        if is_billed
            && let Some(prompt) = PasswordPrompt::unless_given(visit, typed.field(PASSWORD)).await?
        {
            return Ok((Some(prompt), None));
        }
        let app = visit.app.clone();
        let mode = if is_billed {
            TryMode::Live(&*app.forwarder)
        } else {
            TryMode::Sandbox
        };
        let boundary = format!("balcao-{}", visit.scope.portal.new_id::<TransactionId>());
        let call = typed.call(self.operation(), &boundary);
        if call.body.len() > MAX_CALL_BYTES {
            typed.too_large = Some(typed.first_file_field().unwrap_or(BODY).to_owned());
            return Ok((None, None));
        }
        let id = application.application_id;
        match gateway::try_call(&visit.scope, &app.services, id, mode, call).await {
            Err(TryError::Unconfirmed) => Ok((PasswordPrompt::of(visit), None)),
            outcome => Ok((None, Some(made_or_refused(outcome)?))),
        }
    }
}

fn page(visit: &Visit, target: &Target, shown: &Shown) -> Page {
    let locale = visit.locale;
    let operation = target.operation();
    let title = reference_texts::try_it_of(locale, operation.title(locale.tag()));
    let frame = Frame {
        visit,
        api: &target.api,
        page: ApiPage::Reference,
        contents: None,
        shared_by: None,
    };
    frame.draw_below(&title, || {
        view! {
            {head(target, &title, locale)}
            {form(target, shown, visit)}
            {outcome(target, shown, 2, visit)}
            {ways_on(target, locale)}
        }
    })
}

/// Which application calls, and the form of the call, or why there is none.
fn form(target: &Target, shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let main = match &target.applications.used {
        _ if target.api.is_own() => own::form(target, shown, visit),
        Some(application) if !target.api.is_open() => {
            let why = &TryRefusal::Closed;
            view! { <TryRefusalNotice why application locale/> }.into_any()
        }
        None => none_yet(&target.api, locale).into_any(),
        Some(_) if !can_be_typed(target.operation()) => sends_unknown(target, locale).into_any(),
        Some(application) => view! { <CallForm target application shown visit/> }.into_any(),
    };
    view! {
        {target.applications.choice(&target.path(), locale)}
        {main}
    }
}

/// The level is that of its heading.
fn outcome(target: &Target, shown: &Shown, level: u8, visit: &Visit) -> Option<AnyView> {
    let locale = visit.locale;
    let title = target.operation().title(locale.tag());
    let language = shown.language;
    if let Some(made) = &shown.own {
        return Some(view! { <OwnOutcome made title language level visit/> }.into_any());
    }
    let application = target.applications.used.as_ref()?;
    Some(match shown.outcome.as_ref()? {
        Ok(try_out) => {
            let file = shown
                .typed
                .files(BODY)
                .next()
                .map(|file| file.name.as_str());
            view! { <TryOutcome try_out file application title language level visit/> }.into_any()
        }
        Err(why) => view! { <TryRefusalNotice why application locale/> }.into_any(),
    })
}
